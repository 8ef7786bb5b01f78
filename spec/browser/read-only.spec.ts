import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCallers } from '../support/callers'
import { installSlackStatus } from '../support/install-slack-status'
import { startProgram, type Program } from '../support/program'
import { expectAccessible, useBrowser } from './support/browser'

const controlToken = 'control-token-of-specs'

const browser = useBrowser({ expectedErrors: [/status of 404/] })
let folder: string
let program: Program
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zis-read-only-'))
  program = await startProgram('--port', '0', '--data', folder, '--control-token', controlToken)
  const zis = await createCallers(fetch, program.origin, controlToken)
  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
})
afterAll(async () => {
  await program.kill()
  rmSync(folder, { recursive: true, force: true })
})

it('is turned on and off in the menu of the page, and kept', async () => {
  const page = await browser.page()
  await page.goto(`${program.origin}/agent/apps/zis-console/slack_status`)
  const app = page.frameLocator('iframe[title="ZIS Console"]')
  await app.getByRole('button', { name: 'Actions' }).waitFor()
  const turn = async () => {
    await page.getByRole('button', { name: 'Ada Admin' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Read-only mode' }).click()
    await page.keyboard.press('Escape')
  }

  await turn()
  await app.getByText('You can view everything, but change nothing.').waitFor()
  expect(await app.getByRole('button', { name: 'Actions' }).count()).toBe(0)
  await app.getByRole('tab', { name: 'Settings' }).click()
  await app.getByRole('cell', { name: '#support' }).waitFor()
  await expectAccessible(page)

  await page.reload()
  await app.getByText('You can view everything, but change nothing.').waitFor()

  await turn()
  await app.getByRole('button', { name: 'Actions' }).waitFor()
  expect(await app.getByText('You can view everything, but change nothing.').count()).toBe(0)
})
