import type { FaultView, PartnerSummary } from '../services/control/partner-wire'
import { below, keyOf } from '../store/keys'
import type { Sender } from '../outbound/outbound'
import type { World } from '../world'
import type { Fault } from './definition'
import { answerWith, PartnerSilence } from './faults'
import { modulePartner, readModule } from './module-partner'
import type { Partner } from './partner'
import type { PartnerFile, PartnerFiles, PartnerProblem } from './partner-files'
import { readDefinition } from './read-definition'
import { recordedPartner } from './recorded-partner'
import type { RecordingFiles } from './recordings'
import { restPartner } from './rest-partner'

export interface PartnersParts {
  /** Those that need no file. */
  own: Partner[]
  files?: PartnerFiles
  /** What was recorded of real systems. */
  recordings: RecordingFiles
  /** Told whenever the files were read and something is wrong with them. */
  tell(problems: PartnerProblem[]): void
}

/** When requests that hang on the clock go on; `onSleep` is called when one begins to. */
export interface PartnerSleepers {
  dues: Set<{ due: number }>
  onSleep: () => void
}

export type Partners = ReturnType<typeof createPartners>

/**
 * All systems that are simulated, by host. Those from files come and go with their files; a file with a
 * fault leaves its last good version in force.
 */
export function createPartners(world: World, { own, files, recordings, tell }: PartnersParts) {
  const { store, clock, changes } = world
  const table = store.table('partners')
  const builtIn = new Map(own.map((partner) => [partner.host, partner]))
  /** By file; `source` tells whether it has changed. */
  let loaded = new Map<string, { partner: Partner; kind: PartnerSummary['kind']; source: unknown }>()
  let problems: PartnerProblem[] = []
  /** Requests of flows and webhooks, and which of them wait for a slow partner: they then hang on the clock. */
  const senders = new WeakMap<Request, 'run' | 'webhook'>()
  const newSleepers = (): PartnerSleepers => ({ dues: new Set(), onSleep: () => {} })
  const sleepers = { run: newSleepers(), webhook: newSleepers() }

  async function sleep(request: Request, ms: number): Promise<void> {
    const sleeper = { due: clock.now() + ms }
    const sender = senders.get(request)
    const own = sender && sleepers[sender]
    own?.dues.add(sleeper)
    own?.onSleep()
    try {
      await clock.sleep(ms, request.signal)
    } finally {
      own?.dues.delete(sleeper)
    }
  }

  function open(file: PartnerFile): {
    partner?: Partner
    kind: PartnerSummary['kind']
    faults: PartnerProblem[]
  } {
    if ('problem' in file) {
      const { path, problem: message, place, way_out = 'mend the file' } = file
      const stays = `${way_out}; the last version that was good stays in force`
      return { kind: 'module', faults: [{ file: path, ...place, pointer: '', message, way_out: stays }] }
    }
    if ('exported' in file) {
      const { module, problems: faults } = readModule(file.path, file.exported)
      return { kind: 'module', faults, ...(module && { partner: modulePartner(world, module, file.path) }) }
    }
    const { definition, problems: faults } = readDefinition(file.path, file.text)
    return {
      kind: definition?.recorded ? 'recorded' : 'rest',
      faults,
      ...(definition && {
        partner: definition.recorded
          ? recordedPartner(world, definition, file.path)
          : restPartner(world, definition, file.path, sleep),
      }),
    }
  }

  async function load(): Promise<void> {
    const next: typeof loaded = new Map()
    const found: PartnerProblem[] = []
    const owner = new Map<string, string>()
    // What somebody wrote comes first: a recording does not take its place.
    for (const file of [...((await files?.read()) ?? []), ...(await recordings.read())]) {
      const before = loaded.get(file.path)
      const source = 'text' in file ? file.text : 'exported' in file ? file.exported : undefined
      const isSame = before !== undefined && source !== undefined && before.source === source
      const opened = isSame ? { ...before, faults: [] } : open(file)
      found.push(...opened.faults)
      const entry = opened.partner ? { partner: opened.partner, kind: opened.kind, source } : before
      if (!entry) continue
      const other = owner.get(entry.partner.host)
      if (other !== undefined) {
        const message = `${entry.partner.host} is claimed by ${other} already`
        found.push({ file: file.path, pointer: '/host', message, way_out: 'keep one file for each host' })
        continue
      }
      owner.set(entry.partner.host, file.path)
      next.set(file.path, entry)
    }
    loaded = next
    problems = found
    if (found.length > 0) tell(found)
    changes.tell('partners')
  }

  const entries = () => {
    const byHost = new Map<string, { partner: Partner; kind: PartnerSummary['kind']; file: string | null }>()
    for (const partner of builtIn.values())
      byHost.set(partner.host, { partner, kind: 'built-in', file: null })
    // What the user wrote goes before what came with the simulator.
    for (const [file, { partner, kind }] of loaded) byHost.set(partner.host, { partner, kind, file })
    return byHost
  }

  const faultKey = (host: string) => keyOf(host, 'fault')
  const faultOf = (host: string) => (table.get(faultKey(host)) as unknown as FaultView | undefined) ?? null

  function setFault(host: string, fault: Fault | undefined): FaultView | null {
    if (fault) table.put(faultKey(host), { ...fault, left: fault.times ?? null })
    else table.delete(faultKey(host))
    changes.tell('partners', host)
    return faultOf(host)
  }

  /** The fault that is turned on, if it is for this request; it is one fewer after that. */
  function takeFault(host: string, request: Request): Fault | undefined {
    const fault = faultOf(host)
    if (!fault || !new URL(request.url).pathname.startsWith(fault.path ?? '/')) return undefined
    if (fault.left !== null) {
      if (fault.left <= 1) table.delete(faultKey(host))
      else table.put(faultKey(host), { ...fault, left: fault.left - 1 })
      changes.tell('partners', host)
    }
    return fault
  }

  async function answer(partner: Partner, request: Request): Promise<Response> {
    const fault = takeFault(partner.host, request)
    if (!fault) return partner.fetch(request)
    return answerWith(fault, request, {
      sleep: (ms) => sleep(request, ms),
      answer: () => partner.fetch(request),
    })
  }

  const get = (host: string): Partner | undefined => entries().get(host)?.partner

  return {
    /** Reads the files, and again whenever they change; the answer ends that. */
    async start(fault: (problem: unknown) => void): Promise<() => void> {
      await load()
      let reading = Promise.resolve()
      return files?.watch?.(() => (reading = reading.then(load).catch(fault))) ?? (() => {})
    },
    load,
    get,
    /** The file of the user's own that plays a host; a recording is none. */
    fileFor(host: string): string | undefined {
      const entry = entries().get(host)
      return entry && entry.kind !== 'recorded' ? (entry.file ?? undefined) : undefined
    },
    setFault,
    faultOf,
    problems: () => problems,
    list: (): PartnerSummary[] =>
      [...entries()].map(([host, { partner, kind, file }]) => ({
        host,
        title: partner.title,
        kind,
        file,
        fault: faultOf(host),
      })),

    /** Empties what a partner keeps; its secrets stay, since the app has them. */
    empty(host: string): void {
      for (const [key] of table.list({ prefix: below(host) })) {
        if (!key.startsWith(below(host, 'secret')) && key !== keyOf(host, 'app')) table.delete(key)
      }
      changes.tell('partners', host)
    },

    /** What answers requests of ZIS for a host; undefined when no partner claims it. */
    outbound(host: string) {
      const partner = get(host)
      return (
        partner &&
        ((request: Request, sender: Sender) => {
          if (sender !== 'other') senders.set(request, sender)
          return answer(partner, request)
        })
      )
    },

    /** Answers a browser: a partner that says nothing looks like a broken connection. */
    async visit(partner: Partner, request: Request): Promise<Response> {
      try {
        return await answer(partner, request)
      } catch (problem) {
        if (!(problem instanceof PartnerSilence)) throw problem
        return new Response(`No answer from ${partner.host}: ${problem.message}`, {
          status: 502,
          headers: { 'content-type': 'text/plain; charset=utf-8' },
        })
      }
    },

    /** Requests of flows, and those of webhooks, that wait on the clock for a slow partner. */
    sleepers,
  }
}
