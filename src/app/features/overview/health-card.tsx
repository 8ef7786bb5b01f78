import { Button } from '@zendeskgarden/react-buttons'
import { useConsole } from '../../platform/console'
import { useNavigation } from '../../platform/route'
import { useRichText, useText, useWhen } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { healthInReport, HealthRowView } from '../../state/health-row'
import { reportOf } from '../../state/report'
import { isEnding, type Health, type HealthRow } from '../../state/use-health'
import { BusyLabel } from '../../ui/busy-label'
import { Card, CardHead, Heading, Stack, Subtle } from '../../ui/blocks'
import { CopyReport } from '../../ui/copy-report'
import { Rows } from '../../ui/rows'

interface Props {
  catalogued: Catalogued
  integration: string
  health: Health
  isPaused: boolean
}

/** A row for each thing that has to be right, when that was looked at, and the same as a report to send on. */
export function HealthCard({ catalogued: { written }, integration, health, isPaused }: Props) {
  const t = useText()
  const rich = useRichText()
  const when = useWhen()
  const { frame } = useConsole()
  const { rows, checkedAt, isChecking, check } = health
  return (
    <Card aria-label={t('overview.health')}>
      <Stack $gap="sm">
        <CardHead>
          <Heading>{t('overview.health')}</Heading>
          <Button size="small" onClick={isChecking ? undefined : check}>
            <BusyLabel isBusy={isChecking} busyLabel={t('overview.checking')}>
              {t('connect.check')}
            </BusyLabel>
          </Button>
        </CardHead>
        <Rows aria-label={t('overview.health')}>
          {rows.map((row) => (
            <HealthRowView key={row.id} row={row} isPaused={isPaused}>
              <Way row={row} integration={integration} />
            </HealthRowView>
          ))}
        </Rows>
        {checkedAt > 0 && (
          <Subtle role="status">{rich('overview.checked', { time: when(checkedAt) })}</Subtle>
        )}
        <CopyReport
          text={reportOf({
            title: written.title,
            version: written.version,
            integration,
            account: frame.subdomain,
            at: checkedAt > 0 ? new Date(checkedAt).toISOString() : 'not everything was read',
            rows: rows.map((row) => healthInReport(row, t)),
          })}
        />
      </Stack>
    </Card>
  )
}

/** To the tab where something that is not in place is put right; a bundle is, on this very page. */
function Way({ row, integration }: { row: HealthRow; integration: string }) {
  const t = useText()
  const { go } = useNavigation()
  if (
    row.check !== 'done' ||
    (row.isGood && !isEnding(row)) ||
    row.kind === 'bundle' ||
    row.says === 'missing'
  )
    return null
  const { tab, label } = ways[row.kind]
  return (
    <Button size="small" onClick={() => go({ page: 'integration', name: integration, tab })}>
      {t(label)}
    </Button>
  )
}

const ways = {
  connection: { tab: 'connections', label: 'overview.open_connections' },
  settings: { tab: 'settings', label: 'overview.open_settings' },
  job_spec: { tab: 'flows', label: 'overview.open_flows' },
} as const
