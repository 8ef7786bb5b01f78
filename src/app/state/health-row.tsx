import type { ReactNode } from 'react'
import { useText, type Text } from '../platform/words'
import { ProblemWords } from '../ui/problem-words'
import { Row } from '../ui/rows'
import { Writes } from '../ui/writes'
import { problemInReport } from './report'
import { isEnding, type HealthRow } from './use-health'

interface Props {
  row: HealthRow
  /** What is not there yet is only still to come, and no fault. */
  isPlan?: boolean
  /** All job specs are off because an admin wanted it so. */
  isPaused?: boolean
  /** The way to where it is put right. */
  children?: ReactNode
}

/** A row of health in words, with its own retry where it could not be checked. */
export function HealthRowView({ row, isPlan, isPaused, children }: Props) {
  const t = useText()
  const title = titleOf(row, t)
  if (row.check === 'loading') return <Row state="working" title={title} says={t('common.loading')} />
  if (row.check === 'failed') {
    return (
      <Row
        state="warning"
        title={title}
        says={
          <>
            {t('rows.unknown')} <ProblemWords problem={row.problem} isRead />
          </>
        }
        onRetry={row.retry}
      />
    )
  }
  if (isPaused && row.says === 'not_installed')
    return <Row state="waiting" title={title} says={t('verdict.paused')} />
  const isToCome = isPlan && (row.says === 'missing' || row.says === 'not_installed')
  return (
    <Row
      state={isEnding(row) ? 'warning' : row.isGood ? 'good' : isToCome ? 'waiting' : 'failed'}
      title={title}
      says={
        isToCome ? (
          t(`plan.${row.says as 'missing' | 'not_installed'}`)
        ) : (
          <>
            {says(row.says, t)}
            {!isPlan && isStep(row.says) && (
              <Writes>
                <div>{t(`next.${row.says}`)}</div>
              </Writes>
            )}
          </>
        )
      }
    >
      {children}
    </Row>
  )
}

const titleOf = (row: HealthRow, t: Text): string =>
  row.kind === 'connection' || row.kind === 'settings'
    ? row.title
    : t(`rows.${row.kind}`, { name: row.title })

/** A row of health as a line of a report. */
export function healthInReport(row: HealthRow, t: Text): { title: string; says: string } {
  const title = titleOf(row, t)
  if (row.check === 'loading') return { title, says: 'not checked yet' }
  if (row.check === 'failed') return { title, says: `could not check, ${problemInReport(row.problem)}` }
  return {
    title,
    says: `${isEnding(row) ? 'ends soon' : row.isGood ? 'ok' : 'not ok'}, ${says(row.says, t)}`,
  }
}

const steps = ['missing', 'differs', 'not_installed', 'left_over'] as const

/** What is not in place and has a next step of its own. */
const isStep = (word: string): word is (typeof steps)[number] => steps.some((step) => step === word)

function says(word: (HealthRow & { check: 'done' })['says'], t: Text): string {
  switch (word) {
    case 'in_sync':
    case 'missing':
    case 'differs':
    case 'installed':
    case 'not_installed':
    case 'left_over':
    case 'saved':
    case 'not_saved':
      return t(`verdict.${word}`)
    default:
      return t(`connection.${word}.row`)
  }
}
