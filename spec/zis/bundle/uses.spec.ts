import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { actionNamed, usesOf } from '../../../src/zis/bundle/uses'
import type { JsonObject } from '../../../src/zis/json'

const slackStatus = JSON.parse(
  readFileSync(join(__dirname, '../../../integrations/slack_status/bundle.json'), 'utf8'),
) as JsonObject

it('tells the connections, settings and events of a flow', () => {
  const [uses] = usesOf(slackStatus)

  expect(uses).toMatchObject({
    flow: 'report_status',
    connections: ['zendesk', 'slack'],
    isOpen: false,
    scopes: [{ scope: 'slack_status', keys: ['channel', 'statuses'] }],
    job_specs: [{ name: 'on_status_changed', event_source: 'support', event_type: 'ticket.StatusChanged' }],
  })
})

it('sees connections of the older style, and those that only a run names', () => {
  const flow = (definition: JsonObject): JsonObject => ({
    resources: { one: { type: 'ZIS::Flow', properties: { name: 'one', definition } } },
  })
  const older = flow({ States: { A: { Parameters: { 'token.$': '$.connections.crm.access_token' } } } })
  expect(usesOf(older)[0]!.connections).toEqual(['crm'])

  const call = {
    type: 'ZIS::Action::Http',
    properties: { name: 'call', definition: { connectionName: '{{$.c}}' } },
  }
  const open = flow({ States: { A: { ActionName: 'zis:acme:action:call' } } })
  const bundle = { resources: { ...(open.resources as JsonObject), call } }
  expect(usesOf(bundle)[0]).toMatchObject({ connections: [], isOpen: true })
})

it('finds the custom action behind a full name', () => {
  expect(actionNamed([slackStatus], 'zis:slack_status:action:read_ticket')).toMatchObject({ method: 'GET' })
  expect(actionNamed([slackStatus], 'zis:slack_status:action:unknown')).toBeUndefined()
})

it('makes nothing of what is no bundle', () => {
  expect(usesOf({ resources: [] })).toEqual([])
  expect(usesOf({})).toEqual([])
})
