import { ZisProblem } from '../zis/wire/problems'
import { createHooks } from './account/hooks/hooks'
import { seedAccount } from './account/seed'
import { createChanges } from './changes'
import { createClock, type MovableClock } from './clock'
import type { EventRow } from './store/tables'
import type { Jq, JqReader } from './engine/ports'
import { createBus, type NewEvent } from './events/bus'
import { createDelivery } from './events/delivery'
import { withEntries } from './folders/catalogue'
import { createFolders, type Folders } from './folders/folders'
import type { IntegrationFiles } from './folders/integration-files'
import { randomIds, type Ids } from './ids'
import { createJudge } from './judge'
import { keepSevenDays } from './logs/retention'
import { createFlowRequests } from './outbound/flow-requests'
import { createMasker } from './outbound/mask'
import { createOutbound } from './outbound/outbound'
import type { Partner } from './partners/partner'
import { problemLine, type PartnerFiles } from './partners/partner-files'
import { createPartners } from './partners/partners'
import { createRecordings, recordingsInMemory, type RecordingFiles } from './partners/recordings'
import { slackPartner } from './partners/slack'
import { openSession, sessionCookieText } from './server/auth'
import { ownApp, servedApp } from './server/frame-app'
import { createServer } from './server/server'
import { createSite, type Files } from './server/site'
import { accountService } from './services/account'
import { ticketCalls } from './services/account/ticket-calls'
import { configsService } from './services/configs'
import { connectionsService } from './services/connections'
import { createCredentials } from './services/connections/credentials'
import { createTokens } from './services/connections/tokens'
import { controlService } from './services/control'
import { appSettingsRoutes } from './services/control/app-settings'
import { deliveryRoutes } from './services/control/delivery'
import { openApiRoutes } from './services/control/open-api'
import { sessionRoutes } from './services/control/session'
import { createFlowRecords } from './services/flow-records'
import { linksService } from './services/links'
import { createLinks } from './services/links/links'
import { registryService } from './services/registry'
import { createSigner } from './services/registry/signer'
import { webhooksService } from './services/webhooks'
import { createMemoryStore } from './store/memory'
import type { Store } from './store/store'
import { createVault, hashOf, makeVaultKey } from './vault'
import { readAssumptions, type World } from './world'

export interface SimulatorOptions {
  /** Where everything is kept; in memory unless told otherwise. */
  store?: Store
  clock?: MovableClock
  ids?: Ids
  /** Evaluates jq programs. */
  jq: Jq & JqReader
  /** 32 bytes with which secrets are sealed; must be the same for the same store. */
  key?: Uint8Array<ArrayBuffer>
  /** Where browsers find the simulator. */
  origin?: string
  /** Opens the control paths to programs; a random one unless told otherwise. */
  controlToken?: string
  /** Built pages; without them only the APIs answer. */
  files?: Files
  /** Address of an app that `zcli apps:server` serves, to be framed instead of our own. */
  app?: string
  /** Hosts that requests may leave this machine for, and how. */
  network?: { hosts: ReadonlySet<string>; fetch(request: Request): Promise<Response> }
  /** Of these hosts, those whose answers are recorded from the start. */
  record?: string[]
  /** Where recorded answers are kept; in memory unless told otherwise. */
  recordings?: RecordingFiles
  /** More systems than the built-in ones. */
  partners?: (world: World) => Partner[]
  /** Files that define more of them (docs/partners.md). */
  partnerFiles?: PartnerFiles
  /** Integrations of the user's own, which are brought up to date at every save (docs/write-a-flow.md). */
  integrationFiles?: IntegrationFiles
  /** Where the user is told what becomes of files of theirs, and what is wrong with them. */
  say?: (text: string) => void
  /** Where a fault of ours is told. */
  fault: (problem: unknown) => void
}

export interface Simulator {
  /** Answers any request for the simulator: APIs, control paths, pages. */
  fetch(request: Request): Promise<Response>
  readonly controlToken: string
  readonly origin: string
  readonly clock: MovableClock
  /** Takes an event; it is kept when this resolves. */
  publish(event: Omit<NewEvent, 'origin'>): Promise<EventRow>
  /** Resolves when nothing is queued or running, or all that is left waits for a clock that stands still. */
  settle(): Promise<{ settled: boolean; waiting: number; next_due: string | null }>
  /** Sends a request to a partner as ZIS does, unrecorded; undefined when none claims the host. */
  partner(host: string): ((request: Request) => Promise<Response>) | undefined
  /** Reads the partner files anew. */
  loadPartners(): Promise<void>
  /** Tells listening pages to load the app's frame or themselves anew; for development. */
  reloadPages(build: 'app' | 'host'): void
  close(): Promise<void>
}

const noFiles: Files = { host: () => Promise.resolve(undefined), app: () => Promise.resolve(undefined) }

/**
 * Makes a whole ZIS with the account around it. It needs nothing of Node: a server, a spec and a browser
 * tab hold it alike.
 */
