import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../src/simulator'
import type { JsonObject } from '../../../src/zis/json'
import { installFlow, raise, replayed } from '../../support/one-flow'
import { startSimulator, type TestZis } from '../../support/start-simulator'

const integer = '9007199254740993'
const body = `{"order": {"id": ${integer}}, "note": "${integer}"}`
const said = `${integer} in the event is too large to be kept exact as a number`

/** Waits, has jq take the id out of the event, and ends. */
const flow: JsonObject = {
  StartAt: 'Pause',
  States: {
    Pause: { Type: 'Wait', Seconds: 1, Next: 'Take' },
    Take: {
      Type: 'Action',
      ActionName: 'zis:common:transform:Jq',
      Parameters: { expr: '.order.id', 'data.$': '$.input' },
      ResultPath: '$.id',
      Next: 'Done',
    },
    Done: { Type: 'Succeed', Message: 'order {{$.input.note}}' },
  },
}

async function installIn(zis: TestZis, parts: Parameters<typeof installFlow>[2] = {}) {
  await zis.admin('POST /api/services/zis/registry/acme_a', {})
  await installFlow(zis, 'acme_a', parts)
}

/** Moves the clock until nothing is left to do. */
async function finish(zis: TestZis) {
  while (!(await zis.settle()).settled) await zis.control('POST /_sim/clock', { advance_seconds: 30 })
}

/** The notes of a run: state and text, attempt by attempt. */
async function notesOf(zis: TestZis, run = 1) {
  const shown = await zis.control(`GET /_sim/runs/${run}`)
  const attempts = shown.body['attempts'] as Array<{ steps: Array<{ state: string; notes?: string[] }> }>
  return attempts.map(({ steps }) =>
    steps.flatMap(({ state, notes = [] }) => notes.map((note) => `${state}: ${note}`)),
  )
}

