import { ZisProblem } from '../zis/wire/problems'
import { readUpTo } from './read-up-to'

/**
 * The text of a body.
 * @param limit in bytes
 * @throws {ZisProblem} BodyTooLarge, or BadRequest for a body that is not UTF-8
 */
export async function readText(request: Request, limit: number): Promise<string> {
  const declared = request.headers.get('content-length')
  if (Number(declared) > limit) throw new ZisProblem('BodyTooLarge', { limit })
  // A declared length is kept by HTTP itself, and reading at once costs far less than reading a stream.
  const bytes =
    declared === null ? await readUpTo(request.body, limit) : new Uint8Array(await request.arrayBuffer())
  if (!bytes) throw new ZisProblem('BodyTooLarge', { limit })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ZisProblem('BadRequest', { detail: 'the body is not UTF-8' }, undefined, { cause })
  }
}
