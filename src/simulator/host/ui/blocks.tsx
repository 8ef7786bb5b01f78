import { getColor, mediaQuery } from '@zendeskgarden/react-theming'
import styled from 'styled-components'

type Gap = 'xxs' | 'xs' | 'sm' | 'md' | 'lg'

/** Things below each other. */
export const Stack = styled.div<{ $gap?: Gap }>`
  display: flex;
  flex-direction: column;
  gap: ${({ theme, $gap = 'md' }) => theme.space[$gap]};
  min-width: 0;
`

/** Things beside each other, wrapping where there is no room. */
export const Row = styled.div<{ $gap?: Gap; $align?: 'center' | 'flex-end' | 'baseline' | 'flex-start' }>`
  display: flex;
  flex-wrap: wrap;
  align-items: ${({ $align = 'center' }) => $align};
  gap: ${({ theme, $gap = 'sm' }) => theme.space[$gap]};
  min-width: 0;
`

export const Subtle = styled.span`
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
`

export const Mono = styled.span`
  overflow-wrap: anywhere;
  font-family: ${({ theme }) => theme.fonts.mono};
  font-size: ${({ theme }) => theme.fontSizes.sm};
`

/** A bordered part of a page. */
export const Box = styled.section`
  border: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.default' })}`};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: ${({ theme }) => theme.space.md};
  min-width: 0;
`

/** Two columns that become one in a narrow window. */
export const Columns = styled.div<{ $aside: string }>`
  display: grid;
  grid-template-columns: minmax(0, 1fr) ${({ $aside }) => $aside};
  align-items: start;
  gap: ${({ theme }) => theme.space.lg};
  ${({ theme }) => mediaQuery('down', 'md', theme)} {
    grid-template-columns: minmax(0, 1fr);
  }
`
