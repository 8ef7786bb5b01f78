import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { installSlackStatus } from '../support/install-slack-status'
import { card, renderApp, stopApp } from '../support/render-app'
import { startSimulator, type TestZis } from '../support/start-simulator'

afterEach(async () => {
  await stopApp()
  document.documentElement.removeAttribute('dir')
})

const read = (file: string) =>
  readFileSync(resolve(__dirname, '../../integrations/slack_status', file), 'utf8')
const definition = JSON.parse(read('integration.json')) as { title: string }
const settings = { channel: '#support', statuses: ['open'] }

const config = async (zis: TestZis, integration: string, scope: string) => {
  const { body } = await zis.admin(
    `GET /api/services/zis/integrations/${integration}/configs?filter[scope]=${scope}`,
  )
  return ((body['configs'] ?? []) as Array<{ config: object }>)[0]?.config
}

it('says what an integration does in the language of the admin, from home to the settings', async () => {
  const { user } = await renderApp({ locale: 'de' })
  const home = within(await screen.findByRole('region', { name: 'Slack-Statusmeldungen' }))
  expect(home.getByText(/Postet eine Nachricht in einem Slack-Kanal/)).toBeVisible()

  await user.click(home.getByRole('button', { name: 'Slack-Statusmeldungen einrichten' }))
  expect(await screen.findByRole('heading', { name: 'Slack-Statusmeldungen einrichten' })).toBeVisible()
  expect(await screen.findByText('Ändert nichts in Zendesk.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Einrichtung beginnen' }))

  const slack = await card('Slack')
  expect(slack.getByText(/postet ihre Nachrichten als Slack-App Ihres Workspace/)).toBeVisible()
  expect(slack.getByText(/Nachrichten in Kanälen posten/)).toBeVisible()
  expect(slack.getByText(/Erstellen Sie unter api\.slack\.com\/apps eine App/)).toBeVisible()
})

it('names fields and options of the settings in it, and what is wrong with them, and stores values', async () => {
  const zis = await startSimulator()
  await installSlackStatus(zis, settings)
  const { user } = await renderApp({ zis, locale: 'de', at: '#/integrations/slack_status/settings' })

  const channel = await screen.findByLabelText('Kanal')
  expect(channel).toHaveValue('#support')
  await user.clear(channel)
  await user.click(screen.getByLabelText('Offen'))
  await user.click(screen.getByRole('button', { name: 'Speichern' }))
  expect(await screen.findByText('Einige Einstellungen müssen geändert werden')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Kanal' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Status, die gemeldet werden' })).toBeVisible()

  await user.type(channel, '#hilfe')
  await user.click(screen.getByLabelText('Gelöst'))
  await user.click(screen.getByRole('button', { name: 'Speichern' }))
  await waitFor(async () =>
    expect(await config(zis, 'slack_status', 'slack_status')).toEqual({
      channel: '#hilfe',
      statuses: ['solved'],
    }),
  )
})

it('speaks Arabic from right to left', async () => {
  const zis = await startSimulator()
  await installSlackStatus(zis, settings)
  await renderApp({ zis, locale: 'ar', at: '#/integrations/slack_status/settings' })
  expect(await screen.findByLabelText('القناة')).toHaveValue('#support')
  expect(screen.getByRole('heading', { level: 1, name: 'رسائل الحالة في Slack' })).toBeVisible()
  expect(document.documentElement).toMatchObject({ lang: 'ar', dir: 'rtl' })

  cleanup()
  await renderApp({ zis, locale: 'ar' })
  // Each name by itself, in a list that begins from the right.
  expect(await screen.findByText(/\u200f.*\u2068Zendesk\u2069 و\u2068Slack\u2069/)).toBeVisible()

  cleanup()
  await renderApp({ zis, locale: 'ar', at: '#/integrations/slack_status/connections' })
  expect((await card('Slack')).getByText(/ينشر التكامل رسائله بصفته تطبيق Slack/)).toBeVisible()
})

it('stays English where the words cannot be read', async () => {
  await renderApp({ locale: 'de', isWithoutWords: true })
  expect(await screen.findByText('Slack status messages')).toBeVisible()
})

