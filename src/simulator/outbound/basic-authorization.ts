import { toBase64, toBytes } from '../encoding'
import type { Masker } from './mask'

/**
 * The value of an Authorization header for a username and a password. In base64 the password is another text, which
 * a system may send back: the masker learns both.
 */
export function basicAuthorization(masker: Masker, username: string, password: string): string {
  const encoded = toBase64(toBytes(`${username}:${password}`))
  masker.remember(password)
  masker.remember(encoded)
  return `Basic ${encoded}`
}
