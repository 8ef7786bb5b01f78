import { nativeEvents, type NativeEvent } from '../../../zis/events'
import { DataTable, type Column } from '../ui/data-table'
import { Empty } from '../ui/faces'
import { Filters, TextFilter } from '../ui/filters'
import { OpenButton } from '../ui/open-button'
import { count } from '../when'

interface CatalogProps {
  text: string | undefined
  onText(text: string): void
  onChoose(event: NativeEvent): void
}

/** Every event that Zendesk itself raises; each can be sent by hand. */
export function Catalog({ text = '', onText, onChoose }: CatalogProps) {
  const words = text.toLowerCase().split(/\s+/)
  const rows = nativeEvents.filter(({ event_type, display, event_source }) => {
    const all = `${event_type} ${display} ${event_source}`.toLowerCase()
    return words.every((word) => all.includes(word))
  })
  return (
    <>
      <Filters>
        <TextFilter label={`Search ${count(nativeEvents.length, 'type')}`} value={text} onChange={onText} />
      </Filters>
      {rows.length === 0 ? (
        <Empty
          title="Nothing found"
          text="No native event fits. An event of another source can be sent all the same."
        />
      ) : (
        <DataTable
          caption="Native event types"
          columns={columnsFor(onChoose)}
          rows={rows}
          keyOf={({ event_source, event_type }) => `${event_source} ${event_type}`}
        />
      )}
    </>
  )
}

const columnsFor = (choose: (event: NativeEvent) => void): Array<Column<NativeEvent>> => [
  {
    title: 'Event type',
    cell: (event) => <OpenButton onClick={() => choose(event)}>{event.event_type}</OpenButton>,
  },
  { title: 'Source', width: '120px', cell: ({ event_source }) => event_source },
  { title: 'Name', isForWide: true, cell: ({ display }) => display },
]
