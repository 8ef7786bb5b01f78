import { ApiProblem } from '../api'
import { api } from '../queries'

/** One record as ZIS answers it. */
export interface Item {
  key: string
  title: string
  value: object
}

export interface Section {
  title: string
  /** The kind of change after which it is read again. */
  kind: 'registry' | 'data'
  empty: string
  read(integration: string): Promise<Item[]>
}

const size = '100'

/** Everything that ZIS keeps for an integration and lists by one of its paths. */
export const sections: readonly Section[] = [
  {
    title: 'Bundles',
    kind: 'registry',
    empty: 'No bundle was uploaded.',
    async read(integration) {
      const bundles = await all(async (after) => {
        const { bundles: rows, meta } = await api.call(
          'GET /api/services/zis/registry/:integration/bundles',
          {
            params: { integration },
            query: { 'page[size]': size, ...after },
          },
        )
        return { rows, meta }
      })
      return Promise.all(
        bundles.map(async ({ uuid, name }) => ({
          key: uuid,
          title: name,
          value: await api.call('GET /api/services/zis/registry/:integration/bundles/:uuid', {
            params: { integration, uuid },
          }),
        })),
      )
    },
  },
  {
    title: 'Job specs',
    kind: 'registry',
    empty: 'No bundle with job specs was uploaded.',
    read: async (integration) =>
      (await readJobSpecs(integration)).map((row) => ({
        key: row.uuid,
        title: `${row.name}, ${row.installed ? 'installed' : 'not installed'}`,
        value: row,
      })),
  },
  {
    title: 'Connections',
    kind: 'data',
    empty: 'No connection was created.',
    async read(integration) {
      const answer = await api.call('GET /api/services/zis/integrations/:integration/connections/all', {
        params: { integration },
        query: { 'page[size]': size },
      })
      const { meta: _, ...kinds } = answer
      return Object.entries(kinds).flatMap(([kind, rows]) =>
        rows.map((row) => ({
          key: `${kind} ${row.name}`,
          title: `${row.name}, ${kind}`,
          value: withoutSecrets(row),
        })),
      )
    },
  },
  {
    title: 'OAuth clients',
    kind: 'data',
    empty: 'No OAuth client was created.',
    async read(integration) {
      const { clients } = await api.call('GET /api/services/zis/connections/oauth/clients/:integration', {
        params: { integration },
      })
      return clients.map((row) => ({ key: row.uuid, title: row.name, value: withoutSecrets(row) }))
    },
  },
  {
    title: 'Configs',
    kind: 'data',
    empty: 'No config was created.',
    async read(integration) {
      const answer = await noneWhen404(
        api.call('GET /api/services/zis/integrations/:integration/configs', {
          params: { integration },
          query: { 'filter[scope]': '*', 'page[size]': size },
        }),
      )
      return (answer?.configs ?? []).map((row) => ({ key: row.scope, title: row.scope, value: row }))
    },
  },
  {
    title: 'Inbound webhooks',
    kind: 'data',
    empty: 'No inbound webhook was created.',
    read: async (integration) =>
      (await readInboundWebhooks(integration)).map((row) => ({
        key: row.uuid,
        title: `${row.source_system}, ${row.event_type}`,
        value: row,
      })),
  },
]

/** Every job spec of an integration, installed or not. */
export const readJobSpecs = (integration: string) =>
  all(async (after) => {
    const answer = await api.call('GET /api/services/zis/registry/:integration/job_specs', {
      params: { integration },
      query: { 'page[size]': size, ...after },
    })
    return { rows: answer.job_specs, meta: answer.meta }
  })

/** Every inbound webhook of an integration, as far as ZIS lists them. */
export async function readInboundWebhooks(integration: string) {
  const answer = await noneWhen404(
    api.call('GET /api/services/zis/inbound_webhooks/generic/:integration/all', { params: { integration } }),
  )
  return answer?.webhooks ?? []
}

/** Links of one type; ZIS lists them by type only. */
export async function readLinks(integration: string, type: string): Promise<Item[]> {
  const answer = await noneWhen404(
    api.call('GET /api/services/zis/links/:integration', {
      params: { integration },
      query: { link_type: type, left_object_name: '*', 'page[size]': size },
    }),
  )
  return (answer?.links ?? []).map((row) => ({
    key: row.id,
    title: `${row.left_object.name}, ${row.right_object.name}`,
    value: row,
  }))
}

/** ZIS answers 404 where there is none. */
async function noneWhen404<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 404) return undefined
    throw problem
  }
}

async function all<Row>(
  page: (after: {
    'page[after]'?: string
  }) => Promise<{ rows: Row[]; meta: { has_more: boolean; after: string } }>,
): Promise<Row[]> {
  const rows: Row[] = []
  let after: { 'page[after]'?: string } = {}
  for (;;) {
    const { rows: more, meta } = await page(after)
    rows.push(...more)
    if (!meta.has_more) return rows
    after = { 'page[after]': meta.after }
  }
}

const secretMembers = new Set([
  'access_token',
  'refresh_token',
  'oauth_access_token_response_body',
  'client_secret',
  'token',
  'password',
  'api_key',
])

/** A switch lets ZIS answer with whole tokens; this page has no use for them. */
const withoutSecrets = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      secretMembers.has(name) && value !== '' ? '*****' : (value as unknown),
    ]),
  )
