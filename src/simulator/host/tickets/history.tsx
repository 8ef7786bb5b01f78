import { getColor } from '@zendeskgarden/react-theming'
import { MD } from '@zendeskgarden/react-typography'
import styled from 'styled-components'
import { MoreButton } from '../people/more-button'
import { useUserNames } from '../people/use-user-names'
import { Row, Stack, Subtle } from '../ui/blocks'
import { Answer, Empty } from '../ui/faces'
import { When } from '../ui/time'
import { inWords, usersIn, type Names } from './history-words'
import { useAudits, useTicketStructure, type Audit } from './use-tickets'

/** Who changed what in a ticket, and when: one entry for each save, oldest first. */
export function History({ id }: { id: string }) {
  const audits = useAudits(id)
  const userName = useUserNames(audits.data?.pages.flatMap((page) => page.audits.flatMap(usersIn)) ?? [])
  const structure = useTicketStructure().data
  return (
    <Answer query={audits} failed="Couldn't load the history">
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.audits)
        return rows.length === 0 ? (
          <Empty title="No history" text="Every save of the ticket is written down here." />
        ) : (
          <Stack>
            <List aria-label="History">
              {rows.map((audit) => (
                <Entry key={audit.id} audit={audit} names={{ userName, structure }} />
              ))}
            </List>
            <MoreButton pages={audits} />
          </Stack>
        )
      }}
    </Answer>
  )
}

function Entry({ audit, names }: { audit: Audit; names: Names }) {
  const { author_id, created_at, via, events } = audit
  const author = names.userName(author_id)
  return (
    <Item>
      <Row $gap="xs" $align="baseline">
        <MD isBold>{author}</MD>
        <Subtle>
          <When at={created_at} />
          {via.channel === 'api' && ', by the API'}
        </Subtle>
      </Row>
      <Changes>
        {events.map((event) => {
          const { title, previous, value } = inWords(event, names)
          return (
            <li key={event.id}>
              <Subtle>{title}</Subtle> {previous !== undefined && <Was>{previous}</Was>} <Now>{value}</Now>
            </li>
          )
        })}
      </Changes>
    </Item>
  )
}

const List = styled.ol`
  margin: 0;
  padding: 0;
  list-style: none;
`
const Item = styled.li`
  border-bottom: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.subtle' })}`};
  padding: ${({ theme }) => `${theme.space.sm} 0`};
`
const Changes = styled.ul`
  margin: ${({ theme }) => theme.space.xxs} 0 0;
  padding: 0;
  list-style: none;
`
const Was = styled.del`
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  overflow-wrap: anywhere;
`
const Now = styled.span`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`
