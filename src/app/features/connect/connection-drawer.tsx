import { Button } from '@zendeskgarden/react-buttons'
import { Code } from '@zendeskgarden/react-typography'
import type { ConnectionDefinition } from '../../../zis/definition'
import type { JsonObject } from '../../../zis/json'
import type { AnyConnection, SafeConnection } from '../../platform/edge'
import { useRichText, useText } from '../../platform/words'
import { ConnectionCheck } from '../../state/connection-check'
import { givenScopes, missingScopes, surplusScopes } from '../../state/connection-state'
import { LastUse } from '../../state/last-use'
import { usedBy } from '../../state/uses'
import { CardHead, List, SmallHeading, Stack, Text } from '../../ui/blocks'
import { DetailsDrawer } from '../../ui/details-drawer'
import { useReadOnly } from '../../platform/console'
import { ConnectionFacts, StandingText } from './connection-facts'
import { ConnectionTag, useStanding } from './connection-tag'

interface Props {
  integration: string
  definitionOf: (connection: AnyConnection) => ConnectionDefinition | undefined
  /** What is shown; undefined closes the drawer. */
  connection: AnyConnection | undefined
  bundles: JsonObject[]
  onDisconnect: (connection: AnyConnection) => void
  onClose: () => void
}

/** Everything that may be known of one connection. */
export function ConnectionDrawer({ connection, definitionOf, onDisconnect, onClose, ...rest }: Props) {
  const t = useText()
  const isReadOnly = useReadOnly()
  return (
    <DetailsDrawer
      item={connection}
      title={({ name }) => t('details.title', { name })}
      onClose={onClose}
      action={
        isReadOnly
          ? undefined
          : (shown) => (
              <Button isDanger onClick={() => onDisconnect(shown)}>
                {t('disconnect.action')}
              </Button>
            )
      }
    >
      {(shown) => <Details connection={shown} definition={definitionOf(shown)} {...rest} />}
    </DetailsDrawer>
  )
}

interface DetailsProps {
  integration: string
  definition: ConnectionDefinition | undefined
  connection: AnyConnection
  bundles: JsonObject[]
}

function Details({ integration, definition, connection, bundles }: DetailsProps) {
  const t = useText()
  const standing = useStanding(definition, connection)
  return (
    <Stack>
      <Stack $gap="sm">
        <CardHead>
          <SmallHeading>{t(`details.kind_${connection.kind}`)}</SmallHeading>
          <ConnectionTag standing={standing} />
        </CardHead>
        <StandingText definition={definition} connection={connection} standing={standing} />
        <ConnectionFacts definition={definition} connection={connection} />
      </Stack>
      <ConnectionCheck integration={integration} />
      {connection.kind === 'oauth' && <Scopes definition={definition} connection={connection} />}
      <Uses name={connection.name} bundles={bundles} />
      <Stack $gap="xs">
        <SmallHeading>{t('details.name')}</SmallHeading>
        <Text>{t('details.no_rename', { name: connection.name })}</Text>
      </Stack>
    </Stack>
  )
}

/** What was asked for and what was given, and where the two differ. */
function Scopes({
  definition,
  connection,
}: {
  definition: ConnectionDefinition | undefined
  connection: SafeConnection
}) {
  const t = useText()
  const rich = useRichText()
  const wanted = definition?.kind === 'oauth' ? definition.scopes : []
  const given = givenScopes(connection)
  const missing = missingScopes(wanted, connection)
  const surplus = definition ? surplusScopes(wanted, connection) : []
  return (
    <Stack $gap="xs">
      <SmallHeading>{t('details.permissions')}</SmallHeading>
      {given.length === 0 ? (
        <Text>{t('details.no_scopes')}</Text>
      ) : (
        <List>
          {given.map((scope) => (
            <li key={scope}>
              {wanted.find((one) => one.scope === scope)?.means} <Code>{scope}</Code>
            </li>
          ))}
        </List>
      )}
      {missing.length > 0 && <Text>{rich('details.missing', { scopes: missing })}</Text>}
      {surplus.length > 0 && <Text>{rich('details.surplus', { scopes: surplus })}</Text>}
    </Stack>
  )
}

function Uses({ name, bundles }: { name: string; bundles: JsonObject[] }) {
  const t = useText()
  const { flows, open } = usedBy(bundles, name)
  return (
    <Stack $gap="xs">
      <SmallHeading>{t('connections.used_by')}</SmallHeading>
      {flows.length === 0 ? (
        <Text>{t('details.unused')}</Text>
      ) : (
        <List>
          {flows.map((flow) => (
            <li key={flow}>{flow}</li>
          ))}
        </List>
      )}
      {open.length > 0 && <Text>{t('disconnect.open', { names: open })}</Text>}
      <LastUse />
    </Stack>
  )
}
