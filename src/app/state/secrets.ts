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
export function secretsIn(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return value !== '' && isSecret(path, value) ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  const isList = Array.isArray(value)
  return Object.entries(value).flatMap(([key, inner]) =>
    secretsIn(inner, isList ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
  )
}

/** A copy of a document in which values that look like secrets are dots; for the eye only. */
export const maskSecrets = (value: unknown): unknown => replaceSecrets(value, '', '••••••')

/** A copy of a document that leaves out values that look like secrets; for files. */
export const dropSecrets = (value: unknown): unknown => replaceSecrets(value, '', undefined)

function replaceSecrets(value: unknown, path: string, mark: string | undefined): unknown {
  if (typeof value === 'string') return value !== '' && isSecret(path, value) ? mark : value
  if (Array.isArray(value)) {
    return value
      .map((item, index) => replaceSecrets(item, `${path}[${index}]`, mark))
      .filter((item) => item !== undefined)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, replaceSecrets(inner, path === '' ? key : `${path}.${key}`, mark)])
      .filter(([, inner]) => inner !== undefined),
  )
}

function isSecret(path: string, value: string): boolean {
  const name = path.replace(/(\[\d+\])+$/, '').replace(/^.*\./, '')
  return secretName.test(name.replace(camelCase, '$1_$2')) || secretValue.test(value)
}
