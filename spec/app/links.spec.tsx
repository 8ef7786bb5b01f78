import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { axe } from 'jest-axe'
import { renderApp, stopApp } from '../support/render-app'
import { startSimulator } from '../support/start-simulator'

afterEach(stopApp)

const at = '#/integrations/slack_status/links'
const base = '/api/services/zis/links/slack_status' as const

async function withLinks(count: number) {
  const zis = await startSimulator()
  await zis.admin('POST /api/services/zis/registry/slack_status', {})
  for (let number = 1; number <= count; number += 1) {
    await zis.admin(`POST ${base}`, {
      link_type: 'ticket_to_order',
      left_object: { name: `ticket-${number}`, metadata: { shop: 'berlin', api_key: 'hidden-key' } },
      right_object: { name: `order-${number % 2}-${number}` },
    })
  }
  return zis
}

async function find(user: UserEvent, type: string, left: string, right = '') {
  for (const [label, text] of [
    ['Link type', type],
    ['Left name', left],
    ['Right name', right],
  ] as const) {
    const input = await screen.findByLabelText(label)
    await user.clear(input)
    if (text !== '') await user.type(input, text)
  }
  await user.click(screen.getByRole('button', { name: 'Find links' }))
}

const rows = async () =>
  within(await screen.findByRole('table', { name: 'Links found' }))
    .getAllByRole('row')
    .slice(1)

it('finds links by type and either side, with a star for anything', async () => {
  const { user } = await renderApp({ at, zis: await withLinks(3) })

  await find(user, 'ticket_to_order', '*')
  expect(await rows()).toHaveLength(3)
  await find(user, 'ticket_to_order', '', 'order-1-*')

  expect(await screen.findByText('2 links on this page')).toBeInTheDocument()
  expect((await rows()).map((row) => row.textContent)).toEqual([
    expect.stringContaining('order-1-1'),
    expect.stringContaining('order-1-3'),
  ])
  expect(await axe(document.body)).toHaveNoViolations()
})

it('shows what the flows noted, without what looks like a secret', async () => {
  const { user } = await renderApp({ at, zis: await withLinks(1) })

  await find(user, 'ticket_to_order', '*')
  await user.click(await screen.findByRole('button', { name: 'Details of ticket-1 and order-1-1' }))

  const drawer = within(await screen.findByRole('dialog', { name: 'Link' }))
  expect(drawer.getByRole('group', { name: 'Metadata of ticket-1' })).toHaveTextContent('berlin')
  expect(document.body).not.toHaveTextContent('hidden-key')
  expect(await axe(document.body)).toHaveNoViolations()
})

it('goes through pages and back', async () => {
  const { user } = await renderApp({ at, zis: await withLinks(51) })

  await find(user, 'ticket_to_order', '*')
  expect(await rows()).toHaveLength(50)
  await user.click(screen.getByRole('button', { name: 'Next' }))
  expect(await screen.findByText('1 link on this page')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Previous' }))

  expect(await screen.findByText('50 links on this page')).toBeInTheDocument()
})

it('deletes a link after showing what is deleted', async () => {
  const { user, zis, toasts } = await renderApp({ at, zis: await withLinks(2) })

  await find(user, 'ticket_to_order', '*')
  await user.click(await screen.findByRole('button', { name: 'Actions for ticket-1 and order-1-1' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Delete link' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Delete link' }))
  expect(dialog.getByText('order-1-1')).toBeVisible()
  expect(dialog.getByText(/The records stay/)).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Delete link' }))

  expect(await screen.findByText('1 link on this page')).toBeInTheDocument()
  expect(toasts).toContain('The link is deleted')
  const left = await zis.admin(`GET ${base}?link_type=ticket_to_order&left_object_name=*`)
  expect(left.body['links']).toMatchObject([{ left_object: { name: 'ticket-2' } }])
})

it('reads links with a token where Zendesk refuses the session', async () => {
  const zis = await withLinks(1)
  await zis.control('PUT /_sim/assumptions', { sessionOpensLinks: false })
  const { user } = await renderApp({ at, zis })

  await find(user, 'ticket_to_order', '*')

  expect(await rows()).toHaveLength(1)
  expect((await zis.admin('GET /api/v2/oauth/tokens')).body['tokens']).toEqual([])
})

it.each([200, 404])('says that nothing matches when Zendesk answers %s', async (noLinksFound) => {
  const zis = await withLinks(0)
  await zis.control('PUT /_sim/assumptions', { noLinksFound })
  const { user } = await renderApp({ at, zis })

  await find(user, 'nothing_here', '*')

  expect(await screen.findByText(/No link matches/)).toBeVisible()
})

it('asks for a type, and says so when the links cannot be read', async () => {
  const { user } = await renderApp({
    at,
    zis: await withLinks(0),
    intercept: ({ url }) => (url.includes('/zis/links/') ? new Response('', { status: 500 }) : undefined),
  })

  await find(user, '', '*')
  expect(screen.getByText('Enter a link type')).toBeVisible()
  await find(user, 'ticket_to_order', '*')

  expect(await screen.findByText('The links could not be loaded')).toBeVisible()
})
