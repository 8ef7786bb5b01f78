import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
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

  it('listens on 127.0.0.1, and on no other address of the machine', async () => {
    const program = await startProgram('--port', '0', '--data', folder)
    const port = Number(new URL(program.origin).port)
    const reaches = (host: string) =>
      new Promise<boolean>((resolve) => {
        const socket = connect({ port, host, timeout: 2000 }, () => {
          socket.destroy()
          resolve(true)
        })
        socket.on('timeout', () => socket.destroy())
        socket.on('error', () => undefined)
        socket.on('close', () => resolve(false))
      })
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .map(({ address, scopeid }) => (scopeid ? '' : address))
      .filter((address) => address !== '' && address !== '127.0.0.1')
    const reached = []
    for (const host of ['127.0.0.2', ...others]) if (await reaches(host)) reached.push(host)
    expect([await reaches('127.0.0.1'), reached]).toEqual([true, []])
    expect(await program.kill()).toBe(0)
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

  it('leaves the folder to the one that has it, which is not disturbed', async () => {
    const first = await startProgram('--port', '0', '--data', folder)
    const others = await Promise.all([1, 2].map(() => runProgram('--port', '0', '--data', folder)))
    expect(others).toEqual(
      Array(2).fill({
        code: 1,
        said: `Another simulator uses the folder ${folder}; stop it or name another one with --data.`,
      }),
    )
    const { status } = await fetch(`${first.origin}/api/v2/tickets`, { headers: { authorization } })
    expect([status, first.said(), await first.kill()]).toEqual([200, '', 0])
  })

  it.each(['data.sqlite', 'data.sqlite-wal', 'lock.sqlite', 'key'])(
    'follows no link in place of %s, and leaves what is behind it alone',
    async (name) => {
      const elsewhere = mkdtempSync(join(tmpdir(), 'zis-elsewhere-'))
      const file = join(elsewhere, 'notes')
      writeFileSync(file, '', { mode: 0o644 })
      symlinkSync(file, join(folder, name))
      const { code, said } = await runProgram('--port', '0', '--data', folder)
      expect({ code, said }).toEqual({
        code: 1,
        said: `${join(folder, name)} is a link to somewhere else; put the file itself there, or name another folder with --data.`,
      })
      expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['', 0o644])
      rmSync(elsewhere, { recursive: true })
    },
  )

  it('answers others at once while bodies come byte by byte, and those when they are whole', async () => {
    const program = await startProgram('--port', '0', '--data', folder)
    const { port } = new URL(program.origin)
    const body = JSON.stringify({ ticket: { subject: 'Slow', comment: { body: 'x' } } })
    const slow = Array.from({ length: 50 }, () => {
      let heard = ''
      const socket = connect(Number(port), '127.0.0.1').setNoDelay(true)
      socket.on('data', (bytes) => (heard += bytes.toString()))
      socket.write(
        `POST /api/v2/tickets HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: ${authorization}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
      )
      const answer = new Promise<string>((resolve) => socket.once('close', () => resolve(heard)))
      return { socket, answer }
    })
    const list = async () => {
      const answer = await fetch(`${program.origin}/api/v2/tickets`, { headers: { authorization } })
      return ((await answer.json()) as { count: number }).count
    }
    const before = await list()
    for (const byte of body.slice(0, -1)) {
      for (const { socket } of slow) socket.write(byte)
      await new Promise(setImmediate)
    }
    expect(await list()).toBe(before)
    for (const { socket } of slow) socket.write(body.at(-1)!)
    const heard = await Promise.all(slow.map(({ answer }) => answer))
    expect(heard.map((text) => text.split(' ', 2)[1])).toEqual(Array(50).fill('201'))
    expect([await list(), await program.kill()]).toEqual([before + 50, 0])
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
