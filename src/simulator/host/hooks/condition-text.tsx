import { useOrganization } from '../people/use-people'
import { useUserNames } from '../people/use-user-names'
import { useTicketStructure } from '../tickets/use-tickets'
import { conditionWords, isUnary, operatorWords } from './condition-words'
import type { Condition, Trigger } from './use-hooks'

/** The conditions of a trigger in words. */
export function ConditionsText({ conditions: { all, any } }: { conditions: Trigger['conditions'] }) {
  if (all.length + any.length === 0) return <>Every ticket update</>
  return (
    <>
      <Joined conditions={all} word="and" />
      {all.length > 0 && any.length > 0 && (any.length > 1 ? ', and at least one of: ' : ' and ')}
      <Joined conditions={any} word="or" />
    </>
  )
}

const Joined = ({ conditions, word }: { conditions: Condition[]; word: string }) =>
  conditions.map((condition, index) => (
    <span key={index}>
      {index > 0 && ` ${word} `}
      <ConditionText condition={condition} />
    </span>
  ))

function ConditionText({ condition }: { condition: Condition }) {
  const { field, operator = 'is' } = condition
  return (
    <>
      {conditionWords[field].text} {operatorWords[operator]}
      {!isUnary(operator) && (
        <>
          {' '}
          <strong>
            <ValueText condition={condition} />
          </strong>
        </>
      )}
    </>
  )
}

/** What a condition compares with, by its name. */
function ValueText({ condition: { field, value } }: { condition: Condition }) {
  const { kind, choices } = conditionWords[field]
  const id = Number(value)
  const isId = value !== null && value !== undefined && value !== '' && Number.isInteger(id)
  const structure = useTicketStructure().data
  const nameOf = useUserNames(isId && (kind === 'person' || kind === 'staff') ? [id] : [])
  const organization = useOrganization(isId && kind === 'organization' ? String(value) : undefined).data
  const text = String(value ?? '')
  if (text === '') return <>None</>
  switch (kind) {
    case 'choice':
      return <>{choices?.find((choice) => choice.value.toLowerCase() === text.toLowerCase())?.text ?? text}</>
    case 'group':
      return <>{structure?.groups.find((group) => group.id === id)?.name ?? text}</>
    case 'brand':
      return <>{structure?.brands.find((brand) => brand.id === id)?.name ?? text}</>
    case 'person':
    case 'staff':
      return <>{(isId && nameOf(id)) || text}</>
    case 'organization':
      return <>{organization?.organization.name ?? text}</>
    case 'words':
      return <>{text}</>
  }
}
