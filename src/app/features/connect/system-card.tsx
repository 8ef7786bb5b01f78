import { Button } from '@zendeskgarden/react-buttons'
import { Dots } from '@zendeskgarden/react-loaders'
import { Code } from '@zendeskgarden/react-typography'
import { useRef, useState } from 'react'
import type { ConnectionDefinition } from '../../../zis/definition'
import type { SafeConnection } from '../../platform/edge'
import { useText, useWhen } from '../../platform/words'
import type { OAuthClient } from '../../queries/connections'
import { connectionState, missingScopes, works, type ConnectionState } from '../../state/connection-state'
import { useNow } from '../../state/use-now'
import { Buttons, Card, CardHead, Facts, Heading, List, SmallHeading, Stack, Text } from '../../ui/blocks'
import { StatusTag } from '../../ui/status-tag'
import { ClientForm } from './client-form'
import { SignInAlert } from './sign-in-alert'
import { useSignIn } from './use-sign-in'

const tones = {
  not_connected: 'neutral',
  connected: 'good',
  renews: 'good',
  expires_soon: 'warning',
  expired: 'bad',
  no_token: 'bad',
  scopes_missing: 'bad',
} as const satisfies Record<ConnectionState, string>

interface Props {
  definition: ConnectionDefinition
  integration: string
  connection: SafeConnection | undefined
  client: OAuthClient | undefined
  /** The one to connect now: a view has one primary button. */
  isNext: boolean
}

/** One system: why, which scopes, how the sign-in stands, and the way to sign in. */
export function SystemCard({ definition, integration, connection, client, isNext }: Props) {
  const t = useText()
  const { title } = definition
  const { signIn, connect, check, cancel, leave } = useSignIn(
    integration,
    definition,
    t('connect.opening', { name: title }),
  )
  const connectButton = useRef<HTMLButtonElement>(null)
  const [isEditingClient, setEditingClient] = useState(false)
  const state = connectionState(definition, connection, useNow())
  const ownClient = 'auth_url' in definition.client ? definition.client : undefined
  const needsClient = ownClient !== undefined && client === undefined
  const isBusy = ['starting', 'waiting', 'leaving', 'checking'].includes(signIn.step)

  return (
    <Card aria-label={title}>
      <Stack $gap="sm">
        <CardHead>
          <Heading>{title}</Heading>
          <StatusTag tone={tones[state]}>{t(`connection.${state}.tag`)}</StatusTag>
        </CardHead>
        <Text>{definition.reason}</Text>
        <SmallHeading>{t('connect.may')}</SmallHeading>
        <List>
          {definition.scopes.map(({ scope, means }) => (
            <li key={scope}>
              {means} <Code>{scope}</Code>
            </li>
          ))}
        </List>
        {connection && <ConnectionFacts definition={definition} connection={connection} state={state} />}
        {ownClient && (needsClient || isEditingClient) ? (
          <ClientForm
            integration={integration}
            system={title}
            definition={ownClient}
            client={client}
            isPrimary={isNext}
            onDone={() => {
              setEditingClient(false)
              // The form is gone with its button; signing in comes next.
              setTimeout(() => connectButton.current?.focus())
            }}
            onCancel={needsClient ? undefined : () => setEditingClient(false)}
          />
        ) : (
          <>
            {ownClient && client && (
              <Facts>
                <dt>{t('connect.client_id')}</dt>
                <dd>
                  {client.client_id}{' '}
                  <Button isLink onClick={() => setEditingClient(true)}>
                    {t('connect.edit_client')}
                  </Button>
                </dd>
              </Facts>
            )}
            <SignInAlert signIn={signIn} system={title} onLeave={leave} />
            <Buttons>
              {!['idle', 'connected', 'starting', 'leaving'].includes(signIn.step) && (
                <>
                  {(isBusy || signIn.step === 'blocked') && (
                    <Button isBasic onClick={cancel} aria-label={t('connect.cancel_named', { name: title })}>
                      {t('common.cancel')}
                    </Button>
                  )}
                  <Button onClick={() => void check()} aria-label={t('connect.check_named', { name: title })}>
                    {t('connect.check')}
                  </Button>
                </>
              )}
              <Button
                ref={connectButton}
                isPrimary={isNext}
                aria-label={t(connection ? 'connect.reconnect_named' : 'connect.connect_named', {
                  name: title,
                })}
                onClick={isBusy ? undefined : connect}
              >
                {isBusy ? (
                  <Dots delayMS={0} aria-label={t('connect.waiting_label')} />
                ) : (
                  t(connection ? 'connect.reconnect' : 'connect.connect')
                )}
              </Button>
            </Buttons>
          </>
        )}
      </Stack>
    </Card>
  )
}

function ConnectionFacts({
  definition,
  connection,
  state,
}: {
  definition: ConnectionDefinition
  connection: SafeConnection
  state: ConnectionState
}) {
  const t = useText()
  const when = useWhen()
  const expiry = Date.parse(connection.token_expiry)
  return (
    <>
      {!works(state) && (
        <Text>
          {t(`connection.${state}.says`, { scopes: missingScopes(definition.scopes, connection).join(', ') })}
        </Text>
      )}
      <Facts>
        {definition.client.name === 'zendesk' && connection.oauth_url_subdomain && (
          <>
            <dt>{t('connect.account')}</dt>
            <dd>{connection.oauth_url_subdomain}</dd>
          </>
        )}
        <dt>{t('connect.connected_on')}</dt>
        <dd>{when(connection.updated_at || connection.created_at)}</dd>
        <dt>{t('connect.expires')}</dt>
        <dd>
          {Number.isNaN(expiry)
            ? t('connect.no_expiry')
            : connection.has_refresh_token
              ? t('connect.renews')
              : when(expiry)}
        </dd>
      </Facts>
    </>
  )
}
