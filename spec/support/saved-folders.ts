import type { IntegrationFile, IntegrationFiles } from '../../src/simulator'
import type { JsonObject } from '../../src/zis/json'

/**
 * Folders of integrations that a spec saves files in while the simulator runs.
 *
 * @param deployed names of folders that are brought into the account by themselves
 */
export function savedFolders(first: Record<string, object | string>, deployed: string[] = []) {
  const all = new Map(Object.entries(first))
  const said: string[] = []
  let changed = () => {}
  let heard = (_: string) => {}

  const fileOf = (path: string): IntegrationFile | undefined => {
    const content = all.get(path)
    if (content === undefined) return undefined
    return { path, text: typeof content === 'string' ? content : JSON.stringify(content, null, 2) }
  }
  const integrationFiles: IntegrationFiles = {
    read: () =>
      Promise.resolve(
        [...new Set([...all.keys()].map((path) => path.split('/')[0]!))].map((name) => {
          const [bundle, definition] = [fileOf(`${name}/bundle.json`), fileOf(`${name}/integration.json`)]
          return {
            path: name,
            name,
            isDeployed: deployed.includes(name),
            ...(bundle && { bundle }),
            ...(definition && { definition }),
            translations: [...all.keys()]
              .filter((path) => path.startsWith(`${name}/translations/`))
              .flatMap((path) => fileOf(path) ?? []),
          }
        }),
      ),
    watch(call) {
      changed = call
      return () => {}
    },
  }
  return {
    /** What a simulator is started with. */
    options: {
      integrationFiles,
      say(text: string) {
        said.push(text)
        heard(text)
      },
    },
    /** All that was said, oldest first. */
    said,
    /** Saves a file, or deletes it. @returns what is said of that */
    save(path: string, content: object | string | undefined): Promise<string> {
      if (content === undefined) all.delete(path)
      else all.set(path, content)
      const next = new Promise<string>((resolve) => (heard = resolve))
      changed()
      return next
    },
  }
}

/** A bundle whose flow ends with a message, started by `spec` / `thing.happened`. */
export const sayingBundle = (message: string, specs = ['on_thing']): JsonObject => ({
  zis_template_version: '2019-10-14',
  name: 'saying',
  resources: {
    say: {
      type: 'ZIS::Flow',
      properties: {
        name: 'say',
        definition: { StartAt: 'Say', States: { Say: { Type: 'Succeed', Message: message } } },
      },
    },
    ...Object.fromEntries(
      specs.map((name) => [
        name,
        {
          type: 'ZIS::JobSpec',
          properties: {
            name,
            event_source: 'spec',
            event_type: 'thing.happened',
            flow_name: 'zis:{{integration}}:flow:say',
          },
        },
      ]),
    ),
  },
})

/** A definition that fits it. */
export const sayingDefinition = (title: string, key: string): JsonObject => ({
  title,
  summary: 'It says something.',
  description: 'It says something when a thing happens.',
  version: '1.0.0',
  default_key: key,
  reads_and_writes: [],
  connections: [],
  settings: [],
  webhooks: [
    {
      name: 'things',
      title: 'Things',
      source_system: 'spec',
      event_type: 'thing.happened',
      tell_sender: 'Send things.',
    },
  ],
})
