/** What counts of an allowed_domain; each is a switch. */
export interface DomainRules {
  /** A leading `*.` stands for any host below. */
  wildcards: boolean
  exactCase: boolean
  ports: boolean
}

/**
 * True when a credential may be sent to an address: to the very host, or to any below it (zis-api 4.1).
 *
 * @param url the address; its host is in small letters
 */
export function isAllowed(domain: string, url: URL, { wildcards, exactCase, ports }: DomainRules): boolean {
  const allowed = exactCase ? domain : domain.toLowerCase()
  const asked = ports && domain.includes(':') ? url.host : url.hostname
  if (wildcards && allowed.startsWith('*.')) return asked.endsWith(allowed.slice(1))
  return asked === allowed
}
