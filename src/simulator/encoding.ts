const encoder = new TextEncoder()
const decoder = new TextDecoder()

export const toBytes = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text)
export const toText = (bytes: Uint8Array | ArrayBuffer): string => decoder.decode(bytes)

/** Base64 without Node's Buffer, which a browser tab does not have. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** @throws {DOMException} when the text is not base64 */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0))

export const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** The text behind base64; undefined when it is not base64. */
export function decodeBase64Text(text: string): string | undefined {
  try {
    return toText(fromBase64(text))
  } catch {
    return undefined
  }
}
