import type { ReadAssumption } from '../assumptions'
import type { FlowError } from './ports'

/** Seconds until the second and third attempt when the answer does not say (zis-flows 8.3). */
const firstDelays = [30, 60] as const
const longestRetryAfter = 120

/**
 * Seconds until the whole flow is tried again after an attempt failed; undefined when it is not: for most
 * errors, and after the last attempt (zis-flows 8.3).
 *
 * @param attempt number of the attempt that failed, from 1
 */
export function retryDelay(
  attempt: number,
  { status, retryAfterSeconds, retriedIf }: FlowError['details'],
  assume: ReadAssumption,
): number | undefined {
  const isRetried =
    status === undefined ? retriedIf !== undefined && assume(retriedIf) : isRetriedStatus(status, assume)
  if (!isRetried || attempt >= assume('flowAttempts')) return undefined
  if (status === 429 && retryAfterSeconds !== undefined) return Math.min(retryAfterSeconds, longestRetryAfter)
  return firstDelays[attempt - 1] ?? assume('thirdRetryDelay')
}

const isRetriedStatus = (status: number, assume: ReadAssumption): boolean =>
  status === 429 ||
  (assume('retriedServerErrors') === '500' ? status === 500 : status >= 500 && status <= 599)

/** Reads a `Retry-After` header, seconds or a date; undefined when it is neither. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  if (/^\d+$/.test(header.trim())) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000))
}
