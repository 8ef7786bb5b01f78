// @ts-check
// npm run fidelity: writes docs/fidelity.md from the list of assumptions.
import { writeFileSync } from 'node:fs'
import { register } from 'node:module'
import { fidelityPage } from './fidelity-page.mjs'
import { inRoot } from './root.mjs'

register('./ts-loader.mjs', import.meta.url)
const { assumptions } = await import('../src/simulator/assumptions/index.ts')
const { settled } = await import('../src/simulator/assumptions/settled.ts')
writeFileSync(inRoot('docs/fidelity.md'), fidelityPage(assumptions, settled))
console.log(`docs/fidelity.md: ${Object.keys(assumptions).length} switches`)
