import type { JsonObject } from '../../../zis/json'
import { setOwn } from '../../../zis/json'
import { actionFailed } from '../../engine/errors'
import { basicAuthorization } from '../../outbound/basic-authorization'
import { below, keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import type { World } from '../../world'
import { isAllowed } from './allowed-domain'
import { openFields } from './present'
import { TokenProblem, type TokenKeeper } from './tokens'

/** What flows get of connections: the header of a request, or the older style's data (zis-flows 4.4). */
export function createCredentials({ store, vault, masker, assume }: World, tokens: TokenKeeper) {
  const table = store.table('oauth_connections')
  const typed = store.table('typed_connections')

  async function oauthHeader(row: Tables['oauth_connections']): Promise<[string, string]> {
    try {
      return ['Authorization', `Bearer ${await tokens.fresh(row)}`]
    } catch (problem) {
      if (!(problem instanceof TokenProblem)) throw problem
      throw actionFailed(`the connection named "${row.name}" could not be renewed: ${problem.message}`)
    }
  }

  /** Renewed if need be; a flow that never uses the token must not fail because it cannot be renewed. */
  async function usableToken(row: Tables['oauth_connections']): Promise<string> {
    try {
      return await tokens.fresh(row)
    } catch (problem) {
      if (!(problem instanceof TokenProblem)) throw problem
      return (await tokens.open(row)).access_token
    }
  }

  const domainRules = () => ({
    wildcards: assume('domainWildcards'),
    exactCase: assume('domainCase') === 'exact',
    ports: assume('domainPorts'),
  })

  async function typedHeader(
    row: Tables['typed_connections'],
    url: URL | undefined,
  ): Promise<[string, string]> {
    const { name, kind, allowed_domain: domain } = row
    if (!url || !isAllowed(domain, url, domainRules())) {
      throw actionFailed(
        `the connection named "${name}" may be used with ${domain} only, not with ${url?.hostname ?? ''}; nothing was sent`,
      )
    }
    const secret = await vault.open(row.sealed_secret)
    masker.remember(secret)
    switch (kind) {
      case 'basic_auth':
        return ['Authorization', basicAuthorization(masker, row.open, secret)]
      case 'bearer_token':
        return ['Authorization', `Bearer ${secret}`]
      case 'api_key':
        return [row.open, secret]
    }
  }

  return {
    has: (integration: string, name: string): boolean =>
      table.has(keyOf(integration, name)) || typed.has(keyOf(integration, name)),

    /**
     * The header that a connection adds to a request; undefined when there is no such connection.
     * @param url where it goes; undefined for an address that cannot be read
     * @throws {FlowError} when the connection cannot be renewed, or may not be used with the host
     */
    async header(
      integration: string,
      name: string,
      url: URL | undefined,
    ): Promise<[string, string] | undefined> {
      const key = keyOf(integration, name)
      const oauth = table.get(key)
      if (oauth) return oauthHeader(oauth)
      const row = typed.get(key)
      return row && typedHeader(row, url)
    },

    /** `$.connections` of the older style: the stored record without secrets other than the access token. */
    async asData(integration: string): Promise<JsonObject> {
      const data: JsonObject = {}
      for (const [, row] of table.list({ prefix: below(integration) })) {
        const access_token = await usableToken(row)
        setOwn(data, row.name, { ...openFields(row, assume), access_token })
      }
      return data
    },
  }
}
