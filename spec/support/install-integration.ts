import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IntegrationDefinition } from '../../src/zis/definition'
import type { JsonObject } from '../../src/zis/json'
import type { Callers } from './callers'
import { partnerFilesOf } from './partner-files'
import { signIn } from './sign-in'
import { startSimulator, type TestZis } from './start-simulator'

const folderOf = (name: string) => join(__dirname, '../../integrations', name)
const read = (name: string, file: string) => readFileSync(join(folderOf(name), file), 'utf8')

/** The bundle of an integration of the catalogue, as it is uploaded under a key. */
export const bundleOf = (name: string, key = name): JsonObject =>
  JSON.parse(read(name, 'bundle.json').replaceAll('{{integration}}', key)) as JsonObject

const definitionOf = (name: string): IntegrationDefinition =>
  JSON.parse(read(name, 'integration.json')) as IntegrationDefinition

/** A whole ZIS with the partners of an integration's folder. */
export function startWithPartnersOf(name: string): Promise<TestZis> {
  const files = readdirSync(join(folderOf(name), 'partners')).map((file): [string, string] => [
    `integrations/${name}/partners/${file}`,
    read(name, `partners/${file}`),
  ])
  return startSimulator({ partnerFiles: partnerFilesOf(Object.fromEntries(files)).partnerFiles })
}

/**
 * Installs an integration of the catalogue by calls only, as the app does: its connections, signed in to
 * Zendesk and with the credentials that the partners show, settings, bundle, and job specs.
 *
 * @param settings by scope; a scope that is not there is not saved
 */
export async function installIntegration(
  zis: Callers,
  name: string,
  settings: Record<string, JsonObject>,
): Promise<void> {
  const { description, connections } = definitionOf(name)
  await zis.admin(`POST /api/services/zis/registry/${name}`, { description })
  for (const connection of connections) await connect(zis, name, connection)
  for (const [scope, config] of Object.entries(settings)) {
    await zis.admin(`POST /api/services/zis/integrations/${name}/configs`, { scope, config })
  }
  await zis.admin(`POST /api/services/zis/registry/${name}/bundles`, bundleOf(name))
  const { body } = await zis.admin(`GET /api/services/zis/registry/${name}/job_specs`)
  for (const { name: spec } of body['job_specs'] as Array<{ name: string }>) {
    await zis.admin(
      `POST /api/services/zis/registry/job_specs/install?job_spec_name=zis:${name}:job_spec:${spec}`,
    )
  }
}

async function connect(
  zis: Callers,
  integration: string,
  connection: IntegrationDefinition['connections'][number],
): Promise<void> {
  const { name, kind } = connection
  if (kind === 'oauth') {
    const start = await zis.admin(`POST /api/services/zis/connections/oauth/start/${integration}`, {
      name,
      oauth_client_name: connection.client.name,
      oauth_url_subdomain: 'acme',
      permission_scopes: connection.scopes.map(({ scope }) => scope).join(' '),
      origin_oauth_redirect_url: 'https://app.example/',
    })
    await signIn(zis, start)
    return
  }
  const host = connection.allowed_domain!
  const secret = await credential(zis, host, kind === 'basic_auth' ? 'Password' : 'API key')
  await zis.admin(`POST /api/services/zis/integrations/${integration}/connections/${kind}`, {
    name,
    allowed_domain: host,
    ...(kind === 'basic_auth' && { username: 'zis', password: secret }),
    ...(kind === 'api_key' && { header_name: connection.header_name, api_key: secret }),
  })
}

interface PartnerState {
  credentials: Array<{ label: string; value: string }>
  collections: Array<{ name: string; rows: JsonObject[] }>
}

async function partnerState(zis: Callers, host: string): Promise<PartnerState> {
  const { body } = await zis.control(`GET /_sim/partners/${host}`)
  return body['partner'] as unknown as PartnerState
}

const credential = async (zis: Callers, host: string, wanted: string) =>
  (await partnerState(zis, host)).credentials.find(({ label }) => label === wanted)!.value

/** What a partner keeps in one of its collections. */
export const rowsOf = async (zis: Callers, host: string, collection: string): Promise<JsonObject[]> =>
  (await partnerState(zis, host)).collections.find(({ name }) => name === collection)!.rows

/** The rows of the integration log, newest first. */
export async function logOf(zis: Callers, integration: string): Promise<string[]> {
  const { body } = await zis.control(`GET /_sim/log?integration=${integration}`)
  return (body['log'] as Array<{ description: string }>).map(({ description }) => description)
}
