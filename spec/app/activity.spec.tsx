import { screen, waitFor, within } from '@testing-library/react'
import { toCsv } from '../../src/app/features/activity/csv'
import type { Change } from '../../src/app/queries/change'
import { renderApp, stopApp } from '../support/render-app'
import { installSlackStatus } from '../support/install-slack-status'
import { startSimulator, type TestZis } from '../support/start-simulator'

afterEach(stopApp)

const at = '#/integrations/slack_status/activity'

async function installed(changes?: object[]) {
  const zis = await startSimulator()
  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
  if (changes) {
    await zis.admin('POST /api/services/zis/integrations/slack_status/configs', {
      scope: 'zis_console_history',
      config: { changes },
    })
  }
  return zis
}

async function recorded(zis: TestZis): Promise<Change[]> {
  const { body } = await zis.admin(
    'GET /api/services/zis/integrations/slack_status/configs?filter[scope]=zis_console_history',
  )
  const [config] = (body['configs'] ?? []) as unknown as Array<{ config: { changes: Change[] } }>
  return config?.config.changes ?? []
}

const change = (of: Partial<Change>) => ({
  id: of.what!,
  at: '2026-03-01T09:00:00Z',
  who: 'Ada Admin',
  scope: 'slack_status',
  ...of,
})

it('says that nothing is recorded yet, and leads to the integration log', async () => {
  await renderApp({ zis: await installed(), at })

  expect(await screen.findByText('No changes recorded')).toBeVisible()
  expect(screen.getByRole('link', { name: /Open integration log/ })).toHaveAttribute(
    'href',
    expect.stringMatching(/\/admin\/apps-integrations\/integrations\/logs$/),
  )
})

it('records who switched a job spec, and shows it', async () => {
  const { user, zis } = await renderApp({
    zis: await installed(),
    at: '#/integrations/slack_status/flows',
  })
  await user.click(await screen.findByRole('button', { name: 'Deactivate on_status_changed' }))
  await waitFor(async () =>
    expect(await recorded(zis)).toMatchObject([
      { who: 'Ada Admin', what: 'deactivated', scope: 'on_status_changed', outcome: 'done' },
    ]),
  )

  await user.click(screen.getByRole('tab', { name: 'Activity' }))
  await user.click(
    await screen.findByRole('button', { name: 'Details of Job spec deactivated, < 1 minute ago' }),
  )
  const details = within(await screen.findByRole('dialog', { name: 'Job spec deactivated' }))
  expect(details.getByText('on_status_changed')).toBeVisible()
})

it('records what failed with the kind of problem, never with the words of the server', async () => {
  const { user, zis } = await renderApp({
    zis: await installed(),
    at: '#/integrations/slack_status/flows',
    intercept: ({ method }) =>
      method === 'DELETE' ? new Response('no: token xoxb-secret', { status: 500 }) : undefined,
  })
  await user.click(await screen.findByRole('button', { name: 'Deactivate on_status_changed' }))

  await waitFor(async () =>
    expect(await recorded(zis)).toMatchObject([
      { outcome: 'failed', problem: { kind: 'server', status: 500 } },
    ]),
  )
  expect(JSON.stringify(await recorded(zis))).not.toContain('xoxb')
})

it('does the work when it cannot be recorded, and tells of it', async () => {
  const { user, toasts } = await renderApp({
    zis: await installed(),
    at: '#/integrations/slack_status/flows',
    intercept: ({ method, url }) =>
      method === 'POST' && url.endsWith('/configs') ? new Response('', { status: 500 }) : undefined,
  })
  await user.click(await screen.findByRole('button', { name: 'Deactivate on_status_changed' }))

  await screen.findByRole('button', { name: 'Activate on_status_changed' })
  await waitFor(() =>
    expect(toasts).toEqual([
      'It was done, but it could not be recorded in the activity: Job spec deactivated',
    ]),
  )
})

it('filters by person and by change', async () => {
  const { user } = await renderApp({
    zis: await installed([
      change({ what: 'installed', who: 'Ben' }),
      change({ what: 'paused' }),
      change({ what: 'of_a_later_version' }),
      { what: 'not ours' },
    ]),
    at,
  })
  const table = () => within(screen.getByRole('table', { name: 'Activity' }))
  expect(await screen.findByText('3 changes', { selector: 'p' })).toBeVisible()
  expect(table().getByRole('button', { name: /of_a_later_version/ })).toBeVisible()

  await user.selectOptions(screen.getByLabelText('Person'), 'Ben')
  expect(table().getAllByRole('row')).toHaveLength(2)
  await user.selectOptions(screen.getByLabelText('Change'), 'Everything paused')
  expect(screen.getByText('No change matches the filters.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(table().getAllByRole('row')).toHaveLength(4)
})

it('says so when the activity cannot be read, and shows the rest', async () => {
  const zis = await installed()
  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] }, 'by_hand')
  const { user, page } = await renderApp({
    zis,
    at,
    intercept: ({ url }) =>
      url.includes('slack_status/configs') && url.includes('zis_console')
        ? new Response('', { status: 500 })
        : undefined,
  })
  expect(await screen.findByText('The activity could not be loaded')).toBeVisible()
  page.intercept = undefined
  await user.click(screen.getByRole('button', { name: 'Retry' }))
  expect(await screen.findByText('No changes recorded')).toBeVisible()
})

it('writes CSV that no spreadsheet takes for a formula', () => {
  expect(toCsv([change({ what: 'saved', who: '=HYPERLINK("x")', left: ['a', 'b'] }) as Change])).toBe(
    'time,person,change,name,outcome,left,problem\r\n' +
      '2026-03-01T09:00:00Z,"\'=HYPERLINK(""x"")",saved,slack_status,done,a b,\r\n',
  )
})
