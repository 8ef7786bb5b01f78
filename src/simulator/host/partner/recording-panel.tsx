import { Button } from '@zendeskgarden/react-buttons'
import { LG } from '@zendeskgarden/react-typography'
import { useState } from 'react'
import type { PartnerState } from '../../services/control/wire'
import { useRouter } from '../router'
import { Box, Mono, Row, Stack } from '../ui/blocks'
import { Confirm } from '../ui/confirm'
import { DataTable, type Column } from '../ui/data-table'
import { Failed } from '../ui/faces'
import { useNotice } from '../ui/notice'
import { useDeleteRecording, useEmptyPartner } from './use-partner'

type Recorded = NonNullable<PartnerState['recorded']>[number]

const columns: Array<Column<Recorded & { key: number }>> = [
  { title: 'Request', cell: ({ request }) => <Mono>{request}</Mono> },
  { title: 'Answers in order', width: '200px', cell: ({ statuses }) => statuses.join(', ') },
]

/** What was recorded of a real system, and the ways to begin again. */
export function RecordingPanel({ host, recorded }: { host: string; recorded: Recorded[] }) {
  const [isAsking, setAsking] = useState(false)
  const empty = useEmptyPartner(host)
  const remove = useDeleteRecording(host)
  const { go } = useRouter()
  const notice = useNotice()
  return (
    <Box aria-labelledby="recording-heading">
      <Stack>
        <Row>
          <LG tag="h2" isBold id="recording-heading">
            Recorded answers
          </LG>
          <Button
            size="small"
            onClick={() => empty.mutate(undefined, { onSuccess: () => notice('The first answer is next') })}
          >
            Start over
          </Button>
          <Button size="small" isDanger onClick={() => setAsking(true)}>
            Delete recording
          </Button>
        </Row>
        {empty.error && <Failed what="The order was not started over" problem={empty.error} />}
        <DataTable
          caption="Recorded answers"
          columns={columns}
          rows={recorded.map((one, key) => ({ ...one, key }))}
          keyOf={({ key }) => key}
        />
        {isAsking && (
          <Confirm
            title="Delete recording?"
            action="Delete recording"
            failed="The recording was not deleted"
            problem={remove.error}
            isPending={remove.isPending}
            onConfirm={() => remove.mutate(undefined, { onSuccess: () => go('/simulator/partners') })}
            onClose={() => setAsking(false)}
          >
            The answers of {host} are gone for good, and its requests are answered as before.
          </Confirm>
        )}
      </Stack>
    </Box>
  )
}
