import { isIntegrationKey } from '../../../zis/names'
import { ZisProblem } from '../../../zis/wire/problems'
import { registry as wire } from '../../../zis/wire/registry'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { stamp, type World } from '../../world'
import { zisCallback } from '../../addresses'
import { on, userOf, type RouteHandler } from '../service'
import { insideOfPem, makeSigningKeys } from './keys'

/** Integration names are unique over all of Zendesk; these belong to other accounts (zis-api 1.7). */
export const namesOfOtherAccounts = new Set(['jira', 'salesforce', 'shopify', 'slack', 'zendesk'])

/** Literals in the paths of the API, and the name of the built-in actions (zis-api 1.7, 3.2). */
const reservedNames = new Set(['common', 'integrations', 'job_specs'])

/** How the secret of an integration's client looks after its creation (zis-api 3.2). */
const maskedSecret = '************'

export function integrationRoutes(world: World): RouteHandler[] {
  const { store, vault, ids, changes, assume, masker } = world
  const table = store.table('integrations')

  const shownKey = (pem: string) => (assume('publicKeyForm') === 'pem' ? pem : insideOfPem(pem))
  const present = (row: Tables['integrations'], secret = maskedSecret) => ({
    name: row.name,
    description: row.description,
    jwt_public_key: shownKey(row.jwt_public_key),
    zendesk_oauth_client: { id: row.support_client_id, identifier: `zis_${row.name}`, secret },
  })

  /** A key that a caller brings changes what is shown only: ZIS signs with the one that it made. */
  const sentKey = ({ jwt_public_key: key }: { jwt_public_key?: string }) =>
    assume('sentPublicKey') === 'shown' ? key : undefined

  /** Makes the integration's client at the account (it mints ZIS tokens) and its twin inside ZIS. */
  function makeClients(name: string, sealed: string, createdBy: string): number {
    const now = stamp(world)
    const id = store.nextNumber('support_clients', 360_001_001)
    store.table('support_clients').put(keyOf(id), {
      id,
      identifier: `zis_${name}`,
      name: 'ZIS Client',
      kind: 'confidential',
      redirect_uri: [zisCallback],
      sealed_secret: sealed,
      integration: name,
      created_at: now,
      updated_at: now,
    })
    const uuid = ids.uuid()
    store.table('oauth_clients').put(keyOf(name, uuid), {
      uuid,
      integration: name,
      name: 'zendesk',
      client_id: `zis_${name}`,
      sealed_client_secret: sealed,
      auth_url: 'https://{{subdomain}}.zendesk.com/oauth/authorizations/new',
      token_url: 'https://{{subdomain}}.zendesk.com/oauth/tokens',
      default_scopes: 'read write',
      grant_type: 'authorization_code',
      created_by: createdBy,
      created_at: now,
      updated_at: now,
    })
    return id
  }

  return [
    on(wire.createIntegration, async ({ params: { integration: name }, body, caller }) => {
      if (!isIntegrationKey(name)) throw new ZisProblem('InvalidIntegrationKey')
      const isReserved = reservedNames.has(name) && assume('reservedIntegrationNames')
      if (namesOfOtherAccounts.has(name) || isReserved) {
        throw new ZisProblem('NameTaken', { integration: name })
      }
      const existing = table.get(keyOf(name))
      if (existing) {
        if (assume('createExistingIntegration') === 409) {
          throw new ZisProblem('IntegrationExists', { integration: name })
        }
        const row = {
          ...existing,
          description: body.description ?? existing.description,
          jwt_public_key: sentKey(body) ?? existing.jwt_public_key,
        }
        table.put(keyOf(name), row)
        await store.durable()
        return present(row)
      }

      const keys = await makeSigningKeys()
      const sealedKey = await vault.seal(keys.privatePem)
      const secret = ids.token(32)
      masker.remember(secret)
      const sealedSecret = await vault.seal(secret)
      // Another request may have made it while the keys were; then theirs stands. From here nobody waits.
      const meanwhile = table.get(keyOf(name))
      if (meanwhile) {
        await store.durable()
        return present(meanwhile)
      }
      const row: Tables['integrations'] = {
        name,
        description: body.description ?? '',
        jwt_public_key: sentKey(body) ?? keys.publicPem,
        sealed_jwt_private_key: sealedKey,
        support_client_id: makeClients(name, sealedSecret, String(userOf(caller).id)),
        created_at: stamp(world),
      }
      table.put(keyOf(name), row)
      changes.tell('registry', name)
      await store.durable()
      return present(row, secret)
    }),

    on(wire.listIntegrations, () => ({
      integrations: table.list().map(([, row]) => present(row)),
    })),
  ]
}
