import { screen, within } from '@testing-library/react'
import { renderApp, stopApp } from '../support/render-app'

afterEach(async () => {
  await stopApp()
  document.documentElement.removeAttribute('dir')
})

it('speaks the language of the signed-in user', async () => {
  await renderApp({ locale: 'es-419' })
  await screen.findByRole('heading', { name: 'Integraciones' })
  expect(document.documentElement).toMatchObject({ lang: 'es-419', dir: 'ltr' })
})

it('speaks English from left to right where it has no words in the language', async () => {
  await renderApp({ locale: 'he' })
  await screen.findByRole('heading', { name: 'Integrations' })
  expect(document.documentElement).toMatchObject({ lang: 'en-US', dir: 'ltr' })
})

it('names the mark of a mistake for those who hear it', async () => {
  const { user } = await renderApp({ locale: 'de', at: '#/install/slack_status' })
  const key = await screen.findByLabelText('Integrationsschlüssel')
  await user.clear(key)
  await user.type(key, 'Slack!')
  await user.click(screen.getByRole('button', { name: 'Einrichtung beginnen' }))
  const message = await screen.findByText(/^Verwenden Sie 1 bis 64 Kleinbuchstaben/)
  expect(within(message).getByRole('img', { name: 'Fehler' })).toBeVisible()
})
