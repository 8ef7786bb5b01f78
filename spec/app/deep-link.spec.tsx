import { screen, waitFor, within } from '@testing-library/react'
import { pathOf, readLink, routeOf, slugOf } from '../../src/app/platform/deep-link'
import { card, renderApp, stopApp } from '../support/render-app'
import { installSlackStatus } from '../support/install-slack-status'
import { signIn } from '../support/sign-in'
import { startSimulator } from '../support/start-simulator'

afterEach(stopApp)

const settings = { channel: '#support', statuses: ['open'] }

it('opens the page that a link names', async () => {
  const zis = await startSimulator()
  await installSlackStatus(zis, settings, 'messages_eu')
  await zis.admin('POST /api/services/zis/integrations/messages_eu/configs', {
    scope: 'zis_console',
    config: { catalogue: 'slack_status' },
  })

  await renderApp({ zis, link: { segments: ['messages_eu', 'connections'] } })

  expect(await screen.findByRole('tab', { name: 'Connections', selected: true })).toBeVisible()
  expect(await screen.findByRole('region', { name: 'Slack' })).toBeVisible()
})

it('follows a link while the app is open, and asks first when something is not saved', async () => {
  const zis = await startSimulator()
  await installSlackStatus(zis, settings)
  const { user, follow } = await renderApp({ zis, link: { segments: ['slack_status', 'settings'] } })
  await user.type(await screen.findByLabelText('Channel'), '-two')

  follow({ segments: ['slack_status', 'flows'] })
  await user.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name: 'Leave without saving' }),
  )

  expect(await screen.findByRole('tab', { name: 'Flows', selected: true })).toBeVisible()
})

describe('a sign-in without a window', () => {
  /** Signs in with the whole page, and answers with the query that Zendesk's page is opened with then. */
  async function comeBack(choice: 'allow' | 'deny') {
    const zis = await startSimulator()
    await zis.admin('POST /api/services/zis/registry/slack_status', {})
    const start = await zis.admin('POST /api/services/zis/connections/oauth/start/slack_status', {
      name: 'zendesk',
      oauth_client_name: 'zendesk',
      oauth_url_subdomain: 'acme',
      permission_scopes: 'tickets:read',
      origin_oauth_redirect_url:
        'https://acme.zendesk.com/agent/apps/zis-console?zis_console_sign_in=slack_status.setup.zendesk.1',
    })
    const back = await signIn(zis, start, choice)
    return { zis, params: Object.fromEntries(back.searchParams) }
  }

  it('goes on where it was left, and takes the token out of the address', async () => {
    const { zis, params } = await comeBack('allow')
    expect(params).toHaveProperty('verification_token')

    const { visited } = await renderApp({ zis, link: { segments: [], params } })

    expect(await (await card('Zendesk')).findByText('Connected', { selector: 'span' })).toBeVisible()
    expect(visited).toEqual(['ZIS Console/slack_status/setup'])
    expect(document.documentElement.outerHTML + window.location.href).not.toContain(
      params['verification_token'],
    )
  })

  it('says that access was denied', async () => {
    const { zis, params } = await comeBack('deny')

    await renderApp({ zis, link: { segments: [], params } })

    expect(await screen.findByText('Zendesk was not connected')).toBeVisible()
  })

  it('is offered where the browser blocks the window, and comes back to this very page', async () => {
    const { user, zis } = await renderApp({ at: '#/install/slack_status' })
    const opened: unknown[][] = []
    await user.click(await screen.findByRole('button', { name: 'Begin setup' }))
    window.open = (...how) => {
      opened.push(how)
      return null
    }
    await user.click(await screen.findByRole('button', { name: 'Connect Zendesk' }))
    await user.click(await screen.findByRole('button', { name: 'Sign in on this page' }))
    await screen.findByLabelText('Waiting for the sign-in')
    await waitFor(() => expect(opened).toHaveLength(2))

    const [address, target] = opened[1] as [string, string]
    expect(target).toBe('_top')
    const answer = { status: 200, body: { redirect_url: address }, text: '', headers: new Headers() }
    const back = await signIn(zis, answer)
    expect(back.href).toMatch(
      /^http:\/\/127\.0\.0\.1:4500\/agent\/apps\/zis-console\?zis_console_sign_in=slack_status\.setup\.zendesk\./,
    )
  })
})

describe('links', () => {
  it.each([
    ['shop/settings', { page: 'integration', name: 'shop', tab: 'settings' }],
    ['shop', { page: 'integration', name: 'shop', tab: 'overview' }],
    ['shop/unknown', { page: 'integration', name: 'shop', tab: 'overview' }],
    ['shop/setup', { page: 'install', name: 'shop' }],
    ['', undefined],
    [7, undefined],
  ])('%s leads to its page', (appRoute, route) => {
    expect(routeOf(readLink({ appRoute }))).toEqual(route)
  })

  it('are written as they are read', () => {
    expect(pathOf({ page: 'install', name: 'shop' })).toBe('shop/setup')
    expect(pathOf({ page: 'home' })).toBe('')
    expect(slugOf('ZIS Console')).toBe('zis-console')
  })
})
