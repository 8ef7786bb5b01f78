import { useMemo, useState } from 'react'
import { Stack, Subtle } from '../ui/blocks'
import { ConfirmDelete } from '../ui/confirm'
import { DataTable, type Column } from '../ui/data-table'
import { Answer, Empty } from '../ui/faces'
import { Filters, SelectFilter } from '../ui/filters'
import { OpenButton } from '../ui/open-button'
import { RowMenu } from '../ui/row-menu'
import { When } from '../ui/time'
import { LegacyDialog } from './legacy-dialog'
import { useDeleteLegacyRecord, useLegacyRecords, type LegacyRecord } from './use-objects'

interface LegacyRecordsProps {
  type: string | undefined
  onType(type: string): void
}

/** Records of legacy custom objects, those that were changed last first. */
export function LegacyRecords({ type, onType }: LegacyRecordsProps) {
  const query = useLegacyRecords(type)
  const [edited, setEdited] = useState<LegacyRecord>()
  const columns = useMemo(() => columnsFor(setEdited), [])
  return (
    <>
      <Answer query={query} failed="Couldn't load the legacy records">
        {({ records, types, has_more }) =>
          records.length === 0 && type === undefined ? (
            <Empty title="No legacy records" text="Create a legacy record to raise the first event." />
          ) : (
            <>
              <Filters>
                <SelectFilter
                  label="Type"
                  all="All types"
                  options={types.map((value) => ({ value, text: value }))}
                  value={type}
                  onChange={onType}
                />
              </Filters>
              {records.length === 0 ? (
                <Empty title="Nothing found" text="No record has this type." />
              ) : (
                <DataTable caption="Legacy records" columns={columns} rows={records} keyOf={({ id }) => id} />
              )}
              {has_more && <Subtle>These are the {records.length} that were changed last.</Subtle>}
            </>
          )
        }
      </Answer>
      {edited && <LegacyDialog record={edited} onClose={() => setEdited(undefined)} />}
    </>
  )
}

const columnsFor = (edit: (record: LegacyRecord) => void): Array<Column<LegacyRecord>> => [
  {
    title: 'Record',
    cell: (record) => (
      <Stack $gap="xxs">
        <OpenButton onClick={() => edit(record)} title={record.id}>
          {record.external_id ?? record.id}
        </OpenButton>
        {record.external_id !== null && <Subtle>{record.id}</Subtle>}
      </Stack>
    ),
  },
  { title: 'Type', width: '180px', cell: ({ type }) => type },
  { title: 'Updated', width: '180px', isForWide: true, cell: ({ updated_at }) => <When at={updated_at} /> },
  { title: 'Actions', width: '90px', cell: (record) => <LegacyMenu record={record} onEdit={edit} /> },
]

function LegacyMenu({ record, onEdit }: { record: LegacyRecord; onEdit(record: LegacyRecord): void }) {
  const [isAsking, setAsking] = useState(false)
  const remove = useDeleteLegacyRecord(record.id)
  const name = record.external_id ?? record.id
  return (
    <>
      <RowMenu
        label={`Actions for ${name}`}
        actions={[
          { text: 'Edit', run: () => onEdit(record) },
          { text: 'Delete', isDanger: true, run: () => setAsking(true) },
        ]}
      />
      {isAsking && (
        <ConfirmDelete what="record" name={name} remove={remove} onClose={() => setAsking(false)}>
          This cannot be undone.
        </ConfirmDelete>
      )}
    </>
  )
}
