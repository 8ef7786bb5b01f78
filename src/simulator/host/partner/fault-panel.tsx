import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input, Select } from '@zendeskgarden/react-forms'
import { Alert } from '@zendeskgarden/react-notifications'
import { LG } from '@zendeskgarden/react-typography'
import { useState, type FormEvent } from 'react'
import styled from 'styled-components'
import type { Fault } from '../../partners/definition'
import type { FaultView } from '../../services/control/wire'
import { Box, Row, Stack } from '../ui/blocks'
import { Failed } from '../ui/faces'
import { SubmitButton } from '../ui/submit-button'
import { faultText, faultWords } from './fault-words'
import { useFault } from './use-partner'

const statuses = [429, 400, 401, 403, 404, 500, 502, 503]
const Narrow = styled(Field)`
  width: 200px;
`

/** Has the partner answer wrongly: for the next requests, or until it is turned off. */
export function FaultPanel({ host, fault }: { host: string; fault: FaultView | null }) {
  const { turnOn, turnOff } = useFault(host)
  const [kind, setKind] = useState<Fault['kind']>('status')
  const [status, setStatus] = useState(429)
  const [seconds, setSeconds] = useState('30')
  const [times, setTimes] = useState('')
  const [path, setPath] = useState('')

  function submit(event: FormEvent) {
    event.preventDefault()
    const number = Number(seconds)
    turnOn.mutate({
      kind,
      ...(kind === 'status' && { status }),
      ...(kind === 'status' && status === 429 && { retry_after: number }),
      ...(kind === 'slow' && { seconds: number }),
      ...(times !== '' && { times: Number(times) }),
      ...(path !== '' && { path }),
    })
  }

  return (
    <Box aria-labelledby="fault-heading">
      <Stack>
        <LG tag="h2" isBold id="fault-heading">
          Faults
        </LG>
        {fault && (
          <Alert type="warning" role="status">
            <Alert.Title>{faultText(fault)}</Alert.Title>
            <Row>
              {fault.path === undefined ? 'For every request' : `For requests to ${fault.path}`}
              <Button size="small" onClick={() => turnOff.mutate()} aria-disabled={turnOff.isPending}>
                Turn off
              </Button>
            </Row>
          </Alert>
        )}
        {turnOn.error && <Failed what="The fault was not turned on" problem={turnOn.error} />}
        {turnOff.error && <Failed what="The fault was not turned off" problem={turnOff.error} />}
        <form onSubmit={submit} noValidate>
          <Row $align="flex-end">
            <Narrow>
              <Field.Label>What happens</Field.Label>
              <Select
                isCompact
                value={kind}
                onChange={(event) => setKind(event.target.value as Fault['kind'])}
              >
                {Object.entries(faultWords).map(([value, text]) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
              </Select>
            </Narrow>
            {kind === 'status' && (
              <Field>
                <Field.Label>Status</Field.Label>
                <Select isCompact value={status} onChange={(event) => setStatus(Number(event.target.value))}>
                  {statuses.map((one) => (
                    <option key={one}>{one}</option>
                  ))}
                </Select>
              </Field>
            )}
            {(kind === 'slow' || (kind === 'status' && status === 429)) && (
              <Field>
                <Field.Label>{kind === 'slow' ? 'Seconds' : 'Retry after (seconds)'}</Field.Label>
                <Input
                  isCompact
                  inputMode="numeric"
                  value={seconds}
                  onChange={(event) => setSeconds(event.target.value)}
                />
              </Field>
            )}
            <Field>
              <Field.Label>Number of requests</Field.Label>
              <Input
                isCompact
                inputMode="numeric"
                placeholder="Until turned off"
                value={times}
                onChange={(event) => setTimes(event.target.value)}
              />
            </Field>
            <Field>
              <Field.Label>Path begins with</Field.Label>
              <Input
                isCompact
                placeholder="/"
                value={path}
                onChange={(event) => setPath(event.target.value)}
              />
            </Field>
            <SubmitButton isPending={turnOn.isPending} isPrimary={false}>
              Turn on
            </SubmitButton>
          </Row>
        </form>
      </Stack>
    </Box>
  )
}
