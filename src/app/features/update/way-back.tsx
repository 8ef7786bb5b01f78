import { Button } from '@zendeskgarden/react-buttons'
import { useText } from '../../platform/words'
import { Buttons, Stack, Text } from '../../ui/blocks'
import { saveFile } from '../../ui/save-file'
import type { Before } from './update-card'

interface Props {
  integration: string
  before: Before
  onUndo: () => void
}

/** What was on the server before an update: to be brought back, or kept as a file. */
export function WayBack({ integration, before, onUndo }: Props) {
  const t = useText()
  return (
    <Stack $gap="sm">
      <Text>{t('update.undo_text')}</Text>
      <Buttons>
        <Button onClick={() => saveFile(`${integration}.bundle.json`, before.bundle)}>
          {t('update.download')}
        </Button>
        <Button onClick={onUndo}>{t('update.undo')}</Button>
      </Buttons>
    </Stack>
  )
}
