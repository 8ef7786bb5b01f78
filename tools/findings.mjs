// @ts-check
// node tools/findings.mjs: writes docs/findings.md from the codes of the checks.
import { writeFileSync } from 'node:fs'
import { register } from 'node:module'
import { findingsPage } from './findings-page.mjs'
import { inRoot } from './root.mjs'

register('./ts-loader.mjs', import.meta.url)
const { codeGroups, codes } = await import('../src/zis/codes/index.ts')
writeFileSync(inRoot('docs/findings.md'), findingsPage(codeGroups))
console.log(`docs/findings.md: ${Object.keys(codes).length} codes`)
