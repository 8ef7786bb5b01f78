import { Field, Input, Select } from '@zendeskgarden/react-forms'
import { useState, type FormEvent } from 'react'
import styled from 'styled-components'
import { mostOfStorm } from '../../account/storm'
import { count as inWords } from '../when'
import { Row, Stack } from '../ui/blocks'
import { Failed } from '../ui/faces'
import { useNotice } from '../ui/notice'
import { SubmitButton } from '../ui/submit-button'
import { useStorm, type StormBody } from './use-queue'

const Wide = styled.div`
  flex: 1 1 160px;
  min-width: 0;
`

/** Raises a storm of tickets. */
export function Storm() {
  const [change, setChange] = useState<StormBody['change']>('create')
  const [count, setCount] = useState('100')
  const [isTried, setTried] = useState(false)
  const storm = useStorm()
  const notice = useNotice()
  const number = Number(count)
  const isWrong = !Number.isInteger(number) || number < 1 || number > mostOfStorm

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (isWrong) return
    storm.mutate(
      { change, count: number },
      {
        onSuccess: ({ tickets }) =>
          notice(
            change === 'create'
              ? `${inWords(tickets, 'ticket')} created`
              : `${inWords(tickets, 'change')} made`,
          ),
      },
    )
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack $gap="xs">
        {storm.error && <Failed what="The storm did not go through" problem={storm.error} />}
        <Row $align="flex-start">
          <Wide>
            <Field>
              <Field.Label>What happens</Field.Label>
              <Select
                isCompact
                value={change}
                onChange={(event) => setChange(event.target.value as StormBody['change'])}
              >
                <option value="create">Create tickets</option>
                <option value="update">Change tickets</option>
              </Select>
            </Field>
          </Wide>
          <Wide>
            <Field>
              <Field.Label>How many</Field.Label>
              <Input
                isCompact
                inputMode="numeric"
                value={count}
                validation={isTried && isWrong ? 'error' : undefined}
                onChange={(event) => setCount(event.target.value)}
              />
              {isTried && isWrong && (
                <Field.Message validation="error">
                  Enter a number from 1 to {mostOfStorm.toLocaleString('en-US')}
                </Field.Message>
              )}
            </Field>
          </Wide>
        </Row>
        <div>
          <SubmitButton isPending={storm.isPending} isPrimary={false} size="small">
            Start storm
          </SubmitButton>
        </div>
      </Stack>
    </form>
  )
}
