import type { Problem } from './problem'
import type { Text } from './words'

/** Answers of ZIS that mean more than their status says, as the service words them (zis-admin-app 5.9). */
const knownFailures = [
  ['name_taken', /not available for upsert/i],
  ['key_wrong', /invalid integration key/i],
  ['duplicates', /duplicated? resources?/i],
  ['mismatch', /integration mismatch/i],
  ['oauth_disabled', /OAuth being disabled/i],
  ['api_token', /API token is not supported/i],
  ['other_account', /not a proxyable URI/i],
  ['plan', /part of the plan/i],
] as const

type KnownFailure = (typeof knownFailures)[number][0] | 'method'

type Said = Pick<Problem, 'kind' | 'status' | 'message'>

function knownFailure({ status, message }: Said): KnownFailure | undefined {
  if (status === 405) return 'method'
  return knownFailures.find(([, words]) => words.test(message))?.[0]
}

/** What a sentence of the integration log means; undefined for one that is not known (zis-admin-app 5.9). */
export const logWords = (text: string, t: Text): string | undefined =>
  /JSON path not found/i.test(text) ? t('runbook.json_path') : undefined

/** The server's own sentence about a problem, or that of what broke in the app; empty where there is none. */
export function detailWords({ kind, status, message }: Said, t: Text): string {
  if (message === '' || kind === 'fault') return message
  return t('problem.answer', { status, message })
}

/** What a problem means and what to do about it, in a sentence or two. */
export function problemWords(problem: Said, t: Text): string {
  const known = knownFailure(problem)
  return known ? t(`runbook.${known}`) : t(`problem.${problem.kind}`)
}
