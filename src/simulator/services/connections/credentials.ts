import type { JsonObject } from '../../../zis/json'
import { setOwn } from '../../../zis/json'
import { FlowError } from '../../engine/ports'
import { below, keyOf } from '../../store/keys'
import type { World } from '../../world'
import { TokenProblem, type TokenKeeper } from './tokens'

/** What flows get of connections: the header of a request, or the older style's data (zis-flows 4.4). */
export function createCredentials({ store }: World, tokens: TokenKeeper) {
  const table = store.table('oauth_connections')

  return {
    has: (integration: string, name: string): boolean => table.has(keyOf(integration, name)),

    /** @throws {FlowError} when the connection has expired and cannot be renewed */
    async header(integration: string, name: string): Promise<[string, string] | undefined> {
      const connection = table.get(keyOf(integration, name))
      if (!connection) return undefined
      try {
        return ['Authorization', `Bearer ${await tokens.fresh(connection)}`]
      } catch (problem) {
        if (!(problem instanceof TokenProblem)) throw problem
        throw new FlowError(
          'States.TaskFailed',
          `the connection named "${name}" could not be renewed: ${problem.message}`,
        )
      }
    },

    /** `$.connections` of the older style: the stored record without secrets other than the access token. */
    async asData(integration: string): Promise<JsonObject> {
      const data: JsonObject = {}
      for (const [, { sealed_tokens: _, ...row }] of table.list({ prefix: below(integration) })) {
        const { access_token } = await tokens.open({ ...row, sealed_tokens: _ })
        setOwn(data, row.name, { ...row, access_token })
      }
      return data
    },
  }
}
