import { Button } from '@zendeskgarden/react-buttons'
import { useMemo, useState } from 'react'
import { MoreButton } from '../people/more-button'
import { Stack, Subtle } from '../ui/blocks'
import { ConfirmDelete } from '../ui/confirm'
import { DataTable, type Column } from '../ui/data-table'
import { Answer, Empty } from '../ui/faces'
import { OpenButton } from '../ui/open-button'
import { RowMenu } from '../ui/row-menu'
import { When } from '../ui/time'
import { RecordDialog } from './record-dialog'
import { useDeleteRecord, useRecords, type ObjectRecord } from './use-objects'

interface RecordListProps {
  objectKey: string
  /** What is looked for; empty for all. */
  text: string
  onCreate(): void
}

/** The records of a custom object; each can be edited and deleted. */
export function RecordList({ objectKey, text, onCreate }: RecordListProps) {
  const records = useRecords(objectKey, text)
  const [edited, setEdited] = useState<ObjectRecord>()
  const columns = useMemo(() => columnsFor(setEdited), [])
  return (
    <>
      <Answer
        query={records}
        failed="Couldn't load the records"
        loading={<DataTable caption="Records" columns={columns} rows={undefined} keyOf={({ id }) => id} />}
      >
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.custom_object_records)
          if (rows.length === 0 && text !== '') {
            return <Empty title="Nothing found" text="No record has this text." />
          }
          return rows.length === 0 ? (
            <Empty title="No records" text="Create a record to raise the first event.">
              <Button onClick={onCreate}>Create record</Button>
            </Empty>
          ) : (
            <Stack>
              <DataTable caption="Records" columns={columns} rows={rows} keyOf={({ id }) => id} />
              <MoreButton pages={records} />
            </Stack>
          )
        }}
      </Answer>
      {edited && <RecordDialog objectKey={objectKey} record={edited} onClose={() => setEdited(undefined)} />}
    </>
  )
}

const columnsFor = (edit: (record: ObjectRecord) => void): Array<Column<ObjectRecord>> => [
  {
    title: 'Record',
    cell: (record) => (
      <Stack $gap="xxs">
        <OpenButton onClick={() => edit(record)} title={record.name}>
          {record.name}
        </OpenButton>
        <Subtle>{record.id}</Subtle>
      </Stack>
    ),
  },
  { title: 'External ID', isForWide: true, cell: ({ external_id }) => external_id },
  { title: 'Updated', width: '170px', isForWide: true, cell: ({ updated_at }) => <When at={updated_at} /> },
  { title: 'Actions', width: '90px', cell: (record) => <RecordMenu record={record} onEdit={edit} /> },
]

function RecordMenu({ record, onEdit }: { record: ObjectRecord; onEdit(record: ObjectRecord): void }) {
  const [isAsking, setAsking] = useState(false)
  const remove = useDeleteRecord(record.custom_object_key, record.id)
  return (
    <>
      <RowMenu
        label={`Actions for ${record.name}`}
        actions={[
          { text: 'Edit', run: () => onEdit(record) },
          { text: 'Delete', isDanger: true, run: () => setAsking(true) },
        ]}
      />
      {isAsking && (
        <ConfirmDelete what="record" name={record.name} remove={remove} onClose={() => setAsking(false)}>
          This cannot be undone.
        </ConfirmDelete>
      )}
    </>
  )
}
