import { Accordion } from '@zendeskgarden/react-accordions'
import { Tag } from '@zendeskgarden/react-tags'
import { useState } from 'react'
import styled from 'styled-components'
import { duration } from '../when'
import { Row, Subtle } from '../ui/blocks'
import type { Step } from './run-words'
import { StepDetails } from './step-details'

const Name = styled.span`
  overflow-wrap: anywhere;
`
const Time = styled(Subtle)`
  margin-inline-start: auto;
  font-weight: ${({ theme }) => theme.fontWeights.regular};
`
const Line = styled(Row)`
  width: 100%;
`

/** The steps of an attempt in their order; each opens to what went in, what was done and what came out. */
export function Steps({ steps }: { steps: Step[] }) {
  const failed = steps.findIndex(({ error }) => error && !error.caught)
  const [open, setOpen] = useState<number[]>(failed === -1 ? [] : [failed])
  const toggle = (index: number) =>
    setOpen((before) => (before.includes(index) ? before.filter((one) => one !== index) : [...before, index]))

  return (
    <Accordion level={3} isCompact isExpandable isCollapsible expandedSections={open} onChange={toggle}>
      {steps.map((step, index) => (
        <Accordion.Section key={index}>
          <Accordion.Header>
            <Accordion.Label>
              <Line $gap="xs">
                <Name>{nameOf(step)}</Name>
                <Tag size="small">
                  <span>{step.type}</span>
                </Tag>
                {step.error && (
                  <Tag size="small" hue={step.error.caught ? 'yellow' : 'red'}>
                    <span>{step.error.caught ? 'Error caught' : 'Error'}</span>
                  </Tag>
                )}
                <Time>{duration(step.duration_ms)}</Time>
              </Line>
            </Accordion.Label>
          </Accordion.Header>
          <Accordion.Panel>{open.includes(index) && <StepDetails step={step} />}</Accordion.Panel>
        </Accordion.Section>
      ))}
    </Accordion>
  )
}

/** `Each channel [2] › Post`: the state, with the Map iterations that it ran in. */
const nameOf = ({ state, within = [] }: Step): string =>
  [...within.map(({ state: map, index }) => `${map} [${index}]`), state].join(' › ')
