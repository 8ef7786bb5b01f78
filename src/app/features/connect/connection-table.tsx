import { Button } from '@zendeskgarden/react-buttons'
import { Table } from '@zendeskgarden/react-tables'
import { Span } from '@zendeskgarden/react-typography'
import type { ConnectionDefinition } from '../../../zis/definition'
import type { JsonObject } from '../../../zis/json'
import type { AnyConnection } from '../../platform/edge'
import { useReadOnly } from '../../platform/console'
import { useText, useWhen } from '../../platform/words'
import { usedBy } from '../../state/uses'
import { Subtle } from '../../ui/blocks'
import { RowMenu } from '../../ui/row-menu'
import { NarrowTable } from '../../ui/narrow-table'
import { ConnectionTag, useStanding } from './connection-tag'

interface Props {
  title: string
  connections: AnyConnection[]
  definition?: ConnectionDefinition
  /** What admins call the accounts, by the name of the connection. */
  labels?: Map<string, string>
  bundles: JsonObject[]
  onDetails: (connection: AnyConnection) => void
  onDisconnect: (connection: AnyConnection) => void
  onReconnect?: (connection: AnyConnection) => void
}

/** Connections, a row each: whose it is, how it stands, which flows use it. */
export function ConnectionTable({ title, connections, ...rest }: Props) {
  const t = useText()
  return (
    <NarrowTable isReadOnly aria-label={title}>
      <Table.Head>
        <Table.HeaderRow>
          <Table.HeaderCell>{t('connections.name')}</Table.HeaderCell>
          <Table.HeaderCell>{t('connect.account')}</Table.HeaderCell>
          <Table.HeaderCell width={150}>{t('connections.status')}</Table.HeaderCell>
          <Table.HeaderCell>{t('connections.used_by')}</Table.HeaderCell>
          <Table.HeaderCell width={150}>{t('connect.changed')}</Table.HeaderCell>
          <Table.HeaderCell hasOverflow>
            <Span hidden>{t('connections.actions')}</Span>
          </Table.HeaderCell>
        </Table.HeaderRow>
      </Table.Head>
      <Table.Body>
        {connections.map((connection) => (
          <ConnectionRow key={connection.name} connection={connection} {...rest} />
        ))}
      </Table.Body>
    </NarrowTable>
  )
}

function ConnectionRow({
  connection,
  definition,
  labels,
  bundles,
  onDetails,
  onDisconnect,
  onReconnect,
}: Omit<Props, 'title' | 'connections'> & { connection: AnyConnection }) {
  const t = useText()
  const when = useWhen()
  const isReadOnly = useReadOnly()
  const standing = useStanding(definition, connection)
  const { name } = connection
  const { flows } = usedBy(bundles, name)
  const label = labels?.get(name)
  return (
    <Table.Row>
      <Table.Cell>
        <Button
          isLink
          onClick={() => onDetails(connection)}
          aria-label={t('details.named', { name: label === undefined ? name : `${label}, ${name}` })}
        >
          {label ?? name}
        </Button>
        {label !== undefined && <Subtle>{name}</Subtle>}
      </Table.Cell>
      <Table.Cell data-label={t('connect.account')}>{accountOf(connection)}</Table.Cell>
      <Table.Cell>
        <ConnectionTag standing={standing} />
      </Table.Cell>
      <Table.Cell data-label={flows.length > 0 ? t('connections.used_by') : undefined}>
        {flows.join(', ')}
      </Table.Cell>
      <Table.Cell data-label={t('connect.changed')}>
        {when(connection.updated_at || connection.created_at)}
      </Table.Cell>
      <Table.Cell hasOverflow>
        <RowMenu
          label={t('connections.actions_named', { name })}
          actions={[
            { label: t('details.action'), run: () => onDetails(connection) },
            ...(onReconnect && !isReadOnly
              ? [{ label: t('connect.reconnect'), run: () => onReconnect(connection) }]
              : []),
            ...(isReadOnly
              ? []
              : [{ label: t('disconnect.action'), isDanger: true, run: () => onDisconnect(connection) }]),
          ]}
        />
      </Table.Cell>
    </Table.Row>
  )
}

/** Whose a connection is, as far as ZIS says. */
const accountOf = (connection: AnyConnection): string =>
  connection.kind === 'oauth'
    ? connection.oauth_url_subdomain
    : [connection.username, connection.allowed_domain].filter(Boolean).join(', ')
