import { Tabs } from '@zendeskgarden/react-tabs'
import { getColor } from '@zendeskgarden/react-theming'
import { Children, useEffect, useRef, type ReactNode } from 'react'
import styled, { css } from 'styled-components'

interface Props {
  label: string
  /** The one that is kept in sight. */
  selected: string
  children: ReactNode
}

/**
 * A row of tabs. Where they do not fit they scroll within their row, so that the page below them stays in its
 * place: Garden would scroll the panel away together with them.
 */
export function TabRow({ label, selected, children }: Props) {
  const row = useRef<HTMLDivElement>(null)
  const count = Children.count(children)
  useEffect(() => {
    const tab = row.current?.querySelector('[aria-selected="true"]')
    // In the middle, so that there is something to press on both sides of it.
    if (row.current && tab) row.current.scrollLeft += middleOf(tab) - middleOf(row.current)
  }, [selected, count])
  return (
    <Row ref={row} aria-label={label}>
      {children}
    </Row>
  )
}

const middleOf = (element: Element): number => {
  const { left, right } = element.getBoundingClientRect()
  return (left + right) / 2
}

const Row = styled(Tabs.TabList)`
  overflow: auto hidden;
  scrollbar-width: thin;
  ${({ theme }) => {
    const page = getColor({ theme, variable: 'background.default' })
    const shade = getColor({ theme, variable: 'border.default' })
    // An edge is shaded while there are tabs behind it: its cover scrolls along with them and off it.
    return css`
      background:
        linear-gradient(to right, ${page} 50%, transparent) left / 24px 100% local,
        linear-gradient(to left, ${page} 50%, transparent) right / 24px 100% local,
        linear-gradient(to right, ${shade}, transparent) left / 8px 100%,
        linear-gradient(to left, ${shade}, transparent) right / 8px 100%;
      background-repeat: no-repeat;
    `
  }}
`
