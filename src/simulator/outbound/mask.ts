import { type Json, isObject, setOwn } from '../../zis/json'

/** How a secret looks in what is kept and shown (zis-api 4.1). */
export const masked = '*****'

/** Takes secrets out of everything that is recorded. */
export interface Masker {
  /** From now on this text is masked wherever it stands. Kept in memory only. */
  remember(secret: string): void
  text(text: string): string
  json<Value extends Json>(value: Value): Value
  headers(headers: Iterable<[string, string]>): Record<string, string>
}

const secretHeader =
  /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key|x-zis-authorization|x-csrf-token)$/i
/** True for a header that signs a request in, or proves where it came from. */
export const isSecretHeader = (name: string): boolean => secretHeader.test(name)

const secretField = 'access_token|refresh_token|client_secret|password|api_key|full_token|authed_user_token'
// Codes and states are secrets in addresses and forms only; in a JSON document they are ordinary words.
const secretParameter = `${secretField}|code|state|token|verification_token|verification_code|flow_token|code_verifier`
const inJson = new RegExp(`("(?:${secretField})"\\s*:\\s*")(?:[^"\\\\]|\\\\.)*"`, 'gi')
const inForm = new RegExp(`((?:^|[?&])(?:${secretParameter})=)[^&#\\s]*`, 'gi')

export function createMasker(): Masker {
  /** The longest first: one secret may be the beginning of another. */
  let known: string[] = []

  const knownIn = (text: string): string => {
    let clean = text
    for (const secret of known) if (clean.includes(secret)) clean = clean.replaceAll(secret, masked)
    return clean
  }

  const json = (value: Json): Json => {
    if (typeof value === 'string') return knownIn(value)
    if (Array.isArray(value)) return mapSame(value, json)
    if (!isObject(value)) return value
    let copy: typeof value | undefined
    for (const [key, child] of Object.entries(value)) {
      const clean = json(child)
      if (clean === child) continue
      copy ??= { ...value }
      setOwn(copy, key, clean)
    }
    return copy ?? value
  }

  return {
    remember(secret) {
      // Anything shorter would take innocent words out of the texts.
      if (secret.length < 8 || known.includes(secret)) return
      known = [...new Set([...known, ...writingsOf(secret)])].sort((a, b) => b.length - a.length)
    },
    text: (text) => knownIn(text.replace(inJson, `$1${masked}"`).replace(inForm, `$1${masked}`)),
    json: (value) => (known.length === 0 ? value : (json(value) as typeof value)),
    headers(headers) {
      const clean: Record<string, string> = {}
      for (const [name, value] of headers) {
        const scheme = /^(Bearer|Basic) /.exec(value)?.[0] ?? ''
        setOwn(clean, name, isSecretHeader(name) ? scheme + masked : knownIn(value))
      }
      return clean
    },
  }
}

/** A secret as it stands in a text, inside of JSON, in a form and in an address. */
function writingsOf(secret: string): string[] {
  const inForm = new URLSearchParams([['', secret]]).toString().slice(1)
  return [secret, JSON.stringify(secret).slice(1, -1), inForm, inForm.replaceAll('+', '%20')]
}

/** Maps an array, and gives the array itself when nothing changed. */
function mapSame(values: Json[], map: (value: Json) => Json): Json[] {
  const mapped = values.map(map)
  return mapped.some((value, at) => value !== values[at]) ? mapped : values
}
