import { Button } from '@zendeskgarden/react-buttons'
import { useRichText, useText, useWhen } from '../platform/words'
import { useConnections } from '../queries/connections'
import { SmallHeading, Stack, Subtle, Text } from '../ui/blocks'

/** ZIS has no test call: the honest check is to read the connections again (zis-admin-app 13.2). */
export function ConnectionCheck({ integration }: { integration: string }) {
  const t = useText()
  const rich = useRichText()
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
            : rich('details.checked', { time: when(dataUpdatedAt) })}
      </Subtle>
      <div>
        <Button size="small" onClick={() => void refetch()}>
          {t('connect.check')}
        </Button>
      </div>
    </Stack>
  )
}
