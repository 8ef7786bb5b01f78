import { Fragment, useEffect } from 'react'
import { useRichText, useText, useWhen } from '../../platform/words'
import { useConnections } from '../../queries/connections'
import { useJobSpecs } from '../../queries/deployment'
import type { Registered } from '../../queries/integrations'
import { useLastChange } from '../../state/last-change'
import type { Status } from '../../state/use-health'
import { Row, type RowState } from '../../ui/rows'
import { OpenButton } from './open-button'
import type { Standing } from './statuses'

interface Props {
  registered: Registered
  onStanding: (name: string, standing: Standing) => void
  isHidden: boolean
}

const marks: Record<'paused' | Status, RowState> = {
  loading: 'working',
  active: 'good',
  ending: 'warning',
  attention: 'warning',
  paused: 'warning',
  inactive: 'waiting',
  unknown: 'warning',
}

/** An integration without a definition: as much as the registry says of it. */
export function OtherRow({ registered: { key, description, record }, onStanding, isHidden }: Props) {
  const t = useText()
  const rich = useRichText()
  const when = useWhen()
  const specs = useJobSpecs(key)
  const connections = useConnections(key)
  const last = useLastChange(key, record)

  const active = specs.data?.filter(({ installed }) => installed).length ?? 0
  const status: Status = specs.isPending
    ? 'loading'
    : specs.isError
      ? 'unknown'
      : active > 0
        ? 'active'
        : 'inactive'
  const standing = record?.paused ? 'paused' : status
  useEffect(() => onStanding(key, standing), [key, standing, onStanding])
  if (isHidden) return null

  const names = connections.data?.map(({ name }) => name) ?? []
  const facts = [
    t(`status.${standing}`) + '.',
    description === '' ? '' : `${description}.`,
    specs.data ? t('home.specs', { active, all: specs.data.length }) : '',
    names.length > 0 ? rich('home.connections', { names }) : '',
    last ? rich('home.changed', { time: when(last.at), name: last.by }) : '',
  ]
  return (
    <Row
      state={marks[standing]}
      title={key}
      says={facts
        .filter((fact) => fact !== '')
        .map((fact, index) => (
          <Fragment key={index}>{fact} </Fragment>
        ))}
    >
      <OpenButton size="small" name={key} to={{ page: 'integration', name: key, tab: 'overview' }} />
    </Row>
  )
}
