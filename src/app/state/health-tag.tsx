import { useText } from '../platform/words'
import { StatusTag } from '../ui/status-tag'
import type { Status } from './use-health'

const tones = {
  loading: 'neutral',
  active: 'good',
  ending: 'warning',
  inactive: 'neutral',
  attention: 'bad',
  unknown: 'warning',
} as const

/** The status of an integration in one or two words. */
export function HealthTag({ status, isPaused = false }: { status: Status; isPaused?: boolean }) {
  const t = useText()
  if (isPaused) return <StatusTag tone="warning">{t('status.paused')}</StatusTag>
  return <StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag>
}
