import type { Fault } from '../../partners/definition'
import type { FaultView } from '../../services/control/wire'

/** What can go wrong, as the page words it; in the order of its menu. */
export const faultWords: Record<Fault['kind'], string> = {
  status: 'Refuse with a status',
  slow: 'Answer late',
  no_answer: 'Do not answer',
  drop: 'Close the connection',
  broken_json: 'Break the JSON',
  wrong_shape: 'Answer 400 in an unknown form',
  wrong_type: 'Say that the answer is HTML',
  redirect: 'Redirect elsewhere',
  huge: 'Answer with 3 MB',
}

/** A fault that is turned on, in a few words. */
export function faultText({ kind, status, left }: FaultView): string {
  const what = kind === 'status' ? `Refuse with ${status ?? 503}` : faultWords[kind]
  if (left === null) return what
  return `${what}, ${left} more`
}
