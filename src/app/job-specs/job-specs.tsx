import { Button } from '@zendeskgarden/react-buttons'
import { Dots } from '@zendeskgarden/react-loaders'
import { Alert } from '@zendeskgarden/react-notifications'
import { useState } from 'react'
import { useText, useWhen } from '../platform/words'
import { useJobSpecs } from '../queries/deployment'
import { useRegistered } from '../queries/integrations'
import type { WantedJobSpec } from '../state/deployment-state'
import { Buttons, CardHead, Heading, Stack, Text } from '../ui/blocks'
import { ConfirmDialog } from '../ui/confirm-dialog'
import { Loading } from '../ui/loading'
import { ProblemAlert } from '../ui/problem-alert'
import { Writes } from '../ui/writes'
import { JobSpecTable, type ListedJobSpec } from './job-spec-table'
import { useSwitches } from './use-switches'

interface Props {
  integration: string
  /**
   * What the bundle declares; an installed job spec that it does not have is left over. Undefined while that
   * is not known: then nothing is.
   */
  wanted: WantedJobSpec[] | undefined
}

/** Which events start which flows, with a switch for each, and one for all of them. */
export function JobSpecs({ integration, wanted }: Props) {
  const t = useText()
  const when = useWhen()
  const specs = useJobSpecs(integration)
  const paused = useRegistered().data?.find(({ key }) => key === integration)?.record?.paused
  const { one, pause, resume } = useSwitches(integration)
  const [leftOver, setLeftOver] = useState<string>()

  if (specs.isError) {
    return (
      <ProblemAlert title={t('flows.failed')} problem={specs.error} onRetry={() => void specs.refetch()} />
    )
  }
  if (specs.isPending) return <Loading />

  const last = [one, pause, resume].find(({ isError, data }) => isError || (data && data.length > 0))
  const isBusy = one.isPending || pause.isPending || resume.isPending
  const begin = (action: () => void) => {
    if (isBusy) return
    for (const { reset } of [one, pause, resume]) reset()
    action()
  }
  const isRunning = specs.data.some(({ installed }) => installed)
  const resuming = { word: 'flows.resume', change: resume } as const
  const pausing = { word: 'flows.pause', change: pause } as const
  // What both lists say comes in one after the other: until it is all there, what was pressed stays.
  const both = pause.isPending
    ? [pausing]
    : resume.isPending
      ? [resuming]
      : [...(paused ? [resuming] : []), ...(isRunning ? [pausing] : [])]

  return (
    <Stack>
      <CardHead>
        <Heading id="flows-title">{t('flows.title')}</Heading>
        <Writes>
          <Buttons>
            {/* By place and not by name: the button that paused is the one that resumes, and keeps the focus. */}
            {both.map(({ word, change }, place) => (
              <Button key={place} size="small" onClick={() => begin(change.mutate)}>
                {change.isPending ? <Dots delayMS={0} aria-label={t('common.loading')} /> : t(word)}
              </Button>
            ))}
          </Buttons>
        </Writes>
      </CardHead>
      <Text>{t('flows.text')}</Text>
      {paused && (
        <Alert type="info" role="status">
          <Alert.Title>{t('flows.paused_title')}</Alert.Title>
          <Alert.Paragraph>
            {t('flows.paused_text', {
              time: when(paused.at),
              name: paused.by,
              names: paused.job_specs,
            })}
          </Alert.Paragraph>
        </Alert>
      )}
      {last?.error && <ProblemAlert title={t('flows.switch_failed')} problem={last.error} />}
      {last?.data && (
        <Alert type="error" role="alert">
          <Alert.Title>{t('flows.switch_failed')}</Alert.Title>
          <Alert.Paragraph>{t('flows.not_switched', { names: last.data })}</Alert.Paragraph>
        </Alert>
      )}
      <JobSpecTable
        specs={listed(specs.data, wanted)}
        switching={one.isPending ? one.variables.name : undefined}
        onSwitch={(name, isOn) => begin(() => one.mutate({ name, isOn }))}
        onUninstall={setLeftOver}
      />
      {leftOver !== undefined && (
        <ConfirmDialog
          title={t('flows.left_over_title', { name: leftOver })}
          action={t('review.uninstall')}
          onConfirm={() => {
            begin(() => one.mutate({ name: leftOver, isOn: false, isLeftOver: true }))
            setLeftOver(undefined)
          }}
          onClose={() => setLeftOver(undefined)}
        >
          {t('flows.left_over_text')}
        </ConfirmDialog>
      )}
    </Stack>
  )
}

/** What is on the server, and what only the bundle of this app has. */
function listed(
  stored: Array<WantedJobSpec & { flow_name: string; installed: boolean }>,
  wanted: WantedJobSpec[] | undefined,
): ListedJobSpec[] {
  const isWanted = (name: string) => wanted?.some((spec) => spec.name === name) ?? true
  const onServer = stored.map((spec): ListedJobSpec => ({
    ...spec,
    state: !spec.installed ? 'inactive' : isWanted(spec.name) ? 'active' : 'left_over',
  }))
  const missing = (wanted ?? [])
    .filter(({ name }) => !stored.some((spec) => spec.name === name))
    .map((spec): ListedJobSpec => ({ ...spec, flow_name: '', state: 'missing' }))
  return [...onServer, ...missing]
}
