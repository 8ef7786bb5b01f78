import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assumptions } from '../../src/simulator/assumptions'
import { settled } from '../../src/simulator/assumptions/settled'
import { fidelityPage } from '../../tools/fidelity-page.mjs'
import { inRoot } from '../../tools/root.mjs'

it('docs/fidelity.md is current; `npm run fidelity` writes it', () => {
  expect(readFileSync(inRoot('docs/fidelity.md'), 'utf8')).toBe(fidelityPage(assumptions, settled))
})

it('gives each switch a row under the page that it was read in', () => {
  const page = fidelityPage({
    maskTokens: {
      decides: 'Tokens are masked | or not.',
      default: true,
      choices: [true, false],
      mark: 'assumed',
      source: 'zis-api 4.2',
    },
  })
  expect(page).toContain('## The APIs\n')
  expect(page).toContain(
    '| `maskTokens` | Tokens are masked \\| or not. | assumed | `true` | `false` | zis-api 4.2 |\n',
  )
})

it('every assumption has its default among its choices', () => {
  for (const { default: value, choices } of Object.values(assumptions)) {
    expect(choices).toContain(value)
  }
})

/** A switch that no spec turns could do nothing at all. */
it('every switch is named in a spec', () => {
  const specs = readdirSync(inRoot('spec'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(spec\.tsx?|json|ts)$/.test(name) && !name.endsWith('fidelity.spec.ts'))
    .map((name) => readFileSync(join(inRoot('spec'), name), 'utf8'))
    .join('\n')
  const isNamed = (name: string) => new RegExp(`\\b${name}\\b`).test(specs)
  expect(Object.keys(assumptions).filter((name) => !isNamed(name))).toEqual([])
})
