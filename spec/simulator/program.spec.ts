import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { runProgram, startProgram } from '../support/program'

describe('the program', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zis-program-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const authorization = `Basic ${btoa('admin@example.com/token:local-token')}`

  it('ends cleanly and finds everything as it was at its next start', async () => {
    const first = await startProgram('--port', '0', '--data', folder)
    const made = await fetch(`${first.origin}/api/v2/tickets`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ ticket: { subject: 'Still here?', comment: { body: 'Hello' } } }),
    })
    const { ticket } = (await made.json()) as { ticket: { id: number } }
    expect(await first.kill('SIGINT')).toBe(0)

    const second = await startProgram('--port', '0', '--data', folder)
    const found = await fetch(`${second.origin}/api/v2/tickets/${ticket.id}`, { headers: { authorization } })
    expect(await found.json()).toMatchObject({ ticket: { subject: 'Still here?' } })
    expect(await second.kill('SIGTERM')).toBe(0)
  })

  it('says in one sentence that the port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const { code, said } = await runProgram('--port', String(port), '--data', folder)
    other.close()
    expect({ code, said }).toEqual({
      code: 1,
      said: `Port ${port} is taken; stop what listens there or choose another one with --port.`,
    })
  })

  it('says in one sentence that the folder cannot be written', async () => {
    const file = join(folder, 'occupied')
    writeFileSync(file, '')
    const { code, said } = await runProgram('--port', '0', '--data', file)
    expect({ code, said }).toEqual({
      code: 1,
      said: `The folder ${file} cannot be written; name another one with --data.`,
    })
  })

  it('refuses data of a newer format', async () => {
    const db = new DatabaseSync(join(folder, 'data.sqlite'))
    db.exec('PRAGMA user_version = 7')
    db.close()
    const { code, said } = await runProgram('--port', '0', '--data', folder)
    expect(code).toBe(1)
    expect(said).toMatch(/newer version \(format 7, this one reads 1\)/)
    expect(said.split('\n')).toHaveLength(1)
  })

  it.each([
    [['--port', 'eighty'], '"eighty" is no port; give a number from 0 to 65535.'],
    [['--app', 'localhost'], '"localhost" is no address; --app takes one like http://localhost:4567.'],
    [['--control-token', 'short'], 'A control token has at least 8 characters and no spaces.'],
    [['--prot', '1'], "Unknown option '--prot'; --help lists the options."],
  ])('refuses %j with a way out', async (args, sentence) => {
    expect(await runProgram(...args)).toEqual({ code: 1, said: sentence })
  })
})
