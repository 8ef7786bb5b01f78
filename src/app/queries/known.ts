import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { CatalogueEntry } from '../../zis/definition'
import { useCatalogue, type Catalogued } from './catalogue'
import { useRegistered, type Registered } from './integrations'

const key = ['imported-in-page']

/**
 * Definitions that were imported and not set up yet. They are nowhere but in this page: nothing is written
 * before the admin begins a setup.
 */
export function useDrafts() {
  const queries = useQueryClient()
  const { data } = useQuery<Catalogued[]>({
    queryKey: key,
    queryFn: () => [],
    initialData: [],
    staleTime: Infinity,
    gcTime: Infinity,
  })
  const change = (next: (before: Catalogued[]) => Catalogued[]) =>
    queries.setQueryData<Catalogued[]>(key, (before = []) => next(before))
  return {
    drafts: data,
    /** Takes one in; one that proposes the same key gives way to it. */
    add(entry: CatalogueEntry): Catalogued {
      const draft: Catalogued = {
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

/** Every integration with a definition: from the catalogue, kept with an integration, or only in this page. */
export function useKnown() {
  const catalogue = useCatalogue()
  const registered = useRegistered()
  const { drafts } = useDrafts()
  return {
    catalogue,
    registered,
    known: catalogue.data && knownOf(catalogue.data, registered.data ?? [], drafts),
  }
}

function knownOf(catalogue: Catalogued[], registered: Registered[], drafts: Catalogued[]): Catalogued[] {
  const kept = registered.flatMap(({ record, imported }): Catalogued[] =>
    imported && record?.catalogue !== undefined
      ? [{ ...imported, name: record.catalogue, imported: 'kept' }]
      : [],
  )
  return [...catalogue, ...kept, ...drafts]
}
