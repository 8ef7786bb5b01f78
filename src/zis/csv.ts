/**
 * What a spreadsheet takes for the begin of a formula, behind spaces, too. The wide signs are taken for the narrow ones.
 */
const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/

/** A line of comma-separated values (RFC 4180) of texts that come from anybody: no spreadsheet runs one of them. */
export const csvLine = (values: readonly string[]): string => `${values.map(cell).join(',')}\r\n`

function cell(value: string): string {
  const harmless = formula.test(value) ? `'${value}` : value
  // Where commas part decimals, a semicolon parts cells.
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
