import { isObject, own, type Json, type JsonObject } from '../../zis/json'
import type { SessionState } from '../services/control/wire'
import { ZafProblem } from './zaf-host'

export type ColorScheme = 'light' | 'dark'

/** What the app may know of the page around it. */
export interface FrameState {
  guid: string
  session: SessionState
  colorScheme: ColorScheme
  /** The query of a deep link. */
  appParams: Record<string, string>
}

/** What the app may have the page do. */
export interface PagePort {
  /** @param dismissAfter ms; false leaves the toast until it is closed */
  notify(text: string, kind: 'notice' | 'alert' | 'error', dismissAfter: number | false): void
  go(address: string): void
  preload(): void
}

/** Milliseconds for which a toast stays when the app does not say. */
const toastMs = 5000

/** The name of an app in addresses: `ZIS Console` is at `/agent/apps/zis-console`. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** The answers to get, set and invoke for an app in the navigation bar (zaf 5). */
export function createAnswers(state: () => FrameState, page: PagePort) {
  let iconSymbol: unknown = 'default'

  const context = (): JsonObject => {
    const { guid, session, appParams } = state()
    return {
      instanceGuid: guid,
      product: 'support',
      location: 'nav_bar',
      account: { subdomain: session.account.subdomain },
      appParams,
    }
  }

  const metadata = (): JsonObject => {
    const { app } = state().session
    return {
      appId: app.app_id,
      installationId: app.installation_id,
      name: app.name,
      version: app.version,
      settings: app.settings,
    }
  }

  const properties: Record<string, () => unknown> = {
    currentUser: () => currentUser(state().session),
    currentAccount: () => ({ subdomain: state().session.account.subdomain }),
    instances: () => ({ [state().guid]: context() }),
    colorScheme: () => state().colorScheme,
    iconSymbol: () => iconSymbol,
  }

  const actions: Record<string, (args: unknown[]) => void> = {
    // The pane fills the work area, so there is nothing to resize.
    resize: () => undefined,
    track: () => undefined,
    hide: () => undefined,
    show: () => undefined,
    preloadPane: () => page.preload(),
    notify: ([text, kind, options]) =>
      page.notify(
        String(text ?? ''),
        kind === 'alert' || kind === 'error' ? kind : 'notice',
        stayOf(options),
      ),
    routeTo: (args) => page.go(addressOf(args)),
    popover: () => refuse('popover is for the top bar only', 'LocationError'),
    'instances.create': () =>
      refuse('The simulator does not open other instances of an app', 'NotSimulatedError'),
    destroy: () => refuse('destroy is for modals only', 'LocationError'),
  }

  return {
    context,
    metadata,

    get(path: string): unknown {
      const read = own(properties, path)
      if (read) return read()
      const [root = '', ...rest] = path.split('.')
      const value = own(properties, root)?.()
      // A guid has no dots, so `instances.<guid>` is found as any other field.
      return rest.reduce<unknown>((inner, key) => (isObject(inner) ? own(inner, key) : undefined), value)
    },

    set(path: string, value: unknown): unknown {
      if (path !== 'iconSymbol') throw new ZafProblem('No such Api')
      return (iconSymbol = value)
    },

    invoke(path: string, args: unknown[]): void {
      const act = own(actions, path)
      if (!act) throw new ZafProblem('No such Api')
      act(args)
    },
  }
}

function refuse(message: string, name: string): never {
  throw new ZafProblem(message, name)
}

const stayOf = (options: unknown): number | false => {
  if (typeof options === 'number') return options
  return isObject(options) && options['sticky'] === true ? false : toastMs
}

function currentUser({ user }: SessionState): { [key: string]: Json } {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    locale: user.locale,
    timeZone: { name: user.time_zone, ianaName: user.time_zone },
    groups: [],
    organizations: [],
    tags: [],
    alias: '',
    avatarUrl: '',
    details: '',
    notes: '',
    signature: '',
    externalId: null,
  }
}

/** Where `routeTo` leads; Zendesk has no way to a plain address (zaf 5.3). */
function addressOf([kind, first, second]: unknown[]): string {
  const part = (value: unknown) => encodeURIComponent(String(value))
  if (first === undefined || first === null)
    return refuse('routeTo needs a place and what is there', 'TypeError')
  switch (kind) {
    case 'ticket':
      return `/simulator/tickets/${part(first)}`
    case 'user':
      return `/agent/users/${part(first)}`
    case 'organization':
      return `/agent/organizations/${part(first)}`
    case 'nav_bar':
      return `/agent/apps/${part(slugOf(String(first)))}${pathOf(second)}`
    default:
      return refuse(`routeTo knows no place "${String(kind)}"`, 'TypeError')
  }
}

const pathOf = (path: unknown): string =>
  typeof path === 'string' && path !== '' ? `/${path.replace(/^\/+/, '')}` : ''
