import { changeJson } from '../../zis/integers'
import { hashOf } from '../vault'
import type { RecordingMask } from './recording-mask'

/** What makes two requests the same to a recording, secrets masked. */
export interface RecordedRequest {
  /** Method and path. */
  route: string
  /** Parameters in the order of their names; empty without any. */
  query: string
  /** SHA-256 of the body; absent without one. */
  body_sha256?: string
}

/** Reads a request as a recording knows it: what differs only in a secret is the same. */
export async function recordedRequest(
  mask: RecordingMask,
  { method, url, body }: { method: string; url: URL; body: string },
): Promise<RecordedRequest> {
  return {
    route: `${method} ${mask.path(url.pathname)}`,
    query: mask.parameters(url.searchParams),
    ...(body !== '' && { body_sha256: await hashOf(maskedBody(mask, body)) }),
  }
}

/** JSON by its values, so that spaces mean nothing; anything else by its text. */
const maskedBody = (mask: RecordingMask, body: string): string =>
  changeJson(body, mask.json) ?? mask.text(body)
