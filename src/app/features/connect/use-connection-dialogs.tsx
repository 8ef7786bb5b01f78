import { useState, type ReactNode } from 'react'
import type { ConnectionDefinition } from '../../../zis/definition'
import type { JsonObject } from '../../../zis/json'
import type { AnyConnection } from '../../platform/edge'
import { ConnectionDrawer } from './connection-drawer'
import { DisconnectDialog } from './disconnect-dialog'

interface Options {
  integration: string
  connections: AnyConnection[]
  /** In which the flows that use a connection are looked for. */
  bundles: JsonObject[]
  definitionOf?: (connection: AnyConnection) => ConnectionDefinition | undefined
}

/** What can be done with any connection that is there: looking at all of it, and taking it away. */
export function useConnectionDialogs(options: Options): {
  onDetails: (connection: AnyConnection) => void
  onDisconnect: (connection: AnyConnection) => void
  dialogs: ReactNode
} {
  const { integration, connections, bundles, definitionOf = () => undefined } = options
  const [details, setDetails] = useState<string>()
  const [leaving, setLeaving] = useState<string>()
  const left = connections.find(({ name }) => name === leaving)
  const onDisconnect = ({ name }: AnyConnection) => {
    setDetails(undefined)
    setLeaving(name)
  }
  return {
    onDetails: ({ name }) => setDetails(name),
    onDisconnect,
    dialogs: (
      <>
        <ConnectionDrawer
          integration={integration}
          definitionOf={definitionOf}
          connection={connections.find(({ name }) => name === details)}
          bundles={bundles}
          onDisconnect={onDisconnect}
          onClose={() => setDetails(undefined)}
        />
        {left && (
          <DisconnectDialog
            integration={integration}
            connection={left}
            bundles={bundles}
            onClose={() => setLeaving(undefined)}
          />
        )}
      </>
    ),
  }
}
