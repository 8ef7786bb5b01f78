import { getColor, mediaQuery } from '@zendeskgarden/react-theming'
import { LG } from '@zendeskgarden/react-typography'
import styled from 'styled-components'

/** Things below each other, one step of the grid apart. */
export const Stack = styled.div<{ $gap?: 'xs' | 'sm' | 'md' | 'lg' }>`
  display: flex;
  flex-direction: column;
  gap: ${({ theme, $gap = 'md' }) => theme.space[$gap]};
  min-width: 0;
`

/** Buttons in a row, the primary one last; they wrap where it is narrow. */
export const Buttons = styled.div<{ $atEnd?: boolean }>`
  display: flex;
  flex-wrap: wrap;
  justify-content: ${({ $atEnd }) => ($atEnd ? 'flex-end' : 'flex-start')};
  gap: ${({ theme }) => theme.space.sm};
`

/** Buttons below the sentences of an alert. */
export const AlertButtons = styled(Buttons)`
  margin-top: ${({ theme }) => theme.space.sm};
`

/** A bordered block with one subject. */
export const Card = styled.section`
  box-sizing: border-box;
  border: ${({ theme }) => theme.borders.sm} ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: ${({ theme }) => theme.space.md};
  background-color: ${({ theme }) => getColor({ theme, variable: 'background.raised' })};
  min-width: 0;
  ${({ theme }) => mediaQuery('down', 'xs', theme)} {
    padding: ${({ theme }) => theme.space.sm};
  }
`

/** The first line of a card: what it is at the start, its state and actions at the end. */
export const CardHead = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: ${({ theme }) => `${theme.space.xs} ${theme.space.sm}`};
`

export const Heading = styled(LG).attrs({ forwardedAs: 'h2', isBold: true })`
  margin: 0;
  overflow-wrap: anywhere;
`

export const SmallHeading = styled.h3`
  margin: 0;
  font-size: ${({ theme }) => theme.fontSizes.md};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: ${({ theme }) => theme.lineHeights.md};
  overflow-wrap: anywhere;
`

export const Text = styled.p`
  margin: 0;
  /* Garden's fields set the size to nothing and leave it to each of their parts. */
  font-size: ${({ theme }) => theme.fontSizes.md};
  max-width: 640px;
  overflow-wrap: anywhere;
`

export const Subtle = styled(Text)`
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
`

export const List = styled.ul`
  margin: 0;
  padding-inline-start: ${({ theme }) => theme.space.md};
  list-style: disc;
  max-width: 640px;
  li + li {
    margin-top: ${({ theme }) => theme.space.xxs};
  }
`

/** Attribute and value, below each other where it is narrow. */
export const Facts = styled.dl`
  display: grid;
  grid-template-columns: minmax(128px, max-content) 1fr;
  gap: ${({ theme }) => `${theme.space.xs} ${theme.space.md}`};
  margin: 0;
  dt {
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  ${({ theme }) => mediaQuery('down', 'xs', theme)} {
    grid-template-columns: 1fr;
    gap: 0;
    dd {
      margin-bottom: ${({ theme }) => theme.space.xs};
    }
  }
`
