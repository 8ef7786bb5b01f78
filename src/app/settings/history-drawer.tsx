import { Button } from '@zendeskgarden/react-buttons'
import { Drawer } from '@zendeskgarden/react-modals'
import { useId } from 'react'
import type { Json, JsonObject } from '../../zis/json'
import { useText, useWhen } from '../platform/words'
import type { Problem } from '../platform/problem'
import type { Change } from '../queries/change'
import { useChanges } from '../queries/change-log'
import { Card, SmallHeading, Stack, Subtle, Text } from '../ui/blocks'
import { Loading } from '../ui/loading'
import { ProblemAlert } from '../ui/problem-alert'
import { DifferenceTable } from './difference-table'
import { useDifferences } from './use-differences'

interface Props {
  integration: string
  scope: string
  title: string
  schema: JsonObject
  isUndoing?: boolean
  /** Why the last undo did not go through. */
  problem?: Problem | null
  /** Absent where nothing may be changed. */
  onUndo?: (change: Change) => void
  onClose: () => void
}

/** Who changed the settings when, and what; each change can be taken back by another one. */
export function HistoryDrawer({
  integration,
  scope,
  title,
  schema,
  isUndoing = false,
  problem,
  onUndo,
  onClose,
}: Props) {
  const t = useText()
  const changes = useChanges(integration)
  const rows = changes.data?.filter((change) => isSettings(change) && change.scope === scope) ?? []
  return (
    <Drawer isOpen onClose={onClose} aria-label={t('history.title', { name: title })}>
      <Drawer.Header tag="h2">{t('history.title', { name: title })}</Drawer.Header>
      <Drawer.Body>
        <Stack>
          <Subtle>{t('history.text')}</Subtle>
          {problem && <ProblemAlert title={t('settings.save_failed')} problem={problem} />}
          {changes.isError ? (
            <ProblemAlert
              title={t('history.failed')}
              problem={changes.error}
              onRetry={() => void changes.refetch()}
            />
          ) : changes.isPending ? (
            <Loading />
          ) : rows.length === 0 ? (
            <Text>{t('history.none')}</Text>
          ) : (
            rows.map((change) => (
              <Entry
                key={change.id}
                change={change}
                schema={schema}
                isUndoing={isUndoing}
                onUndo={onUndo && (() => onUndo(change))}
              />
            ))
          )}
        </Stack>
      </Drawer.Body>
      <Drawer.Close aria-label={t('common.close')} />
    </Drawer>
  )
}

function Entry({
  change,
  schema,
  isUndoing,
  onUndo,
}: {
  change: Change
  schema: JsonObject
  isUndoing: boolean
  onUndo: (() => void) | undefined
}) {
  const t = useText()
  const when = useWhen()
  const id = useId()
  const differencesOf = useDifferences(schema)
  const isKept = change.before !== undefined || change.after !== undefined
  const says = t(`history.${wordOf(change)}`, {
    name: change.who,
    time: when(change.at),
  })
  return (
    <Card aria-labelledby={id}>
      <Stack $gap="sm">
        <SmallHeading id={id}>{says}</SmallHeading>
        {isKept ? (
          <DifferenceTable
            label={says}
            before={t('history.before')}
            after={t('history.after')}
            rows={differencesOf(change.before as Json, change.after as Json)}
          />
        ) : (
          <Text>{t('history.too_large')}</Text>
        )}
        {onUndo && change.before !== undefined && (
          <div>
            <Button
              size="small"
              aria-label={t('history.undo_named', { name: says })}
              onClick={isUndoing ? undefined : onUndo}
            >
              {t('history.undo')}
            </Button>
          </div>
        )}
      </Stack>
    </Card>
  )
}

/** A job spec or a connection may have the name of a scope. */
const isSettings = ({ what }: Change): boolean => ['saved', 'undone', 'imported'].includes(what)

const wordOf = ({ what }: Change) => (what === 'undone' || what === 'imported' ? what : 'saved')
