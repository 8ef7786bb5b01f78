import { useState } from 'react'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { keyOf, type Registered } from '../../queries/integrations'
import { Stack, Text } from '../../ui/blocks'
import { Live } from '../../ui/page'
import { InstalledCard, NewCard } from './integration-card'
import { OtherCards } from './other-cards'
import { SearchBar } from './search-bar'
import { matches, useStandings, type Standing } from './statuses'

interface Props {
  known: Catalogued[]
  registered: Registered[]
}

/** Those with a definition as cards, the others of the account below, narrowed by a search and a filter. */
export function IntegrationList({ known, registered }: Props) {
  const t = useText()
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<Standing | ''>('')
  const { found, report } = useStandings()

  const entries = known.map((catalogued) => {
    const key = keyOf(catalogued, registered)
    return { catalogued, one: registered.find((other) => other.key === key) }
  })
  const others = registered.filter(({ key }) => !entries.some(({ one }) => one?.key === key))
  const isShown = (id: string, about: string[]) =>
    matches(search, about) && (filter === '' || found[id] === filter)
  const shown = new Set([
    ...entries
      .filter(({ catalogued: { name, definition, written }, one }) => {
        const systems = definition.connections.map(({ title }) => title)
        return isShown(name, [
          definition.title,
          written.title,
          definition.summary,
          one?.key ?? '',
          ...systems,
        ])
      })
      .map(({ catalogued }) => catalogued.name),
    ...others.filter(({ key, description }) => isShown(key, [key, description])).map(({ key }) => key),
  ])
  const isNarrowed = search !== '' || filter !== ''

  return (
    <Stack>
      {entries.length + others.length > 0 && (
        <SearchBar search={search} onSearch={setSearch} filter={filter} onFilter={setFilter} />
      )}
      {entries.length === 0 && <Text>{t('home.empty')}</Text>}
      {isNarrowed && shown.size === 0 && <Text>{t('home.no_match')}</Text>}
      <Live>{isNarrowed ? t('home.matches', { count: shown.size }) : ''}</Live>
      {entries.map(({ catalogued, one }) => {
        // What is not shown goes on finding out how it stands.
        const common = { catalogued, onStanding: report, isHidden: !shown.has(catalogued.name) }
        return one === undefined ? (
          <NewCard key={catalogued.name} {...common} />
        ) : (
          <InstalledCard key={catalogued.name} {...common} registered={one} />
        )
      })}
      <OtherCards others={others} shown={shown} onStanding={report} />
    </Stack>
  )
}
