import { Button, IconButton } from '@zendeskgarden/react-buttons'
import { Fieldset } from '@zendeskgarden/react-forms'
import RemoveIcon from '@zendeskgarden/svg-icons/src/16/x-stroke.svg'
import styled from 'styled-components'
import { OrganizationBox } from '../people/organization-box'
import { staff, UserBox } from '../people/user-box'
import { useTicketStructure } from '../tickets/use-tickets'
import { Stack } from '../ui/blocks'
import { byName, ChoiceField, none } from '../ui/choice-field'
import { TextField } from '../ui/text-field'
import {
  conditionWords,
  faultOfCondition,
  freshCondition,
  isUnary,
  operatorWords,
  type ConditionField,
} from './condition-words'
import type { Condition } from './use-hooks'

interface ConditionEditorProps {
  legend: string
  conditions: Condition[]
  isTried: boolean
  onChange(conditions: Condition[]): void
}

/** Conditions below each other; each can be changed and taken away. */
export const ConditionEditor = ({ legend, conditions, isTried, onChange }: ConditionEditorProps) => (
  <Fieldset>
    <Fieldset.Legend>{legend}</Fieldset.Legend>
    <Below $gap="sm">
      {conditions.map((condition, index) => (
        <OneCondition
          key={index}
          name={`${legend}: condition ${index + 1}`}
          condition={condition}
          fault={isTried ? faultOfCondition(condition) : undefined}
          onChange={(next) => onChange(conditions.map((one, at) => (at === index ? next : one)))}
          onRemove={() => onChange(conditions.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button
          size="small"
          aria-label={`Add condition: ${legend}`}
          onClick={() => onChange([...conditions, freshCondition('status')])}
        >
          Add condition
        </Button>
      </div>
    </Below>
  </Fieldset>
)

interface OneConditionProps {
  /** For screen readers, which see no row. */
  name: string
  condition: Condition
  fault: string | undefined
  onChange(condition: Condition): void
  onRemove(): void
}

function OneCondition({ name, condition, fault, onChange, onRemove }: OneConditionProps) {
  const { field, operator = 'is' } = condition
  return (
    <Line>
      <ChoiceField
        label={`${name}, field`}
        isLabelHidden
        options={fieldChoices}
        value={field}
        onChange={(next) => onChange(freshCondition(next))}
      />
      <ChoiceField
        label={`${name}, operator`}
        isLabelHidden
        options={conditionWords[field].operators.map((one) => ({ value: one, text: operatorWords[one] }))}
        value={operator}
        onChange={(next) => onChange({ ...condition, operator: next })}
      />
      {isUnary(operator) ? (
        <span />
      ) : (
        <ValueField
          label={`${name}, value`}
          condition={condition}
          fault={fault}
          onChange={(value) => onChange({ ...condition, value })}
        />
      )}
      <Remove aria-label={`Remove ${name}`} onClick={onRemove}>
        <RemoveIcon />
      </Remove>
    </Line>
  )
}

const fieldChoices = Object.entries(conditionWords).map(([field, { text }]) => ({
  value: field as ConditionField,
  text,
}))

interface ValueFieldProps {
  label: string
  condition: Condition
  fault: string | undefined
  onChange(value: Condition['value']): void
}

function ValueField({ label, condition: { field, value = null }, fault, onChange }: ValueFieldProps) {
  const { kind, choices = [] } = conditionWords[field]
  const structure = useTicketStructure().data
  const id = value === null || value === '' ? null : Number(value)
  const common = { label, isLabelHidden: true, fault }
  switch (kind) {
    case 'choice':
      return <ChoiceField {...common} options={choices} value={String(value)} onChange={onChange} />
    case 'group':
    case 'brand': {
      const rows = structure?.[kind === 'group' ? 'groups' : 'brands'] ?? []
      return <ChoiceField {...common} options={[none, ...byName(rows)]} value={id} onChange={onChange} />
    }
    case 'person':
      return (
        <Level>
          <UserBox {...common} value={id} onChange={onChange} />
        </Level>
      )
    case 'staff':
      return (
        <Level>
          <UserBox {...common} value={id} roles={staff} onChange={onChange} />
        </Level>
      )
    case 'organization':
      return (
        <Level>
          <OrganizationBox {...common} value={id} onChange={onChange} />
        </Level>
      )
    case 'words':
      return <TextField {...common} value={String(value ?? '')} onChange={onChange} />
  }
}

const Line = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1.2fr) auto;
  align-items: start;
  gap: ${({ theme }) => theme.space.xs};
`
/** As far below as Garden puts a select below its label, hidden or not. */
const Level = styled.div`
  margin-top: ${({ theme }) => theme.space.xs};
  min-width: 0;
`
const Remove = styled(IconButton)`
  margin-top: ${({ theme }) => theme.space.xs};
`
const Below = styled(Stack)`
  padding-top: ${({ theme }) => theme.space.xs};
`
