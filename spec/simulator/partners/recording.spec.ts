import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recordingFilesIn } from '../../../src/simulator'
import type { JsonObject } from '../../../src/zis/json'
import { createCallers, type Callers } from '../../support/callers'
import { installFlow, raise, results } from '../../support/one-flow'
import { partnerFilesOf } from '../../support/partner-files'
import { startProgram } from '../../support/program'
import { startRealHost } from '../../support/real-host'
import { startSimulator } from '../../support/start-simulator'

/** What must be in no file: known to ZIS, known only by its name, in headers, fields, addresses. */
const secrets = {
  token: 'bearer-token-of-the-admin',
  session: 'session-that-only-the-host-knows',
  key: 'api-key-in-the-address',
  code: 'code-in-a-link',
}

describe('recording a host', () => {
  let folder: string
  let real: Awaited<ReturnType<typeof startRealHost>>
  let asked: number
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zis-recording-'))
    asked = 0
    real = await startRealHost((method, url, body) => {
      asked += 1
      const sent = body === '' ? {} : (JSON.parse(body) as JsonObject)
      return {
        status: method === 'POST' ? 201 : 200,
        headers: {
          'set-cookie': `sid=${secrets.session}`,
          'x-session': secrets.session,
          'x-page': url.searchParams.get('page') ?? 'none',
          link: `<https://api.example.com/next?code=${secrets.code}&page=2>; rel="next"`,
        },
        body: JSON.stringify({
          asked,
          text: sent['note'] ?? `{{now}} you sent ${secrets.token}`,
          login: { session_key: secrets.session, tokens: [secrets.session], token_type: 'Bearer' },
        }),
      }
    })
  })
  afterEach(async () => {
    await real.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const file = (host: string) => join(folder, 'partners', `${host.replace(':', '_')}.json`)
  const recorded = (host: string) =>
    JSON.parse(readFileSync(file(host), 'utf8')) as { routes: JsonObject[]; recorded: boolean }

  const open = (network: boolean, record: string[] = []) =>
    startSimulator({
      recordings: recordingFilesIn(join(folder, 'partners')),
      record,
      ...(network && {
        network: { hosts: new Set(['api.example.com']), fetch: (request) => real.fetch(request) },
      }),
    })

  async function install(zis: Callers, base = 'https://api.example.com') {
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
    await zis.admin('POST /api/services/zis/integrations/acme_a/connections/bearer_token', {
      name: 'real',
      token: secrets.token,
      allowed_domain: new URL(base).hostname,
    })
    await installFlow(zis, 'acme_a', {
      action: {
        method: 'POST',
        url: `${base}/notes?api_key=${secrets.key}&list={{$.input.list}}`,
        connectionName: 'real',
        requestBody: { 'note.$': '$.input.note' },
      },
      flow: {
        StartAt: 'Call',
        States: {
          Call: {
            Type: 'Action',
            ActionName: 'zis:acme_a:action:call',
            Parameters: { 'input.$': '$.input' },
            ResultPath: '$.answer',
            Next: 'Done',
          },
          Done: { Type: 'Succeed', Message: '{{$.answer.asked}}: {{$.answer.text}}' },
        },
      },
    })
  }
  async function send(zis: Callers, ...notes: Array<[list: string, note: string]>) {
    for (const [list, note] of notes) {
      await raise(zis, { list, note })
      await zis.control('POST /_sim/settle', {})
    }
    return (await results(zis)).slice(-notes.length)
  }

  it('keeps its answers, and gives them again without the network', async () => {
    const live = await open(true, ['api.example.com'])
    await install(live)
    const sent = [
      ['a', 'one'],
      ['a', 'two'],
      ['b', 'one'],
      ['a', 'one'],
    ] as Array<[string, string]>
    expect(await send(live, ...sent)).toEqual(['1: one', '2: two', '3: one', '4: one'])
    expect(real.received[0]).toEqual({
      line: `POST /notes?api_key=${secrets.key}&list=a`,
      authorization: `Bearer ${secrets.token}`,
    })
    await live.stop()

    const offline = await open(false)
    await install(offline)
    expect(await send(offline, ...sent)).toEqual(['1: one', '2: two', '3: one', '4: one'])
    // The last answer of a sequence stays; where bodies differ, one that was not recorded has none.
    expect(await send(offline, ['a', 'one'], ['b', 'another'])).toEqual(['4: one', '3: one'])
    expect((await send(offline, ['a', 'three']))[0]).toContain('404')
    const { body } = await offline.control('GET /_sim/outbound?limit=1')
    expect(body['requests']).toMatchObject([
      {
        answered_by: 'api.example.com',
        response: { body: expect.stringContaining('Record api.example.com') },
      },
    ])
    expect(real.received).toHaveLength(4)
    await offline.stop()
  })

  it('keeps no secret in the file, and nothing that would be wrong later', async () => {
    const zis = await open(true, ['api.example.com'])
    await install(zis)
    await send(zis, ['a', secrets.token])
    const text = readFileSync(file('api.example.com'), 'utf8')
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret)
    expect(recorded('api.example.com')).toMatchObject({
      host: 'api.example.com',
      recorded: true,
      routes: [
        {
          route: 'POST /notes',
          query: 'api_key=*****&list=a',
          answers: [
            {
              status: 201,
              headers: {
                'content-type': 'application/json',
                'x-page': 'none',
                link: expect.stringContaining('page=2'),
              },
              body: {
                asked: 1,
                login: { session_key: '*****', tokens: ['*****'], token_type: 'Bearer' },
              },
            },
          ],
        },
      ],
    })
    expect(statSync(file('api.example.com')).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, 'partners'))).toEqual(['api.example.com.json'])
    await zis.stop()
  })

  it('is begun and ended while it runs, renewed and deleted', async () => {
    const zis = await open(true)
    await install(zis)
    const record = (is_recording: boolean) =>
      zis.control('PUT /_sim/recordings/api.example.com', { is_recording })
    expect(await send(zis, ['a', 'one'])).toEqual(['1: one'])
    expect((await zis.control('GET /_sim/partners')).body['network']).toEqual([
      { host: 'api.example.com', is_recording: false },
    ])

    expect((await record(true)).body).toEqual({ network: [{ host: 'api.example.com', is_recording: true }] })
    expect(await send(zis, ['a', 'one'], ['b', 'one'])).toEqual(['2: one', '3: one'])
    await record(false)
    expect(await send(zis, ['a', 'one'])).toEqual(['2: one'])
    expect((await zis.control('GET /_sim/partners/api.example.com')).body['partner']).toMatchObject({
      kind: 'recorded',
      recorded: [
        { request: 'POST /notes?api_key=*****&list=a', statuses: [201] },
        { request: 'POST /notes?api_key=*****&list=b', statuses: [201] },
      ],
    })

    // What is asked again is renewed; what is not stays as it was.
    await record(true)
    await send(zis, ['a', 'one'])
    await record(false)
    expect(await send(zis, ['a', 'one'], ['b', 'one'])).toEqual(['4: one', '3: one'])

    expect((await zis.control('DELETE /_sim/recordings/api.example.com')).status).toBe(204)
    expect(readdirSync(join(folder, 'partners'))).toEqual([])
    expect(await send(zis, ['a', 'one'])).toEqual(['5: one'])
    expect((await zis.control('DELETE /_sim/recordings/api.example.com')).status).toBe(404)
    await zis.stop()
  })

  it('gives back what looks like a placeholder as it came', async () => {
    const zis = await open(true, ['api.example.com'])
    await install(zis)
    await raise(zis, { list: 'a', note: null })
    await zis.settle()
    await zis.control('PUT /_sim/recordings/api.example.com', { is_recording: false })
    await raise(zis, { list: 'a', note: null })
    await zis.settle()
    expect((await results(zis))[1]).toBe('1: {{now}} you sent *****')
    await zis.stop()
  })

  it('keeps every digit of an integer, and masks one that is a secret', async () => {
    const answer = `{"id": 9007199254740993, "note": "#9007199254740993", "session_key": 9007199254740995}`
    const zis = await startSimulator({
      record: ['api.example.com'],
      network: {
        hosts: new Set(['api.example.com']),
        fetch: () =>
          Promise.resolve(new Response(answer, { headers: { 'content-type': 'application/json' } })),
      },
    })
    await install(zis)
    await send(zis, ['a', 'one'])
    await zis.control('PUT /_sim/recordings/api.example.com', { is_recording: false })
    const given = await zis.simulator.partner('api.example.com')!(
      new Request('https://api.example.com/notes?list=a&api_key=other', {
        method: 'POST',
        body: '{"note": "one"}',
      }),
    )
    expect(given.headers.get('content-type')).toBe('application/json')
    expect(await given.text()).toBe(
      '{"id":9007199254740993,"note":"#9007199254740993","session_key":"*****"}',
    )
    await zis.stop()
  })

  it('takes the same request as one, whatever the order of parameters and the spaces of its JSON', async () => {
    const zis = await open(true, ['api.example.com'])
    await install(zis)
    await send(zis, ['a', 'one'], ['a', 'two'])
    await zis.control('PUT /_sim/recordings/api.example.com', { is_recording: false })
    const answer = await zis.simulator.partner('api.example.com')!(
      new Request(`https://api.example.com/notes?list=a&api_key=other`, {
        method: 'POST',
        body: '{\n "note": "two" }',
      }),
    )
    expect(await answer.json()).toMatchObject({ asked: 2 })
    await zis.stop()
  })

  it('is refused for a host that nobody named, and for one that a file plays', async () => {
    const { partnerFiles } = partnerFilesOf({
      'integrations/api/partners/api.json': { host: 'api.example.com', title: 'By hand' },
    })
    const said: string[] = []
    const zis = await startSimulator({
      partnerFiles,
      record: ['api.example.com'],
      say: (text) => said.push(text),
      network: { hosts: new Set(['api.example.com']), fetch: (request) => real.fetch(request) },
    })
    const record = (host: string) => zis.control(`PUT /_sim/recordings/${host}`, { is_recording: true })
    expect(said).toEqual([expect.stringContaining('played by integrations/api/partners/api.json')])
    expect((await record('api.example.com')).text).toContain('take that file away first')
    expect((await record('other.example.com')).text).toContain('--record other.example.com')
    expect((await record('Nope!')).status).toBe(400)
    await zis.stop()
  })

  it('is for the program with --record, across a restart without it', async () => {
    const options = ['--port', '0', '--data', folder, '--control-token', 'control-token']
    const first = await startProgram(...options, '--record', real.host)
    const live = await createCallers(fetch, first.origin, 'control-token')
    await install(live, `http://${real.host}`)
    expect(await send(live, ['a', 'one'])).toEqual(['1: one'])
    expect(await first.kill()).toBe(0)
    const text = readFileSync(file(real.host), 'utf8')
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret)

    const second = await startProgram(...options)
    const offline = await createCallers(fetch, second.origin, 'control-token')
    expect(await send(offline, ['a', 'one'])).toEqual(['1: one'])
    expect(real.received).toHaveLength(1)
    expect(await second.kill()).toBe(0)
  })
})
