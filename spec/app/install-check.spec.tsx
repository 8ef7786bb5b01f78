import { cleanup, screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { axe } from 'jest-axe'
import { reportOf } from '../../src/app/state/report'
import { taskInReport } from '../../src/app/tasks/task-report'
import { suggestedKeys } from '../../src/app/features/install/suggestions'
import { installSlackStatus } from '../support/install-slack-status'
import { fakeWindows, renderApp, stopApp } from '../support/render-app'
import { startSimulator } from '../support/start-simulator'

afterEach(stopApp)

const at = '#/install/slack_status'
const press = async (user: UserEvent, name: string) => user.click(await screen.findByRole('button', { name }))
const row = async (title: string) => {
  const rows = within(await screen.findByRole('list', { name: 'Before you begin' }))
  return (await rows.findByText(title)).closest('li')!
}

describe('before a setup begins', () => {
  it('says of each thing that it needs how it stands, and writes nothing', async () => {
    const writes: string[] = []
    await renderApp({
      at,
      intercept: ({ method, url }) => {
        if (method !== 'GET') writes.push(url)
        return undefined
      },
    })

    expect(await row('Permission')).toHaveTextContent('You are signed in as Ada Admin, an admin.')
    expect(await row('Zendesk Integration Services')).toHaveTextContent('Your account has it')
    expect(await row('Integration key')).toHaveTextContent('No integration of your account has it.')
    expect(await row('Earlier install')).toHaveTextContent('Nothing is left under this key.')
    expect(await row('Settings')).toHaveTextContent('Shown when you begin')
    expect(await axe(document.body)).toHaveNoViolations()
    expect(writes).toEqual([])
  })

  it('tests the sign-in window by a click only', async () => {
    const { user, zis } = await renderApp({ at })
    const { opened } = fakeWindows(zis)
    expect(await row('Sign-in window')).toHaveTextContent(
      'Whether your browser allows it shows only when one is opened.',
    )
    expect(opened).toEqual([])

    await press(user, 'Test')
    expect(await row('Sign-in window')).toHaveTextContent('Your browser opens it.')
    expect(opened.map(({ closed }) => closed)).toEqual([true])

    window.open = () => null
    await press(user, 'Test')
    expect(await row('Sign-in window')).toHaveTextContent('Your browser blocks it.')
  })

  it('names what an earlier install has left, and reads it again where that failed', async () => {
    const zis = await startSimulator()
    await installSlackStatus(zis, { channel: '#support', statuses: ['open'] }, 'old_one')
    const { user, page } = await renderApp({
      zis,
      at,
      intercept: ({ url }) =>
        url.includes('/connections/all') ? new Response('', { status: 500 }) : undefined,
    })
    const key = await screen.findByLabelText('Integration key')
    await user.clear(key)
    await user.type(key, 'old_one')
    expect(await screen.findByRole('button', { name: 'Retry Earlier install' })).toBeVisible()
    expect(await row('Earlier install')).toHaveTextContent('Zendesk had an internal error')

    page.intercept = undefined
    await press(user, 'Retry Earlier install')
    expect(
      await screen.findByText(
        /Job spec on_status_changed, Connection slack, Connection zendesk, and Settings slack_status/,
      ),
    ).toBeVisible()
  })

  it('says when the record could not be written, and begins again from there', async () => {
    const { user, page } = await renderApp({ at })
    await screen.findByLabelText('Integration key')
    page.intercept = ({ method, url }) =>
      method === 'POST' && url.endsWith('/configs') ? new Response('', { status: 500 }) : undefined
    await press(user, 'Begin setup')
    await screen.findByText('The setup could not begin')
    expect(await row('Settings')).toHaveTextContent('Zendesk had an internal error')

    page.intercept = undefined
    await press(user, 'Retry Settings')
    expect(await screen.findByRole('button', { name: 'Connect Zendesk' })).toBeVisible()
  })

  it('suggests keys that nobody in the account has', () => {
    expect(suggestedKeys('orders', 'Acme', ['orders_acme'])).toEqual(['acme_orders', 'orders_acme_2'])
  })
})

it('goes on where another admin has left it', async () => {
  const first = await renderApp({ at })
  const windows = fakeWindows(first.zis)
  await press(first.user, 'Begin setup')
  await press(first.user, 'Connect Zendesk')
  await screen.findByText('Finish signing in to Zendesk in the other window')
  await windows.finish()
  const before = within(await screen.findByRole('region', { name: 'Zendesk' }))
  expect(await before.findByText('Connected', { selector: 'span' })).toBeVisible()
  cleanup()

  const second = await renderApp({ zis: first.zis })
  await press(second.user, 'Set up Slack status messages')
  const zendesk = within(await screen.findByRole('region', { name: 'Zendesk' }))
  expect(await zendesk.findByText('Connected', { selector: 'span' })).toBeVisible()
  expect(screen.getByRole('region', { name: 'Slack' })).toHaveTextContent('Not connected')
})

describe('what another admin has begun on another machine', () => {
  const key = '/api/services/zis/registry/slack_status' as const
  const spec = `zis:slack_status:job_spec:on_status_changed`

  /** The server after so much of a setup; nothing else tells how far it is. */
  async function after(what: 'begin' | 'connect' | 'configure' | 'upload' | 'install') {
    const zis = await startSimulator()
    if (what === 'begin') await zis.admin(`POST ${key}`, {})
    else await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
    const undo: string[] = {
      begin: [],
      connect: ['configs', 'specs', 'bundle'],
      configure: ['specs', 'bundle'],
      upload: ['specs'],
      install: [],
    }[what]
    if (undo.includes('configs'))
      await zis.admin('DELETE /api/services/zis/integrations/slack_status/configs/slack_status')
    if (undo.includes('specs'))
      await zis.admin(`DELETE /api/services/zis/registry/job_specs/install?job_spec_name=${spec}`)
    const intercept = undo.includes('bundle')
      ? ({ method, url }: Request) =>
          method === 'GET' && url.includes('/slack_status/bundles')
            ? Response.json({ bundles: [], meta: { has_more: false, after: '', before: '' } })
            : undefined
      : undefined
    await zis.admin('POST /api/services/zis/integrations/slack_status/configs', {
      scope: 'zis_console',
      config: { catalogue: 'slack_status' },
    })
    return { zis, intercept }
  }

  it.each([
    ['begin', 'Connect', 'Connect Zendesk'],
    ['connect', 'Configure', 'Save'],
    ['configure', 'Review and install', 'Install integration'],
    ['upload', 'Review and install', 'Install integration'],
    ['install', 'Review and install', 'Go to overview'],
  ] as const)('goes on after %s', async (what, step, button) => {
    await renderApp({ at, ...(await after(what)) })

    expect(await screen.findByRole('group', { name: step })).toBeVisible()
    expect(await screen.findByRole('button', { name: button })).toBeVisible()
  })
})

describe('the last step', () => {
  /** Everything is there but the bundle and the job spec. */
  async function ready() {
    const zis = await startSimulator()
    await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
    await zis.admin(
      'DELETE /api/services/zis/registry/job_specs/install?job_spec_name=zis:slack_status:job_spec:on_status_changed',
    )
    await zis.admin('POST /api/services/zis/integrations/slack_status/configs', {
      scope: 'zis_console',
      config: { catalogue: 'slack_status' },
    })
    return zis
  }

  it('shows what changes on the server', async () => {
    const { user } = await renderApp({
      zis: await ready(),
      at,
      catalogue: (entry) => ({
        ...entry,
        bundle: JSON.parse(
          JSON.stringify(entry.bundle).replace('chat.postMessage', 'chat.postEphemeral'),
        ) as typeof entry.bundle,
      }),
    })
    await press(user, 'post_message, changed')
    expect(await screen.findByText(/chat\.postEphemeral/)).toBeVisible()
  })

  it('retries all that failed at once, and gives a report of how it went', async () => {
    let fails = true
    const { user } = await renderApp({
      zis: await ready(),
      at,
      intercept: ({ method, url }) =>
        fails && method === 'POST' && (url.includes('/job_specs/install') || url.endsWith('/configs'))
          ? new Response('', { status: 500 })
          : undefined,
    })
    expect(await screen.findByText('Nothing: the server holds this bundle.')).toBeVisible()
    await press(user, 'Install integration')
    expect(await screen.findByText('The integration is not installed completely')).toBeVisible()
    // A frame may be kept from the clipboard.
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'))
    await press(user, 'Copy report')
    const { value: copied } = await screen.findByLabelText<HTMLTextAreaElement>('Report')
    expect(copied).toMatch(/^Slack status messages 1\.0\.0\nintegration: slack_status\naccount: acme\n/)
    expect(copied).toContain('Job spec on_status_changed: failed, server 500')

    fails = false
    await press(user, 'Retry failed')
    expect(await screen.findByText('Slack status messages is active')).toBeVisible()
  })

  it('holds the tab while it is at work', async () => {
    let answer: () => void = () => undefined
    const { user, page } = await renderApp({ zis: await ready(), at })
    await screen.findByRole('button', { name: 'Install integration' })
    expect(leaving()).toBe(false)

    page.hold = () =>
      new Promise<void>((resolve) => {
        answer = resolve
      })
    await press(user, 'Install integration')
    expect(await screen.findByText('Keep this page open until every row is done.')).toBeVisible()
    expect(leaving()).toBe(true)

    page.hold = undefined
    answer()
    expect(await screen.findByText('Slack status messages is active')).toBeVisible()
    expect(leaving()).toBe(false)
  })
})

/** Whether the page asks before it is closed. */
function leaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return event.defaultPrevented
}

it('leaves out of a report what looks like a secret', () => {
  const report = reportOf({
    title: 'Orders',
    version: '1.0.0',
    integration: 'orders',
    account: 'acme',
    at: '2026-03-02T09:00:00Z',
    rows: [
      { title: 'Bundle orders', says: taskInReport({ state: 'done', isGood: true, says: 'In sync' }) },
      {
        title: 'Record',
        says: taskInReport({ state: 'done', isGood: false, says: 'Bearer abcdefghijklmnopqrstuv' }),
      },
      { title: 'Job spec on_order', says: taskInReport({ state: 'not_tried' }) },
    ],
  })
  expect(report).toContain('Bundle orders: ok, In sync')
  expect(report).toContain('Job spec on_order: not_tried')
  expect(report).not.toContain('abcdefghijklmnopqrstuv')
})
