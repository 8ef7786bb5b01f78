import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { inRoot } from '../../tools/root.mjs'

/** The library as it is built, in a program of somebody else’s. */
describe('the built library', () => {
  const file = inRoot('dist/simulator/index.js')
  const use = `const zis = await createSimulator()
    const answer = await zis.fetch(new Request(zis.origin + '/api/v2/users/me'))
    console.log(answer.status, (await zis.settle()).settled)
    await zis.close()`

  it.each([
    [
      'an ES module',
      'module',
      `import { createSimulator } from ${JSON.stringify(pathToFileURL(file).href)}\n${use}`,
    ],
    [
      'a CommonJS module',
      'commonjs',
      `const { createSimulator } = require(${JSON.stringify(file)});(async () => { ${use} })()`,
    ],
  ])('is used by %s, and ends with it', (_, type, text) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [`--input-type=${type}`, '-e', text], {
      encoding: 'utf8',
    })
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '200 true\n', stderr: '' })
  })
})
