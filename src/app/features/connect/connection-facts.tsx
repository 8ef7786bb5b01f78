import { Code } from '@zendeskgarden/react-typography'
import type { ConnectionDefinition } from '../../../zis/definition'
import type { AnyConnection, SafeConnection } from '../../platform/edge'
import { useText, useWhen } from '../../platform/words'
import { useOwner } from '../../queries/owner'
import { endsSoon, missingScopes, renewsItself, works } from '../../state/connection-state'
import { Facts, Text } from '../../ui/blocks'
import type { Standing } from './connection-tag'

interface Props {
  definition: ConnectionDefinition | undefined
  connection: AnyConnection
  standing: Standing
}

/** What is not right about a connection, in a sentence; nothing where all is. */
export function StandingText({ definition, connection, standing }: Props) {
  const t = useText()
  if (standing !== 'owner_left' && works(standing) && !endsSoon(standing)) return null
  const scopes =
    connection.kind === 'oauth' && definition?.kind === 'oauth'
      ? missingScopes(definition.scopes, connection)
      : []
  return <Text>{t(`connection.${standing}.says`, { scopes })}</Text>
}

/** Whose a connection is, where it leads and how long it lasts. */
export function ConnectionFacts({ definition, connection }: Omit<Props, 'standing'>) {
  const t = useText()
  const when = useWhen()
  return (
    <Facts>
      {connection.kind === 'oauth' ? (
        <SignInFacts definition={definition} connection={connection} />
      ) : (
        <>
          {connection.username && (
            <>
              <dt>{t('credential.username')}</dt>
              <dd>{connection.username}</dd>
            </>
          )}
          {connection.header_name && (
            <>
              <dt>{t('credential.header')}</dt>
              <dd>
                <Code>{connection.header_name}</Code>
              </dd>
            </>
          )}
          <dt>{t('credential.domain')}</dt>
          <dd>{connection.allowed_domain}</dd>
        </>
      )}
      <dt>{t('connect.changed')}</dt>
      <dd>{when(connection.updated_at || connection.created_at)}</dd>
    </Facts>
  )
}

function SignInFacts({
  definition,
  connection,
}: {
  definition: ConnectionDefinition | undefined
  connection: SafeConnection
}) {
  const t = useText()
  const when = useWhen()
  const owner = useOwner(connection.created_by)
  const expiry = Date.parse(connection.token_expiry)
  const wanted = definition?.kind === 'oauth' ? definition : undefined
  const renews = renewsItself(wanted, connection)
  const name = owner.data?.name ?? t('connect.user', { id: connection.created_by })
  return (
    <>
      {connection.oauth_url_subdomain && (
        <>
          <dt>{t('connect.account')}</dt>
          <dd>{connection.oauth_url_subdomain}</dd>
        </>
      )}
      {connection.created_by && (
        <>
          <dt>{t('connect.owner')}</dt>
          <dd>
            {owner.isLoading
              ? t('common.loading')
              : owner.isError
                ? t('connect.owner_unknown', { name })
                : name}
          </dd>
        </>
      )}
      <dt>{t('connect.expires')}</dt>
      <dd>{renews ? t('connect.renews') : Number.isNaN(expiry) ? t('connect.no_expiry') : when(expiry)}</dd>
    </>
  )
}
