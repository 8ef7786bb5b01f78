import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { partnerFilesIn } from '../../../src/simulator'
import { startSimulator } from '../../support/start-simulator'
import { startProgram } from '../../support/program'

describe('partner files in folders', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zis-partners-'))
    mkdirSync(join(folder, 'orders/partners'), { recursive: true })
    file = join(folder, 'orders/partners/erp.json')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const erp = (title: string) => JSON.stringify({ host: 'erp.example.com', title })

  it('are found in the partners folder of each integration, and nowhere else', async () => {
    writeFileSync(file, erp('ERP'))
    writeFileSync(join(folder, 'orders/bundle.json'), '{}')
    writeFileSync(join(folder, 'orders/partners/notes.txt'), 'no partner')
    writeFileSync(join(folder, 'README.md'), 'no folder')
    // Named twice, as by --integrations integrations: it is no second claim to the same hosts.
    const found = await partnerFilesIn([folder, join(folder, 'missing'), `${folder}/`]).read()
    expect(found).toEqual([{ path: file, text: erp('ERP') }])
  })

  it('act as soon as they change', async () => {
    writeFileSync(file, erp('Before'))
    const heard = { told: (_: string) => {} }
    const zis = await startSimulator({
      partnerFiles: partnerFilesIn([folder]),
      say: (text) => heard.told(text),
    })
    const told = new Promise<string>((resolve) => (heard.told = resolve))
    writeFileSync(file, '{ "host": "erp.example.com", "titl": "After" }')
    const words = await told
    expect(words).toContain(`${file}:1:30 /titl: "titl" means nothing here; did you mean "title"?`)
    const { body } = await zis.control('GET /_sim/partners/erp.example.com')
    expect(body['partner']).toMatchObject({ title: 'Before' })
    await zis.stop()
  })

  it('may be modules of the user’s own, which keep what they put', async () => {
    writeFileSync(
      join(folder, 'orders/partners/crm.mjs'),
      `export default {
        host: 'crm.example.com',
        title: 'CRM',
        async fetch(request, { state, now }) {
          const { pathname } = new URL(request.url)
          const visits = Number(state.get('visits') ?? 0) + 1
          state.put('visits', visits)
          return Response.json({ pathname, visits, list: state.list(), isTime: now().endsWith('Z') })
        },
      }`,
    )
    writeFileSync(join(folder, 'orders/partners/bad.mjs'), 'export default { host: 1 }')
    writeFileSync(join(folder, 'orders/partners/worse.mjs'), 'export default {')
    writeFileSync(join(folder, 'orders/partners/worst.mjs'), '\nthrow new Error("no luck")')
    const failing = join(folder, 'orders/partners/failing.mjs')
    writeFileSync(
      failing,
      `export default { host: 'failing.example.com', title: 'F', fetch(request) {
        if (request.url.endsWith('/slip')) return slip.of.mine
      } }`,
    )
    const program = await startProgram(
      ...['--port', '0', '--data', join(folder, 'data'), '--integrations', folder],
      ...['--control-token', 'control-token', '--integrations', join(folder, 'slip')],
    )
    const get = async (path: string) => {
      const answer = await fetch(program.origin + path, {
        headers: { authorization: 'Bearer control-token' },
      })
      return (await answer.json()) as Record<string, unknown>
    }
    const visit = async () => (await fetch(`${program.origin}/partners/crm.example.com/people`)).json()
    expect(await visit()).toEqual({ pathname: '/people', visits: 1, list: [['visits', 1]], isTime: true })
    expect(await visit()).toMatchObject({ visits: 2 })
    const { partners, problems } = await get('/_sim/partners')
    expect(partners).toContainEqual(expect.objectContaining({ host: 'crm.example.com', kind: 'module' }))
    expect(problems).toMatchObject([
      { file: join(folder, 'orders/partners/bad.mjs'), message: 'its default export is no partner' },
      {
        message: expect.stringContaining('the module cannot be run'),
        way_out: expect.stringContaining(`node --check ${join(folder, 'orders/partners/worse.mjs')}`),
      },
      { message: 'the module cannot be run: no luck', line: 2, column: 7 },
    ])
    const fail = async (path: string) => {
      const answer = await fetch(`${program.origin}/partners/failing.example.com${path}`)
      return [answer.status, await answer.text()]
    }
    expect(await fail('/slip')).toEqual([
      502,
      `No answer from failing.example.com: ${failing}:2:44 failed: slip is not defined`,
    ])
    expect(await fail('/other')).toEqual([
      502,
      `No answer from failing.example.com: ${failing} failed: fetch gave no Response; is a "return" missing?`,
    ])
    expect(program.said()).toContain(
      `There is no folder ${join(folder, 'slip')} yet; what is in it is read as soon as it is there.`,
    )
    expect(await program.kill()).toBe(0)
  })
})
