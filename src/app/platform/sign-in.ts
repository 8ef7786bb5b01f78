import { endOf, readReturn, type SignInEnd, type SignInMessage } from './sign-in-return'

const limitMs = 3 * 60_000
const lookEveryMs = 500

/** Opens the window. Call it inside the click, before anything is awaited, or browsers block it. */
export function openWindow(text: string): Window | null {
  const opened = window.open('about:blank', '_blank', 'popup,width=640,height=760')
  if (opened) opened.document.body.textContent = text
  return opened
}

/**
 * Waits for a sign-in window on three ways at once: its message, its address once that is readable
 * again, its being closed. `opened` is null when the admin opened the page by a plain link.
 */
export function watchWindow(opened: Window | null, id: string, signal: AbortSignal): Promise<SignInEnd> {
  return new Promise((resolve, reject) => {
    const end = (result: SignInEnd) => {
      stop()
      opened?.close()
      resolve(result)
    }
    const hear = (event: MessageEvent<Partial<SignInMessage> | undefined>) => {
      if (event.origin !== window.location.origin) return
      if (opened !== null && event.source !== opened) return
      if (event.data?.type !== 'zis-console.sign-in' || event.data.id !== id) return
      // One that was opened by the plain link is known only now.
      if (event.source !== null && 'close' in event.source && event.source !== window) event.source.close()
      end(endOf(event.data))
    }
    const look = () => {
      const returned = opened && readable(opened)
      if (returned?.id === id) end(endOf(returned))
      else if (opened?.closed) end({ end: 'closed' })
    }
    const giveUp = () => {
      stop()
      opened?.close()
      reject(signal.reason as Error)
    }
    const looking = setInterval(look, lookEveryMs)
    const limit = setTimeout(() => end({ end: 'timed_out' }), limitMs)
    const stop = () => {
      clearInterval(looking)
      clearTimeout(limit)
      window.removeEventListener('message', hear)
      signal.removeEventListener('abort', giveUp)
    }
    window.addEventListener('message', hear)
    signal.addEventListener('abort', giveUp)
  })
}

/** While the window is on another origin, reading its address throws: it is not back yet. */
function readable(opened: Window): SignInMessage | undefined {
  try {
    return readReturn(opened.location.search)
  } catch {
    return undefined
  }
}

/**
 * Whether a window of ours may be sent to an address that ZIS named: https and a host of the system
 * that is being connected. A host page on this machine's loopback names its own origin instead.
 */
export function isSignInAddress(
  address: string,
  { hosts, hostOrigin }: { hosts: string[]; hostOrigin: string },
) {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined) return false
  if (url.protocol === 'https:') {
    return hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
  }
  return url.origin === hostOrigin && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
}
