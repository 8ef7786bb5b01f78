import { useText } from '../platform/words'
import { Stack, Subtle, Text } from './blocks'
import { LogLink } from './log-link'

/** What only Zendesk's own log can tell, the way there, and what its commonest failure means. */
export function LogText() {
  const t = useText()
  return (
    <Stack $gap="xs">
      <Text>
        {t('flows.log_text')} <LogLink />
      </Text>
      <Subtle>{t('runbook.json_path')}</Subtle>
    </Stack>
  )
}
