import { screen, within } from '@testing-library/react'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { axe } from 'jest-axe'
import { writePath } from '../../src/zis/flow/paths'
import type { JsonObject } from '../../src/zis/json'
import { installSlackStatus } from '../support/install-slack-status'
import { renderApp, stopApp } from '../support/render-app'
import { startSimulator } from '../support/start-simulator'

afterEach(async () => {
  await stopApp()
  document.documentElement.removeAttribute('dir')
})

const read = (file: string) =>
  readFileSync(resolve(__dirname, '../../integrations/slack_status', file), 'utf8')
const broken = () => [
  new File([read('integration.json').replace('"kind": "oauth"', '"kind": "oauth2"')], 'integration.json'),
  new File([read('bundle.json')], 'bundle.json'),
]

/** What is said of one finding, as a reader sees it. */
const rowOf = (list: HTMLElement, text: string | RegExp) => within(list).getByText(text).closest('li')!

describe('an admin who speaks German imports a definition that is wrong', () => {
  it('reads the general sentence, the place, and what the checker says in English with the names', async () => {
    const { user } = await renderApp({ locale: 'de' })
    await user.click(await screen.findByRole('button', { name: 'Importieren' }))
    await user.upload(await screen.findByLabelText('Dateien einer Integration auswählen'), broken())

    const list = await screen.findByRole('list', { name: 'Befunde in integration.json' })
    const row = rowOf(list, 'Fehler: ZIS kennt diese Art von Verbindung nicht.')
    expect(row).toHaveTextContent('Schreiben Sie oauth, bearer_token, basic_auth oder api_key.')
    expect(row).toHaveTextContent(/Zeile 14, Spalte 15\. connection\.kind/)
    const own = within(row).getByText('"oauth2" is no kind of connection. Did you mean "oauth"?')
    expect(own).toHaveAttribute('lang', 'en')
    expect(own).toHaveAttribute('dir', 'ltr')
    expect(await axe(document.body)).toHaveNoViolations()
  })
})

it('says nothing twice to who speaks English', async () => {
  const { user } = await renderApp({ locale: 'en-GB' })
  await user.click(await screen.findByRole('button', { name: 'Import' }))
  await user.upload(await screen.findByLabelText('Select the files of an integration'), broken())
  const list = await screen.findByRole('list', { name: 'Findings in integration.json' })
  const row = rowOf(list, 'Error: "oauth2" is no kind of connection')
  expect(row).toHaveTextContent(
    /^Error: .* connectionDid you mean "oauth"\?Line 14, column 15\. connection\.kind$/,
  )
})

it('warns in Arabic before an install, with code and English from left to right', async () => {
  const zis = await startSimulator()
  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
  await zis.admin(
    'DELETE /api/services/zis/registry/job_specs/install?job_spec_name=zis:slack_status:job_spec:on_status_changed',
  )
  const lost = '$.resources.report_status.properties.definition.States.Lost'
  const { user } = await renderApp({
    zis,
    at: '#/install/slack_status',
    locale: 'ar',
    catalogue: (entry) => ({
      ...entry,
      bundle: writePath(entry.bundle, lost, { Type: 'Succeed' }) as JsonObject,
    }),
  })
  await user.click(await screen.findByRole('button', { name: /تحذير واحد بشأن الحزمة$/ }))
  const list = await screen.findByRole('list', { name: 'تحذيرات بشأن الحزمة' })
  const row = rowOf(list, 'لا يوجد مسار يؤدي إلى إحدى الحالات.')
  expect(row).toHaveTextContent(
    'اذكرها في \u2066Next\u2069 أو \u2066Default\u2069 أو \u2066Catch\u2069، أو أزلها.',
  )
  expect(within(row).getByText(/definition\/States\/Lost$/)).toHaveAttribute('dir', 'ltr')
  expect(within(row).getByText(/^No way leads to the state "Lost"\. Name it/)).toHaveAttribute('lang', 'en')
})
