import { Field, Select } from '@zendeskgarden/react-forms'

interface Person {
  id: number | null
  name: string
}

interface UserSelectProps {
  label: string
  users: Person[]
  value: number | null
  /** Offers nobody as well. */
  canBeNobody?: boolean
  onChange(id: number | null): void
}

/** One person of a list; somebody who is not in it, such as a deleted user, is shown all the same. */
export function UserSelect({ label, users, value, canBeNobody = false, onChange }: UserSelectProps) {
  const isKnown = value === null || users.some(({ id }) => id === value)
  return (
    <Field>
      <Field.Label>{label}</Field.Label>
      <Select
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      >
        {canBeNobody && <option value="">None</option>}
        {users.map(({ id, name }) => (
          <option key={id} value={id ?? ''}>
            {name}
          </option>
        ))}
        {!isKnown && <option value={value}>{`User ${value}`}</option>}
      </Select>
    </Field>
  )
}
