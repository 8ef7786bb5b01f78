import { Span } from '@zendeskgarden/react-typography'
import { getColor } from '@zendeskgarden/react-theming'
import { useEffect, useRef } from 'react'
import styled from 'styled-components'
import type { SessionState } from '../../services/control/wire'
import { api } from '../queries'
import { createZafRequest } from '../zaf-request'
import type { ColorScheme, PagePort } from '../zaf-answers'
import { openFrame, type DeepLink, type Frame } from './frame'

const Pane = styled.div<{ $isShown: boolean }>`
  /* Kept in place when hidden, so that the app goes on and keeps its scroll position. */
  position: absolute;
  inset: 0;
  visibility: ${({ $isShown }) => ($isShown ? 'visible' : 'hidden')};
  background-color: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
`
const Content = styled.iframe`
  display: block;
  border: 0;
  width: 100%;
  height: 100%;
  /* A page without a scheme of its own is see-through only where both sides agree. */
  color-scheme: normal;
`

const request = createZafRequest({
  fetch: (url, init) => fetch(url, init),
  origin: window.location.origin,
  csrfToken: api.csrfToken,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
})

interface AppPaneProps {
  session: SessionState
  colorScheme: ColorScheme
  isShown: boolean
  deepLink: DeepLink
  port: PagePort
}

/**
 * The app in its frame. It stays when another page is shown; give it another `key` to load it anew.
 */
export function AppPane({ session, colorScheme, isShown, deepLink, port }: AppPaneProps) {
  const iframe = useRef<HTMLIFrameElement>(null)
  const frame = useRef<Frame>()
  const first = useRef({ session, colorScheme, isShown, deepLink, port })

  useEffect(() => {
    const opened = openFrame({ ...first.current, iframe: iframe.current!, page: window, request })
    frame.current = opened
    return () => opened.close()
  }, [])
  useEffect(() => frame.current?.show(isShown), [isShown])
  useEffect(() => frame.current?.setColorScheme(colorScheme), [colorScheme])
  useEffect(() => frame.current?.setDeepLink(deepLink), [deepLink])

  return (
    <Pane $isShown={isShown}>
      {isShown && (
        <Span hidden tag="h1">
          {session.app.name}
        </Span>
      )}
      <Content ref={iframe} title={session.app.name} allow="clipboard-write" />
    </Pane>
  )
}
