import { Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import { useMemo } from 'react'
import { BundleCheck } from '../../deploy/bundle-check'
import { shippedFor } from '../../deploy/deployment'
import { LeftOver } from '../../deploy/left-over'
import { useDeploy } from '../../deploy/use-deploy'
import { useConsole } from '../../platform/console'
import { useNavigation } from '../../platform/route'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { Proof } from '../../proof/proof-card'
import { WebhooksToCreate } from '../../proof/webhooks-to-create'
import { HealthRowView } from '../../state/health-row'
import { reportOf } from '../../state/report'
import type { Health, HealthRow } from '../../state/use-health'
import { taskInReport } from '../../tasks/task-report'
import { TaskRow } from '../../tasks/task-row'
import { wentWell } from '../../tasks/use-tasks'
import { AlertButtons, Buttons, Card, Heading, Stack, Text } from '../../ui/blocks'
import { BusyLabel } from '../../ui/busy-label'
import { CopyReport } from '../../ui/copy-report'
import { Live } from '../../ui/page'
import { Rows } from '../../ui/rows'
import { Changes } from './changes'

interface Props {
  catalogued: Catalogued
  integration: string
  health: Health
  onBack: () => void
}

/**
 * What is going to be on the server and what is there: a row per resource. After the install each row
 * says what was read back, never what was sent.
 */
export function Review({ catalogued, integration, health, onBack }: Props) {
  const t = useText()
  const { go } = useNavigation()
  const { frame } = useConsole()
  const deployment = useMemo(() => shippedFor(catalogued, integration), [catalogued, integration])
  const { tasks, states, isRunning, deploy, retry, retryFailed } = useDeploy(
    catalogued,
    integration,
    deployment,
    'installed',
  )
  const hasRun = tasks.some(({ id }) => states[id])
  const done = tasks.filter(({ id }) => wentWell(states[id])).length
  const hasFailed = !isRunning && hasRun && done < tasks.length
  const isActive =
    !isRunning &&
    (health.status === 'active' || health.status === 'ending') &&
    (!hasRun || done === tasks.length)
  const isLeftOver = (row: HealthRow) => row.check === 'done' && row.says === 'left_over'
  const deployed = health.rows.filter(
    (row) => (row.kind === 'bundle' || row.kind === 'job_spec') && !isLeftOver(row),
  )

  return (
    <Card>
      <Stack>
        <Heading>{t('review.title')}</Heading>
        {isActive ? (
          <Alert type="success" role="status">
            <Alert.Title>{t('review.active_title', { name: catalogued.definition.title })}</Alert.Title>
            <Alert.Paragraph>{t('review.active_text')}</Alert.Paragraph>
          </Alert>
        ) : (
          <Text>{t('review.text', { key: integration })}</Text>
        )}
        {hasFailed && (
          <Alert type="error" role="alert">
            <Alert.Title>{t('review.failed_title')}</Alert.Title>
            <Alert.Paragraph>{t('review.failed_text')}</Alert.Paragraph>
            <AlertButtons>
              <Button size="small" onClick={() => void retryFailed()}>
                {t('review.retry_failed')}
              </Button>
            </AlertButtons>
          </Alert>
        )}
        {!isRunning && !hasFailed && health.status === 'attention' && (
          <Alert type="warning" role="status">
            <Alert.Title>{t('review.attention_title')}</Alert.Title>
            <Alert.Paragraph>{t('review.attention_text')}</Alert.Paragraph>
          </Alert>
        )}
        <Rows aria-label={t('review.resources')}>
          {hasRun
            ? tasks.map(({ id, title }) => (
                <TaskRow
                  key={id}
                  title={title}
                  state={states[id] ?? { state: 'waiting' }}
                  onRetry={isRunning ? undefined : () => void retry(id)}
                />
              ))
            : deployed.map((row) => <HealthRowView key={row.id} row={row} isPlan />)}
          {health.rows.filter(isLeftOver).map(({ id, title }) => (
            <LeftOver key={id} integration={integration} name={title} />
          ))}
        </Rows>
        {!hasRun && !isActive && <Changes integration={integration} bundle={deployment.bundle} />}
        {isRunning && <Text>{t('review.keep_open')}</Text>}
        {!isRunning && hasRun && (
          <CopyReport
            text={reportOf({
              title: catalogued.written.title,
              version: catalogued.written.version,
              integration,
              account: frame.subdomain,
              at: new Date().toISOString(),
              rows: tasks.map(({ id, title }) => ({ title, says: taskInReport(states[id]) })),
            })}
          />
        )}
        {!hasRun && !isActive && (
          <BundleCheck catalogued={catalogued} integration={integration} bundle={deployment.bundle} />
        )}
        <Live>{isRunning ? t('review.progress', { done, all: tasks.length }) : ''}</Live>
        {isActive && <WebhooksToCreate catalogued={catalogued} integration={integration} />}
        {isActive && <Proof catalogued={catalogued} integration={integration} />}
        <Buttons>
          <Button onClick={isRunning ? undefined : onBack}>{t('common.back')}</Button>
          {isActive ? (
            <Button isPrimary onClick={() => go({ page: 'integration', name: integration, tab: 'overview' })}>
              {t('review.go_to_overview')}
            </Button>
          ) : (
            <Button isPrimary onClick={isRunning ? undefined : () => void deploy()}>
              <BusyLabel isBusy={isRunning} busyLabel={t('review.installing')}>
                {t('review.install')}
              </BusyLabel>
            </Button>
          )}
        </Buttons>
      </Stack>
    </Card>
  )
}
