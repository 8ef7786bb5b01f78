/**
 * True when a text fits a pattern in which `*` stands for any run of characters, anywhere. Case counts.
 * Plain search part by part: a regular expression made of a caller's text could be made to explode.
 */
export function fitsPattern(text: string, pattern: string): boolean {
  const parts = pattern.split('*')
  if (parts.length === 1) return text === pattern
  const first = parts[0]!
  const last = parts.at(-1)!
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return at <= text.length - last.length
}
