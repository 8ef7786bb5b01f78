import { fromBase64, toBase64, toBase64Url, toBytes, toText } from './encoding'

/**
 * Keeps secrets readable only to this process: AES-256-GCM with a key that lies outside the data file.
 * What is only compared, never read back, is hashed instead.
 */
export interface Vault {
  seal(secret: string): Promise<string>
  /** @throws {OperationError} when the text was sealed with another key, or changed */
  open(sealed: string): Promise<string>
}

/** @param key 32 bytes */
export function createVault(key: Uint8Array<ArrayBuffer>): Vault {
  const imported = crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt'])
  return {
    async seal(secret) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await imported, toBytes(secret))
      return `${toBase64(iv)}.${toBase64(new Uint8Array(sealed))}`
    },
    async open(sealed) {
      const [iv = '', text = ''] = sealed.split('.')
      const algorithm = { name: 'AES-GCM', iv: fromBase64(iv) }
      return toText(await crypto.subtle.decrypt(algorithm, await imported, fromBase64(text)))
    },
  }
}

/** 32 random bytes for {@link createVault}. */
export const makeVaultKey = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32))

/** SHA-256 as URL-safe base64: under what tokens, codes and states are kept. */
export async function hashOf(text: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', toBytes(text))))
}

/** Compares without telling by its duration how much was right. */
export function isSameSecret(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let difference = 0
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at)
  return difference === 0
}
