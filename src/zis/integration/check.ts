import { secretIn } from '../bundle/secrets'
import type { IntegrationDefinition } from '../definition'
import { deepestDocument, isDeeperThan } from '../depth'
import { isNativeSource } from '../events'
import type { Finding } from '../findings'
import { isObject, type Json } from '../json'
import { isIntegrationKey } from '../names'
import { nearest } from '../nearest'
import { at, checkWords, Report, shown } from '../report'
import { checkConnections } from './check-connections'
import { checkFit } from './check-fit'
import { checkScope, checkSettings } from './check-settings'
import { checkTaken, Members } from './read-value'

const words = [
  'title', 'summary', 'description', 'version', 'default_key', 'reads_and_writes', 'connections', 'settings',
  'webhooks', 'check',
] // prettier-ignore
const webhookWords = ['name', 'title', 'source_system', 'event_type', 'tell_sender', 'sample']
const checkMembers = ['webhook', 'sample', 'event', 'expects']

/**
 * Judges the definition of an integration (docs/definitions.md), with a bundle also whether both fit. It never
 * throws and never stops at the first fault.
 *
 * @param bundle with the integration key filled in
 * @returns `definition` only when there is no error, so that nobody after this has to check shapes again
 */
export function checkDefinition(
  value: Json,
  bundle?: Json,
): { definition: IntegrationDefinition | undefined; findings: Finding[] } {
  const report = new Report()
  if (!isObject(value)) {
    report.error('definition.not-object', '', 'a definition is a JSON object', 'begin with { and end with }')
    return { definition: undefined, findings: report.findings }
  }
  if (isDeeperThan(value, deepestDocument)) {
    report.error(
      'definition.too-deep',
      '',
      `it is nested deeper than ${deepestDocument} levels`,
      'keep such values out of it',
    )
    return { definition: undefined, findings: report.findings }
  }
  checkSecrets(report, value, '')
  checkHead(report, new Members(report, value, ''))
  if (report.hasErrors) return { definition: undefined, findings: report.findings }
  const definition = value as unknown as IntegrationDefinition
  if (isObject(bundle) && !isDeeperThan(bundle, deepestDocument)) checkFit(report, definition, bundle)
  return { definition: report.hasErrors ? undefined : definition, findings: report.findings }
}

function checkHead(report: Report, all: Members): void {
  checkWords(report, all.value, '', words, (word) => nearest(word, words))
  for (const key of ['title', 'summary', 'description']) all.text(key)
  const version = all.text('version')
  if (version !== undefined && !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) {
    report.warning(
      'definition.version',
      '/version',
      `${shown(version)} has not three numbers`,
      'write it as 1.0.0',
    )
  }
  const key = all.text('default_key')
  if (key !== undefined && !isIntegrationKey(key)) {
    const message = `no integration can have the key ${shown(key)}`
    report.error('definition.default-key', '/default_key', message, 'use 1 to 64 of a-z, 0-9, _ and -')
  }
  all.texts('reads_and_writes')
  checkConnections(report, all.objects('connections'))
  checkSettings(report, all.objects('settings'))
  const webhooks = all.objects('webhooks', true)
  checkWebhooks(report, webhooks)
  if (all.raw('check') !== undefined) {
    const check = all.object('check')
    if (check) checkProof(report, check, webhooks)
  }
}

function checkWebhooks(report: Report, webhooks: Members[]): void {
  const pairs = new Set<string>()
  const named = webhooks.flatMap((one) => {
    checkWords(report, one.value, one.pointer, webhookWords, (word) => nearest(word, webhookWords))
    for (const key of ['title', 'tell_sender']) one.text(key)
    if (one.raw('sample') !== undefined) one.object('sample')
    const [source, type] = [one.text('source_system'), one.text('event_type')]
    if (source !== undefined && isNativeSource(source)) {
      const message = `${shown(source)} is a source of Zendesk itself`
      report.error('webhook.native', one.place('source_system'), message, 'name the system that sends')
    }
    const pair = JSON.stringify([source, type])
    if (source !== undefined && type !== undefined && pairs.has(pair)) {
      const message = 'another webhook has the same source_system and event_type'
      report.error('webhook.pair-taken', one.pointer, message, 'take one out')
    }
    pairs.add(pair)
    const name = one.text('name')
    return name === undefined ? [] : [{ name, pointer: one.place('name') }]
  })
  checkTaken(report, named)
}

function checkProof(report: Report, check: Members, webhooks: Members[]): void {
  checkWords(report, check.value, check.pointer, checkMembers, (word) => nearest(word, checkMembers))
  const hasWebhook = check.raw('webhook') !== undefined
  if (hasWebhook === (check.raw('event') !== undefined)) {
    const message = 'check names neither or both of webhook and event'
    report.error('check.way', check.pointer, message, 'write "webhook" with "sample", or "event"')
    return
  }
  if (hasWebhook) {
    const name = check.text('webhook')
    check.object('sample')
    const names = webhooks.map((one) => one.raw('name'))
    if (name !== undefined && !names.includes(name)) {
      const message = `the definition has no webhook ${shown(name)}`
      report.error('check.webhook-unknown', check.place('webhook'), message, 'name one of "webhooks"')
    }
  } else {
    check.text('event')
  }
  const expects = check.raw('expects') === undefined ? undefined : check.object('expects')
  const scope = expects?.text('scope')
  expects?.optionalText('key')
  if (expects && scope !== undefined) checkScope(report, scope, expects.place('scope'))
}

/** The secret itself is in no message: findings are shown, logged and sent around. */
function checkSecrets(report: Report, value: Json, pointer: string, key = ''): void {
  if (typeof value === 'string') {
    const what = secretIn(value, key)
    if (what === undefined) return
    report.error(
      'definition.secret',
      pointer,
      `${what} stands here, and everyone with the app can read it`,
      'have it replaced, and let the admin enter the new one as a connection',
    )
  } else if (Array.isArray(value)) {
    value.forEach((one, index) => checkSecrets(report, one, at(pointer, index), key))
  } else if (isObject(value)) {
    for (const [name, one] of Object.entries(value)) checkSecrets(report, one, at(pointer, name), name)
  }
}
