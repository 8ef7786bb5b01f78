import { Button } from '@zendeskgarden/react-buttons'
import { Field, Select } from '@zendeskgarden/react-forms'
import styled from 'styled-components'
import { useText } from '../../platform/words'
import { kindOf, type Change } from '../../queries/change'

/** What of the activity is shown; empty for all of it. */
export interface Filter {
  who: string
  what: string
  period: '' | 'day' | 'week' | 'month'
}

export const noFilter: Filter = { who: '', what: '', period: '' }

const hoursOf = { day: 24, week: 7 * 24, month: 30 * 24 }

/** The changes that a filter lets through, in their order. */
export const filtered = (changes: Change[], { who, what, period }: Filter, now: number): Change[] =>
  changes.filter(
    (change) =>
      (who === '' || change.who === who) &&
      (what === '' || change.what === what) &&
      (period === '' || now - Date.parse(change.at) <= hoursOf[period] * 3600_000),
  )

const Line = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: flex-end;
  gap: ${({ theme }) => theme.space.sm};
`

const Part = styled.div`
  flex: 1 1 160px;
  max-width: 260px;
`

interface Props {
  changes: Change[]
  filter: Filter
  onFilter: (filter: Filter) => void
}

/** Who, what and when, each chosen from what there is. */
export function Filters({ changes, filter, onFilter }: Props) {
  const t = useText()
  const different = (values: string[]) => [...new Set(values)].sort((one, other) => one.localeCompare(other))
  const name = (what: string) => {
    const kind = kindOf({ what })
    return kind ? t(`activity.what.${kind}`) : what
  }
  const select = (label: string, key: keyof Filter, all: string, options: Array<[string, string]>) => (
    <Part>
      <Field>
        <Field.Label>{label}</Field.Label>
        <Select
          isCompact
          value={filter[key]}
          onChange={({ target }) => onFilter({ ...filter, [key]: target.value })}
        >
          <option value="">{all}</option>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </Select>
      </Field>
    </Part>
  )
  return (
    <Line>
      {select(
        t('activity.person'),
        'who',
        t('activity.all_people'),
        different(changes.map(({ who }) => who)).map((who) => [who, who]),
      )}
      {select(
        t('activity.change'),
        'what',
        t('activity.all_changes'),
        different(changes.map(({ what }) => what)).map((what) => [what, name(what)]),
      )}
      {select(t('activity.period'), 'period', t('activity.any_time'), [
        ['day', t('activity.day')],
        ['week', t('activity.week')],
        ['month', t('activity.month')],
      ])}
      {(filter.who || filter.what || filter.period) && (
        <Button size="small" isBasic onClick={() => onFilter(noFilter)}>
          {t('activity.clear')}
        </Button>
      )}
    </Line>
  )
}
