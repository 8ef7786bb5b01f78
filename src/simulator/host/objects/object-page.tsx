import { Button } from '@zendeskgarden/react-buttons'
import { LG } from '@zendeskgarden/react-typography'
import { useState } from 'react'
import { useRouter } from '../router'
import { Box, Columns, Mono, Row, Stack, Subtle } from '../ui/blocks'
import { ConfirmDelete } from '../ui/confirm'
import { Answer, Empty } from '../ui/faces'
import { Facts } from '../ui/facts'
import { Filters, TextFilter, useFilters } from '../ui/filters'
import { BackLink } from '../ui/link'
import { Page } from '../ui/page'
import { When } from '../ui/time'
import { FieldDialog, fieldTypeWords } from './field-dialog'
import { ObjectDialog } from './object-dialog'
import { RecordDialog } from './record-dialog'
import { RecordList } from './record-list'
import { useDeleteObject, useObject, useObjectFields, type CustomObject } from './use-objects'

interface ObjectPageProps {
  objectKey: string
  params: Record<string, string>
}

/** One custom object: its records, and the fields that they have. */
export function ObjectPage({ objectKey, params }: ObjectPageProps) {
  const query = useObject(objectKey)
  const object = query.data
  const [isNewRecord, setNewRecord] = useState(false)
  const set = useFilters(`/simulator/objects/${objectKey}`, params)
  const { text = '' } = params
  return (
    <Page
      title={object?.title_pluralized ?? objectKey}
      description={object?.description}
      before={<BackLink to="/simulator/objects">Custom objects</BackLink>}
      actions={object && <Actions object={object} onCreate={() => setNewRecord(true)} />}
    >
      <Answer
        query={query}
        failed="Couldn't load the object"
        missing={<Empty title="No such object" text={`No custom object has the key ${objectKey}.`} />}
      >
        {(shown) => (
          <Columns $aside="320px">
            <div>
              <Filters>
                <TextFilter label="Search" value={text} onChange={(value) => set('text', value)} />
              </Filters>
              <RecordList objectKey={objectKey} text={text} onCreate={() => setNewRecord(true)} />
            </div>
            <Stack>
              <Fields objectKey={objectKey} />
              <Box aria-label="About this object">
                <Facts
                  facts={[
                    ['Key', shown.key],
                    ['Created', <When key="created" at={shown.created_at} />],
                    ['Updated', <When key="updated" at={shown.updated_at} />],
                  ]}
                />
              </Box>
            </Stack>
          </Columns>
        )}
      </Answer>
      {isNewRecord && <RecordDialog objectKey={objectKey} onClose={() => setNewRecord(false)} />}
    </Page>
  )
}

function Fields({ objectKey }: { objectKey: string }) {
  const fields = useObjectFields(objectKey)
  const [isNew, setNew] = useState(false)
  return (
    <Box aria-labelledby="fields">
      <Stack $gap="sm">
        <LG tag="h2" isBold id="fields">
          Fields
        </LG>
        <Answer query={fields} failed="Couldn't load the fields">
          {(rows) =>
            rows.length === 0 ? (
              <Subtle>Beside a name and an external ID, its records have no fields.</Subtle>
            ) : (
              <Facts
                facts={rows.map(({ key, title, type }) => [
                  title,
                  <span key={key}>
                    {fieldTypeWords[type]} <Mono>{key}</Mono>
                  </span>,
                ])}
              />
            )
          }
        </Answer>
        <div>
          <Button size="small" onClick={() => setNew(true)}>
            Create field
          </Button>
        </div>
      </Stack>
      {isNew && <FieldDialog objectKey={objectKey} onClose={() => setNew(false)} />}
    </Box>
  )
}

function Actions({ object, onCreate }: { object: CustomObject; onCreate(): void }) {
  const [asked, setAsked] = useState<'edit' | 'delete'>()
  const remove = useDeleteObject(object.key)
  const { go } = useRouter()
  const close = () => setAsked(undefined)
  return (
    <>
      <Row>
        <Button onClick={() => setAsked('edit')}>Edit</Button>
        <Button isDanger onClick={() => setAsked('delete')}>
          Delete
        </Button>
        <Button isPrimary onClick={onCreate}>
          Create record
        </Button>
      </Row>
      {asked === 'edit' && <ObjectDialog object={object} onClose={close} />}
      {asked === 'delete' && (
        <ConfirmDelete
          what="object"
          name={object.title_pluralized}
          remove={remove}
          onDeleted={() => go('/simulator/objects')}
          onClose={close}
        >
          Its fields and records are deleted with it, and no events are raised. This cannot be undone.
        </ConfirmDelete>
      )}
    </>
  )
}
