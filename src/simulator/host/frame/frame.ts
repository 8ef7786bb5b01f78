import type { SessionState } from '../../services/control/wire'
import { createAnswers, type ColorScheme, type FrameState, type PagePort } from '../zaf-answers'
import { createZafHost, type RequestOutcome } from '../zaf-host'

export interface DeepLink {
  segments: string[]
  params: Record<string, string>
}

export interface FrameOptions {
  iframe: HTMLIFrameElement
  /** The window that holds the frame. */
  page: Window
  session: SessionState
  colorScheme: ColorScheme
  deepLink: DeepLink
  isShown: boolean
  port: PagePort
  request(options: unknown): Promise<RequestOutcome>
}

export interface Frame {
  show(isShown: boolean): void
  setColorScheme(scheme: ColorScheme): void
  setDeepLink(link: DeepLink): void
  /** Listens no more; the iframe is the caller's to take away. */
  close(): void
}

/** The frame's address, with what the SDK looks for in it (zaf 2). */
export function frameAddress(url: string, origin: string, guid: string, colorScheme: ColorScheme): string {
  const address = new URL(url)
  address.searchParams.set('origin', origin)
  address.searchParams.set('app_guid', guid)
  address.searchParams.set('colorScheme', colorScheme)
  return address.href
}

/** Opens the app in a frame and answers it for as long as the frame lives (zaf 5.4). */
export function openFrame({ iframe, page, session, port, request, ...first }: FrameOptions): Frame {
  let { isShown, deepLink } = first
  let wasShown = false
  let isRegistered = false
  const state: FrameState = {
    guid: page.crypto.randomUUID(),
    session,
    colorScheme: first.colorScheme,
    appParams: deepLink.params,
  }
  const { origin } = new URL(session.app.url)
  const answers = createAnswers(() => state, port)
  const host = createZafHost({
    ...answers,
    appOrigin: origin,
    guid: state.guid,
    post: (message) => iframe.contentWindow?.postMessage(message, origin),
    request,
    registered() {
      isRegistered = true
      wasShown = false
      if (isShown) activate()
      if (!isEmpty(deepLink)) tellRoute()
    },
  })

  function activate(): void {
    // The pane is not "activated" at its first display, only when the user comes back to it.
    if (wasShown) host.emit('pane.activated')
    host.emit('app.activated', { firstLoad: !wasShown })
    wasShown = true
  }

  const tellRoute = () =>
    host.emit('app.route.changed', { appRoute: deepLink.segments.join('/'), appParams: deepLink.params })

  const listen = (event: MessageEvent) => {
    if (event.source === iframe.contentWindow) host.receive(event)
  }
  // The handshake is sent once, so the listener has to be there before the page is.
  page.addEventListener('message', listen)
  iframe.src = frameAddress(session.app.url, page.location.origin, state.guid, first.colorScheme)

  return {
    show(next) {
      if (next === isShown) return
      isShown = next
      if (!isRegistered) return
      if (next) return activate()
      host.emit('pane.deactivated')
      host.emit('app.deactivated')
    },
    setColorScheme(scheme) {
      if (scheme === state.colorScheme) return
      state.colorScheme = scheme
      host.emit('colorScheme.changed', scheme)
    },
    setDeepLink(link) {
      if (JSON.stringify(link) === JSON.stringify(deepLink)) return
      deepLink = link
      state.appParams = link.params
      if (!isRegistered) return
      host.emit('context.updated', answers.context())
      tellRoute()
    },
    close: () => page.removeEventListener('message', listen),
  }
}

const isEmpty = ({ segments, params }: DeepLink) => segments.length === 0 && Object.keys(params).length === 0
