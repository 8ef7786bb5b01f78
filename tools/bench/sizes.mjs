// @ts-check
import { bars, gzippedSize, packageApp } from '../app/package-app.mjs'
import { readRecord } from '../build-record.mjs'
import { inRoot } from '../root.mjs'

const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(0)} kB`

/** The package for Admin Center, and what a browser loads of it before it can draw. */
export async function run() {
  const built = inRoot('dist/app')
  const zip = packageApp(built).zip?.length
  if (zip === undefined) throw new Error('The app is not fit to be packaged; `npm run package` says why.')
  const first = gzippedSize(built, readRecord('app')?.first ?? [])
  return [
    { name: 'app zip', ours: kB(zip), peer: `bar ${kB(bars.zip)}`, ratio: zip / bars.zip },
    {
      name: 'first load, gzipped',
      ours: kB(first),
      peer: `bar ${kB(bars.firstLoad)}`,
      ratio: first / bars.firstLoad,
    },
  ]
}
