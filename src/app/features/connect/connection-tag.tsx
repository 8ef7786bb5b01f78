import type { ConnectionDefinition } from '../../../zis/definition'
import type { AnyConnection } from '../../platform/edge'
import { useText } from '../../platform/words'
import { hasLeft, useOwner } from '../../queries/owner'
import { connectionState, works, type ConnectionState } from '../../state/connection-state'
import { useNow } from '../../state/use-now'
import { StatusTag } from '../../ui/status-tag'

const tones = {
  not_connected: 'neutral',
  connected: 'good',
  renews: 'good',
  expires_soon: 'warning',
  may_end: 'warning',
  expired: 'bad',
  no_token: 'bad',
  scopes_missing: 'bad',
  other_kind: 'bad',
  owner_left: 'bad',
} as const satisfies Record<Standing, string>

/** How a connection stands, the person behind it included. */
export type Standing = ConnectionState | 'owner_left'

/** @param definition what the integration wants of it; undefined where nobody has said */
export function useStanding(
  definition: ConnectionDefinition | undefined,
  connection: AnyConnection | undefined,
): Standing {
  const state = connectionState(definition, connection, useNow())
  const owner = useOwner(connection?.kind === 'oauth' ? connection.created_by : '')
  return works(state) && hasLeft(owner.data) ? 'owner_left' : state
}

export function ConnectionTag({ standing }: { standing: Standing }) {
  const t = useText()
  return <StatusTag tone={tones[standing]}>{t(`connection.${standing}.tag`)}</StatusTag>
}
