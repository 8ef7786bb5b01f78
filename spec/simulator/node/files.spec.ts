import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtFiles, createSimulator, type Simulator } from '../../../src/simulator'

describe('built files', () => {
  let folder: string
  let simulator: Simulator
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zis-files-'))
    mkdirSync(join(folder, 'app/assets'), { recursive: true })
    mkdirSync(join(folder, 'host'))
    writeFileSync(join(folder, 'secret.txt'), 'not for anybody')
    writeFileSync(join(folder, 'app/manifest.json'), '{"name":"App"}')
    writeFileSync(join(folder, 'app/assets/iframe.html'), '<title>App</title>')
    writeFileSync(join(folder, 'host/index.html'), '<title>Page</title>')
    simulator = await createSimulator({ files: builtFiles(folder) })
  })
  afterAll(async () => {
    await simulator.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const get = (url: string) => simulator.fetch(new Request(url, { redirect: 'manual' }))

  it('serve the app on the other origin of the port', async () => {
    const page = await get('http://localhost:4500/0/assets/iframe.html?origin=x')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await page.text()).toBe('<title>App</title>')
  })

  it('serve the page with a policy and the admin signed in', async () => {
    const page = await get('http://127.0.0.1:4500/agent/apps/zis-console')
    expect(await page.text()).toBe('<title>Page</title>')
    expect(page.headers.get('content-security-policy')).toContain('frame-src http://localhost:4500')
    expect(page.headers.get('set-cookie')).toMatch(/^_zendesk_session=.+HttpOnly/)
  })

  it('lead from the app’s origin to the page’s', async () => {
    const page = await get('http://localhost:4500/agent/apps/zis-console')
    expect(page.status).toBe(302)
    expect(page.headers.get('location')).toBe('http://127.0.0.1:4500/agent/apps/zis-console')
  })

  it.each([
    '/0/assets/../../secret.txt',
    '/0/assets/..%2f..%2fsecret.txt',
    '/0/assets/%2e%2e/%2e%2e/secret.txt',
    '/_host/..%2fsecret.txt',
    '/_host/..%5csecret.txt',
    '/0/assets/iframe.html%00.png',
    '/0/assets/',
    '/0/manifest.json',
    '/0/assets/%zz',
    `/0/assets/${'long'.repeat(100)}.js`,
  ])('stay within their folder: %s', async (path) => {
    const answer = await get(`http://localhost:4500${path}`)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('not for anybody')
  })
})
