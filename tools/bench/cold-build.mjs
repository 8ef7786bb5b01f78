// @ts-check
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from '../root.mjs'

const files = ['src', 'assets', 'translations', 'integrations', 'tools', 'manifest.json', 'package.json']
const settings = ['package-lock.json', 'tsconfig.json', 'webpack.config.mjs', '.swcrc']

/** All three builds without a cache, in a copy of the project. */
export async function run() {
  const copy = mkdtempSync(join(tmpdir(), 'bench-build-'))
  try {
    for (const name of [...files, ...settings]) cpSync(inRoot(name), join(copy, name), { recursive: true })
    symlinkSync(inRoot('node_modules'), join(copy, 'node_modules'))
    const began = performance.now()
    const { status, stderr } = spawnSync(process.execPath, ['tools/build.mjs'], {
      cwd: copy,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
    return [{ name: 'cold build', ours: `${((performance.now() - began) / 1000).toFixed(1)} s`, peer: '' }]
  } finally {
    rmSync(copy, { recursive: true })
  }
}
