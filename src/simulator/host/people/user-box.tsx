import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../queries'
import { SearchBox } from '../ui/search-box'
import { useLater } from '../ui/use-later'
import type { User } from './use-people'
import { useUserNames } from './use-user-names'

/** Users of one answer; more are found by typing. */
const mostFound = '25'

interface UserBoxProps {
  label: string
  isLabelHidden?: boolean
  value: number | null
  /** Only those of these roles are found. */
  roles?: ReadonlyArray<User['role']>
  isDisabled?: boolean
  isCompact?: boolean
  fault?: string
  onChange(id: number | null): void
}

/** One person of the account, looked for by name or address: there can be thousands. */
export function UserBox({ value, roles, onChange, ...box }: UserBoxProps) {
  const [text, setText] = useState('')
  const wanted = useLater(text, 150)
  const found = useQuery({
    queryKey: ['users', 'found', roles, wanted],
    queryFn: () => findUsers(wanted, roles),
    placeholderData: keepPreviousData,
  })
  const nameOf = useUserNames(value === null ? [] : [value])
  const users = found.data ?? []
  const chosen =
    value === null ? [] : [users.find(({ id }) => id === value) ?? { id: value, name: nameOf(value) }]
  return (
    <SearchBox
      // What is shown while nobody types is read once: from the name, when that is there.
      key={value === null || chosen[0]?.name !== undefined ? 'known' : 'unknown'}
      {...box}
      found={users.map(asChoice)}
      chosen={chosen.map(asChoice)}
      isLoading={found.isFetching}
      onSearch={setText}
      onChange={([id]) => onChange(id === undefined ? null : Number(id))}
    />
  )
}

const asChoice = ({ id, name }: { id: number | null; name: string | undefined }) => ({
  value: String(id),
  text: name ?? `User ${id}`,
})

/** A search knows one role at a time. */
async function findUsers(text: string, roles: ReadonlyArray<User['role']> | undefined): Promise<User[]> {
  const queries = roles?.map((role) => `${text} role:${role}`) ?? [text]
  const pages = await Promise.all(
    queries.map((query) =>
      api.call('GET /api/v2/users/search', { query: { query, per_page: mostFound, page: '1' } }),
    ),
  )
  return pages.flatMap(({ users }) => users)
}

/** Those who can be given tickets. */
export const staff: ReadonlyArray<User['role']> = ['agent', 'admin']
