import { Span, XXL } from '@zendeskgarden/react-typography'
import { getColor, mediaQuery } from '@zendeskgarden/react-theming'
import { useEffect, useRef, type ReactNode } from 'react'
import styled from 'styled-components'

/** The workspace of a page: its width and the space around it. */
export const Frame = styled.main`
  box-sizing: border-box;
  max-width: 960px;
  margin: 0 auto;
  padding: ${({ theme }) => `${theme.space.lg} ${theme.space.xl} ${theme.space.xxl}`};
  ${({ theme }) => mediaQuery('down', 'sm', theme)} {
    padding: ${({ theme }) => theme.space.md};
  }
`

const Head = styled.header`
  display: flex;
  flex-wrap: wrap;
  align-items: flex-start;
  justify-content: space-between;
  gap: ${({ theme }) => `${theme.space.sm} ${theme.space.md}`};
  margin-bottom: ${({ theme }) => theme.space.md};
`

const Titles = styled.div`
  flex: 1 1 260px;
  min-width: 0;
`

const TitleLine = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: ${({ theme }) => `${theme.space.xxs} ${theme.space.sm}`};
`

const Title = styled(XXL).attrs({ forwardedAs: 'h1', tabIndex: -1 })`
  margin: 0;
  overflow-wrap: anywhere;
  outline: none;
`

const Before = styled.div`
  margin-bottom: ${({ theme }) => theme.space.xs};
`

const Below = styled.p`
  max-width: 640px;
  margin: ${({ theme }) => `${theme.space.xs} 0 0`};
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
`

interface PageProps {
  title: string
  /** Beside the title: a status. */
  mark?: ReactNode
  description?: ReactNode
  /** At the end of the header. */
  actions?: ReactNode
  /** Above the title: the way back. */
  before?: ReactNode
  children: ReactNode
}

/** A page: header and workspace. The title takes the focus when another page came before. */
export function Page({ title, mark, description, actions, before, children }: PageProps) {
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // On the first page of a visit the focus stays where the browser put it.
    if (hasShownPage) heading.current?.focus()
    hasShownPage = true
  }, [])
  return (
    <Frame>
      {before && <Before>{before}</Before>}
      <Head>
        <Titles>
          <TitleLine>
            <Title ref={heading}>{title}</Title>
            {mark}
          </TitleLine>
          {description && <Below>{description}</Below>}
        </Titles>
        {actions}
      </Head>
      {children}
    </Frame>
  )
}

let hasShownPage = false

/** Says something to screen readers when it changes, and shows nothing. */
export const Live = ({ children }: { children: ReactNode }) => (
  <Span hidden role="status">
    {children}
  </Span>
)
