import { toBase64Url } from './encoding'

/** Where names that nobody chose come from; a spec can hand in its own, so that runs repeat exactly. */
export interface Ids {
  uuid(): string
  /** A secret of that many random bytes, URL-safe. */
  token(bytes?: number): string
}

export const randomIds: Ids = {
  uuid: () => crypto.randomUUID(),
  token: (bytes = 24) => toBase64Url(crypto.getRandomValues(new Uint8Array(bytes))),
}
