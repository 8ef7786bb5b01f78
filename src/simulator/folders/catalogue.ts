import type { CatalogueEntry } from '../../zis/definition'
import type { Files } from '../server/site'

/** Where the app finds its catalogue, in its own folder. */
const catalogueFile = 'assets/integrations.json'

type Entry = CatalogueEntry & { name: string }

/**
 * The app's files with more integrations in its catalogue, as they stand when it is asked for. One with the name of
 * one that the app was built with takes its place. The app reads the file as ever and knows nothing of it.
 */
export const withEntries = (files: Files, entries: () => Entry[]): Files => ({
  host: (path) => files.host(path),
  async app(path) {
    const response = await files.app(path)
    const more = entries()
    if (path !== catalogueFile || !response || more.length === 0) return response
    const { integrations } = (await response.json()) as { integrations: Entry[] }
    const built = integrations.filter(({ name }) => more.every((one) => one.name !== name))
    return new Response(JSON.stringify({ integrations: [...built, ...more] }), { headers: response.headers })
  },
})
