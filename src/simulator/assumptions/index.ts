import { accountAssumptions } from './account'
import { callAssumptions } from './calls'
import { connectionAssumptions } from './connections'
import { recordAssumptions } from './configs-and-links'
import { deliveryAssumptions } from './delivery'
import { eventAssumptions } from './events'
import { flowDataAssumptions } from './flow-data'
import { flowAssumptions } from './flows'
import { hookAssumptions } from './hooks'
import { oauthAssumptions } from './oauth'
import { registryAssumptions } from './registry'
import { webhookAssumptions } from './webhooks'

export type { Assumption, Mark } from './assumption'

/**
 * Every point where ZIS is silent or its sources disagree, as a switch. The page, the control paths and
 * a spec can turn it; docs/fidelity.md is made from this list.
 */
export const assumptions = {
  ...callAssumptions,
  ...registryAssumptions,
  ...connectionAssumptions,
  ...oauthAssumptions,
  ...recordAssumptions,
  ...webhookAssumptions,
  ...accountAssumptions,
  ...eventAssumptions,
  ...hookAssumptions,
  ...flowDataAssumptions,
  ...flowAssumptions,
  ...deliveryAssumptions,
}

export type AssumptionName = keyof typeof assumptions
export type AssumptionValue<Name extends AssumptionName> = (typeof assumptions)[Name]['choices'][number]

/** Reads the current position of a switch. */
export type ReadAssumption = <Name extends AssumptionName>(name: Name) => AssumptionValue<Name>

/** Every switch where it stands unless somebody turned it. */
export const defaultAssumptions: ReadAssumption = (name) => assumptions[name].default as never
