import { Button } from '@zendeskgarden/react-buttons'
import { useMemo, useState } from 'react'
import type { Catalogued } from '../../queries/catalogue'
import { useText } from '../../platform/words'
import type { Change } from '../../queries/change'
import { useChanges } from '../../queries/change-log'
import { LogText } from '../../ui/log-text'
import { useNow } from '../../state/use-now'
import { Buttons, Card, Heading, SmallHeading, Stack, Subtle, Text } from '../../ui/blocks'
import { Loading } from '../../ui/loading'
import { Live } from '../../ui/page'
import { ProblemAlert } from '../../ui/problem-alert'
import { saveFile, saveText } from '../../ui/save-file'
import { ChangeDrawer } from './change-drawer'
import { ChangeTable } from './change-table'
import { toCsv } from './csv'
import { filtered, Filters, noFilter } from './filters'

interface Props {
  /** Undefined for an integration that did not come with the app. */
  catalogued?: Catalogued
  integration: string
}

/** Who changed what and when with this app, how it went, and the way to what the flows did. */
export function ActivityTab({ catalogued, integration }: Props) {
  const t = useText()
  const changes = useChanges(integration)
  return (
    <Card aria-labelledby="activity-title">
      <Stack>
        <Heading id="activity-title">{t('activity.title')}</Heading>
        <Text>{t('activity.text')}</Text>
        {changes.isError ? (
          <ProblemAlert
            title={t('activity.failed')}
            problem={changes.error}
            onRetry={() => void changes.refetch()}
          />
        ) : changes.isPending ? (
          <Loading />
        ) : changes.data.length === 0 ? (
          <Stack $gap="xs">
            <SmallHeading>{t('activity.none')}</SmallHeading>
            <Text>{t('activity.none_text')}</Text>
          </Stack>
        ) : (
          <Recorded changes={changes.data} catalogued={catalogued} integration={integration} />
        )}
        <LogText />
      </Stack>
    </Card>
  )
}

function Recorded({ changes, catalogued, integration }: Props & { changes: Change[] }) {
  const t = useText()
  const now = useNow()
  const [filter, setFilter] = useState(noFilter)
  const [open, setOpen] = useState<Change>()
  const shown = useMemo(() => filtered(changes, filter, now), [changes, filter, now])
  const count = t('activity.count', { count: shown.length })
  return (
    <Stack>
      <Filters changes={changes} filter={filter} onFilter={setFilter} />
      <Live>{count}</Live>
      {shown.length === 0 ? (
        <Text>{t('activity.no_match')}</Text>
      ) : (
        <>
          <Subtle>{count}</Subtle>
          <ChangeTable changes={shown} onDetails={setOpen} />
          <Buttons>
            <Button
              size="small"
              onClick={() => saveFile(`${integration}.activity.json`, { integration, changes: shown })}
            >
              {t('activity.export_json')}
            </Button>
            <Button
              size="small"
              onClick={() => saveText(`${integration}.activity.csv`, toCsv(shown), 'text/csv')}
            >
              {t('activity.export_csv')}
            </Button>
          </Buttons>
        </>
      )}
      <ChangeDrawer
        change={open}
        settings={catalogued?.definition.settings ?? []}
        onClose={() => setOpen(undefined)}
      />
    </Stack>
  )
}
