import { Field, Toggle } from '@zendeskgarden/react-forms'
import { LG } from '@zendeskgarden/react-typography'
import type { NetworkHost } from '../../services/control/wire'
import { Box, Mono, Row, Stack, Subtle } from '../ui/blocks'
import { Failed } from '../ui/faces'
import { Link } from '../ui/link'
import { useRecord } from './use-partner'

/** The hosts that requests may leave this computer for, and whether what they answer is recorded. */
export function NetworkHosts({ hosts }: { hosts: NetworkHost[] }) {
  const record = useRecord()
  if (hosts.length === 0) return null
  return (
    <Box aria-labelledby="network-heading">
      <Stack>
        <LG tag="h2" isBold id="network-heading">
          Network
        </LG>
        <Subtle>
          Requests to these hosts leave this computer, unless a partner plays the host. While a host is
          recorded, its real answers are kept with secrets masked, and given again once recording is off.
        </Subtle>
        {record.error && <Failed what="Nothing was changed" problem={record.error} />}
        {hosts.map(({ host, is_recording }) => (
          <Row key={host} $gap="md">
            <Field>
              <Toggle
                checked={is_recording}
                onChange={(event) => record.mutate({ host, is_recording: event.target.checked })}
              >
                <Field.Label>
                  Record <Mono>{host}</Mono>
                </Field.Label>
              </Toggle>
            </Field>
            <Link to={`/simulator/requests?host=${encodeURIComponent(host)}`}>Requests to {host}</Link>
          </Row>
        ))}
      </Stack>
    </Box>
  )
}
