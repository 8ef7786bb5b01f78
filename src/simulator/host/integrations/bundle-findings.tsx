import { LG } from '@zendeskgarden/react-typography'
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { CallAnswer } from '../../../zis/wire'
import type { ControlByRoute } from '../../services/control/wire'
import { api } from '../queries'
import { Stack, Subtle } from '../ui/blocks'
import { Answer } from '../ui/faces'
import { FindingList } from './finding-list'

type Findings = CallAnswer<ControlByRoute, 'GET /_sim/integrations/:integration/findings'>['bundles']

/** @param connections whatever changes with them: one that is missing is a finding */
export const useFindings = (integration: string, connections: string[]) =>
  useQuery({
    queryKey: ['registry', 'findings', integration, connections],
    queryFn: async () =>
      (
        await api.call('GET /_sim/integrations/:integration/findings', {
          params: { integration },
        })
      ).bundles,
    placeholderData: keepPreviousData,
    // Switches have their say, too.
    staleTime: 0,
  })

/** What the checker says of every bundle that is uploaded. ZIS answers an upload without a word of it. */
export const BundleFindings = ({ query }: { query: UseQueryResult<Findings> }) => (
  <Answer query={query} failed="Couldn't load the findings">
    {(bundles) =>
      bundles.length === 0 ? (
        <Subtle>No bundle was uploaded.</Subtle>
      ) : (
        <Stack>
          {bundles.map(({ uuid, name, ...judged }) => (
            <Stack key={uuid} $gap="sm">
              <LG tag="h3" isBold>
                {name}
              </LG>
              {judged.findings.length === 0 ? (
                <Subtle>Nothing to say against it.</Subtle>
              ) : (
                <FindingList judged={judged} name={name} />
              )}
            </Stack>
          ))}
        </Stack>
      )
    }
  </Answer>
)
