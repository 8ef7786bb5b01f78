import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { textsOf } from '../../../src/zis/integration/texts'
import { isObject, type Json } from '../../../src/zis/json'
import { createCallers, type Callers } from '../../support/callers'
import { bundleOf, installIntegration } from '../../support/install-integration'
import { installSlackStatus } from '../../support/install-slack-status'
import { startProgram, type Program } from '../../support/program'

const controlToken = 'control-token-of-specs'
const base = '/api/services/zis'
const integrations = join(__dirname, '../../../integrations')

export interface AppWorld {
  program: Program
  zis: Callers
  stop(): Promise<void>
}

/**
 * An account with an integration in each state that the app has pages for: `order_tickets` is at work,
 * `ticket_mirror` is ready to be installed over an older bundle, `slack_status` is not begun, and
 * `by_hand` was made without the app.
 */
export async function startAppWorld(): Promise<AppWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'zis-app-'))
  const program = await startProgram('--port', '0', '--data', folder, '--control-token', controlToken)
  const zis = await createCallers(fetch, program.origin, controlToken)
  await installIntegration(zis, 'order_tickets', { order_tickets: orderSettings })
  await zis.admin(`POST ${base}/inbound_webhooks/generic/order_tickets`, {
    source_system: 'shop',
    event_type: 'order.changed',
  })
  await zis.admin(`POST ${base}/links/order_tickets`, {
    link_type: 'order_ticket',
    left_object: { name: 'order:1001' },
    right_object: { name: 'ticket:1' },
  })

  await installIntegration(zis, 'ticket_mirror', { ticket_mirror: mirrorSettings })
  const older = JSON.stringify(bundleOf('ticket_mirror')).replaceAll('last_sync', 'last_copy')
  await zis.admin(`POST ${base}/registry/ticket_mirror/bundles`, JSON.parse(older))
  await zis.admin(`DELETE ${base}/registry/job_specs/install?job_spec_name=${jobSpecOfMirror}`)

  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] }, 'by_hand')
  return {
    program,
    zis,
    async stop() {
      await program.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const jobSpecOfMirror = 'zis:ticket_mirror:job_spec:on_ticket_created'
const mirrorSettings = {
  regions: [{ brand: 7002, region: 'us' }],
  default_region: 'eu',
  comments: 'public',
  note: true,
}
const orderSettings = {
  statuses: ['paid', 'on_hold'],
  tags: ['shop', 'order'],
  fields: [{ theirs: 'total', ours: 360_012 }],
}

/** What of a bundle stands on a page as it is: types of states, events, and values that are compared. */
const isName = /^(Type|event_source|event_type|StringEquals)$/

/** The words of integrations and account: names, titles and sentences that are in no language of the app. */
export function wordsOfWorld(): string[] {
  const found = new Set([
    ...['Ada Admin', 'acme', 'by_hand', 'zis', 'shop', 'order', 'order:1001', 'ticket:1'],
    'Acme Express',
    ...['integration.json', 'bundle.json'],
  ])
  const take = (value: Json | undefined): void => {
    if (typeof value === 'string') found.add(value)
    if (typeof value !== 'object' || value === null) return
    Object.values(value).forEach(take)
  }
  const takeNames = (value: Json | undefined): void => {
    if (Array.isArray(value)) return value.forEach(takeNames)
    if (!isObject(value)) return
    for (const [key, inside] of Object.entries(value)) {
      if (key === 'resources' || key === 'States')
        Object.keys(inside as object).forEach((name) => found.add(name))
      if (isName.test(key) && typeof inside === 'string') found.add(inside)
      takeNames(inside)
    }
  }
  for (const name of readdirSync(integrations)) {
    take(JSON.parse(readFileSync(join(integrations, name, 'integration.json'), 'utf8')) as Json)
    takeNames(bundleOf(name))
  }
  return [...found].filter((text) => text.length > 1)
}

/** What the texts of the definitions are in a language; one that it has no words for stays as it is. */
export function definitionsIn(locale: string): Map<string, string> {
  const said = new Map<string, string>()
  for (const name of readdirSync(integrations)) {
    const read = (file: string): unknown => JSON.parse(readFileSync(join(integrations, name, file), 'utf8'))
    const file = `translations/${locale}.json`
    const words = existsSync(join(integrations, name, file)) ? (read(file) as Record<string, string>) : {}
    for (const { key, text } of textsOf(read('integration.json'))) said.set(text, words[key] ?? text)
  }
  return said
}
