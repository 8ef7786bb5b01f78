import { Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import { useRichText, useText } from '../../platform/words'
import { TaskRow } from '../../tasks/task-row'
import { wentWell, type Task, type TaskState } from '../../tasks/use-tasks'
import { AlertButtons, List, SmallHeading, Stack } from '../../ui/blocks'
import { Live } from '../../ui/page'
import { Rows } from '../../ui/rows'

interface Props {
  tasks: Task[]
  states: Record<string, TaskState>
  isRunning: boolean
  integration: string
  keptScopes: string[]
  onRetry: (tasks: Task[]) => void
}

/** A row per thing removed, then what stays behind and what is left to do by hand. */
export function UninstallResult({ tasks, states, isRunning, integration, keptScopes, onRetry }: Props) {
  const t = useText()
  const rich = useRichText()
  const done = tasks.filter(({ id }) => wentWell(states[id])).length
  const failed = isRunning ? [] : tasks.filter(({ id }) => !wentWell(states[id]))
  return (
    <Stack>
      {!isRunning && failed.length === 0 && (
        <Alert type="success" role="status">
          <Alert.Title>{t('uninstall.done_title')}</Alert.Title>
          <Alert.Paragraph>{t('uninstall.done_text')}</Alert.Paragraph>
        </Alert>
      )}
      {failed.length > 0 && (
        <Alert type="error" role="alert">
          <Alert.Title>{t('uninstall.failed_title')}</Alert.Title>
          <Alert.Paragraph>{t('uninstall.failed_text', { count: failed.length })}</Alert.Paragraph>
          <AlertButtons>
            <Button size="small" onClick={() => onRetry(failed)}>
              {t('uninstall.retry_failed')}
            </Button>
          </AlertButtons>
        </Alert>
      )}
      <Rows aria-label={t('uninstall.rows')}>
        {tasks.map((task) => (
          <TaskRow
            key={task.id}
            title={task.title}
            state={states[task.id] ?? { state: 'waiting' }}
            onRetry={isRunning ? undefined : () => onRetry([task])}
          />
        ))}
      </Rows>
      <Live>{isRunning ? t('uninstall.progress', { done, all: tasks.length }) : ''}</Live>
      {!isRunning && (
        <Stack $gap="xs">
          <SmallHeading>{t('uninstall.left')}</SmallHeading>
          <List>
            <li>{t('uninstall.left_registry', { key: integration })}</li>
            <li>{t('uninstall.left_client', { client: `zis_${integration}` })}</li>
            {keptScopes.length > 0 && <li>{rich('uninstall.left_settings', { names: keptScopes })}</li>}
            <li>{t('uninstall.left_provider')}</li>
            <li>{t('uninstall.left_app')}</li>
          </List>
        </Stack>
      )}
    </Stack>
  )
}
