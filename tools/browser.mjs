// @ts-check
import { accessSync, constants, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]

const usualPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name]
    return folder === undefined
      ? []
      : [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Chromium/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]
  }),
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** What to tell somebody who has no browser. */
export const howToGetBrowser =
  'No Chrome or Chromium was found: install one, or set CHROME_PATH to the program of one that is installed.'

/**
 * The program of Chrome or Chromium on this machine: CHROME_PATH first, then PATH, then the usual places.
 * A CHROME_PATH that is set is taken at its word: when nothing runs there, no other browser is looked for.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} undefined when there is none
 */
export function findBrowser(env = process.env) {
  const named = env['CHROME_PATH']
  if (named !== undefined && named !== '') return isProgram(named) ? named : undefined
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath =
    process.platform === 'win32' ? [] : names.flatMap((name) => folders.map((f) => join(f, name)))
  const places = usualPlaces[/** @type {keyof typeof usualPlaces} */ (process.platform)] ?? []
  return [...onPath, ...places].find(isProgram)
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

/**
 * Finds a browser, and as root on Debian installs `chromium` when there is none.
 *
 * @returns {Promise<{ browser: string } | { problem: string }>}
 */
export async function findOrInstallBrowser() {
  const found = findBrowser()
  if (found !== undefined) return { browser: found }
  if (process.env['CHROME_PATH'] || process.getuid?.() !== 0 || !isDebian())
    return { problem: howToGetBrowser }

  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    const { code, output } = await run('apt-get', args, { env })
    if (code !== 0) {
      return { problem: `${output.trim().split('\n').at(-1)} (apt-get ${args[0]}). ${howToGetBrowser}` }
    }
  }
  const installed = findBrowser()
  return installed === undefined ? { problem: howToGetBrowser } : { browser: installed }
}
