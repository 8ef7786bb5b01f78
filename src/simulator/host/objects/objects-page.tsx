import { Button } from '@zendeskgarden/react-buttons'
import { Tabs } from '@zendeskgarden/react-tabs'
import { useState } from 'react'
import { useRouter } from '../router'
import { Stack, Subtle } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { Answer, Empty } from '../ui/faces'
import { useFilters } from '../ui/filters'
import { Link } from '../ui/link'
import { Page } from '../ui/page'
import { When } from '../ui/time'
import { LegacyDialog } from './legacy-dialog'
import { LegacyRecords } from './legacy-records'
import { ObjectDialog } from './object-dialog'
import { useObjects, type CustomObject } from './use-objects'

const place = '/simulator/objects'

const columns: Array<Column<CustomObject>> = [
  {
    title: 'Object',
    cell: ({ key, title }) => (
      <Stack $gap="xxs">
        <Link to={`${place}/${key}`}>{title}</Link>
        <Subtle>{key}</Subtle>
      </Stack>
    ),
  },
  { title: 'Description', isForWide: true, cell: ({ description }) => description },
  { title: 'Updated', width: '180px', isForWide: true, cell: ({ updated_at }) => <When at={updated_at} /> },
]

interface ObjectsPageProps {
  isNew: boolean
  params: Record<string, string>
}

/** The custom objects of the account, and the records of legacy ones. */
export function ObjectsPage({ isNew, params }: ObjectsPageProps) {
  const objects = useObjects()
  const [isNewLegacy, setNewLegacy] = useState(false)
  const set = useFilters(place, params)
  const { go } = useRouter()
  const isLegacy = params['tab'] === 'legacy'
  const create = () => (isLegacy ? setNewLegacy(true) : go(`${place}/new`))

  return (
    <Page
      title="Custom objects"
      description="Creating, changing or deleting a record raises the same event as in Zendesk."
      actions={
        <Button isPrimary onClick={create}>
          {isLegacy ? 'Create legacy record' : 'Create object'}
        </Button>
      }
    >
      <Tabs
        selectedItem={isLegacy ? 'legacy' : 'objects'}
        onChange={(next: string) => set('tab', next === 'legacy' ? next : '')}
      >
        <Tabs.TabList aria-label="Custom objects">
          <Tabs.Tab item="objects">Objects</Tabs.Tab>
          <Tabs.Tab item="legacy">Legacy records</Tabs.Tab>
        </Tabs.TabList>
        <Tabs.TabPanel item="objects">
          <Answer
            query={objects}
            failed="Couldn't load the objects"
            loading={
              <DataTable caption="Objects" columns={columns} rows={undefined} keyOf={({ key }) => key} />
            }
          >
            {(rows) =>
              rows.length === 0 ? (
                <Empty
                  title="No objects"
                  text="Create an object, give it fields, and create records of it."
                />
              ) : (
                <DataTable caption="Objects" columns={columns} rows={rows} keyOf={({ key }) => key} />
              )
            }
          </Answer>
        </Tabs.TabPanel>
        <Tabs.TabPanel item="legacy">
          {isLegacy && <LegacyRecords type={params['type']} onType={(type) => set('type', type)} />}
        </Tabs.TabPanel>
      </Tabs>
      {isNew && <ObjectDialog onClose={() => go(place)} />}
      {isNewLegacy && <LegacyDialog onClose={() => setNewLegacy(false)} />}
    </Page>
  )
}
