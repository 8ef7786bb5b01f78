import { Button } from '@zendeskgarden/react-buttons'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ConnectionDefinition } from '../../../zis/definition'
import type { JsonObject } from '../../../zis/json'
import { useConsole } from '../../platform/console'
import type { AnyConnection } from '../../platform/edge'
import { useNavigation } from '../../platform/route'
import { useText } from '../../platform/words'
import type { OAuthClient } from '../../queries/connections'
import { saveLabel, useLabels } from '../../queries/labels'
import { connectionsOf, isOneOf, namedFor } from '../../state/connection-state'
import { Buttons, Card, CardHead, Heading, SmallHeading, Stack, Text } from '../../ui/blocks'
import { Writes } from '../../ui/writes'
import { AddConnection } from './add-connection'
import { ConnectionTable } from './connection-table'
import { CredentialForm } from './credential-form'
import { OAuthSignIn } from './oauth-sign-in'
import { AskedScopes } from './system-card'

interface Props {
  definition: ConnectionDefinition
  integration: string
  /** All of the integration's, since a name is good for one connection of any kind. */
  connections: AnyConnection[]
  client: OAuthClient | undefined
  bundles: JsonObject[]
  isNext: boolean
  onDetails: (connection: AnyConnection) => void
  onDisconnect: (connection: AnyConnection) => void
}

/** A system of which several accounts may be connected, each under a name of its own. */
export function SeveralCard(props: Props) {
  const { definition, integration, connections, client, bundles, isNext, onDetails, onDisconnect } = props
  const t = useText()
  const { attempt } = useNavigation()
  const { frame, zis } = useConsole()
  const queries = useQueryClient()
  const labels = useLabels(integration)
  // A sign-in without a window may have come back for one that is not there yet.
  const [open, setOpen] = useState<string | undefined>(() => {
    const returned = frame.returnedFor(integration)
    return returned !== undefined && isOneOf(definition, returned) ? returned : undefined
  })
  const [isAdding, setAdding] = useState(false)
  const own = connectionsOf(definition, connections)
  const existing = connections.find(({ name }) => name === open)
  const { title } = definition
  const missing = [...new Set(bundles.flatMap((bundle) => namedFor(definition, bundle)))].filter(
    (name) => !own.some((one) => one.name === name) && name !== open,
  )
  const keep = (name: string, label: string) => {
    const names = connections.map((one) => one.name)
    void saveLabel(zis, integration, names, { name, label }).then(
      () => queries.invalidateQueries({ queryKey: ['registered'] }),
      // The connection does without: it has its name.
      () => frame.notify(t('connections.label_lost', { name: label }), 'error'),
    )
  }

  return (
    <Card aria-label={title}>
      <Stack $gap="sm">
        <CardHead>
          <Heading>{title}</Heading>
        </CardHead>
        <Text>{definition.reason}</Text>
        {definition.kind === 'oauth' && <AskedScopes scopes={definition.scopes} />}
        {own.length === 0 ? (
          <Text>{t('connections.none_of', { name: title })}</Text>
        ) : (
          <ConnectionTable
            title={t('connections.of', { name: title })}
            connections={own}
            definition={definition}
            labels={labels}
            bundles={bundles}
            onDetails={onDetails}
            onDisconnect={onDisconnect}
            onReconnect={({ name }) =>
              attempt(() => {
                setAdding(false)
                setOpen(name)
              })
            }
          />
        )}
        {open !== undefined && !frame.isReadOnly && (
          <Stack $gap="sm" key={open}>
            <SmallHeading>
              {t(existing ? 'connect.reconnect_named' : 'connect.connect_named', { name: open })}
            </SmallHeading>
            {definition.kind === 'oauth' ? (
              <OAuthSignIn
                definition={{ ...definition, name: open, title: open }}
                integration={integration}
                connection={existing?.kind === 'oauth' ? existing : undefined}
                client={client}
                isPrimary
                onDisconnect={() => existing && onDisconnect(existing)}
              >
                <Button isBasic onClick={() => setOpen(undefined)}>
                  {t('common.close')}
                </Button>
              </OAuthSignIn>
            ) : (
              <CredentialForm
                definition={{ ...definition, name: open, title: open }}
                integration={integration}
                connection={existing}
                isPrimary
                onDone={() => setOpen(undefined)}
                onCancel={() => setOpen(undefined)}
              />
            )}
          </Stack>
        )}
        {isAdding && (
          <AddConnection
            definition={definition}
            taken={connections}
            onCancel={() => setAdding(false)}
            onName={(name, label) => {
              setAdding(false)
              setOpen(name)
              keep(name, label)
            }}
          />
        )}
        {!isAdding && open === undefined && (
          <Writes>
            {missing.length > 0 && <Text>{t('connections.needed', { names: missing })}</Text>}
            <Buttons>
              {missing.map((name) => (
                <Button key={name} isPrimary={isNext && name === missing[0]} onClick={() => setOpen(name)}>
                  {t('connect.connect_named', { name })}
                </Button>
              ))}
              <Button
                isPrimary={isNext && missing.length === 0}
                aria-label={t('connections.add_named', { name: title })}
                onClick={() => setAdding(true)}
              >
                {t('connections.add')}
              </Button>
            </Buttons>
          </Writes>
        )}
      </Stack>
    </Card>
  )
}
