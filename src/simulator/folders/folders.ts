import type { NamedEntry } from '../../zis/integration/catalogue'
import { isObject } from '../../zis/json'
import type { Judge } from '../judge'
import type { World } from '../world'
import { asAdmin } from './admin-call'
import { deploy, wasRenamed } from './deploy'
import type { IntegrationFiles, IntegrationFolder } from './integration-files'
import { keysOf, otherFolderOf } from './keys'
import { openFolder, sayOf, type OpenedFolder } from './open-folder'
import { headOf, isRefused, linesOf, textOf, type Outcome } from './outcome'

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

/** A folder as it was read last. */
interface Known {
  /** Tells whether it has changed. */
  source: string
  opened: OpenedFolder
  entry: OpenedFolder['entry']
  /** What was said of it. */
  text: string
  /** It may be taken later though no word of the files is another one. */
  isRefused: boolean
}

export type Folders = ReturnType<typeof createFolders>

/**
 * Integrations in folders of the user's own: the app's catalogue has them as they stand, and what the account has of
 * them is brought up to date at every save. What is faulty is told, and leaves what was there before.
 */
export function createFolders(world: World, { files, fetch, judge, say, fault }: FoldersParts) {
  const { store, changes } = world
  /** By path. */
  let known = new Map<string, Known>()
  /** What became of the last save, by integration. */
  const saves = new Map<string, { path: string; outcome: Outcome }>()
  let catalogue = ''

  async function load(): Promise<void> {
    const folders = await files.read()
    const next = new Map<string, Known>()
    for (const folder of folders) {
      const before = known.get(folder.path)
      const source = JSON.stringify(folder)
      const isSame = before?.source === source
      if (isSame && !before.isRefused) {
        next.set(folder.path, before)
        continue
      }
      const opened = openFolder(folder)
      const twin = [...next].find(([, one]) => isTwin(one.opened, opened))
      const outcomes = twin ? [twinOutcome(folder, opened, twin[0])] : await bringIn(folder, opened)
      const text = textOf(outcomes)
      // A faulty file leaves the last good version in the catalogue, as it leaves it in the account.
      const entry = opened.entry ?? before?.entry
      next.set(folder.path, {
        source,
        opened,
        entry,
        text,
        isRefused: twin !== undefined || outcomes.some(isRefused),
      })
      if (!isSame || text !== before.text) say(text)
      if (twin) continue
      for (const outcome of outcomes) {
        saves.set(outcome.of, { path: folder.path, outcome })
        changes.tell('registry', outcome.of)
      }
    }
    for (const path of known.keys()) {
      if (next.has(path)) continue
      say(`${path} is gone; what the account has of it stays`)
      for (const [of, save] of saves) if (save.path === path) saves.delete(of)
    }
    known = next
    const now = JSON.stringify(entries())
    // The app reads its catalogue when it is loaded.
    if (catalogue !== '' && catalogue !== now) changes.tell('reload', 'app')
    catalogue = now
  }

  /** Deploys a folder where it belongs. */
  async function bringIn(folder: IntegrationFolder, opened: OpenedFolder): Promise<Outcome[]> {
    const { bundle, key, said } = opened
    if (!bundle || key === undefined || said.some(({ severity }) => severity === 'error')) {
      const all = [...opened.saidOfBundle, ...said]
      return [{ of: key ?? folder.name, what: 'not deployed', because: [], said: all }]
    }
    const keys = keysOf(store, folder.name, key)
    const isBeforeSetup = keys.length === 0 && !folder.isDeployed
    const other = keys.length === 0 ? otherFolderOf(store, folder.name, key) : undefined
    if (other !== undefined) {
      const why = `the account has another integration under this key, set up from ${other}; choose another default_key`
      return [{ of: key, what: 'not deployed', because: [why], said: [...opened.saidOfBundle, ...said] }]
    }
    const outcomes: Outcome[] = []
    for (const of of keys.length === 0 ? [key] : keys) {
      const judged = await judge(of, bundle.text, { fillsIn: true, isBeforeSetup })
      const all = [...judged.findings.map((finding) => sayOf(bundle.path, finding)), ...said]
      if (!judged.bundle || !isObject(judged.value)) {
        outcomes.push({ of, what: 'not deployed', because: wasRenamed(store, of, judged.value), said: all })
      } else if (isBeforeSetup) {
        outcomes.push({ of, what: 'read', because: [notThere(folder, opened)], said: all })
      } else {
        const deployment = {
          integration: of,
          bundle: judged.value,
          title: opened.title,
          isWhole: folder.isDeployed,
        }
        const result = await deploy(store, deployment, (work) => asAdmin(world, fetch, work))
        if ('refusal' in result)
          outcomes.push({ of, what: 'not deployed', because: [result.refusal], isRefused: true, said: all })
        else
          outcomes.push({
            of,
            what: result.did.length === 0 ? 'unchanged' : 'deployed',
            because: result.did,
            said: all,
          })
      }
    }
    return outcomes
  }

  const entries = (): NamedEntry[] => {
    const all = [...known.values()].flatMap(({ entry }) => entry ?? [])
    return all.filter(({ name }, index) => all.findIndex((one) => one.name === name) === index)
  }

  let reading = Promise.resolve()
  const loadNext = () => (reading = reading.then(load).catch(fault))

  return {
    /** Reads the folders, and again whenever they change; the answer ends that, once what is under way is done. */
    async start(): Promise<() => Promise<void>> {
      const stop = files.watch?.(() => void loadNext())
      await loadNext()
      return async () => {
        stop?.()
        await reading
      }
    },
    /** Takes every folder for new, as after the account was made anew. */
    async again(): Promise<void> {
      known = new Map([...known].map(([path, one]) => [path, { ...one, source: '' }]))
      await loadNext()
    },
    /** What the app's catalogue has of them. */
    entries,
    /** What became of the last save of an integration; undefined where none is in a folder. */
    lastSave(integration: string) {
      const save = saves.get(integration)
      return (
        save && {
          folder: save.path,
          is_deployed: save.outcome.what !== 'not deployed',
          says: headOf(save.outcome),
          lines: linesOf(save.outcome.said),
        }
      )
    },
  }
}

/** Whether two folders stand for the same integration, in the account or in the app's catalogue. */
const isTwin = (one: OpenedFolder, other: OpenedFolder): boolean =>
  (one.key !== undefined && one.key === other.key) ||
  (one.entry !== undefined && one.entry.name === other.entry?.name)

const twinOutcome = ({ path, name }: IntegrationFolder, { key }: OpenedFolder, twin: string): Outcome => ({
  of: key ?? name,
  what: 'not deployed',
  because: [
    `${path} stands for the same integration as ${twin}; give it another name and another key, or take one of them away`,
  ],
  said: [],
})

const notThere = ({ path }: IntegrationFolder, { entry }: OpenedFolder): string =>
  entry
    ? `not in the account yet: set it up in ZIS Console, or start with --deploy ${path}`
    : `not in the account yet: start with --deploy ${path}`
