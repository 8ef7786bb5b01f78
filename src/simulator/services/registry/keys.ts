import { fromBase64, toBase64, toBase64Url, toBytes } from '../../encoding'

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/** The key pair with which ZIS signs an integration's requests: PEM, RSA 2048 (zis-api 3.1, 9). */
export async function makeSigningKeys(): Promise<{ publicPem: string; privatePem: string }> {
  const pair = await crypto.subtle.generateKey(
    { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  )
  const spki = await crypto.subtle.exportKey('spki', pair.publicKey)
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', pair.privateKey)
  return { publicPem: pem('PUBLIC KEY', spki), privatePem: pem('PRIVATE KEY', pkcs8) }
}

function pem(label: string, der: ArrayBuffer): string {
  const lines = toBase64(new Uint8Array(der)).match(/.{1,64}/g)!
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/** The base64 of a PEM text, without its first and last line. */
export const insideOfPem = (text: string): string => text.replace(/-----[^-]+-----|\s/g, '')

export type SigningKey = Awaited<ReturnType<typeof readSigningKey>>

/** Reads a private key that {@link makeSigningKeys} made. */
export function readSigningKey(privatePem: string) {
  const der = fromBase64(insideOfPem(privatePem))
  return crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign'])
}

/** Signs claims as a JSON Web Token, RS256 (zis-api 9). */
export async function signJwt(key: SigningKey, claims: Record<string, unknown>): Promise<string> {
  const part = (value: unknown) => toBase64Url(toBytes(JSON.stringify(value)))
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`
  const signature = await crypto.subtle.sign(algorithm, key, toBytes(text))
  return `${text}.${toBase64Url(new Uint8Array(signature))}`
}
