import type { JsonObject } from '../../../zis/json'
import type { AnyConnection } from '../../platform/edge'
import { useText } from '../../platform/words'
import { Card, Heading, Stack, Text } from '../../ui/blocks'
import { ConnectionTable } from './connection-table'

interface Props {
  connections: AnyConnection[]
  bundles: JsonObject[]
  onDetails: (connection: AnyConnection) => void
  onDisconnect: (connection: AnyConnection) => void
}

/** Connections that the account holds and nothing asks for. */
export function OtherConnections(props: Props) {
  const t = useText()
  return (
    <Card>
      <Stack $gap="sm">
        <Heading>{t('connections.others')}</Heading>
        <Text>{t('connections.others_text')}</Text>
        <ConnectionTable title={t('connections.others')} {...props} />
      </Stack>
    </Card>
  )
}
