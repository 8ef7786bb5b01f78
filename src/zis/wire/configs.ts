import Type from 'typebox'
import { endpoint } from './endpoint'
import { AnyObject, Page, Timestamp } from './shapes'

export const Config = Type.Object({
  id: Type.Integer(),
  scope: Type.String(),
  config: AnyObject,
  integration: Type.String(),
  zendesk_account_id: Type.Integer(),
  created_at: Timestamp,
  updated_at: Timestamp,
})

const Change = Type.Object({ scope: Type.Optional(Type.String()), config: AnyObject })

/** Configs: the settings an integration keeps, one record per scope (zis-api 5). */
export const configs = {
  findConfigs: endpoint('GET /api/services/zis/integrations/:integration/configs', {
    summary: 'Find configs by scope; 404 when nothing matches',
    source: 'zis-api 5.1',
    callers: ['session', 'zis_token'],
    query: Type.Object({
      'filter[scope]': Type.Optional(
        Type.String({ description: 'required: exact, or with * for any run of characters' }),
      ),
      'page[size]': Page['page[size]'],
      'page[after]': Page['page[after]'],
    }),
    status: 200,
    answer: Type.Object({
      configs: Type.Array(Config),
      meta: Type.Object({ has_more: Type.Boolean(), after: Type.Optional(Type.Integer()) }),
      next: Type.Null(),
      links: Type.Object({ next: Type.String() }),
    }),
  }),
  createConfig: endpoint('POST /api/services/zis/integrations/:integration/configs', {
    summary: 'Create a config',
    source: 'zis-api 5.2',
    callers: ['session', 'zis_token'],
    body: Type.Object({ scope: Type.String({ minLength: 1 }), config: AnyObject }),
    status: 201,
    answer: Config,
  }),
  replaceConfig: endpoint('PUT /api/services/zis/integrations/:integration/configs/:scope', {
    summary: 'Replace a config',
    source: 'zis-api 5.3',
    callers: ['session', 'zis_token'],
    body: Change,
    status: 200,
    answer: Config,
  }),
  mergeConfig: endpoint('PATCH /api/services/zis/integrations/:integration/configs/:scope', {
    summary: 'Change some keys of a config',
    source: 'zis-api 5.3',
    callers: ['session', 'zis_token'],
    body: Change,
    status: 200,
    answer: Config,
  }),
  deleteConfig: endpoint('DELETE /api/services/zis/integrations/:integration/configs/:scope', {
    summary: 'Delete a config',
    source: 'zis-api 5.3',
    callers: ['session', 'zis_token'],
    status: 204,
  }),
}
