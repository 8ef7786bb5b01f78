import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProgram, type Program } from '../support/program'

const token = 'control-token-of-specs'
/** `npm run kills` makes it 200. */
const rounds = Number(process.env['KILLS'] ?? 20)

/** A bundle whose flow only says which event it saw. */
const echoBundle = {
  zis_template_version: '2019-10-14',
  name: 'echo',
  resources: {
    on_thing: {
      type: 'ZIS::Flow',
      properties: {
        name: 'on_thing',
        definition: {
          StartAt: 'Say',
          States: { Say: { Type: 'Succeed', Message: 'saw {{$.input.number}}' } },
        },
      },
    },
    on_thing_job: {
      type: 'ZIS::JobSpec',
      properties: {
        name: 'on_thing_job',
        event_source: 'spec',
        event_type: 'thing.happened',
        flow_name: 'zis:echo:flow:on_thing',
      },
    },
  },
}

/** The same "random" moments in every run of this spec. */
function* moments(seed: number) {
  for (let value = seed; ;) {
    value = (value * 48271) % 2147483647
    yield value % 25
  }
}

describe('killed at any moment', () => {
  let folder: string
  let program: Program | undefined
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zis-kill-'))
  })
  afterEach(async () => {
    await program?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  const start = async () =>
    (program = await startProgram('--port', '0', '--data', folder, '--control-token', token))

  async function call(route: string, body?: unknown, authorization = `Bearer ${token}`): Promise<Response> {
    const [method, path] = route.split(' ')
    return fetch(program!.origin + path, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
  }

  async function install() {
    const basic = `Basic ${btoa('admin@example.com/token:local-token')}`
    await call('POST /api/services/zis/registry/echo', {}, basic)
    await call('POST /api/services/zis/registry/echo/bundles', echoBundle, basic)
    const name = encodeURIComponent('zis:echo:job_spec:on_thing_job')
    const installed = await call(
      `POST /api/services/zis/registry/job_specs/install?job_spec_name=${name}`,
      undefined,
      basic,
    )
    expect(installed.status).toBe(200)
  }

  /** Sends events, several at a time, and kills the process in the middle of them. */
  async function sendUntilKilled(first: number, killAfter: number): Promise<number[]> {
    const acknowledged: number[] = []
    let isDead = false
    let next = first
    const sender = async () => {
      while (!isDead) {
        const number = next++
        let status: number
        try {
          const input = { number }
          const answer = await call('POST /_sim/events', {
            event_source: 'spec',
            event_type: 'thing.happened',
            input,
          })
          status = answer.status
        } catch {
          return // The process is gone; what it had not acknowledged may be lost.
        }
        if (status !== 202) throw new Error(`an event was answered with ${status}`)
        acknowledged.push(number)
        if (acknowledged.length >= killAfter && !isDead) {
          isDead = true
          await program!.kill('SIGKILL')
        }
      }
    }
    await Promise.all([sender(), sender(), sender(), sender()])
    return acknowledged
  }

  it(
    'runs every acknowledged event, and loses none',
    async () => {
      await start()
      await install()
      const acknowledged: number[] = []
      const moment = moments(20261121)
      for (let round = 0; round < rounds; round += 1) {
        if (round > 0) await start()
        acknowledged.push(...(await sendUntilKilled(round * 1000, moment.next().value! + 1)))
      }

      await start()
      expect(await (await call('POST /_sim/settle', {})).json()).toMatchObject({ settled: true })
      const seen = new Set<string>()
      let after = ''
      for (let hasMore = true; hasMore;) {
        const page = (await (await call(`GET /_sim/runs?limit=500${after}`)).json()) as {
          runs: Array<{ id: string; status: string; result: string }>
          has_more: boolean
        }
        for (const run of page.runs) {
          expect(run.status).toBe('succeeded')
          seen.add(run.result)
        }
        hasMore = page.has_more
        after = `&after=${page.runs.at(-1)?.id}`
      }
      expect(acknowledged.length).toBeGreaterThan(rounds)
      expect(acknowledged.filter((number) => !seen.has(`saw ${number}`))).toEqual([])
      if (process.env['KILLS'] !== undefined) {
        process.stdout.write(
          `${rounds} kills: ${acknowledged.length} events acknowledged, every one of them has run, ${seen.size} ran in all\n`,
        )
      }
    },
    120_000 + rounds * 3_000,
  )
})
