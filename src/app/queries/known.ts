import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CatalogueEntry } from '../../zis/definition'
import { useCatalogue, type Entry } from './catalogue'
import { useSpeak } from './definition-words'
import { useRegistered, type Registered } from './integrations'

const key = ['imported-in-page']

/**
 * Definitions that were imported and not set up yet. They are nowhere but in this page: nothing is written
 * before the admin begins a setup.
 */
export function useDrafts() {
  const queries = useQueryClient()
  const { data } = useQuery<Entry[]>({
    queryKey: key,
    queryFn: () => [],
    initialData: [],
    staleTime: Infinity,
    gcTime: Infinity,
  })
  const change = (next: (before: Entry[]) => Entry[]) =>
    queries.setQueryData<Entry[]>(key, (before = []) => next(before))
  return {
    drafts: data,
    /** Takes one in; one that proposes the same key gives way to it. */
    add(entry: CatalogueEntry): Entry {
      const draft: Entry = {
        ...entry,
        name: `page:${entry.definition.default_key}`,
        imported: 'page',
      }
      change((before) => [...before.filter(({ name }) => name !== draft.name), draft])
      return draft
    },
    remove: (name: string) => change((before) => before.filter((one) => one.name !== name)),
  }
}

/**
 * Every integration with a definition: from the catalogue, kept with an integration, or only in this page. This is
 * where definitions come into the user's language.
 */
export function useKnown() {
  const catalogue = useCatalogue()
  const registered = useRegistered()
  const { drafts } = useDrafts()
  const speak = useSpeak()
  const ofApp = useMemo(() => speak && catalogue.data?.map(speak), [speak, catalogue.data])
  return {
    catalogue,
    registered,
    known: speak && ofApp && [...ofApp, ...keptOf(registered.data ?? []).map(speak), ...drafts.map(speak)],
  }
}

/** What was imported and is kept with an integration of the account. */
const keptOf = (registered: Registered[]): Entry[] =>
  registered.flatMap(({ record, imported }): Entry[] =>
    imported && record?.catalogue !== undefined
      ? [{ ...imported, name: record.catalogue, imported: 'kept' }]
      : [],
  )
