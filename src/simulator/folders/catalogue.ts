import { catalogueFile, catalogueFiles, type NamedEntry } from '../../zis/integration/catalogue'
import type { Files } from '../server/site'

/**
 * The app's files with more integrations in its catalogue, as they stand when it is asked for. One with the name of
 * one that the app was built with takes its place. The app reads the files as ever and knows nothing of it.
 */
export const withEntries = (files: Files, entries: () => NamedEntry[]): Files => ({
  host: (path) => files.host(path),
  async app(path) {
    const response = await files.app(path)
    const more = entries()
    const file = path.replace(/^assets\//, '')
    const [, says] = catalogueFiles(more).find(([name]) => name === file) ?? []
    if (!response || more.length === 0 || says === undefined) return response
    const built = (await response.json()) as object
    const names = new Set(more.map(({ name }) => name))
    const merged =
      file === catalogueFile
        ? {
            integrations: [
              ...integrationsIn(built).filter(({ name }) => !names.has(name)),
              ...integrationsIn(says),
            ],
          }
        : { ...without(built, names), ...says }
    return new Response(JSON.stringify(merged), { headers: response.headers })
  },
})

const integrationsIn = (catalogue: object) => (catalogue as { integrations: NamedEntry[] }).integrations

const without = (words: object, names: Set<string>): object =>
  Object.fromEntries(Object.entries(words).filter(([name]) => !names.has(name)))
