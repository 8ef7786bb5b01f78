import { Button } from '@zendeskgarden/react-buttons'
import { Field, Select, Toggle } from '@zendeskgarden/react-forms'
import { mediaQuery } from '@zendeskgarden/react-theming'
import { LG } from '@zendeskgarden/react-typography'
import { useState, type ReactNode } from 'react'
import styled from 'styled-components'
import { useAssumptions, useTurnSwitches } from '../queries'
import { Box, Row, Stack, Subtle } from '../ui/blocks'
import { Answer, Failed } from '../ui/faces'
import { useNotice } from '../ui/notice'
import { Storm } from './storm'
import { useQueueControl } from './use-queue'

const Grid = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(260px, 1fr));
  gap: ${({ theme }) => theme.space.md};
`
/** As wide as two, where there is room for two. */
const Double = styled.div`
  display: grid;
  grid-column: span 2;
  ${({ theme }) => mediaQuery('down', 'sm', theme)} {
    grid-column: auto;
  }
`
const Wide = styled.div`
  flex: 1 1 120px;
  min-width: 0;
`

/** What can go wrong on the way from an event to its runs, each at one press. */
export function BadDays() {
  const query = useAssumptions()
  const turn = useTurnSwitches()
  const change = (name: string) => (value: string | number | boolean) => turn.mutate({ [name]: value })
  return (
    <Stack $gap="sm" as="section" aria-label="Bad days">
      <LG tag="h2" isBold>
        Bad days
      </LG>
      {turn.error && <Failed what="Nothing was changed" problem={turn.error} />}
      <Answer query={query} failed="Couldn't load the switches">
        {({ assumptions }) => {
          const valueOf = (name: string) => assumptions.find((one) => one.name === name)
          return (
            <Grid>
              <Day title="Duplicates" text="An event is delivered twice, as two runs.">
                <Choice
                  label="Duplicates"
                  view={valueOf('duplicateDeliveries')}
                  text={everyText}
                  onChange={change('duplicateDeliveries')}
                />
              </Day>
              <Day title="Delay" text="An event waits before it is delivered.">
                <Choice
                  label="Delay"
                  view={valueOf('deliveryDelay')}
                  text={delayText}
                  onChange={change('deliveryDelay')}
                />
              </Day>
              <Day title="Shuffled order" text="Events that wait together are delivered in another order.">
                <Field>
                  <Toggle
                    checked={valueOf('shuffledDeliveries')?.value === true}
                    onChange={(event) => change('shuffledDeliveries')(event.target.checked)}
                  >
                    <Field.Label>Shuffle events</Field.Label>
                  </Toggle>
                </Field>
              </Day>
              <Day title="Stall" text="No new runs start for a while, then all that waits does.">
                <Stall />
              </Day>
              <Double>
                <Day title="Ticket storm" text="Many tickets are created or changed at once.">
                  <Storm />
                </Day>
              </Double>
            </Grid>
          )
        }}
      </Answer>
    </Stack>
  )
}

const Day = ({ title, text, children }: { title: string; text: string; children: ReactNode }) => (
  <Box aria-label={title}>
    <Stack $gap="sm">
      <Stack $gap="xxs">
        <strong>{title}</strong>
        <Subtle>{text}</Subtle>
      </Stack>
      {children}
    </Stack>
  </Box>
)

interface ChoiceProps {
  label: string
  view: { value: string | number | boolean; choices: Array<string | number | boolean> } | undefined
  text(value: number): string
  onChange(value: number): void
}

const Choice = ({ label, view, text, onChange }: ChoiceProps) => (
  <Field>
    <Field.Label hidden>{label}</Field.Label>
    <Select isCompact value={String(view?.value)} onChange={(event) => onChange(Number(event.target.value))}>
      {view?.choices.map((choice) => (
        <option key={String(choice)} value={String(choice)}>
          {text(Number(choice))}
        </option>
      ))}
    </Select>
  </Field>
)

const everyText = (every: number): string =>
  every === 0 ? 'None' : every === 1 ? 'Every event' : `One event in ${every}`

const delayText = (seconds: number): string =>
  seconds === 0 ? 'None' : seconds < 60 ? `${seconds} s` : `${seconds / 60} min`

const stalls = [30, 60, 300, 1800]

/** Begins a stall at once. */
function Stall() {
  const [seconds, setSeconds] = useState(stalls[0]!)
  const control = useQueueControl()
  const notice = useNotice()
  const stall = () =>
    control.mutate(
      { stall: seconds },
      { onError: (problem) => notice(`The queue was not stalled. ${problem.message}`, 'error') },
    )
  return (
    <Row $gap="xs">
      <Wide>
        <Field>
          <Field.Label hidden>Length of the stall</Field.Label>
          <Select
            isCompact
            value={String(seconds)}
            onChange={(event) => setSeconds(Number(event.target.value))}
          >
            {stalls.map((one) => (
              <option key={one} value={one}>
                {delayText(one)}
              </option>
            ))}
          </Select>
        </Field>
      </Wide>
      <Button size="small" onClick={stall} aria-disabled={control.isPending}>
        Stall queue
      </Button>
    </Row>
  )
}
