/** Names under which people keep secrets. Whole words only: `token_count` is none. */
const secretName =
  /(^|[_\-.\s])(password|passwd|pwd|secret|token|credentials?|api[_-]?key|apikey|private[_-]?key|authorization)$/i
const camelCase = /([a-z0-9])([A-Z])/g
/** Values that are secrets wherever they stand: tokens of well-known makers, keys, JSON Web Tokens. */
const secretValue =
  /^(xox[abeoprs]-|gh[pousr]_|glpat-|sk_(live|test)_|sk-|AKIA[0-9A-Z]{12}|AIza|shpat_|bearer\s+\S{12}|basic\s+[a-z0-9+/=]{12}|-----BEGIN [A-Z ]*PRIVATE KEY|eyJ[\w-]+\.eyJ[\w-]+\.)/i

/**
 * The paths of values in a document that look like secrets, such as `slack.api_key`. Configs are not
 * encrypted and every flow can read them, so a secret belongs in a connection (zis-admin-app R11).
 */
export const secretsIn = (document: unknown): string[] =>
  secretPathsIn(document).map((path) =>
    path.reduce<string>(
      (before, part) =>
        typeof part === 'number' ? `${before}[${part}]` : before === '' ? part : `${before}.${part}`,
      '',
    ),
  )

/** The same paths, part by part: keys, and indexes of lists. */
export function secretPathsIn(
  value: unknown,
  path: Array<string | number> = [],
  isMeant = (text: string) => text !== '',
): Array<Array<string | number>> {
  if (typeof value === 'string') return isMeant(value) && isSecret(nameAt(path), value) ? [path] : []
  if (Array.isArray(value))
    return value.flatMap((item, index) => secretPathsIn(item, [...path, index], isMeant))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => secretPathsIn(inner, [...path, key], isMeant))
}

/** What a value is called: its key, or that of the list it is in. */
const nameAt = (path: Array<string | number>): string =>
  path.findLast((part) => typeof part === 'string') ?? ''

const dots = '••••••'

/** A copy of a document in which values that look like secrets are dots; for the eye only. */
export const maskSecrets = (value: unknown): unknown => replaceSecrets(value, '', dots)

/** The secrets in a masked document that was edited: what is dots still is no new one. */
export const newSecretsIn = (edited: unknown): Array<Array<string | number>> =>
  secretPathsIn(edited, [], (value) => value !== '' && value !== dots)

/** An edited document with the secrets that were masked in it; where something else stands now, that. */
export function restoreSecrets(edited: unknown, stored: unknown): unknown {
  if (edited === dots) return typeof stored === 'string' ? stored : edited
  if (typeof edited !== 'object' || edited === null) return edited
  const inside = (key: string | number): unknown =>
    typeof stored === 'object' && stored !== null && Object.hasOwn(stored, key)
      ? (stored as Record<string | number, unknown>)[key]
      : undefined
  if (Array.isArray(edited)) return edited.map((item, index) => restoreSecrets(item, inside(index)))
  return Object.fromEntries(
    Object.entries(edited).map(([key, inner]) => [key, restoreSecrets(inner, inside(key))]),
  )
}

/** A copy of a document that leaves out values that look like secrets; for files. */
export const dropSecrets = (value: unknown): unknown => replaceSecrets(value, '', undefined)

function replaceSecrets(value: unknown, name: string, mark: string | undefined): unknown {
  if (typeof value === 'string') return value !== '' && isSecret(name, value) ? mark : value
  if (Array.isArray(value)) {
    return value.map((item) => replaceSecrets(item, name, mark)).filter((item) => item !== undefined)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, replaceSecrets(inner, key, mark)])
      .filter(([, inner]) => inner !== undefined),
  )
}

const isSecret = (name: string, value: string): boolean =>
  secretName.test(name.replace(camelCase, '$1_$2')) || secretValue.test(value)
