import { isObject, setOwn, type Json, type JsonObject } from '../../zis/json'
import { isSecretHeader, masked, type Masker } from '../outbound/mask'

/** Names of fields, parameters and headers whose value is taken for a secret in what others may read. */
const secretName =
  /token|secret|passw|api[-_]?key|access[-_]?key|private[-_]?key|authori[sz]ation|credential|cookie|session|signature|jwt|^(?:code|sig|key|auth)$/i
/** Names that only sound like one. */
const openName = /^(?:token_?type|token_?ur[il]|expires_?in|.*_?expires_?(?:in|at))$/i
const isSecret = (name: string): boolean => secretName.test(name) && !openName.test(name)

/** Headers that belong to one connection or one moment, and would be wrong in a later answer. */
const passing =
  /^(?:connection|keep-alive|transfer-encoding|content-length|content-encoding|date|age|alt-svc|nel|report-to|cf-ray|trailer|upgrade)$/i

/**
 * Takes secrets out of what goes into a file of recorded answers, which people share: the known ones wherever they
 * stand, and whatever a field, a parameter or a header holds that is named like a secret.
 */
export function recordingMask({ text: knownIn }: Masker) {
  const json = (value: Json, isHeld = false): Json => {
    if (typeof value === 'string') return isHeld && value !== '' ? masked : knownIn(value)
    if (Array.isArray(value)) return value.map((item) => json(item, isHeld))
    if (!isObject(value)) return isHeld && typeof value === 'number' ? masked : value
    const clean: JsonObject = {}
    for (const [name, child] of Object.entries(value))
      setOwn(clean, knownIn(name), json(child, isHeld || isSecret(name)))
    return clean
  }

  /** Parameters in the order of their names, so that their order in an address means nothing. */
  function parameters(given: URLSearchParams): string {
    const clean = new URLSearchParams()
    for (const [name, value] of given) clean.append(knownIn(name), isSecret(name) ? masked : knownIn(value))
    clean.sort()
    return clean.toString()
  }

  function address(text: string): string {
    const [path = '', query] = text.split('?', 2)
    if (query === undefined || !/^(?:https?:\/)?\//.test(text)) return knownIn(text)
    return `${knownIn(path)}?${parameters(new URLSearchParams(query))}`
  }

  return {
    json: (value: Json) => json(value),
    parameters,
    /** A form's or a text's; JSON is masked as JSON. */
    text(text: string): string {
      const isForm = /^[\w.~%*+-]+=[^\s]*$/.test(text)
      return isForm ? parameters(new URLSearchParams(text)) : knownIn(text)
    },
    headers(given: Iterable<[string, string]>): Record<string, string> {
      const clean: Record<string, string> = {}
      for (const [name, value] of given) {
        if (passing.test(name) || isSecretHeader(name) || isSecret(name)) continue
        setOwn(clean, name, address(value))
      }
      return clean
    },
    path: knownIn,
  }
}

export type RecordingMask = ReturnType<typeof recordingMask>
