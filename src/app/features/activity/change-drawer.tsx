import type { SettingsDefinition } from '../../../zis/definition'
import { problemWords } from '../../platform/runbook'
import { useText, useWhen } from '../../platform/words'
import type { Change } from '../../queries/change'
import { DifferenceTable } from '../../settings/difference-table'
import { useDifferences } from '../../settings/use-differences'
import { Facts, List, SmallHeading, Stack } from '../../ui/blocks'
import { DetailsDrawer } from '../../ui/details-drawer'
import { StatusTag } from '../../ui/status-tag'
import { outcomeIn, whatOf } from './change-words'

interface Props {
  /** What is shown; undefined closes the drawer. */
  change: Change | undefined
  /** Their schemas name the values that were changed. */
  settings: SettingsDefinition[]
  onClose: () => void
}

/** Everything that is recorded of one change. */
export function ChangeDrawer({ change, settings, onClose }: Props) {
  const t = useText()
  return (
    <DetailsDrawer item={change} title={(shown) => whatOf(shown, t)} onClose={onClose}>
      {(shown) => <Details change={shown} settings={settings} />}
    </DetailsDrawer>
  )
}

const noSchema = {}

function Details({ change, settings }: { change: Change; settings: SettingsDefinition[] }) {
  const t = useText()
  const when = useWhen()
  const { tone, says } = outcomeIn(change, t)
  const { before, after, left = [], problem } = change
  const schema = settings.find(({ scope }) => scope === change.scope)?.schema ?? noSchema
  const differencesOf = useDifferences(schema)
  return (
    <Stack>
      <Facts>
        <dt>{t('activity.to')}</dt>
        <dd>{change.scope}</dd>
        <dt>{t('activity.person')}</dt>
        <dd>{change.who}</dd>
        <dt>{t('activity.time')}</dt>
        <dd>{when(change.at)}</dd>
        <dt>{t('activity.outcome')}</dt>
        <dd>
          <StatusTag tone={tone}>{says}</StatusTag>
        </dd>
        {problem && (
          <>
            <dt>{t('activity.answer')}</dt>
            <dd>{problemWords({ ...problem, message: '' }, t)}</dd>
          </>
        )}
      </Facts>
      {left.length > 0 && (
        <Stack $gap="xs">
          <SmallHeading>{t('activity.where')}</SmallHeading>
          <List>
            {left.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </List>
        </Stack>
      )}
      {(before !== undefined || after !== undefined) && (
        <DifferenceTable
          label={whatOf(change, t)}
          before={t('history.before')}
          after={t('history.after')}
          rows={differencesOf(before, after)}
        />
      )}
    </Stack>
  )
}
