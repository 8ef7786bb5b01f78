import { isObject, type JsonObject } from '../../zis/json'
import type { SessionState } from '../services/control/wire'
import type { Files } from './site'

/** The app that the page frames: our own build, or one that `zcli apps:server` serves. */
export interface FrameApp {
  read(): Promise<SessionState['app'] & { origin: string }>
}

/** Our own build, served on the other origin of this port. */
export function ownApp(files: Files, port: string): FrameApp {
  return {
    async read() {
      const manifest = await files.app('manifest.json')
      const { name, version, location } = manifest ? ((await manifest.json()) as Manifest) : {}
      const origin = `http://localhost:${port}`
      return {
        name: name ?? 'ZIS Console',
        version: version ?? '',
        url: `${origin}/0/${location?.support.nav_bar.url ?? 'assets/iframe.html'}`,
        icon_url: `${origin}/0/assets/icon_nav_bar.svg`,
        settings: {},
        app_id: 0,
        installation_id: 0,
        origin,
      }
    },
  }
}

interface Manifest {
  name?: string
  version?: string
  location?: { support: { nav_bar: { url: string } } }
}

/**
 * An app at `zcli apps:server`, read from its app.json as Zendesk does (zaf 13).
 * @param fetchApp reaches that server
 */
export function servedApp(address: string, fetchApp: (url: string) => Promise<Response>): FrameApp {
  const base = address.replace(/\/$/, '')
  return {
    async read() {
      const origin = new URL(base).origin
      const served = await fetchApp(`${base}/app.json`)
        .then((response) => response.json() as Promise<ServedApps>)
        .catch((cause: unknown) => {
          throw new Error(`No app answers at ${base}/app.json; is "zcli apps:server" running?`, { cause })
        })
      const app = served.apps.find(({ locations }) => locations.support?.nav_bar)
      const location = app?.locations.support?.nav_bar
      if (!app || !location) throw new Error(`The app at ${base} has no nav_bar location.`)
      const installation = served.installations.find(({ app_id }) => app_id === app.id)
      const settings: JsonObject = {}
      for (const setting of installation?.settings ?? [])
        if (isObject(setting)) Object.assign(settings, setting)
      const isAbsolute = URL.canParse(location.url)
      return {
        name: app.name,
        version: app.version ?? '',
        url: isAbsolute ? location.url : app.asset_url_prefix + location.url.replace(/^assets\//, ''),
        icon_url: app.asset_url_prefix + (location.svg ?? 'icon_nav_bar.svg'),
        settings,
        app_id: Number(app.id),
        installation_id: Number(installation?.id ?? 0) || 0,
        origin: isAbsolute ? new URL(location.url).origin : new URL(app.asset_url_prefix).origin || origin,
      }
    },
  }
}

interface ServedApps {
  apps: Array<{
    id: string
    name: string
    version?: string
    asset_url_prefix: string
    locations: { support?: { nav_bar?: { url: string; svg?: string } } }
  }>
  installations: Array<{ app_id: string; id: number | string; settings: unknown[] }>
}
