import { readFileSync, readdirSync } from 'node:fs'
import { codeGroups, codes } from '../../src/zis/codes'
import { findingsPage } from '../../tools/findings-page.mjs'
import { inRoot } from '../../tools/root.mjs'

it('docs/findings.md is current; `node tools/findings.mjs` writes it', () => {
  expect(readFileSync(inRoot('docs/findings.md'), 'utf8')).toBe(findingsPage(codeGroups))
})

it('no two groups share a code', () => {
  const listed = Object.values(codeGroups).flatMap((group) => Object.keys(group))
  expect(listed).toHaveLength(Object.keys(codes).length)
})

it('gives each code a row, and says when the severity depends', () => {
  const page = findingsPage({
    Texts: { 'json.odd': { severities: ['warning', 'error'], what: 'It is a | b.', wayOut: 'Choose.' } },
  })
  expect(page).toContain('## Texts\n')
  expect(page).toContain('| `json.odd` | warning or error | It is a \\| b. | Choose. |\n')
})

/** The text of every file with one of the endings below a folder. */
function textOf(folder: string, endings: RegExp): string {
  return readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => endings.test(file))
    .map((file) => readFileSync(inRoot(`${folder}/${file}`), 'utf8'))
    .join('\n')
}
const told = textOf('src/zis', /^(?!codes).*\.ts$/)
const expected = `${textOf('spec/zis', /\.ts$/)}${textOf('spec/flows', /\.json$/)}`

it.each(Object.keys(codes))('%s is told by a check, and expected by a spec', (code) => {
  // `action.${word}` stands for the three lists of an action.
  const isBuilt = ['action.headers', 'action.query', 'action.queryParams'].includes(code)
  expect(isBuilt || told.includes(`'${code}'`)).toBe(true)
  expect(new RegExp(`${code.replaceAll('.', '\\.')}(?![\\w-])`).test(expected)).toBe(true)
})
