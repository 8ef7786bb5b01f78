import { Anchor } from '@zendeskgarden/react-buttons'
import type { MouseEvent, ReactNode } from 'react'
import styled from 'styled-components'
import { useRouter } from '../router'

/** True for a click that is to follow the link here, not in another tab or window. */
const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

/** A link within this page, which stays loaded. */
export function Link({ to, children }: { to: string; children: ReactNode }) {
  const { go } = useRouter()
  return (
    <Anchor
      href={to}
      onClick={(event) => {
        if (!isPlain(event)) return
        event.preventDefault()
        go(to)
      }}
    >
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
