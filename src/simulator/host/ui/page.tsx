import { getColor, mediaQuery } from '@zendeskgarden/react-theming'
import { XXL } from '@zendeskgarden/react-typography'
import { useEffect, useRef, type ReactNode } from 'react'
import styled from 'styled-components'
import { Row } from './blocks'

const Body = styled.div`
  margin: 0 auto;
  padding: ${({ theme }) => `${theme.space.lg} ${theme.space.xl} ${theme.space.xxl}`};
  max-width: 1200px;
  ${({ theme }) => mediaQuery('down', 'md', theme)} {
    padding: ${({ theme }) => theme.space.md};
  }
`

const Head = styled.header`
  display: flex;
  flex-wrap: wrap;
  align-items: flex-start;
  justify-content: space-between;
  gap: ${({ theme }) => theme.space.sm};
  margin-bottom: ${({ theme }) => theme.space.md};
`

const Titles = styled.div`
  flex: 1 1 240px;
  min-width: 0;
`

const Title = styled(XXL).attrs({ forwardedAs: 'h1', tabIndex: -1 })`
  outline: none;
  overflow-wrap: anywhere;
`

const Description = styled.p`
  margin: ${({ theme }) => theme.space.xxs} 0 0;
  max-width: 640px;
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

/** A page of the Simulator area. Its title takes the focus when the user came from another page. */
export function Page({ title, mark, description, actions, before, children }: PageProps) {
  const heading = useRef<HTMLDivElement>(null)

  useEffect(() => {
    document.title = `${title} · Simulator`
  }, [title])

  useEffect(() => {
    // On the first page of a visit the focus stays where the browser put it.
    if (document.activeElement !== document.body) heading.current?.focus({ preventScroll: true })
  }, [])

  return (
    <Body>
      {before}
      <Head>
        <Titles>
          <Row>
            <Title ref={heading}>{title}</Title>
            {mark}
          </Row>
          {description && <Description>{description}</Description>}
        </Titles>
        {actions}
      </Head>
      {children}
    </Body>
  )
}
