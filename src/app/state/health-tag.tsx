import { useText } from '../platform/words'
import { StatusTag } from '../ui/status-tag'
import type { Status } from './use-health'

const tones = {
  loading: 'neutral',
  active: 'good',
  inactive: 'neutral',
  attention: 'bad',
  unknown: 'warning',
} as const

/** The status of an integration in one or two words. */
export function HealthTag({ status }: { status: Status }) {
  const t = useText()
  return <StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag>
}
