import { Button } from '@zendeskgarden/react-buttons'
import { Drawer } from '@zendeskgarden/react-modals'
import { Code } from '@zendeskgarden/react-typography'
import type { ConnectionDefinition } from '../../../zis/definition'
import type { JsonObject } from '../../../zis/json'
import type { AnyConnection, SafeConnection } from '../../platform/edge'
import { useText, useWhen } from '../../platform/words'
import { useConnections } from '../../queries/connections'
import { givenScopes, missingScopes, surplusScopes } from '../../state/connection-state'
import { usedBy } from '../../state/uses'
import { CardHead, List, SmallHeading, Stack, Subtle, Text } from '../../ui/blocks'
import { ConnectionFacts, StandingText } from './connection-facts'
import { ConnectionTag, useStanding } from './connection-tag'

interface Props {
  integration: string
  definition: ConnectionDefinition | undefined
  connection: AnyConnection
  bundles: JsonObject[]
  onDisconnect: () => void
  onClose: () => void
}

/** Everything that may be known of one connection. */
export function ConnectionDrawer(props: Props) {
  const { integration, definition, connection, bundles, onDisconnect, onClose } = props
  const t = useText()
  const standing = useStanding(definition, connection)
  return (
    <Drawer
      isOpen
      onClose={onClose}
      restoreFocus
      focusOnMount
      aria-label={t('details.title', { name: connection.name })}
    >
      <Drawer.Header tag="h2">{t('details.title', { name: connection.name })}</Drawer.Header>
      <Drawer.Body tabIndex={0}>
        <Stack>
          <Stack $gap="sm">
            <CardHead>
              <SmallHeading>{t(`details.kind_${connection.kind}`)}</SmallHeading>
              <ConnectionTag standing={standing} />
            </CardHead>
            <StandingText definition={definition} connection={connection} standing={standing} />
            <ConnectionFacts definition={definition} connection={connection} />
          </Stack>
          <Checked integration={integration} />
          {connection.kind === 'oauth' && <Scopes definition={definition} connection={connection} />}
          <Uses name={connection.name} bundles={bundles} />
          <Stack $gap="xs">
            <SmallHeading>{t('details.name')}</SmallHeading>
            <Text>{t('details.no_rename', { name: connection.name })}</Text>
          </Stack>
        </Stack>
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.FooterItem>
          <Button isDanger onClick={onDisconnect}>
            {t('disconnect.action')}
          </Button>
        </Drawer.FooterItem>
      </Drawer.Footer>
      <Drawer.Close aria-label={t('common.close')} />
    </Drawer>
  )
}

/** ZIS has no test call: the honest check is to read the connection again (zis-admin-app 13.2). */
function Checked({ integration }: { integration: string }) {
  const t = useText()
  const when = useWhen()
  const { dataUpdatedAt, isError, isFetching, refetch } = useConnections(integration)
  return (
    <Stack $gap="xs">
      <SmallHeading>{t('details.check')}</SmallHeading>
      <Text>{t('details.check_text')}</Text>
      <Subtle role="status">
        {isError
          ? t('rows.unknown')
          : isFetching
            ? t('common.loading')
            : t('details.checked', { time: when(dataUpdatedAt) })}
      </Subtle>
      <div>
        <Button size="small" onClick={() => void refetch()}>
          {t('connect.check')}
        </Button>
      </div>
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
      {missing.length > 0 && <Text>{t('details.missing', { scopes: missing.join(', ') })}</Text>}
      {surplus.length > 0 && <Text>{t('details.surplus', { scopes: surplus.join(', ') })}</Text>}
    </Stack>
  )
}

function Uses({ name, bundles }: { name: string; bundles: JsonObject[] }) {
  const t = useText()
  const uses = bundles.map((bundle) => usedBy(bundle, name))
  const flows = uses.flatMap((use) => use.flows)
  const open = uses.flatMap((use) => use.open)
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
      {open.length > 0 && <Text>{t('disconnect.open', { names: open.join(', ') })}</Text>}
      <Subtle>{t('details.last_use')}</Subtle>
    </Stack>
  )
}
