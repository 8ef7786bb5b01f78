import { Stack, Subtle } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { Link } from '../ui/link'
import { When } from '../ui/time'
import { ActiveTag, authenticationText, sendsText } from './hook-words'
import type { Webhook } from './use-hooks'

const columns: Array<Column<Webhook>> = [
  {
    title: 'Webhook',
    cell: ({ id, name, endpoint }) => (
      <Stack $gap="xxs">
        <Link to={`/simulator/webhooks/${id}`}>{name}</Link>
        <Subtle>{endpoint}</Subtle>
      </Stack>
    ),
  },
  { title: 'Sends', width: '200px', isForWide: true, cell: sendsText },
  { title: 'Authentication', width: '160px', isForWide: true, cell: authenticationText },
  { title: 'Status', width: '100px', cell: ({ status }) => <ActiveTag isActive={status === 'active'} /> },
  { title: 'Updated', width: '160px', isForWide: true, cell: ({ updated_at }) => <When at={updated_at} /> },
]

/** Webhooks of the account; undefined while they are loaded. */
export const WebhookList = ({ webhooks }: { webhooks: Webhook[] | undefined }) => (
  <DataTable caption="Webhooks" columns={columns} rows={webhooks} keyOf={({ id }) => id} />
)
