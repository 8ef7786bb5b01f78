import { Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import { useEffect, useRef } from 'react'
import type { Deployment } from '../../deploy/deployment'
import { LeftOver } from '../../deploy/left-over'
import { useDeploy } from '../../deploy/use-deploy'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { useJobSpecs } from '../../queries/deployment'
import { jobSpecsOf, leftOvers } from '../../state/deployment-state'
import { TaskRow } from '../../tasks/task-row'
import { wentWell } from '../../tasks/use-tasks'
import { Buttons, Card, Heading, Stack } from '../../ui/blocks'
import { Live } from '../../ui/page'
import { Rows } from '../../ui/rows'
import type { Before } from './update-card'
import { WayBack } from './way-back'

interface Props {
  kind: 'update' | 'undo'
  deployment: Deployment
  catalogued: Catalogued
  integration: string
  before: Before | undefined
  /** Absent where there is no way back. */
  onUndo: (() => void) | undefined
  onClose: () => void
}

/** An update or its undoing, a row each, read back from the server; it begins when it is first drawn. */
export function Progress({ kind, deployment, catalogued, integration, before, onUndo, onClose }: Props) {
  const t = useText()
  const { tasks, states, isRunning, deploy, retry } = useDeploy(
    catalogued,
    integration,
    deployment,
    kind === 'undo' ? 'update_undone' : 'updated',
  )
  const hasBegun = useRef(false)
  useEffect(() => {
    if (hasBegun.current) return
    hasBegun.current = true
    void deploy()
  }, [deploy])

  const done = tasks.filter(({ id }) => wentWell(states[id])).length
  const isOver = !isRunning && tasks.some(({ id }) => states[id])
  const isGood = isOver && done === tasks.length
  // A bundle that has lost a job spec does not switch it off (zis-admin-app D1).
  const specs = useJobSpecs(integration).data ?? []
  const left = isOver && kind === 'update' ? leftOvers(jobSpecsOf(deployment.bundle), specs) : []
  return (
    <Card aria-label={t(`update.${kind}_title`)}>
      <Stack $gap="sm">
        <Heading>{t(`update.${kind}_title`)}</Heading>
        {isOver && (
          <Alert type={isGood ? 'success' : 'error'} role={isGood ? 'status' : 'alert'}>
            <Alert.Title>{t(isGood ? `update.${kind}_done` : 'update.failed')}</Alert.Title>
            <Alert.Paragraph>{t(isGood ? 'review.active_text' : 'review.failed_text')}</Alert.Paragraph>
          </Alert>
        )}
        <Rows aria-label={t('review.resources')}>
          {tasks.map(({ id, title }) => (
            <TaskRow
              key={id}
              title={title}
              state={states[id] ?? { state: 'waiting' }}
              onRetry={isRunning ? undefined : () => void retry(id)}
            />
          ))}
          {left.map(({ name }) => (
            <LeftOver key={name} integration={integration} name={name} />
          ))}
        </Rows>
        <Live>{isRunning ? t('review.progress', { done, all: tasks.length }) : ''}</Live>
        {isOver && before && onUndo && <WayBack integration={integration} before={before} onUndo={onUndo} />}
        {isOver && (
          <Buttons>
            <Button onClick={onClose}>{t('common.close')}</Button>
          </Buttons>
        )}
      </Stack>
    </Card>
  )
}
