import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inRoot } from '../../tools/root.mjs'

const authorization = 'Bearer control-token-of-specs'

/** As a user types it, with a folder of integrations elsewhere on the disk. */
describe('npm start -- --integrations', () => {
  let folder: string
  let child: ChildProcess
  let origin: string
  const file = () => join(folder, 'crm/partners/crm.mjs')
  const write = (says: string) =>
    writeFileSync(
      file(),
      `export default {
        host: 'crm.example.com',
        title: 'CRM',
        fetch: (request, { state }) => {
          state.put('visits', Number(state.get('visits') ?? 0) + 1)
          return Response.json({ says: '${says}', visits: state.get('visits') })
        },
      }`,
    )

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zis-start-'))
    mkdirSync(join(folder, 'crm/partners'), { recursive: true })
    write('hello')
    child = spawn(
      'npm',
      [
        ...['start', '--silent', '--', '--port', '0', '--data', join(folder, 'data')],
        ...['--control-token', 'control-token-of-specs'],
        ...['--integrations', folder, '--integrations', join(folder, 'not-there')],
      ],
      { cwd: inRoot('.'), stdio: ['ignore', 'pipe', 'pipe'], detached: true },
    )
    // What has to be built is told first.
    for await (const line of createInterface({ input: child.stdout! })) {
      const found = /(http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1]
      if (found === undefined) continue
      origin = found
      break
    }
    child.stdout!.resume()
  }, 180_000)
  afterAll(async () => {
    const ended = new Promise((resolve) => child.once('close', resolve))
    // npm and what it started.
    process.kill(-child.pid!, 'SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })

  const visit = async () => (await fetch(`${origin}/partners/crm.example.com/`)).json()
  async function partners() {
    const answer = await fetch(`${origin}/_sim/partners`, { headers: { authorization } })
    return (await answer.json()) as { partners: Array<{ host: string; file?: string }>; problems: object[] }
  }
  /** Does something to the files, and waits until the pages are told that the partners are others. */
  async function changing(work: () => void): Promise<void> {
    const ending = new AbortController()
    const stream = await fetch(`${origin}/_sim/stream`, { headers: { authorization }, signal: ending.signal })
    const reader = stream.body!.getReader()
    work()
    let heard = ''
    while (!heard.includes('"kind":"partners"')) {
      const { value, done } = (await reader.read()) as { value?: Uint8Array; done: boolean }
      if (done) throw new Error(`the stream ended: ${heard}`)
      heard += new TextDecoder().decode(value)
    }
    ending.abort()
  }

  it('plays the partners in it, beside our own', async () => {
    expect(await visit()).toEqual({ says: 'hello', visits: 1 })
    const { partners: all, problems } = await partners()
    expect(all.map(({ host }) => host)).toEqual(expect.arrayContaining(['crm.example.com', 'slack.com']))
    expect(problems).toEqual([])
  })

  it('runs a module anew when it changes, with what it has kept', async () => {
    await visit()
    await changing(() => write('changed'))
    expect(await visit()).toEqual({ says: 'changed', visits: 3 })
  })

  it('leaves the last good one in force, and says what is wrong with the new one', async () => {
    await changing(() => writeFileSync(file(), 'export default {'))
    expect(await visit()).toMatchObject({ says: 'changed' })
    expect((await partners()).problems).toMatchObject([
      { file: file(), message: expect.stringContaining('the module cannot be run') },
    ])
    await changing(() => write('mended'))
    expect(await visit()).toMatchObject({ says: 'mended' })
    expect((await partners()).problems).toEqual([])
  })

  it('finds what is added to it, and lets go of what is taken away', async () => {
    await changing(() => {
      mkdirSync(join(folder, 'erp/partners'), { recursive: true })
      writeFileSync(join(folder, 'erp/partners/erp.json'), '{ "host": "erp.example.com", "title": "ERP" }')
    })
    expect((await partners()).partners).toContainEqual(expect.objectContaining({ host: 'erp.example.com' }))
    await changing(() => rmSync(join(folder, 'erp'), { recursive: true }))
    expect((await partners()).partners).not.toContainEqual(
      expect.objectContaining({ host: 'erp.example.com' }),
    )
  })
})
