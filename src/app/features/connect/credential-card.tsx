import { Button } from '@zendeskgarden/react-buttons'
import { useState } from 'react'
import type { TypedConnectionDefinition } from '../../../zis/definition'
import type { AnyConnection } from '../../platform/edge'
import { useText } from '../../platform/words'
import { Buttons, Card, CardHead, Heading, Stack, Text } from '../../ui/blocks'
import { Live } from '../../ui/page'
import { Writes } from '../../ui/writes'
import { CardButtons } from './card-buttons'
import { ConnectionFacts, StandingText } from './connection-facts'
import { ConnectionTag, useStanding } from './connection-tag'
import { CredentialForm } from './credential-form'

interface Props {
  definition: TypedConnectionDefinition
  integration: string
  connection: AnyConnection | undefined
  isNext: boolean
  onDetails: () => void
  onDisconnect: () => void
}

/** One system that takes a token, a password or a key: why, how it stands, and the fields for it. */
export function CredentialCard({
  definition,
  integration,
  connection,
  isNext,
  onDetails,
  onDisconnect,
}: Props) {
  const t = useText()
  const standing = useStanding(definition, connection)
  const [isEditing, setEditing] = useState(false)
  const [isDone, setDone] = useState(false)
  const { title } = definition
  const isOpen = connection === undefined || isEditing
  return (
    <Card aria-label={title}>
      <Stack $gap="sm">
        <CardHead>
          <Heading>{title}</Heading>
          <ConnectionTag standing={standing} />
        </CardHead>
        <Text>{definition.reason}</Text>
        {connection && (
          <>
            <StandingText definition={definition} connection={connection} standing={standing} />
            <ConnectionFacts definition={definition} connection={connection} />
          </>
        )}
        {isOpen && (
          <Writes>
            <CredentialForm
              definition={definition}
              integration={integration}
              connection={connection}
              isPrimary={isNext || isEditing}
              onDone={() => {
                setEditing(false)
                setDone(true)
              }}
              onCancel={isEditing ? () => setEditing(false) : undefined}
            />
          </Writes>
        )}
        {connection && !isEditing && (
          <Buttons>
            <CardButtons name={title} onDetails={onDetails} onDisconnect={onDisconnect} />
            <Writes>
              <Button
                aria-label={t('connect.reconnect_named', { name: title })}
                onClick={() => {
                  setDone(false)
                  setEditing(true)
                }}
              >
                {t('connect.reconnect')}
              </Button>
            </Writes>
          </Buttons>
        )}
        <Live>{isDone ? t('connect.connected', { name: title }) : ''}</Live>
      </Stack>
    </Card>
  )
}
