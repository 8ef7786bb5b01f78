import { Button } from '@zendeskgarden/react-buttons'
import { Field, Select, Toggle } from '@zendeskgarden/react-forms'
import { Tag } from '@zendeskgarden/react-tags'
import { getColor, mediaQuery } from '@zendeskgarden/react-theming'
import { Span } from '@zendeskgarden/react-typography'
import styled from 'styled-components'
import type { AssumptionView } from '../../services/control/wire'
import { Mono, Row, Stack, Subtle } from '../ui/blocks'
import { isTurned, marks, positionText } from './switch-words'

const Card = styled.section<{ $isTurned: boolean }>`
  display: grid;
  grid-template-columns: minmax(0, 1fr) 220px;
  gap: ${({ theme }) => theme.space.md};
  border: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.default' })}`};
  border-inline-start: ${({ theme, $isTurned }) =>
    `4px solid ${getColor({ theme, variable: $isTurned ? 'border.warningEmphasis' : 'border.default' })}`};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: ${({ theme }) => theme.space.md};
  ${({ theme }) => mediaQuery('down', 'md', theme)} {
    grid-template-columns: minmax(0, 1fr);
  }
`

interface SwitchProps {
  view: AssumptionView
  /** Null sets the switch back. */
  onTurn(value: AssumptionView['value'] | null): void
}

/** One assumption: what it decides, how sure that is, and where it stands. */
export function Switch({ view, onTurn }: SwitchProps) {
  const { name, decides, mark, source } = view
  const { text, hue } = marks[mark]
  return (
    <Card $isTurned={isTurned(view)} aria-label={name}>
      <Stack $gap="xs">
        <div>{decides}</div>
        <Row $gap="xs">
          <Tag size="small" hue={hue}>
            <span>{text}</span>
          </Tag>
          <Subtle>{source}</Subtle>
          <Subtle>
            <Mono>{name}</Mono>
          </Subtle>
        </Row>
      </Stack>
      <Stack $gap="xs">
        <Position view={view} onTurn={onTurn} />
        {isTurned(view) && (
          <Row $gap="xs">
            <Tag size="small" hue="yellow">
              <span>Changed</span>
            </Tag>
            <Button isLink onClick={() => onTurn(null)} aria-label={`Set ${name} back to its default`}>
              Default is {positionText(view.default)}
            </Button>
          </Row>
        )}
      </Stack>
    </Card>
  )
}

function Position({ view: { name, value, choices, default: usual }, onTurn }: SwitchProps) {
  if (choices.every((choice) => typeof choice === 'boolean')) {
    return (
      <Field>
        <Toggle checked={value === true} onChange={(event) => onTurn(event.target.checked)}>
          <Field.Label>
            {positionText(value)} <Span hidden>{name}</Span>
          </Field.Label>
        </Toggle>
      </Field>
    )
  }
  return (
    <Field>
      <Field.Label hidden>{name}</Field.Label>
      <Select
        isCompact
        value={String(value)}
        onChange={(event) => onTurn(choices.find((choice) => String(choice) === event.target.value)!)}
      >
        {choices.map((choice) => (
          <option key={String(choice)} value={String(choice)}>
            {positionText(choice)}
            {choice === usual ? ' (default)' : ''}
          </option>
        ))}
      </Select>
    </Field>
  )
}
