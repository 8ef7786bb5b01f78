import { Button } from '@zendeskgarden/react-buttons'
import { Dots } from '@zendeskgarden/react-loaders'
import { Table } from '@zendeskgarden/react-tables'
import { useReadOnly } from '../platform/console'
import { useText } from '../platform/words'
import { StatusTag } from '../ui/status-tag'
import { NarrowTable } from '../ui/narrow-table'

/** A job spec with how it stands: `left_over` is on though no bundle has it any more. */
export interface ListedJobSpec {
  name: string
  event_source: string
  event_type: string
  flow_name: string
  state: 'active' | 'inactive' | 'left_over' | 'missing'
}

const tones = { active: 'good', inactive: 'neutral', left_over: 'warning', missing: 'neutral' } as const

interface Props {
  specs: ListedJobSpec[]
  /** The one that is being switched now. */
  switching: string | undefined
  onSwitch: (name: string, isOn: boolean) => void
  onUninstall: (name: string) => void
}

/** Job specs, a row each: its event, its flow, whether it is on, and the way to change that. */
export function JobSpecTable({ specs, switching, onSwitch, onUninstall }: Props) {
  const t = useText()
  const isReadOnly = useReadOnly()
  return (
    <NarrowTable isReadOnly aria-labelledby="flows-title">
      <Table.Head>
        <Table.HeaderRow>
          <Table.HeaderCell>{t('flows.name')}</Table.HeaderCell>
          <Table.HeaderCell>{t('flows.event')}</Table.HeaderCell>
          <Table.HeaderCell width={150}>{t('flows.status')}</Table.HeaderCell>
          {!isReadOnly && <Table.HeaderCell width={160}>{t('flows.action')}</Table.HeaderCell>}
        </Table.HeaderRow>
      </Table.Head>
      <Table.Body>
        {specs.map(({ name, event_source, event_type, state }) => (
          <Table.Row key={name}>
            <Table.Cell>{name}</Table.Cell>
            <Table.Cell data-label={t('flows.event')}>{`${event_source}, ${event_type}`}</Table.Cell>
            <Table.Cell>
              <StatusTag tone={tones[state]}>{t(`flows.${state}`)}</StatusTag>
            </Table.Cell>
            {!isReadOnly && (
              <Table.Cell>
                {state === 'left_over' ? (
                  <Button
                    size="small"
                    aria-label={t('review.uninstall_named', { name })}
                    onClick={() => onUninstall(name)}
                  >
                    {t('review.uninstall')}
                  </Button>
                ) : (
                  state !== 'missing' && (
                    <Button
                      size="small"
                      aria-label={t(state === 'active' ? 'flows.deactivate_named' : 'flows.activate_named', {
                        name,
                      })}
                      onClick={() => onSwitch(name, state === 'inactive')}
                    >
                      {switching === name ? (
                        <Dots delayMS={0} aria-label={t('common.loading')} />
                      ) : (
                        t(state === 'active' ? 'flows.deactivate' : 'flows.activate')
                      )}
                    </Button>
                  )
                )}
              </Table.Cell>
            )}
          </Table.Row>
        ))}
      </Table.Body>
    </NarrowTable>
  )
}
