import Type from 'typebox'
import { endpoint } from './endpoint'
import { AnyObject, Meta, Page } from './shapes'

export const ZendeskOAuthClient = Type.Object({
  id: Type.Integer(),
  identifier: Type.String(),
  secret: Type.String({
    description: 'complete in the answer to Create Integration, masked everywhere else',
  }),
})

export const Integration = Type.Object({
  name: Type.String(),
  description: Type.String(),
  jwt_public_key: Type.String({ description: 'PEM, RSA 2048' }),
  zendesk_oauth_client: ZendeskOAuthClient,
})

export const BundleSummary = Type.Object({
  uuid: Type.String(),
  name: Type.String(),
  integration: Type.String(),
  zendesk_account_id: Type.Integer(),
  description: Type.String(),
  zis_template_version: Type.String(),
})

export const Bundle = Type.Object({ ...BundleSummary.properties, resources: AnyObject })

export const JobSpec = Type.Object({
  uuid: Type.String(),
  name: Type.String(),
  integration: Type.String(),
  description: Type.String(),
  event_source: Type.String(),
  event_type: Type.String(),
  flow_name: Type.String(),
  installed: Type.Boolean(),
})

const JobSpecName = Type.Object({
  job_spec_name: Type.Optional(Type.String({ description: 'zis:{integration}:job_spec:{name}' })),
})

/** Registry: integrations, their bundles and job specs (zis-api 3). */
export const registry = {
  createIntegration: endpoint('POST /api/services/zis/registry/:integration', {
    summary: 'Create or update an integration',
    source: 'zis-api 3.1',
    callers: ['session', 'api_token', 'zis_token', 'oauth'],
    makesIntegration: true,
    body: Type.Object({
      description: Type.Optional(Type.String()),
      jwt_public_key: Type.Optional(Type.String({ description: 'some clients send it; it is ignored' })),
    }),
    status: 200,
    answer: Integration,
  }),
  listIntegrations: endpoint('GET /api/services/zis/registry/integrations', {
    summary: 'List integrations',
    source: 'zis-api 3.2',
    callers: ['session', 'api_token'],
    status: 200,
    answer: Type.Object({ integrations: Type.Array(Integration) }),
  }),
  listBundles: endpoint('GET /api/services/zis/registry/:integration/bundles', {
    summary: 'List bundles',
    source: 'zis-api 3.3',
    callers: ['session', 'api_token', 'zis_token'],
    query: Type.Object(Page),
    status: 200,
    answer: Type.Object({ bundles: Type.Array(BundleSummary), meta: Meta }),
  }),
  showBundle: endpoint('GET /api/services/zis/registry/:integration/bundles/:uuid', {
    summary: 'Show a bundle',
    source: 'zis-api 3.4',
    callers: ['session', 'api_token', 'zis_token'],
    status: 200,
    answer: Bundle,
  }),
  uploadBundle: endpoint('POST /api/services/zis/registry/:integration/bundles', {
    summary: 'Upload or update a bundle',
    source: 'zis-api 3.5',
    callers: ['session', 'api_token'],
    // Looked at by the bundle check, which says more than a schema can.
    body: Type.Unknown(),
    wantsText: true,
    status: 200,
  }),
  installJobSpec: endpoint('POST /api/services/zis/registry/job_specs/install', {
    summary: 'Install a job spec',
    source: 'zis-api 3.6',
    callers: ['session', 'api_token', 'zis_token'],
    query: JobSpecName,
    status: 200,
  }),
  uninstallJobSpec: endpoint('DELETE /api/services/zis/registry/job_specs/install', {
    summary: 'Uninstall a job spec',
    source: 'zis-api 3.7',
    callers: ['session', 'api_token', 'zis_token'],
    query: JobSpecName,
    status: 204,
  }),
  installJobSpecs: endpoint('POST /api/services/zis/integrations/:integration/job_specs/installation', {
    summary: 'Install job specs as Zendesk’s older tutorial does (no longer documented)',
    source: 'zis-api 3.9',
    callers: ['session', 'api_token', 'zis_token'],
    body: Type.Array(Type.Object({ name: Type.String() }), { minItems: 1 }),
    status: 200,
  }),
  listJobSpecs: endpoint('GET /api/services/zis/registry/:integration/job_specs', {
    summary: 'List job specs',
    source: 'zis-api 3.8',
    callers: ['session', 'api_token', 'zis_token'],
    query: Type.Object(Page),
    status: 200,
    answer: Type.Object({ job_specs: Type.Array(JobSpec), meta: Meta }),
  }),
}
