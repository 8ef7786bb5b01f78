import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { integrationFilesIn } from '../../../src/simulator'

let folder: string
let stops: Array<() => void> = []
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'zis-integrations-'))))
afterEach(() => {
  for (const stop of stops) stop()
  stops = []
  rmSync(folder, { recursive: true, force: true })
})

const path = (...parts: string[]) => join(folder, ...parts)
function write(file: string, content: string | Uint8Array) {
  mkdirSync(join(path(file), '..'), { recursive: true })
  writeFileSync(path(file), content)
}

describe('integrations in folders', () => {
  it('are found in a folder that is one, and in the folders of any other', async () => {
    write('one/bundle.json', '{"one":1}')
    write('one/spec/bundle.json', 'none of its own')
    write('many/a/integration.json', '{"a":1}')
    write('many/a/translations/de.json', '{}')
    write('many/b/bundle.json', '{"b":1}')
    write('many/.git/bundle.json', 'a folder of a tool')
    write('many/notes/README.md', 'no integration')
    const found = await integrationFilesIn(
      [path('many'), path('missing')],
      [path('one'), path('many/b')],
    ).read()
    expect(found).toEqual([
      {
        path: path('many/a'),
        name: 'a',
        isDeployed: false,
        definition: { path: path('many/a/integration.json'), text: '{"a":1}' },
        translations: [{ path: path('many/a/translations/de.json'), text: '{}' }],
      },
      {
        path: path('many/b'),
        name: 'b',
        isDeployed: true,
        bundle: { path: path('many/b/bundle.json'), text: '{"b":1}' },
        translations: [],
      },
      {
        path: path('one'),
        name: 'one',
        isDeployed: true,
        bundle: { path: path('one/bundle.json'), text: '{"one":1}' },
        translations: [],
      },
    ])
  })

  it.each([
    [
      'is a folder',
      () => mkdirSync(path('x/bundle.json'), { recursive: true }),
      { problem: 'it is no file' },
    ],
    [
      'has more bytes than any upload',
      () => write('x/bundle.json', ' '.repeat(5_242_881)),
      { problem: 'it has 5242881 bytes; 5242880 are read' },
    ],
    [
      'is no UTF-8',
      () => write('x/bundle.json', Buffer.from('{\n  "name": "caf\xe9"\n}', 'latin1')),
      { problem: 'it is no UTF-8 from here on', place: { line: 2, column: 15 } },
    ],
  ])('tell of a bundle that %s', async (_, make, problem) => {
    make()
    const [found] = await integrationFilesIn([path('x')]).read()
    expect(found!.bundle).toMatchObject({ path: path('x/bundle.json'), ...problem })
  })

  it('follow a link, and leave out one that leads nowhere', async () => {
    write('elsewhere/real.json', '{"linked":1}')
    mkdirSync(path('x'))
    symlinkSync('../elsewhere/real.json', path('x/bundle.json'))
    symlinkSync('nowhere.json', path('x/integration.json'))
    symlinkSync('loop', path('loop'))
    const found = await integrationFilesIn([path('x'), path('loop')]).read()
    expect(found).toMatchObject([{ bundle: { text: '{"linked":1}' } }])
    expect(found[0]).not.toHaveProperty('definition')
  })
})

describe('watching them', () => {
  /** Watches, and gives the next change that is told. */
  function watcher(...named: string[]) {
    let heard = () => {}
    stops.push(integrationFilesIn(named.map((one) => path(one))).watch!(() => heard()))
    return (change: () => void) =>
      new Promise<void>((resolve) => {
        heard = resolve
        change()
      })
  }

  it('tells a save that writes, one that appends, and one by a new file in the place of the old', async () => {
    write('x/bundle.json', '{}')
    const hears = watcher('x')
    await hears(() => write('x/bundle.json', '{ }'))
    await hears(() => appendFileSync(path('x/bundle.json'), '\n'))
    for (const text of ['1', '2']) {
      await hears(() => {
        write('x/bundle.json.new', text)
        renameSync(path('x/bundle.json.new'), path('x/bundle.json'))
      })
    }
  })

  it('tells of folders that come, go, and come again', async () => {
    const hears = watcher('later/integrations')
    await hears(() => write('later/integrations/x/bundle.json', '1'))
    await hears(() => write('later/integrations/x/bundle.json', '2'))
    await hears(() => rmSync(path('later'), { recursive: true }))
    await hears(() => write('later/integrations/x/bundle.json', '3'))
    await hears(() => write('later/integrations/x/integration.json', '4'))
    await hears(() => write('later/integrations/x/translations/de.json', '5'))
    await hears(() => write('later/integrations/x/translations/de.json', '6'))
    await hears(() => write('later/integrations/y/bundle.json', '7'))
  })

  it('tells a change behind a link', async () => {
    write('elsewhere/real.json', '1')
    mkdirSync(path('x'))
    symlinkSync('../elsewhere/real.json', path('x/bundle.json'))
    const hears = watcher('x')
    await hears(() => write('elsewhere/real.json', '2'))
  })

  it('tells nothing of files beside them', async () => {
    write('x/bundle.json', '{}')
    let told = 0
    stops.push(integrationFilesIn([path('x')]).watch!(() => (told += 1)))
    const hears = watcher('y')
    write('x/README.md', 'words')
    write('x/data.sqlite-wal', 'rows')
    // Its own folder is watched by the same means, so what was to be told would have been by then.
    await hears(() => write('y/bundle.json', '{}'))
    expect(told).toBe(0)
  })
})
