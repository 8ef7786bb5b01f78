import { createJq } from './node/jq'
import { makeSimulator, type Simulator, type SimulatorOptions } from './simulator'

export { createClock, type Clock, type MovableClock } from './clock'
export { builtFiles } from './node/files'
export { integrationFilesIn } from './node/integration-files'
export { partnerFilesIn } from './node/partner-files'
export { recordingFilesIn } from './node/recording-files'
export { openSqliteStore, StoreProblem } from './node/sqlite-store'
export { localAccount, localApiToken } from './account/seed'
export type { IntegrationFile, IntegrationFiles, IntegrationFolder } from './folders/integration-files'
export type { Partner } from './partners/partner'
export type { PartnerFile, PartnerFiles, PartnerModule, PartnerProblem } from './partners/partner-files'
export type { RecordingFiles } from './partners/recordings'
export type { Simulator, SimulatorOptions } from './simulator'

/**
 * A whole ZIS with the account around it, in memory unless a store is handed in. For specs and tools:
 *
 *     const zis = await createSimulator()
 *     await zis.fetch(new Request(`${zis.origin}/api/v2/users/me`))
 *     await zis.close()
 */
export const createSimulator = (options: Partial<SimulatorOptions> = {}): Promise<Simulator> =>
  makeSimulator({ jq: createJq(), fault: (problem) => console.error(problem), ...options })
