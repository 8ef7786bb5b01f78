import { Alert } from '@zendeskgarden/react-notifications'
import { LG } from '@zendeskgarden/react-typography'
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import styled from 'styled-components'
import type { CallAnswer } from '../../../zis/wire'
import type { ControlByRoute } from '../../services/control/wire'
import { api } from '../queries'
import { Mono, Stack, Subtle } from '../ui/blocks'
import { Answer } from '../ui/faces'
import { FindingList } from './finding-list'
import { asSentence } from './findings'

export type Findings = CallAnswer<ControlByRoute, 'GET /_sim/integrations/:integration/findings'>

const Lines = styled.ul`
  margin: 0;
  padding: 0;
  list-style: none;
  overflow-wrap: anywhere;
`

/** @param connections whatever changes with them: one that is missing is a finding */
export const useFindings = (integration: string, connections: string[]) =>
  useQuery({
    queryKey: ['registry', 'findings', integration, connections],
    queryFn: () => api.call('GET /_sim/integrations/:integration/findings', { params: { integration } }),
    placeholderData: keepPreviousData,
    // Switches have their say, too.
    staleTime: 0,
  })

/** What the checker says of every bundle that is uploaded. ZIS answers an upload without a word of it. */
export const BundleFindings = ({ query }: { query: UseQueryResult<Findings> }) => (
  <Answer query={query} failed="Couldn't load the findings">
    {({ bundles, save }) => (
      <Stack>
        {save && !save.is_deployed && <NotDeployed save={save} />}
        {bundles.length === 0 && <Subtle>No bundle was uploaded.</Subtle>}
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
    )}
  </Answer>
)

/** A save in the integration's folder that did not get here, as the terminal says it. */
const NotDeployed = ({ save: { folder, says, lines } }: { save: NonNullable<Findings['save']> }) => (
  <Alert type="error">
    <Alert.Title>What was saved last in {folder} is not deployed</Alert.Title>
    <Stack $gap="xs">
      <span>{asSentence(says)}. What was deployed before stays.</span>
      <Lines aria-label="What is wrong with it">
        {lines.map((line) => (
          <li key={line}>
            <Mono>{line}</Mono>
          </li>
        ))}
      </Lines>
    </Stack>
  </Alert>
)