export async function makeSimulator(options: SimulatorOptions): Promise<Simulator> {
  const store = options.store ?? createMemoryStore()
  const world: World = {
    store,
    clock: options.clock ?? createClock(),
    ids: options.ids ?? randomIds,
    vault: createVault(options.key ?? makeVaultKey()),
    masker: createMasker(),
    changes: createChanges(),
    assume: readAssumptions(store),
    origin: options.origin ?? 'http://127.0.0.1:4500',
  }
  const { clock, changes } = world
  const { fault } = options
  const controlToken = options.controlToken ?? world.ids.token()
  let folders: Folders | undefined
  const files = withEntries(options.files ?? noFiles, () => folders?.entries() ?? [])

  if (!store.table('account').has('account')) await seedAccount(world)

  const recordingFiles = options.recordings ?? recordingsInMemory()
  const partners = createPartners(world, {
    recordings: recordingFiles,
    own: [slackPartner(world), ...(options.partners?.(world) ?? [])],
    ...(options.partnerFiles && { files: options.partnerFiles }),
    tell: (problems) => options.say?.(problems.map(problemLine).join('\n')),
  })
  const stopPartners = await partners.start(fault)
  const allowedHosts = options.network?.hosts ?? new Set()
  const recordings = createRecordings(world, {
    files: recordingFiles,
    allowed: allowedHosts,
    fileFor: partners.fileFor,
    async changed(host) {
      await partners.load()
      partners.empty(host)
    },
  })
  for (const host of options.record ?? []) {
    try {
      recordings.start(host)
    } catch (problem) {
      if (!(problem instanceof ZisProblem)) throw problem
      options.say?.(problem.message)
    }
  }
  const outbound = createOutbound(world, {
    partner: partners.outbound,
    account: (request, sender) => server.fetch(request, sender === 'run'),
    ...(options.network && { network: (request: Request) => options.network!.fetch(request) }),
    allowedHosts,
    recordings,
    fault,
  })
  const tokens = createTokens(world, outbound)
  const credentials = createCredentials(world, tokens)
  const send = createFlowRequests(world, {
    outbound,
    credential: credentials.header,
    sign: createSigner(world),
  })

  const links = createLinks(world)
  const delivery = createDelivery(world, {
    jq: options.jq,
    assume: world.assume,
    send,
    ...createFlowRecords(world, links),
    connectionsData: credentials.asData,
    hasConnection: credentials.has,
    sleepingElsewhere: partners.sleepers.run,
    fault,
  })
  const hooks = createHooks(world, { outbound, sleepers: partners.sleepers.webhook, fault })
  const bus = createBus(world, delivery.wake, hooks.heard)
  /** Runs and webhooks set each other off: all has settled when neither has anything to do. */
  async function settle() {
    for (;;) {
      await hooks.idle()
      const state = await delivery.settle()
      if (!hooks.isIdle()) continue
      const { waiting, next } = hooks.hanging()
      if (waiting === 0) return state
      const due = state.next_due === null ? next : Math.min(Date.parse(state.next_due), next)
      return { settled: false, waiting: state.waiting + waiting, next_due: new Date(due).toISOString() }
    }
  }
  const frameApp = options.app
    ? servedApp(options.app, (url) => fetch(url))
    : ownApp(files, new URL(world.origin).port, store)

  const account = accountService(world, bus)
  const judge = createJudge(world, options.jq.check)
  const server = createServer(
    world,
    [
      registryService(world, options.jq.check),
      connectionsService(world, tokens),
      configsService(world),
      linksService(world, links),
      webhooksService(world, bus),
      account,
    ],
    fault,
  )
  // A server of its own: what flows and webhooks send to the account's host can never reach it.
  const control = createServer(
    world,
    [
      controlService(world, {
        bus,
        settle,
        judge,
        lastSave: (integration) => folders?.lastSave(integration),
        partners,
        recordings,
        session: [
          ...sessionRoutes(world, bus, {
            readApp: () => frameApp.read(),
            async open(userId) {
              const session = await openSession(world, userId)
              const row = store.table('sessions').get(await hashOf(session))
              return { cookie: sessionCookieText(session), authenticityToken: row!.authenticity_token }
            },
          }),
          ...appSettingsRoutes(world, () => frameApp.read()),
        ],
        queue: deliveryRoutes(world, { bus, delivery, tickets: ticketCalls(account) }),
        openApi: openApiRoutes(),
        async reset() {
          delivery.forget()
          store.clear()
          await seedAccount(world)
          for (const kind of [
            'registry',
            'data',
            'tickets',
            'users',
            'organizations',
            'objects',
            'runs',
            'events',
            'log',
            'partners',
            'hooks',
            'session',
            'queue',
            'unanswered',
          ] as const) {
            changes.tell(kind)
          }
          await folders?.again()
        },
      }),
    ],
    fault,
  )
  const site = createSite(world, {
    services: server,
    control,
    partners,
    files,
    frameApp,
    controlToken,
    fault,
  })
  if (options.integrationFiles) {
    folders = createFolders(world, {
      files: options.integrationFiles,
      fetch: (request) => server.fetch(request),
      judge,
      say: (text) => options.say?.(text),
      fault,
    })
  }
  const stopFolders = await folders?.start()
  delivery.recover()
  hooks.resume()
  const stopPruning = keepSevenDays(world, fault)

  return {
    fetch: (request) => site.fetch(request),
    controlToken,
    origin: world.origin,
    clock,
    async publish(event) {
      const [row] = bus.publish([{ ...event, origin: 'Published by hand' }])
      await store.durable()
      return row!
    },
    settle,
    partner(host) {
      const answer = partners.outbound(host)
      return answer && ((request) => answer(request, 'other'))
    },
    loadPartners: partners.load,
    reloadPages: (build) => changes.tell('reload', build === 'app' ? 'app' : undefined),
    async close() {
      stopPartners()
      await stopFolders?.()
      delivery.stop()
      stopPruning()
      clock.stop()
      await options.jq.close()
      await store.close()
    },
  }
}
