import { Code } from '@zendeskgarden/react-typography'
import type { OAuthConnectionDefinition } from '../../../zis/definition'
import type { AnyConnection } from '../../platform/edge'
import { useText } from '../../platform/words'
import type { OAuthClient } from '../../queries/connections'
import { useReadOnly } from '../../platform/console'
import { Buttons, Card, CardHead, Heading, List, SmallHeading, Stack, Text } from '../../ui/blocks'
import { CardButtons } from './card-buttons'
import { ConnectionFacts, StandingText } from './connection-facts'
import { ConnectionTag, useStanding } from './connection-tag'
import { OAuthSignIn } from './oauth-sign-in'

interface Props {
  definition: OAuthConnectionDefinition
  integration: string
  connection: AnyConnection | undefined
  client: OAuthClient | undefined
  /** The one to connect now: a view has one primary button. */
  isNext: boolean
  onDetails: () => void
  onDisconnect: () => void
}

/** One system: why, which scopes, how the sign-in stands, and the way to sign in. */
export function SystemCard({ definition, connection, onDetails, onDisconnect, isNext, ...rest }: Props) {
  const standing = useStanding(definition, connection)
  const isReadOnly = useReadOnly()
  const { title } = definition
  const buttons = connection && <CardButtons name={title} onDetails={onDetails} onDisconnect={onDisconnect} />
  return (
    <Card aria-label={title}>
      <Stack $gap="sm">
        <CardHead>
          <Heading>{title}</Heading>
          <ConnectionTag standing={standing} />
        </CardHead>
        <Text>{definition.reason}</Text>
        <AskedScopes scopes={definition.scopes} />
        {connection && (
          <>
            <StandingText definition={definition} connection={connection} standing={standing} />
            <ConnectionFacts definition={definition} connection={connection} />
          </>
        )}
        {isReadOnly ? (
          <Buttons>{buttons}</Buttons>
        ) : (
          <OAuthSignIn
            {...rest}
            definition={definition}
            connection={connection?.kind === 'oauth' ? connection : undefined}
            isPrimary={isNext}
            onDisconnect={onDisconnect}
          >
            {buttons}
          </OAuthSignIn>
        )}
      </Stack>
    </Card>
  )
}

/** What a sign-in asks for, a sentence each. */
export function AskedScopes({ scopes }: Pick<OAuthConnectionDefinition, 'scopes'>) {
  const t = useText()
  return (
    <>
      <SmallHeading>{t('connect.may')}</SmallHeading>
      <List>
        {scopes.map(({ scope, means }) => (
          <li key={scope}>
            {means} <Code>{scope}</Code>
          </li>
        ))}
      </List>
    </>
  )
}
