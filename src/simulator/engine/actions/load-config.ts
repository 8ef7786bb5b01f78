import { actionFailed } from '../errors'
import { write } from '../state-type'
import type { BuiltIn } from './index'

/** LoadConfig gives the settings at a scope, without the `config` around them (zis-flows 9.1). */
export const loadConfig: BuiltIn = {
  name: 'zis:common:action:LoadConfig',
  compile:
    () =>
    (parameters, { ports, integration, assume }) => {
      const { scope } = parameters
      if (typeof scope !== 'string') throw actionFailed('LoadConfig needs a scope, a string')
      const isPattern = scope.includes('*')
      const config =
        isPattern && !assume('configScopeWildcards') ? undefined : ports.loadConfig(integration, scope)
      if (config === undefined) throw actionFailed(`there is no config with the scope "${scope}"`)
      return write(config)
    },
}
