import { isObject, own, type JsonObject } from '../../zis/json'
import type { AppSwitch, SessionState } from '../services/control/wire'
import type { Store } from '../store/store'
import type { Files } from './site'

/** The app that the page frames: our own build, or one that `zcli apps:server` serves. */
export interface FrameApp {
  read(): Promise<SessionState['app'] & { origin: string }>
}

/** Our own build, served on the other origin of this port; its settings are those that were switched here. */
export function ownApp(files: Files, port: string, store: Store): FrameApp {
  return {
    async read() {
      const read = async <T extends object>(path: string): Promise<Partial<T>> => {
        const file = await files.app(path)
        return file ? ((await file.json()) as T) : {}
      }
      const { name, version, location, parameters = [] } = await read<Manifest>('manifest.json')
      const { app: words = {} } = await read<{ app: JsonObject }>('translations/en.json')
      const boxes = parameters.filter(({ type }) => type === 'checkbox')
      const switched = (name: string) => store.table('app_settings').get(name)?.value
      const origin = `http://localhost:${port}`
      return {
        name: name ?? 'ZIS Console',
        version: version ?? '',
        url: `${origin}/0/${location?.support.nav_bar.url ?? 'assets/iframe.html'}`,
        icon_url: `${origin}/0/assets/icon_nav_bar.svg`,
        settings: Object.fromEntries(
          boxes.map(({ name, default: normal }) => [name, switched(name) ?? normal ?? false]),
        ),
        switches: boxes.map(({ name }) => switchOf(name, words)),
        app_id: 0,
        installation_id: 0,
        origin,
      }
    },
  }
}

/** A checkbox in the words in which Admin Center asks for it. */
function switchOf(name: string, { parameters }: JsonObject): AppSwitch {
  const words = isObject(parameters) ? own(parameters, name) : undefined
  const text = (key: string) => (isObject(words) && typeof words[key] === 'string' ? words[key] : '')
  return { name, label: text('label') || name, help: text('helpText') }
}

interface Manifest {
  name?: string
  version?: string
  location?: { support: { nav_bar: { url: string } } }
  parameters?: Array<{ name: string; type?: string; default?: boolean }>
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
        switches: [],
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
