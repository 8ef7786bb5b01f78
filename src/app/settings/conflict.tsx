import { Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import styled from 'styled-components'
import type { Json, JsonObject } from '../../zis/json'
import { useText, useWhen } from '../platform/words'
import type { StoredConfig } from '../queries/configs'
import { AlertButtons } from '../ui/blocks'
import { DifferenceTable } from './difference-table'
import { useDifferences } from './use-differences'

const Below = styled.div`
  margin-top: ${({ theme }) => theme.space.xs};
`

interface Props {
  schema: JsonObject
  mine: Json
  theirs: StoredConfig
  onTheirs: () => void
  onMine: () => void
}

/** Somebody else saved meanwhile: both versions, as far as they differ, and the decision. */
export function Conflict({ schema, mine, theirs, onTheirs, onMine }: Props) {
  const t = useText()
  const when = useWhen()
  const differencesOf = useDifferences(schema)
  return (
    <Alert type="warning" role="alert">
      <Alert.Title>{t('settings.conflict_title')}</Alert.Title>
      <Alert.Paragraph>{t('settings.conflict_text', { time: when(theirs.updated_at) })}</Alert.Paragraph>
      <Below>
        <DifferenceTable
          label={t('settings.conflict_title')}
          before={t('settings.mine')}
          after={t('settings.theirs')}
          rows={differencesOf(mine, theirs.config as JsonObject)}
          isChange={false}
        />
      </Below>
      <AlertButtons>
        <Button size="small" onClick={onTheirs}>
          {t('settings.load_theirs')}
        </Button>
        <Button size="small" onClick={onMine}>
          {t('settings.keep_mine')}
        </Button>
      </AlertButtons>
    </Alert>
  )
}
