/** Seconds until the second, third and fourth attempt when the answer does not say (zis-flows 8.3). */
const delays = [30, 60, 120] as const
const longestRetryAfter = 120

/**
 * Seconds until the whole flow is tried again after an attempt failed; undefined when it is not: another
 * error than 429 or 5xx of a custom action, or the fourth attempt (zis-flows 8.3).
 *
 * @param attempt number of the attempt that failed, from 1
 */
export function retryDelay(
  attempt: number,
  error: { status?: number; retryAfterSeconds?: number },
): number | undefined {
  const { status, retryAfterSeconds } = error
  const delay = delays[attempt - 1]
  if (status === undefined || delay === undefined) return undefined
  if (status === 429 && retryAfterSeconds !== undefined) return Math.min(retryAfterSeconds, longestRetryAfter)
  return status === 429 || (status >= 500 && status <= 599) ? delay : undefined
}

/** Reads a `Retry-After` header, seconds or a date; undefined when it is neither. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  if (/^\d+$/.test(header.trim())) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000))
}
