/** The kinds of resource that a full name can point at (zis-api 1.7). */
export type ResourceKind = 'flow' | 'action' | 'job_spec' | 'transform'

export interface ResourceName {
  integration: string
  kind: ResourceKind
  name: string
}

const full = /^zis:([^:]+):(flow|action|job_spec|transform):(.+)$/

/** Reads `zis:acme:flow:notify`; undefined when the text is no full name. */
export function parseName(text: string): ResourceName | undefined {
  const parts = full.exec(text)
  if (!parts) return undefined
  return { integration: parts[1]!, kind: parts[2] as ResourceKind, name: parts[3]! }
}

/** Writes `zis:acme:flow:notify`. */
export const formatName = ({ integration, kind, name }: ResourceName): string =>
  `zis:${integration}:${kind}:${name}`

/** Integration key: 1 to 64 of a-z 0-9 _ - (zis-api 1.7). */
export const isIntegrationKey = (text: string): boolean => /^[a-z0-9_-]{1,64}$/.test(text)

/** Connection name: 3 to 64 letters, digits, _ and - (zis-api 1.7). */
export const isConnectionName = (text: string): boolean => /^[A-Za-z0-9_-]{3,64}$/.test(text)
