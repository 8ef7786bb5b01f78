import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input } from '@zendeskgarden/react-forms'
import { useRef, useState, type ReactNode } from 'react'
import type { OAuthConnectionDefinition } from '../../../zis/definition'
import { useConsole } from '../../platform/console'
import type { SafeConnection } from '../../platform/edge'
import { useUnsaved } from '../../platform/route'
import { useText } from '../../platform/words'
import type { OAuthClient } from '../../queries/connections'
import { useOwner } from '../../queries/owner'
import { Buttons, Facts, Stack, Text } from '../../ui/blocks'
import { BusyLabel } from '../../ui/busy-label'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { ClientForm } from './client-form'
import { SignInAlert } from './sign-in-alert'
import { hasSubdomain, isSubdomain } from './subdomain'
import { useSignIn } from './use-sign-in'
import { FieldMessage } from '../../ui/field-message'

interface Props {
  /** Its name is the connection's own. */
  definition: OAuthConnectionDefinition
  integration: string
  connection: SafeConnection | undefined
  client: OAuthClient | undefined
  isPrimary: boolean
  onDisconnect: () => void
  /** More buttons, before the one that signs in. */
  children?: ReactNode
}

/** The way to sign in: the client that ZIS needs, the window, and what becomes of it. */
export function OAuthSignIn(props: Props) {
  const { definition, integration, connection, client, isPrimary, onDisconnect, children } = props
  const t = useText()
  const { frame } = useConsole()
  const { title } = definition
  const asksSubdomain = hasSubdomain(definition)
  const [subdomain, setSubdomain] = useState(connection?.oauth_url_subdomain ?? '')
  const subdomainInput = useRef<HTMLInputElement>(null)
  const [isWrong, setWrong] = useState(false)
  const wish = {
    integration,
    connection: definition,
    subdomain: asksSubdomain ? subdomain : frame.subdomain,
    before: connection,
  }
  const sign = useSignIn(wish, t('connect.opening', { name: title }))
  const { signIn, connect, check, cancel } = sign
  const connectButton = useRef<HTMLButtonElement>(null)
  const [isEditingClient, setEditingClient] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const owner = useOwner(connection?.created_by ?? '')
  const ownClient = 'token_url' in definition.client ? definition.client : undefined
  const needsClient = ownClient !== undefined && client === undefined
  const isBusy = ['starting', 'waiting', 'leaving', 'checking'].includes(signIn.step)

  useUnsaved(asksSubdomain && !isBusy && subdomain !== (connection?.oauth_url_subdomain ?? ''))

  /** Another account than before is connected only when the admin has said so. */
  const isOther =
    connection !== undefined &&
    ((frame.user.id !== '' && connection.created_by !== '' && connection.created_by !== frame.user.id) ||
      (asksSubdomain && connection.oauth_url_subdomain !== subdomain))
  const begin = () => {
    const wrong = asksSubdomain && !isSubdomain(subdomain)
    setWrong(wrong)
    if (wrong) subdomainInput.current?.focus()
    else if (isOther) setAsking(true)
    else connect()
  }

  if (ownClient && (needsClient || isEditingClient)) {
    return (
      <ClientForm
        integration={integration}
        system={title}
        definition={ownClient}
        grantType={definition.grant_type}
        client={client}
        isPrimary={isPrimary}
        onDone={() => {
          setEditingClient(false)
          // The form is gone with its button; signing in comes next.
          setTimeout(() => connectButton.current?.focus())
        }}
        onCancel={needsClient ? undefined : () => setEditingClient(false)}
      />
    )
  }
  return (
    <Stack $gap="sm">
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
      {asksSubdomain && (
        <Field>
          <Field.Label>{t('connect.subdomain', { name: title })}</Field.Label>
          <Field.Hint>{t('connect.subdomain_hint')}</Field.Hint>
          <Input
            ref={subdomainInput}
            value={subdomain}
            autoComplete="off"
            spellCheck={false}
            validation={isWrong ? 'error' : undefined}
            onChange={({ target }) => setSubdomain(target.value.trim())}
          />
          {isWrong && <FieldMessage>{t('connect.subdomain_wrong')}</FieldMessage>}
        </Field>
      )}
      <SignInAlert
        signIn={signIn}
        system={title}
        onLeave={sign.leave}
        onAccept={sign.accept}
        onDisconnect={onDisconnect}
      />
      <Buttons>
        {children}
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
          isPrimary={isPrimary}
          aria-label={t(connection ? 'connect.reconnect_named' : 'connect.connect_named', { name: title })}
          onClick={isBusy ? undefined : begin}
        >
          <BusyLabel isBusy={isBusy} busyLabel={t('connect.waiting_label')}>
            {t(connection ? 'connect.reconnect' : 'connect.connect')}
          </BusyLabel>
        </Button>
      </Buttons>
      {isAsking && connection && (
        <ConfirmDialog
          title={t('connect.other_title', { name: title })}
          action={t('connect.reconnect')}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            // The window has to open inside this very click.
            setAsking(false)
            connect(true)
          }}
        >
          <Stack $gap="sm">
            <Text>
              {t('connect.other_owner', {
                before: owner.data?.name ?? t('connect.user', { id: connection.created_by }),
                name: frame.user.name,
              })}
            </Text>
            {asksSubdomain && connection.oauth_url_subdomain !== subdomain && (
              <Text>
                {t('connect.other_subdomain', { before: connection.oauth_url_subdomain, now: subdomain })}
              </Text>
            )}
            <Text>{t('connect.other_keeps')}</Text>
          </Stack>
        </ConfirmDialog>
      )}
    </Stack>
  )
}
