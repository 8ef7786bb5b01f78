/** Longer words than this are no slips of the pen, and more candidates take more time than a hint is worth. */
const longest = 100
const mostCandidates = 200

/**
 * The known word nearest to one that is not known, for "did you mean"; undefined when none is near
 * (more than a third of its letters would have to change).
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined
  let best: string | undefined
  let looked = 0
  let fewest = Math.floor(word.length / 3) + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= fewest) continue
    looked += 1
    if (looked > mostCandidates) break
    const changes = distance(word.toLowerCase(), candidate.toLowerCase())
    if (changes < fewest) [best, fewest] = [candidate, changes]
  }
  return best
}

/** Letters to insert, delete or exchange to make one text of the other. */
function distance(whole: string, other: string): number {
  // What they begin and end with alike changes nothing, and is most of two names in one bundle.
  let start = 0
  while (start < whole.length && whole[start] === other[start]) start += 1
  let end = 0
  const most = Math.min(whole.length, other.length) - start
  while (end < most && whole[whole.length - 1 - end] === other[other.length - 1 - end]) end += 1
  const a = whole.slice(start, whole.length - end)
  const b = other.slice(start, other.length - end)
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const above = row
    row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(same, above[j]! + 1, row[j - 1]! + 1))
    }
  }
  return row[b.length]!
}
