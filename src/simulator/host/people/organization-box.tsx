import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../queries'
import { SearchBox } from '../ui/search-box'
import { useLater } from '../ui/use-later'
import { useOrganization } from './use-people'

/** Letters from which on Zendesk looks for organizations. */
const fewest = 2

interface OrganizationBoxProps {
  label: string
  isLabelHidden?: boolean
  value: number | null
  fault?: string
  onChange(id: number | null): void
}

/** One organization of the account, looked for by its name. */
export function OrganizationBox({ value, onChange, ...box }: OrganizationBoxProps) {
  const [text, setText] = useState('')
  const wanted = useLater(text.trim(), 150)
  const found = useQuery({
    queryKey: ['organizations', 'found', wanted],
    queryFn: () =>
      wanted.length < fewest
        ? api.call('GET /api/v2/organizations', {})
        : api.call('GET /api/v2/organizations/autocomplete', { query: { name: wanted } }),
    placeholderData: keepPreviousData,
  })
  const own = useOrganization(value === null ? undefined : String(value))
  const organizations = found.data?.organizations ?? []
  const name =
    organizations.find(({ id }) => id === value)?.name ??
    own.data?.organization.name ??
    (own.error ? `Organization ${value}` : undefined)
  return (
    <SearchBox
      // What is shown while nobody types is read once: from the name, when that is there.
      key={value === null || name !== undefined ? 'known' : 'unknown'}
      {...box}
      found={organizations.map((one) => ({ value: String(one.id), text: one.name }))}
      chosen={value === null ? [] : [{ value: String(value), text: name ?? `Organization ${value}` }]}
      isLoading={found.isFetching}
      onSearch={setText}
      onChange={([id]) => onChange(id === undefined ? null : Number(id))}
    />
  )
}
