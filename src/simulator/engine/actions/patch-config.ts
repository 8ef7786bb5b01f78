import type { BuiltIn } from './index'
import { nothing } from './links'
import { Parameters } from './parameters'

/** PatchConfig changes the given settings at a scope and keeps the others; it has no output (zis-flows 9.1). */
export const patchConfig: BuiltIn = {
  name: 'zis:common:action:PatchConfig',
  compile:
    () =>
    (given, { ports, integration }) => {
      const parameters = new Parameters('PatchConfig', given)
      ports.patchConfig(integration, parameters.text('scope'), parameters.object('config'))
      return nothing
    },
}
