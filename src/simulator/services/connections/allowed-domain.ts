/**
 * True when a credential may be sent to a host: the very host, whatever its case, or with a leading `*.`
 * any host below it (zis-api 4.1). Ports do not count.
 */
export function isAllowed(domain: string, host: string, withWildcards: boolean): boolean {
  const allowed = domain.toLowerCase()
  const asked = host.toLowerCase()
  if (withWildcards && allowed.startsWith('*.')) return asked.endsWith(allowed.slice(1))
  return asked === allowed
}
