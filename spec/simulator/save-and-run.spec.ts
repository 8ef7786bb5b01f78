import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProgram, type Program } from '../support/program'
import { sayingBundle } from '../support/saved-folders'

/** As a developer has it: an editor, a terminal, and the pages. */
describe('npm start -- --deploy', () => {
  let folder: string
  let program: Program
  const file = () => join(folder, 'hello/bundle.json')

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zis-save-'))
    mkdirSync(join(folder, 'hello'))
    writeFileSync(file(), JSON.stringify(sayingBundle('hello')))
    program = await startProgram(
      ...['--port', '0', '--data', join(folder, 'data'), '--deploy', join(folder, 'hello')],
      ...['--control-token', 'control-token'],
    )
  })
  afterAll(async () => {
    await program.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  const control = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${program.origin}/_sim/${path}`, {
      method,
      headers: { authorization: 'Bearer control-token', 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    return (await answer.json()) as Record<string, unknown>
  }
  const results = async () => {
    await control('POST', 'settle')
    const { runs } = (await control('GET', 'runs')) as { runs: Array<{ result: string }> }
    return runs.map(({ result }) => result).reverse()
  }

  it('runs what was saved, and says what became of each save', async () => {
    expect(program.said()).toBe('deployed hello: flow say added, job spec on_thing added and installed\n')
    await control('POST', 'events', { event_source: 'spec', event_type: 'thing.happened', input: {} })
    expect(await results()).toEqual(['hello'])

    const saved = program.says('deployed hello: flow say changed')
    writeFileSync(`${file()}~`, JSON.stringify(sayingBundle('good morning')))
    renameSync(`${file()}~`, file())
    await saved
    await control('POST', 'events/1/again')
    expect(await results()).toEqual(['hello', 'good morning'])

    const refused = program.says('not deployed hello')
    writeFileSync(file(), '{ "zis_template_version": ')
    expect(await refused).toContain(`${file()}:1:`)
    await control('POST', 'events/1/again')
    expect(await results()).toEqual(['hello', 'good morning', 'good morning'])
  })

  it('goes on when the folder goes away and comes again', async () => {
    const gone = program.says('is gone; what the account has of it stays')
    rmSync(join(folder, 'hello'), { recursive: true })
    await gone
    const back = program.says('deployed hello: flow say changed')
    mkdirSync(join(folder, 'hello'))
    writeFileSync(file(), JSON.stringify(sayingBundle('back again')))
    await back
    await control('POST', 'events/1/again')
    expect((await results()).at(-1)).toBe('back again')
  })
})
