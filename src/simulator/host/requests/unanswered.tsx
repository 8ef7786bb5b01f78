import { Button } from '@zendeskgarden/react-buttons'
import type { CallAnswer } from '../../../zis/wire'
import type { ControlByRoute } from '../../services/control/wire'
import { useForgetUnanswered, useUnanswered } from '../queries'
import { Mono, Row, Stack, Subtle } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { Answer, Empty, Failed } from '../ui/faces'
import { When } from '../ui/time'

type Call = CallAnswer<ControlByRoute, 'GET /_sim/unanswered'>['calls'][number]

const callers: Record<Call['who'], string> = { flow: 'A flow', app: 'The app', program: 'A program' }

const columns: Array<Column<Call>> = [
  {
    title: 'Call',
    cell: ({ method, path }) => (
      <Mono>
        {method} {path}
      </Mono>
    ),
  },
  { title: 'Called by', width: '120px', cell: ({ who }) => callers[who] },
  { title: 'Times', width: '90px', cell: ({ count }) => count.toLocaleString('en-US') },
  { title: 'Last time', width: '180px', isForWide: true, cell: ({ last_at }) => <When at={last_at} /> },
]
const keyOf = ({ method, path, who }: Call) => `${who} ${method} ${path}`

/** Calls that Zendesk may know and the simulator does not: what a flow or a program cannot be tried with here. */
export function Unanswered() {
  const query = useUnanswered()
  const forget = useForgetUnanswered()
  return (
    <Answer
      query={query}
      failed="Couldn't load the calls"
      loading={
        <DataTable caption="Calls nobody simulates yet" columns={columns} rows={undefined} keyOf={keyOf} />
      }
    >
      {({ calls }) =>
        calls.length === 0 ? (
          <Empty
            title="Every call was answered"
            text="A call to a path of Zendesk that the simulator does not know is refused with 404 and counted here."
          />
        ) : (
          <Stack>
            <Row>
              <Subtle>
                The simulator refused these calls with 404 or 405. Zendesk may answer them. IDs are shown as
                :id.
              </Subtle>
              <Button
                size="small"
                aria-disabled={forget.isPending}
                onClick={() => !forget.isPending && forget.mutate()}
              >
                Clear list
              </Button>
            </Row>
            {forget.error && <Failed what="The list was not cleared" problem={forget.error} />}
            <DataTable caption="Calls nobody simulates yet" columns={columns} rows={calls} keyOf={keyOf} />
          </Stack>
        )
      }
    </Answer>
  )
}
