import { Button } from '@zendeskgarden/react-buttons'
import { Table } from '@zendeskgarden/react-tables'
import styled from 'styled-components'
import type { FlowOutline, OutlinedState } from '../../zis/flow/outline'
import type { JsonObject } from '../../zis/json'
import { useText } from '../platform/words'
import { NarrowTable } from '../ui/narrow-table'
import { meaningOf } from './meaning'
import { wayText } from './way-text'

const Ways = styled.ul`
  margin: 0;
  padding: 0;
  list-style: none;
`

interface Props {
  title: string
  outline: FlowOutline
  bundles: JsonObject[]
  onOpen: (state: OutlinedState) => void
}

/** The states of a flow, a row each: the picture in words. */
export function FlowList({ title, outline, bundles, onOpen }: Props) {
  const t = useText()
  const nameOf = (id: string) => outline.states.find((state) => state.id === id)?.name ?? id
  return (
    <NarrowTable isReadOnly size="small" aria-label={title}>
      <Table.Head>
        <Table.HeaderRow>
          <Table.HeaderCell width={200}>{t('flow.state')}</Table.HeaderCell>
          <Table.HeaderCell width={90}>{t('flow.type')}</Table.HeaderCell>
          <Table.HeaderCell>{t('flow.does')}</Table.HeaderCell>
          <Table.HeaderCell>{t('flow.goes_to')}</Table.HeaderCell>
        </Table.HeaderRow>
      </Table.Head>
      <Table.Body>
        {outline.states.map((state) => (
          <Table.Row key={state.id}>
            <Table.Cell>
              <Button isLink onClick={() => onOpen(state)}>
                {state.id}
              </Button>
            </Table.Cell>
            <Table.Cell data-label={t('flow.type')}>{state.type}</Table.Cell>
            <Table.Cell data-label={t('flow.does')}>{meaningOf(state.state, bundles, t)}</Table.Cell>
            <Table.Cell data-label={t('flow.goes_to')}>
              <Ways>
                {outline.ways
                  .filter(({ from }) => from === state.id)
                  .map((way, index) => {
                    const when = wayText(way, t)
                    const name = nameOf(way.to)
                    return <li key={index}>{when === '' ? name : t('flow.way', { when, name })}</li>
                  })}
                {state.isEnd && <li>{t('flow.end')}</li>}
              </Ways>
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </NarrowTable>
  )
}
