import { setImmediate as nextTurn } from 'node:timers/promises'
import { act, cleanup, screen } from '@testing-library/react'
import { axe } from 'jest-axe'
import { start } from '../../src/app/start'
import { installSlackStatus } from '../support/install-slack-status'
import { renderApp, stopApp } from '../support/render-app'
import { startSimulator, type TestZis } from '../support/start-simulator'

/** Each state that is no page of work has a face of its own; the simulator is what brings the app there. */

afterEach(stopApp)

const ready = async () => {
  const zis = await startSimulator()
  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
  return zis
}
const turn = (zis: TestZis, switches: object) => zis.control('PUT /_sim/assumptions', switches)
const at = '#/integrations/slack_status/connections'
const slow = 'Zendesk is taking longer than usual. The page continues by itself when the answer arrives.'

it('tells somebody who is no admin what the app does and that an admin can do it', async () => {
  await renderApp({ zis: await ready(), at, user: 'agent' })

  expect(await screen.findByRole('heading', { name: 'An admin can set this up' })).toBeVisible()
  expect(screen.getByText(/installs and connects integrations for the whole account/)).toBeVisible()
  expect(await axe(document.body)).toHaveNoViolations()
})

it('says where to open it when there is no Zendesk around it', async () => {
  window.history.replaceState(null, '', '/assets/iframe.html')
  const root = document.body.appendChild(document.createElement('div'))
  await start(root)

  expect(await screen.findByRole('heading', { name: 'Open ZIS Console in Zendesk' })).toBeVisible()
  expect(screen.getByText(/Open Support and select ZIS Console in the navigation bar/)).toBeVisible()
  expect(await axe(document.body)).toHaveNoViolations()
  root.remove()
})

it('says so in the language of the browser, since no Zendesk says what the user speaks', async () => {
  const language = jest.spyOn(navigator, 'language', 'get').mockReturnValue('de-AT')
  const root = document.body.appendChild(document.createElement('div'))
  await start(root)

  expect(await screen.findByRole('heading', { name: 'ZIS Console in Zendesk öffnen' })).toBeVisible()
  expect(document.documentElement.lang).toBe('de-AT')
  language.mockRestore()
  root.remove()
})

it('offers to sign in again once the session is gone, and keeps what was typed', async () => {
  const zis = await ready()
  const { user } = await renderApp({ zis, at: '#/integrations/slack_status/settings' })
  const channel = await screen.findByLabelText('Channel')
  await user.clear(channel)
  await user.type(channel, '#typed')

  // Everybody is signed out.
  await zis.control('POST /_sim/reset', {})
  await user.click(screen.getByRole('button', { name: 'Save' }))

  expect(await screen.findByText('You are signed out')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Sign in again' })).toBeVisible()
  expect(channel).toHaveValue('#typed')
  expect(await axe(document.body)).toHaveNoViolations()
})

it('says so when something went wrong that no page has caught, with a report to send on', async () => {
  const { user } = await renderApp({ zis: await ready(), at })
  await screen.findByRole('button', { name: 'Disconnect Zendesk' })
  const error = new RangeError('nobody waited for it')

  act(() => void window.dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed' })))
  expect(screen.queryByText('ZIS Console ran into an error')).not.toBeInTheDocument()
  act(() => void window.dispatchEvent(new ErrorEvent('error', { error })))

  expect(await screen.findByText('ZIS Console ran into an error')).toBeVisible()
  expect(screen.getByDisplayValue(/^RangeError: nobody waited for it/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Disconnect Zendesk' })).toBeVisible()
  expect(await axe(document.body)).toHaveNoViolations()
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByText('ZIS Console ran into an error')).not.toBeInTheDocument()
})

it('says that Zendesk cannot be reached, and goes on after a retry', async () => {
  const zis = await ready()
  const { user, page } = await renderApp({
    zis,
    intercept: () => {
      throw new TypeError('Failed to fetch')
    },
  })

  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Zendesk could not be reached. Check your network connection, then retry.',
  )
  page.intercept = undefined
  await user.click(screen.getByRole('button', { name: 'Retry' }))

  expect(await screen.findByRole('button', { name: 'Manage Slack status messages' })).toBeVisible()
})

it('names the plans that have ZIS when the account has none', async () => {
  const zis = await ready()
  await turn(zis, { zisOnPlan: false })
  await renderApp({ zis })

  expect(await screen.findByRole('alert')).toHaveTextContent(
    'It is part of Suite Growth and above, and of Support Professional and above.',
  )
})

it.each([
  ['#/integrations/slack_status/connections', '/registry/integrations'],
  ['#/install/slack_status', '/connections/all'],
])('asks once at %s for what cannot be read, and not for ever', async (at, path) => {
  let asked = 0
  const fails = ({ url }: Request) => {
    if (!url.includes(path)) return undefined
    asked += 1
    return new Response('', { status: 500 })
  }
  await renderApp({ zis: await ready(), at, intercept: fails })
  await screen.findByRole('alert', {}, { timeout: 5_000 })
  for (let turns = 0; turns < 300; turns += 1) await nextTurn()

  expect(screen.getByRole('alert')).toHaveTextContent('Zendesk had an internal error')
  // What the page shows may ask once more for itself.
  expect(asked).toBeLessThan(4)
})

describe('in time that stands still', () => {
  // Promises of the simulator are real; only what the app waits for by the clock is ours.
  beforeEach(() =>
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'performance'] }),
  )
  afterEach(() => {
    cleanup()
    jest.useRealTimers()
  })

  /** Lets happen what needs no time, until something is there. */
  const until = async (isThere: () => boolean) => {
    for (let turns = 0; turns < 20_000 && !isThere(); turns += 1) {
      await nextTurn()
      // What is asked for at once while time is being moved is put off by a millisecond.
      await jest.advanceTimersByTimeAsync(turns % 50 === 49 ? 1 : 0)
    }
  }
  const pass = (seconds: number) => act(() => jest.advanceTimersByTimeAsync(seconds * 1000))
  const says = (text: string) => screen.queryByRole('alert')?.textContent?.includes(text) ?? false
  const isDrawn = () => screen.queryByRole('button', { name: 'Manage Slack status messages' }) !== null

  it('says after 5 seconds that an answer takes longer than usual, and goes on when it comes', async () => {
    const zis = await ready()
    let answer: () => void = () => undefined
    const held = new Promise<void>((resolve) => (answer = resolve))
    void renderApp({ zis, at: '#/', hold: () => held })
    await until(() => document.querySelector('[aria-busy=true]') !== null)

    await pass(4)
    expect(screen.queryByText(slow)).not.toBeInTheDocument()
    await pass(2)
    expect(screen.getByText(slow, { selector: 'p' })).toBeVisible()

    answer()
    await until(isDrawn)
    expect(screen.queryByText(slow)).not.toBeInTheDocument()
    expect(isDrawn()).toBe(true)
  })

  it('counts down after too many requests, and asks again by itself', async () => {
    const zis = await ready()
    await turn(zis, { rateLimit: 'always' })
    void renderApp({ zis, at: '#/' })

    await until(() => says('This page retries by itself in 60 seconds.'))
    await pass(20)
    expect(says('This page retries by itself in 40 seconds.')).toBe(true)

    // Still too many: the count begins anew.
    await pass(40.5)
    await until(() => says('This page retries by itself in 60 seconds.'))
    expect(says('This page retries by itself in 60 seconds.')).toBe(true)

    await turn(zis, { rateLimit: 'off' })
    await pass(60)
    await until(isDrawn)
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(isDrawn()).toBe(true)
  })
})
