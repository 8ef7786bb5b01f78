// @ts-check
import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transform } from '@swc/core'

/** Lets a tool import our TypeScript as it stands: `register('./ts-loader.mjs', import.meta.url)`. */

/** @type {import('node:module').ResolveHook} */
export function resolve(specifier, context, nextResolve) {
  const places = specifier.startsWith('.') ? [`${specifier}.ts`, `${specifier}/index.ts`] : []
  const found = places.map((place) => new URL(place, context.parentURL)).find((place) => existsSync(place))
  return nextResolve(found?.href ?? specifier, context)
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context)
  const filename = fileURLToPath(url)
  const { code } = await transform(await readFile(filename, 'utf8'), {
    filename,
    module: { type: 'es6' },
    sourceMaps: 'inline',
  })
  return { format: 'module', source: code, shortCircuit: true }
}
