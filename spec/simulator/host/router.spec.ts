import { readRoute } from '../../../src/simulator/host/router'

it.each([
  ['/', { page: 'start' }],
  ['/agent', { page: 'start' }],
  ['/agent/apps/zis-console', { page: 'app', slug: 'zis-console', segments: [], params: {} }],
  [
    '/agent/apps/zis-console/connections/a%2Fb?tab=1',
    { page: 'app', slug: 'zis-console', segments: ['connections', 'a/b'], params: { tab: '1' } },
  ],
  ['/agent/tickets/7', { page: 'ticket', id: '7', params: {} }],
  ['/agent/users/5', { page: 'user', id: '5' }],
  ['/agent/organizations/6', { page: 'organization', id: '6' }],
  ['/simulator/tickets', { page: 'tickets', isNew: false, params: {} }],
  ['/simulator/tickets/new', { page: 'tickets', isNew: true, params: {} }],
  ['/simulator/tickets/7', { page: 'ticket', id: '7', params: {} }],
  ['/simulator/users?role=agent', { page: 'users', isNew: false, params: { role: 'agent' } }],
  ['/simulator/users/new', { page: 'users', isNew: true, params: {} }],
  ['/simulator/users/9101', { page: 'user', id: '9101' }],
  ['/simulator/organizations', { page: 'organizations', isNew: false }],
  ['/simulator/organizations/new', { page: 'organizations', isNew: true }],
  ['/simulator/organizations/5001', { page: 'organization', id: '5001' }],
  ['/simulator/partners', { page: 'partners' }],
  ['/simulator/partners/slack.com', { page: 'partner', host: 'slack.com' }],
  ['/simulator/runs', { page: 'runs', params: {} }],
  [
    '/simulator/runs?status=failed&ticket_id=3',
    { page: 'runs', params: { status: 'failed', ticket_id: '3' } },
  ],
  ['/simulator/runs/r1', { page: 'run', id: 'r1' }],
  ['/simulator/events', { page: 'events', params: {} }],
  ['/simulator/log?text=a+b', { page: 'log', params: { text: 'a b' } }],
  ['/simulator/requests', { page: 'requests', params: {} }],
  ['/simulator/switches', { page: 'switches', params: {} }],
  ['/simulator/integrations', { page: 'integrations' }],
  ['/simulator/integrations/acme_a', { page: 'integration', key: 'acme_a' }],
  ['/simulator/log/1', { page: 'unknown', path: '/simulator/log/1' }],
  ['/simulator/events/e1', { page: 'unknown', path: '/simulator/events/e1' }],
  ['/simulator/tickets/7/more', { page: 'unknown', path: '/simulator/tickets/7/more' }],
  ['/simulator/%E0%A4%A', { page: 'unknown', path: '/simulator/%E0%A4%A' }],
  ['/elsewhere', { page: 'unknown', path: '/elsewhere' }],
])('reads %s', (address, route) => {
  expect(readRoute(address)).toEqual(route)
})
