import { Body, Chrome, Content, Main, SkipNav } from '@zendeskgarden/react-chrome'
import { GlobalAlert } from '@zendeskgarden/react-notifications'
import { useColorScheme } from '@zendeskgarden/react-theming'
import { useCallback, useEffect, useMemo, useState } from 'react'
import styled from 'styled-components'
import type { SessionState } from '../services/control/wire'
import { Area } from './area'
import { HeaderBar } from './chrome/header-bar'
import { NavBar } from './chrome/nav-bar'
import { AppPane } from './frame/app-pane'
import type { DeepLink } from './frame/frame'
import { useLiveChanges } from './live'
import { QueueAlert } from './queue/queue-alert'
import { useRouter, type Route } from './router'
import { useNotice } from './ui/notice'
import { slugOf, type PagePort } from './zaf-answers'

const Column = styled(Body)`
  display: flex;
  flex-direction: column;
`
const Rest = styled(Content)`
  flex: 1;
  height: auto;
  min-height: 0;
`
const Place = styled(Main)`
  position: relative;
  overflow: hidden;
`
const Scroller = styled.div`
  height: 100%;
  overflow: auto;
`
const tones = { notice: 'success', alert: 'warning', error: 'error' } as const

/** Zendesk around the app: navigation, header, and either the app's pane or a page of the simulator. */
export function ZendeskPage({ session }: { session: SessionState }) {
  const { route, go } = useRouter()
  const { colorScheme } = useColorScheme()
  const [reloads, setReloads] = useState(0)
  const reloadApp = useCallback(() => setReloads((before) => before + 1), [])
  const isLost = useLiveChanges(reloadApp)
  const { account, app, user } = session

  const slug = slugOf(app.name)
  const isApp = route.page === 'start' || (route.page === 'app' && route.slug === slug)
  const deepLink = useDeepLink(route)
  const { port, isOpened } = usePagePort(isApp)

  useEffect(() => {
    if (route.page === 'start') go(`/agent/apps/${slug}`, 'replace')
  }, [route, slug, go])
  useEffect(() => {
    if (isApp) document.title = `${app.name} · ${account.name}`
  }, [isApp, app.name, account.name])

  return (
    <Chrome isFluid>
      <SkipNav targetId="main">Skip to main content</SkipNav>
      {/* First, as it is seen: the way through the pages does not lead over every row of this one. */}
      <NavBar session={session} />
      <Column>
        {isLost && (
          <GlobalAlert type="warning" role="status">
            <GlobalAlert.Content>
              <GlobalAlert.Title>The simulator does not answer</GlobalAlert.Title>
              This page goes on when it is back.
            </GlobalAlert.Content>
          </GlobalAlert>
        )}
        <QueueAlert />
        <HeaderBar session={session} onReloadApp={isApp ? reloadApp : undefined} />
        <Rest id="main" tabIndex={-1}>
          <Place>
            {!isApp && (
              <Scroller>
                <Area route={route} />
              </Scroller>
            )}
            {isOpened && (
              <AppPane
                // Another user, another language, other settings or a reload: a new page in the frame.
                key={`${user.id} ${user.locale} ${app.url} ${JSON.stringify(app.settings)} ${reloads}`}
                {...{ session, colorScheme, deepLink, port }}
                isShown={isApp}
              />
            )}
          </Place>
        </Rest>
      </Column>
    </Chrome>
  )
}

/** The deep link into the app; while another page is shown, the one before. */
function useDeepLink(route: Route): DeepLink {
  const [link, setLink] = useState<DeepLink>(() => deepLinkOf(route) ?? { segments: [], params: {} })
  const next = deepLinkOf(route)
  if (next && JSON.stringify(next) !== JSON.stringify(link)) setLink(next)
  return link
}

const deepLinkOf = (route: Route): DeepLink | undefined =>
  route.page === 'app' ? { segments: route.segments, params: route.params } : undefined

/** What the app may have the page do, and whether its pane is there: from its first display on. */
function usePagePort(isApp: boolean): { port: PagePort; isOpened: boolean } {
  const { go } = useRouter()
  const notice = useNotice()
  const [isOpened, setOpened] = useState(isApp)
  if (isApp && !isOpened) setOpened(true)

  const port = useMemo<PagePort>(
    () => ({
      go,
      preload: () => setOpened(true),
      notify: (text, kind, dismissAfter) => notice(text, tones[kind], dismissAfter),
    }),
    [go, notice],
  )
  return { port, isOpened }
}
