import { existsSync, watch } from 'node:fs'
import { join, resolve } from 'node:path'
import { createSimulator, type Simulator } from './index'
import { ArgumentProblem, readArguments, usage, type Arguments } from './node/arguments'
import { builtFiles } from './node/files'
import { integrationFilesIn } from './node/integration-files'
import { listen, PortProblem } from './node/http'
import { partnerFilesIn } from './node/partner-files'
import { recordingFilesIn } from './node/recording-files'
import { openSqliteStore, StoreProblem } from './node/sqlite-store'
import { readVaultKey } from './node/vault-key'

const dist = join(__dirname, '..')

/** Starts the simulator and prints one line with its address. */
async function start({
  port,
  data,
  app,
  controlToken,
  allowHosts,
  record,
  integrations,
  deploy,
  isDevelopment,
}: Arguments): Promise<void> {
  const http = await listen(port)
  const folder = resolve(data)
  const named = [...integrations, ...deploy]
  const simulator = await createSimulator({
    store: openSqliteStore(folder, tell),
    fault: tell,
    key: readVaultKey(folder),
    origin: `http://127.0.0.1:${http.port}`,
    files: builtFiles(dist),
    // The integrations that came with us act as they were built; only their partners are read here.
    partnerFiles: partnerFilesIn(['integrations', ...named]),
    ...(named.length > 0 && { integrationFiles: integrationFilesIn(integrations, deploy) }),
    recordings: recordingFilesIn(join(folder, 'partners')),
    record,
    say: (text) => console.error(text),
    ...(app !== undefined && { app }),
    ...(controlToken !== undefined && { controlToken }),
    ...(allowHosts.length > 0 && {
      network: { hosts: new Set(allowHosts), fetch: (request) => fetch(request) },
    }),
  })
  process.on('uncaughtException', (problem) => {
    // A turn that could not be kept is told, and what it should have done is done at the next start.
    tell(problem)
    if (!(problem instanceof StoreProblem)) process.exit(1)
  })
  http.answer((request) => simulator.fetch(request))
  if (isDevelopment) reloadOnChange(simulator.reloadPages)

  let isEnding = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isEnding) return
      isEnding = true
      void http
        .close()
        .then(() => simulator.close())
        .then(() => process.exit(0))
    })
  }
  // Last of all: whoever reads it may end the program at once.
  for (const missing of named.filter((one) => !existsSync(one))) {
    console.error(`There is no folder ${missing} yet; what is in it is read as soon as it is there.`)
  }
  console.log(`ZIS Console is at ${simulator.origin} (control token ${simulator.controlToken})`)
}

/** The last sentence, and when it was printed: a full disk fails every write, and is told once a while. */
let told = { text: '', at: 0 }

/** Prints what went wrong: a sentence where the user can mend it, the stack where the fault is ours. */
function tell(problem: unknown): void {
  if (!(problem instanceof StoreProblem)) return console.error(problem)
  if (problem.message === told.text && Date.now() - told.at < 10_000) return
  told = { text: problem.message, at: Date.now() }
  console.error(problem.message)
}

/** Tells the pages when a new build of them is there: the app's frame alone, or the whole page. */
function reloadOnChange(reload: Simulator['reloadPages']): void {
  const builds = { app: join(dist, 'app', 'assets'), host: join(dist, 'host') } as const
  for (const build of ['app', 'host'] as const) {
    let timer: NodeJS.Timeout | undefined
    watch(builds[build], () => {
      clearTimeout(timer)
      timer = setTimeout(() => reload(build), 50)
    })
  }
}

/** What a user can mend is one sentence; anything else is our fault and keeps its stack. */
function giveUp(problem: unknown): void {
  const isExpected =
    problem instanceof ArgumentProblem || problem instanceof PortProblem || problem instanceof StoreProblem
  console.error(isExpected ? problem.message : problem)
  process.exit(1)
}

try {
  const given = readArguments(process.argv.slice(2), process.env)
  if (given.wantsHelp) console.log(usage)
  else start(given).catch(giveUp)
} catch (problem) {
  giveUp(problem)
}
