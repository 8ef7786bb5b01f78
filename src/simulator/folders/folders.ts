import type { CatalogueEntry } from '../../zis/definition'
import { isObject } from '../../zis/json'
import type { Judge } from '../judge'
import type { World } from '../world'
import { asAdmin } from './admin-call'
import { deploy, type Deployed } from './deploy'
import type { IntegrationFiles, IntegrationFolder } from './integration-files'
import { keysOf } from './keys'
import { openFolder, sayOf, type OpenedFolder, type Said } from './open-folder'

export interface FoldersParts {
  files: IntegrationFiles
  /** What answers the paths of ZIS. */
  fetch(request: Request): Promise<Response>
  judge: Judge
  /** Where the developer is told what became of a save. */
  say(text: string): void
  /** Where a fault of ours is told. */
  fault(problem: unknown): void
}

export type Folders = ReturnType<typeof createFolders>

/**
 * Integrations in folders of the user's own: the app's catalogue has them as they stand, and what the account has of
 * them is brought up to date at every save. What is faulty is told, and leaves what was there before.
 */
export function createFolders(world: World, { files, fetch, judge, say, fault }: FoldersParts) {
  const { store, changes } = world
  /** By path; `source` tells whether a folder has changed. */
  let known = new Map<string, { source: string; opened: OpenedFolder; entry: OpenedFolder['entry'] }>()
  let catalogue = ''

  async function load(): Promise<void> {
    const folders = await files.read()
    const next: typeof known = new Map()
    for (const folder of folders) {
      const before = known.get(folder.path)
      const source = JSON.stringify(folder)
      if (before?.source === source) {
        next.set(folder.path, before)
        continue
      }
      const opened = openFolder(folder)
      // A faulty file leaves the last good version in the catalogue, as it leaves it in the account.
      next.set(folder.path, { source, opened, entry: opened.entry ?? before?.entry })
      const twin = [...next].find(([path, one]) => path !== folder.path && isTwin(one.opened, opened))
      say(twin ? twinLine(folder, opened, twin[0]) : await bringIn(folder, opened))
    }
    for (const path of known.keys()) {
      if (!next.has(path)) say(`${path} is gone; what the account has of it stays`)
    }
    known = next
    const now = JSON.stringify(entries())
    // The app reads its catalogue when it is loaded.
    if (catalogue !== '' && catalogue !== now) changes.tell('reload', 'app')
    catalogue = now
  }

  /** Deploys a folder where it belongs. @returns what there is to say of that */
  async function bringIn(folder: IntegrationFolder, opened: OpenedFolder): Promise<string> {
    const { bundle, key, said } = opened
    if (!bundle || key === undefined || said.some(({ severity }) => severity === 'error')) {
      return headed(`not deployed ${key ?? folder.name}`, [], [...said, ...opened.saidOfBundle])
    }
    const keys = keysOf(store, folder.name, key)
    const isNew = keys.length === 0
    const isBeforeSetup = isNew && !folder.isDeployed
    const texts: string[] = []
    for (const integration of isNew ? [key] : keys) {
      const {
        bundle: good,
        value,
        findings,
      } = await judge(integration, bundle.text, {
        fillsIn: true,
        isBeforeSetup,
      })
      const all = [...said, ...findings.map((finding) => sayOf(bundle.path, finding))]
      if (!good || !isObject(value)) {
        texts.push(headed(`not deployed ${integration}`, [], all))
      } else if (isBeforeSetup) {
        texts.push(headed(`read ${integration}`, [notThere(folder, opened)], all))
      } else {
        const deployment = { integration, bundle: value, title: opened.title, isWhole: folder.isDeployed }
        const result = await deploy(store, deployment, (work) => asAdmin(world, fetch, work))
        texts.push(deployedLines(integration, result, all))
      }
    }
    return texts.join('\n')
  }

  const entries = (): Array<CatalogueEntry & { name: string }> => {
    const all = [...known.values()].flatMap(({ entry }) => entry ?? [])
    return all.filter(({ name }, index) => all.findIndex((one) => one.name === name) === index)
  }

  let reading = Promise.resolve()
  const loadNext = () => (reading = reading.then(load).catch(fault))

  return {
    /** Reads the folders, and again whenever they change; the answer ends that. */
    async start(): Promise<() => void> {
      const stop = files.watch?.(() => void loadNext())
      await loadNext()
      return () => stop?.()
    },
    /** Takes every folder for new, as after the account was made anew. */
    async again(): Promise<void> {
      known = new Map([...known].map(([path, one]) => [path, { ...one, source: '' }]))
      await loadNext()
    },
    /** What the app's catalogue has of them. */
    entries,
  }
}

/** Whether two folders stand for the same integration, in the account or in the app's catalogue. */
const isTwin = (one: OpenedFolder, other: OpenedFolder): boolean =>
  (one.key !== undefined && one.key === other.key) ||
  (one.entry !== undefined && one.entry.name === other.entry?.name)

const twinLine = ({ path }: IntegrationFolder, { key = '' }: OpenedFolder, twin: string): string =>
  `not deployed ${key}: ${path} stands for the same integration as ${twin}; give it another name and another key, or take one of them away`

const notThere = ({ path }: IntegrationFolder, { entry }: OpenedFolder): string =>
  entry
    ? `not in the account yet: set it up in ZIS Console, or start with --deploy ${path}`
    : `not in the account yet: start with --deploy ${path}`

function deployedLines(integration: string, result: Deployed, said: Said[]): string {
  if ('refusal' in result) return headed(`not deployed ${integration}`, [result.refusal], said)
  return result.did.length === 0
    ? headed(`unchanged ${integration}`, [], said)
    : headed(`deployed ${integration}`, result.did, said)
}

/** One line of what became of it, and one for each error and warning. */
function headed(what: string, parts: string[], said: Said[]): string {
  const lines = [...new Set(said.filter(({ severity }) => severity !== 'note').map(({ line }) => line))]
  const counts = (['error', 'warning'] as const).flatMap((severity) => {
    const count = said.filter((one) => one.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]
  })
  const rest = [...parts, ...counts].join(', ')
  return [rest === '' ? what : `${what}: ${rest}`, ...lines].join('\n')
}
