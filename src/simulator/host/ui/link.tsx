import { Anchor } from '@zendeskgarden/react-buttons'
import type { MouseEvent, ReactNode } from 'react'
import styled from 'styled-components'
import { useRouter } from '../router'

/** True for a click that is to follow the link here, not in another tab or window. */
const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

/** Follows a link within this page, which stays loaded; other clicks are the browser's. */
export function useLinkClick(to: string) {
  const { go } = useRouter()
  return (event: MouseEvent) => {
    if (!isPlain(event)) return
    event.preventDefault()
    go(to)
  }
}

/** A link within this page. */
export function Link({ to, title, children }: { to: string; title?: string; children: ReactNode }) {
  const onClick = useLinkClick(to)
  return (
    <Anchor href={to} title={title} onClick={onClick}>
      {children}
    </Anchor>
  )
}

const Above = styled.nav`
  margin-bottom: ${({ theme }) => theme.space.xxs};
`

/** The way back to a list, above a title. */
export const BackLink = ({ to, children }: { to: string; children: string }) => (
  <Above aria-label="Back">
    <Link to={to}>{children}</Link>
  </Above>
)
