import { screen } from '@testing-library/react'
import { axe } from 'jest-axe'
import { renderApp, stopApp } from '../support/render-app'

afterEach(stopApp)

it('shows each integration that came with the app, what it does and how it stands', async () => {
  await renderApp()

  expect(await screen.findByRole('heading', { level: 2, name: 'Slack status messages' })).toBeVisible()
  expect(
    screen.getByText('Posts a message in a Slack channel when the status of a ticket changes.'),
  ).toBeVisible()
  expect(screen.getByText('Not set up')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Set up Slack status messages' })).toBeVisible()
  expect(await axe(document.body)).toHaveNoViolations()
})

it('says why the list is missing, and shows it after a retry', async () => {
  const { user, page } = await renderApp({ intercept: () => new Response('', { status: 500 }) })

  expect(await screen.findByRole('alert')).toHaveTextContent('Zendesk had a problem of its own')
  page.intercept = undefined
  await user.click(screen.getByRole('button', { name: 'Retry' }))

  expect(await screen.findByText('Not set up')).toBeVisible()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

it('tells somebody who is no admin that an admin can do this, and loads nothing for them', async () => {
  const asked: string[] = []
  await renderApp({
    user: 'agent',
    intercept: ({ url }) => {
      asked.push(url)
      return undefined
    },
  })

  expect(await screen.findByRole('heading', { name: 'An admin can set this up' })).toBeVisible()
  expect(asked).toEqual([])
})

it('names the plans that have ZIS when the account is refused', async () => {
  await renderApp({ intercept: () => new Response('Forbidden', { status: 403 }) })

  expect(await screen.findByRole('alert')).toHaveTextContent('It is part of Suite Growth and above')
})

it('says once that the session is over, above whatever is on the page', async () => {
  await renderApp({ intercept: () => new Response('Authentication failed', { status: 401 }) })

  expect(await screen.findByRole('button', { name: 'Sign in again' })).toBeVisible()
})

it('says so too when it is a write that finds the session over, and stops saying it after signing in', async () => {
  const { user, page } = await renderApp({ at: '#/install/slack_status' })
  const begin = await screen.findByRole('button', { name: 'Begin setup' })
  page.intercept = () => new Response('Authentication failed', { status: 401 })
  await user.click(begin)
  expect(await screen.findByRole('button', { name: 'Sign in again' })).toBeVisible()

  page.intercept = undefined
  await user.click(begin)

  expect(await screen.findByRole('button', { name: 'Connect Zendesk' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Sign in again' })).not.toBeInTheDocument()
})