describe('an integer beyond 2^53 in an event', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
  })
  afterEach(() => zis.stop())

  async function postTo(source: string, text: string) {
    const made = await zis.admin('POST /api/services/zis/inbound_webhooks/generic/acme_a', {
      source_system: source,
      event_type: 'thing.happened',
    })
    const { path, username, password } = made.body as Record<string, string>
    const authorization = `Basic ${btoa(`${username}:${password}`)}`
    return zis.with({ authorization })(`POST ${path!}`, text)
  }

  it('is noted in the runs that it starts when it comes through an inbound webhook', async () => {
    await installIn(zis, { source: 'warehouse', flow: { ...flow, StartAt: 'Done' } })
    expect((await postTo('warehouse', body)).status).toBe(200)
    await finish(zis)
    expect(await notesOf(zis)).toEqual([[`Done: ${said}`]])
    expect(await replayed(zis)).toBeNull()
  })

  it('is noted once, with all its digits, and so is that of a jq result', async () => {
    await installIn(zis, { flow })
    await zis.control(
      'POST /_sim/events',
      `{"event_source": "spec", "event_type": "thing.happened", "input": ${body}}`,
    )
    await finish(zis)
    const ofJq = '9007199254740992 in the result is too large to be kept exact as a number'
    expect(await notesOf(zis)).toEqual([[`Pause: ${said}`, `Take: ${ofJq}`]])
    expect(await replayed(zis)).toBeNull()
    expect((await zis.control('GET /_sim/events')).body['events']).toMatchObject([{ inexact: integer }])
  })

  it('stays known when the event is sent again', async () => {
    await installIn(zis, { flow: { ...flow, StartAt: 'Done' }, source: 'warehouse' })
    await postTo('warehouse', body)
    await zis.control('POST /_sim/events/1/again')
    await finish(zis)
    expect(await notesOf(zis, 2)).toEqual([[`Done: ${said}`]])
  })

  it('is noted when another system tracks it as an activity', async () => {
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
    const name = 'zis:acme_a:flow:on_activity'
    const uploaded = await zis.admin('POST /api/services/zis/registry/acme_a/bundles', {
      zis_template_version: '2019-10-14',
      name: 'activities',
      resources: {
        on_activity: {
          type: 'ZIS::Flow',
          properties: {
            name: 'on_activity',
            definition: { StartAt: 'Seen', States: { Seen: { Type: 'Succeed' } } },
          },
        },
        on_activity_job: {
          type: 'ZIS::JobSpec',
          properties: {
            name: 'on_activity_job',
            event_source: 'sunshine',
            event_type: 'activity.UserActivityCreated',
            flow_name: name,
          },
        },
      },
    })
    expect(uploaded.status).toBe(200)
    await zis.admin(
      'POST /api/services/zis/registry/job_specs/install?job_spec_name=zis:acme_a:job_spec:on_activity_job',
    )
    const tracked = await zis.admin(
      'POST /api/v2/user_profiles/events',
      `{"event": {"source": "shop", "type": "bought", "properties": {"order": ${integer}}},
        "profile": {"source": "shop", "type": "customer",
          "identifiers": [{"type": "email", "value": "emil@example.net"}]}}`,
    )
    expect(tracked.status).toBeLessThan(300)
    await finish(zis)
    expect(await notesOf(zis)).toEqual([[`Seen: ${said}`]])
  })

  it('is noted as the number that is left of it when nobody saw its digits', async () => {
    await installIn(zis, { flow: { ...flow, StartAt: 'Done' } })
    await zis.simulator.publish({
      event_source: 'spec',
      event_type: 'thing.happened',
      input: { order: Number(integer), note: '' },
    })
    await finish(zis)
    expect(await notesOf(zis)).toEqual([[expect.stringContaining('9007199254740992 in the event')]])
  })

  it('is noted in every attempt of a run, and replays with both', async () => {
    await installIn(zis, {
      action: { method: 'GET', url: 'https://nobody.example.com/' },
      source: 'warehouse',
      flow: {
        StartAt: 'Call',
        States: {
          Call: {
            Type: 'Action',
            ActionName: 'zis:acme_a:action:call',
            Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }],
            End: true,
          },
        },
      },
    })
    await zis.control('PUT /_sim/assumptions', { stateRetry: true, retryAfterNoAnswer: true })
    await postTo('warehouse', body)
    await finish(zis)
    const attempts = await notesOf(zis)
    expect(attempts.length).toBeGreaterThan(1)
    for (const notes of attempts) {
      expect(notes.filter((note) => note === `Call: ${said}`)).toHaveLength(1)
      expect(notes).toContainEqual(expect.stringContaining('Retry 1'))
    }
    expect(await replayed(zis)).toBeNull()
  })

  it('leaves no note when it is a text, and none when it is exact', async () => {
    await installIn(zis, { flow: { ...flow, StartAt: 'Done' } })
    await raise(zis, { order: 9007199254740991, note: integer })
    // Nobody takes this for an id.
    await zis.control(
      'POST /_sim/events',
      '{"event_source": "spec", "event_type": "thing.happened", "input": {"mass": 5.9e24, "far": 1e17, "note": ""}}',
    )
    await finish(zis)
    expect([await notesOf(zis), await notesOf(zis, 2)]).toEqual([[[]], [[]]])
    expect((await zis.control('GET /_sim/events')).text).not.toContain('inexact')
  })
})

it('is still noted when the event waited over a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zis-integers-'))
  const before = await startSimulator({ store: openSqliteStore(folder) })
  await installIn(before, { flow: { ...flow, StartAt: 'Done' } })
  await before.control('POST /_sim/queue/pause')
  await before.control(
    'POST /_sim/events',
    `{"event_source": "spec", "event_type": "thing.happened", "input": ${body}}`,
  )
  await before.stop()

  const after = await startSimulator({ store: openSqliteStore(folder) })
  await after.control('POST /_sim/queue/resume')
  await finish(after)
  expect(await notesOf(after)).toEqual([[`Done: ${said}`]])
  expect(await replayed(after)).toBeNull()
  await after.stop()
  rmSync(folder, { recursive: true, force: true })
})