it('writes nothing that depends on who looks, at the begin of a setup and at the end', async () => {
  const { user, zis } = await renderApp({ locale: 'ja', at: '#/install/slack_status' })
  await user.click(await screen.findByRole('button', { name: 'セットアップを開始' }))
  await screen.findByRole('button', { name: 'Zendeskに接続' })
  const record = () => config(zis, 'slack_status', 'zis_console')
  expect(await record()).toEqual({ catalogue: 'slack_status', definition })
  const { body } = await zis.admin('GET /api/services/zis/registry/integrations')
  expect(body['integrations']).toMatchObject([{ description: definition.title }])

  await installSlackStatus(zis, settings)
  const spec = 'job_spec_name=zis:slack_status:job_spec:on_status_changed'
  await zis.admin(`DELETE /api/services/zis/registry/job_specs/install?${spec}`)
  cleanup()
  const again = await renderApp({ zis, locale: 'ja', at: '#/install/slack_status' })
  await again.user.click(await screen.findByRole('button', { name: 'インテグレーションをインストール' }))
  expect(await screen.findByText('Slackステータス通知は有効です')).toBeVisible()
  expect(await record()).toMatchObject({ definition, bundle_checksum: expect.any(String) as string })
})

describe('a definition from files', () => {
  const files = (...others: Array<[name: string, text: string]>) =>
    [
      [
        'integration.json',
        read('integration.json').replace('"default_key": "slack_status"', '"default_key": "parcels"'),
      ],
      ['bundle.json', read('bundle.json')],
      ...others,
    ].map(([name, text]) => new File([text!], name!, { type: 'application/json' }))

  const select = async ({ user }: Awaited<ReturnType<typeof renderApp>>, some: File[]) => {
    await user.click(await screen.findByRole('button', { name: 'Import' }))
    await user.upload(await screen.findByLabelText('Select the files of an integration'), some)
  }

  it('brings its translations, and every admin sees it in a language of their own', async () => {
    const app = await renderApp()
    await select(
      app,
      files(['de.json', read('translations/de.json')], ['ja.json', read('translations/ja.json')]),
    )
    expect(
      await screen.findByText('Translated into German and Japanese. Others see it in English.'),
    ).toBeVisible()
    await app.user.click(screen.getByRole('button', { name: 'Set up' }))
    await app.user.click(await screen.findByRole('button', { name: 'Begin setup' }))
    await screen.findByRole('button', { name: 'Connect Zendesk' })
    expect(await config(app.zis, 'parcels', 'zis_console')).toMatchObject({
      definition: { title: definition.title },
    })

    cleanup()
    await renderApp({ zis: app.zis, locale: 'de', at: '#/install/file:parcels' })
    expect(await screen.findByRole('heading', { name: 'Slack-Statusmeldungen einrichten' })).toBeVisible()
    cleanup()
    await renderApp({ zis: app.zis, locale: 'es', at: '#/install/file:parcels' })
    expect(await screen.findByText(/Posts a message in a Slack channel/)).toBeVisible()
  })

  it('shows what is wrong with a translation, and where, before anything is written', async () => {
    const app = await renderApp()
    const german = read('translations/de.json').replace(
      '"connections.slack.title"',
      '"connections.slak.title"',
    )
    await select(app, files(['de.json', german]))
    const found = within(await screen.findByRole('list', { name: 'Findings in de.json' }))
    expect(found.getByText(/No text of the definition has the key/).closest('li')).toHaveTextContent(
      /Line 11, column 3\. translation\.unknown/,
    )
    expect(found.getByText(/"connections\.slack\.title" is not translated/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Set up' })).toBeVisible()
  })

  it('drops the words of the version that it replaces', async () => {
    const zis = await startSimulator()
    await installSlackStatus(zis, settings, 'parcels')
    const record = { catalogue: 'file:parcels', imported: true, definition }
    for (const [scope, kept] of [
      ['zis_console', record],
      ['zis_console_bundle', { bundle: JSON.parse(read('bundle.json')) as unknown }],
      ['zis_console_translations', { translations: { de: { title: 'Paketmeldungen' }, xx: 7 } }],
    ]) {
      await zis.admin('POST /api/services/zis/integrations/parcels/configs', { scope, config: kept })
    }
    const { user } = await renderApp({ zis, locale: 'de', at: '#/integrations/parcels' })
    expect(await screen.findByRole('heading', { level: 1, name: 'Paketmeldungen' })).toBeVisible()
    expect(await screen.findByText('Changes nothing in Zendesk.')).toBeVisible()

    await user.click(screen.getByRole('button', { name: 'Aktionen' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Definition ersetzen' }))
    await user.upload(await screen.findByLabelText('Dateien einer Integration auswählen'), files())
    await user.click(await screen.findByRole('button', { name: 'Definition ersetzen' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Slack status messages' })).toBeVisible()
    expect(await config(zis, 'parcels', 'zis_console_translations')).toBeUndefined()
  })
})
