import { getColor } from '@zendeskgarden/react-theming'
import type { ReactNode } from 'react'
import styled from 'styled-components'

const List = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
  gap: ${({ theme }) => `${theme.space.sm} ${theme.space.md}`};
  margin: 0;
`
const Name = styled.dt`
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  font-size: ${({ theme }) => theme.fontSizes.sm};
`
const Value = styled.dd`
  margin: 0;
  overflow-wrap: anywhere;
`

/** Names and values; what has no value is left out. */
export const Facts = ({ facts }: { facts: Array<[name: string, value: ReactNode]> }) => (
  <List>
    {facts
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([name, value]) => (
        <div key={name}>
          <Name>{name}</Name>
          <Value>{value}</Value>
        </div>
      ))}
  </List>
)
