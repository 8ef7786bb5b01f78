import { Button } from '@zendeskgarden/react-buttons'
import { Tag } from '@zendeskgarden/react-tags'
import { useMemo, useState } from 'react'
import { Stack, Subtle } from '../ui/blocks'
import { ConfirmDelete } from '../ui/confirm'
import { DataTable, type Column } from '../ui/data-table'
import { Empty } from '../ui/faces'
import { Link } from '../ui/link'
import { useNotice } from '../ui/notice'
import { OpenButton } from '../ui/open-button'
import { RowMenu } from '../ui/row-menu'
import { When } from '../ui/time'
import { ConditionsText } from './condition-text'
import { ActiveTag } from './hook-words'
import { TriggerDialog } from './trigger-dialog'
import { useDeleteTrigger, useUpdateTrigger, type Trigger, type Webhook } from './use-hooks'

interface TriggerListProps {
  triggers: Trigger[]
  webhooks: Webhook[]
  /** Below a webhook, that it is this one is clear. */
  isOfOneWebhook?: boolean
}

/** Triggers with their conditions in words; each can be edited, turned off and deleted. */
export function TriggerList({ triggers, webhooks, isOfOneWebhook = false }: TriggerListProps) {
  const [edited, setEdited] = useState<Trigger>()
  const columns = useMemo(
    () => columnsFor(webhooks, setEdited).filter(({ title }) => !isOfOneWebhook || title !== 'Notifies'),
    [webhooks, isOfOneWebhook],
  )
  return (
    <>
      <DataTable caption="Triggers" columns={columns} rows={triggers} keyOf={({ id }) => id} />
      {edited && <TriggerDialog trigger={edited} webhooks={webhooks} onClose={() => setEdited(undefined)} />}
    </>
  )
}

const columnsFor = (webhooks: Webhook[], edit: (trigger: Trigger) => void): Array<Column<Trigger>> => [
  {
    title: 'Trigger',
    cell: (trigger) => (
      <Stack $gap="xxs">
        <OpenButton onClick={() => edit(trigger)} title={trigger.title}>
          {trigger.title}
        </OpenButton>
        <Subtle>
          <ConditionsText conditions={trigger.conditions} />
        </Subtle>
      </Stack>
    ),
  },
  {
    title: 'Notifies',
    width: '200px',
    cell: ({ actions }) => <Notified actions={actions} webhooks={webhooks} />,
  },
  { title: 'Status', width: '100px', cell: ({ active }) => <ActiveTag isActive={active} /> },
  { title: 'Updated', width: '180px', isForWide: true, cell: ({ updated_at }) => <When at={updated_at} /> },
  { title: 'Actions', width: '90px', cell: (trigger) => <TriggerMenu trigger={trigger} onEdit={edit} /> },
]

const Notified = ({ actions, webhooks }: { actions: Trigger['actions']; webhooks: Webhook[] }) => (
  <Stack $gap="xxs">
    {actions.map(({ value: [id = ''] }, index) => {
      const webhook = webhooks.find((one) => one.id === id)
      return webhook ? (
        <Link key={index} to={`/simulator/webhooks/${id}`}>
          {webhook.name}
        </Link>
      ) : (
        <Tag key={index} size="small" hue="red">
          <span>Deleted webhook</span>
        </Tag>
      )
    })}
  </Stack>
)

function TriggerMenu({ trigger, onEdit }: { trigger: Trigger; onEdit(trigger: Trigger): void }) {
  const [isAsking, setAsking] = useState(false)
  const update = useUpdateTrigger(trigger.id)
  const remove = useDeleteTrigger(trigger.id)
  const notice = useNotice()
  const turn = () =>
    update.mutate(
      { active: !trigger.active },
      {
        onSuccess: () => notice(`${trigger.title} ${trigger.active ? 'deactivated' : 'activated'}`),
        onError: (problem) => notice(`The trigger was not changed. ${problem.message}`, 'error'),
      },
    )
  return (
    <>
      <RowMenu
        label={`Actions for ${trigger.title}`}
        actions={[
          { text: 'Edit', run: () => onEdit(trigger) },
          { text: trigger.active ? 'Deactivate' : 'Activate', run: turn },
          { text: 'Delete', isDanger: true, run: () => setAsking(true) },
        ]}
      />
      {isAsking && (
        <ConfirmDelete what="trigger" name={trigger.title} remove={remove} onClose={() => setAsking(false)}>
          Its webhook stays, and is not notified by this trigger any more.
        </ConfirmDelete>
      )}
    </>
  )
}

/** No triggers, and what they are for. */
export const NoTriggers = ({ canCreate, onCreate }: { canCreate: boolean; onCreate(): void }) => (
  <Empty
    title="No triggers"
    text={
      canCreate
        ? 'A trigger notifies a webhook when a ticket meets its conditions.'
        : 'A trigger notifies a webhook. Create a webhook first.'
    }
  >
    {canCreate && <Button onClick={onCreate}>Create trigger</Button>}
  </Empty>
)
