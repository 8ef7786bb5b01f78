/** How long writes may be kept back that nobody waits for (ms): what a crash would lose of them is done again. */
const patience = 10

/**
 * Decides when a transaction ends. Whoever waits for it is served at the end of the turn; while many wait, the
 * next one begins to sync only after a rest as long as the last sync took, so that a slow disk gets fewer
 * and larger commits and the processor has time for the requests that are to share them.
 */
export function createGroupCommit(commit: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let immediate: ReturnType<typeof setImmediate> | undefined
  let isUrgent = false
  let began = 0
  let restsUntil = 0

  return {
    /** Something is written that nobody waits for yet. */
    soon(): void {
      timer = setTimeout(commit, patience)
    },
    /** Somebody waits. */
    now(): void {
      if (isUrgent) return
      isUrgent = true
      clearTimeout(timer)
      const rest = Math.min(restsUntil - performance.now(), patience)
      if (rest < 1) immediate = setImmediate(commit)
      else timer = setTimeout(commit, rest)
    },
    /** The commit begins. */
    begin(): void {
      clearTimeout(timer)
      clearImmediate(immediate)
      isUrgent = false
      began = performance.now()
    },
    /** @param waited how many waited for it */
    end(waited: number): void {
      const ended = performance.now()
      // One program that sends one request after another has nobody to share a sync with.
      restsUntil = waited > 1 ? ended + (ended - began) : 0
    },
  }
}
