import { assume } from './assumption'

/** What is open about the registry (zis-api 3). */
export const registryAssumptions = {
  reservedIntegrationNames: assume({
    decides: 'Integrations cannot be called common, integrations or job_specs.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 1.7, 3.2',
  }),
  createExistingIntegration: assume({
    decides: 'Creating an integration that this account already has: updated with 200, or refused with 409.',
    default: 200,
    choices: [200, 409],
    mark: 'assumed',
    source: 'zis-api 3.1',
  }),
  bearerListsIntegrations: assume({
    decides: 'OAuth tokens of any kind may list the integrations; otherwise 401.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-api 3.2',
  }),
  registryCursors: assume({
    decides: 'Cursors of the registry’s lists are names and uuids, or texts that mean nothing to a reader.',
    default: 'names',
    choices: ['names', 'opaque'],
    mark: 'observed',
    source: 'zis-api 1.5',
  }),
  noBundles: assume({
    decides: 'Listing the bundles of an integration that has none: 200 with an empty list, or 404.',
    default: 200,
    choices: [200, 404],
    mark: 'assumed',
    source: 'zis-api 3.3',
  }),
  bundleKeepsUuid: assume({
    decides: 'A bundle that is uploaded again keeps its uuid.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 3.5',
  }),
  detachJobSpecsOnUpload: assume({
    decides:
      'Uploading a bundle uninstalls the job specs that it holds; those it no longer holds stay installed.',
    default: true,
    choices: [true, false],
    mark: 'observed',
    source: 'zis-api 3.5',
  }),
  installOfInstalled: assume({
    decides: 'Installing a job spec that is installed already is answered with this status.',
    default: 200,
    choices: [200, 409],
    mark: 'assumed',
    source: 'zis-api 3.6',
  }),
  uninstallOfUninstalled: assume({
    decides: 'Uninstalling a job spec that is known but not installed is answered with this status.',
    default: 204,
    choices: [204, 404],
    mark: 'assumed',
    source: 'zis-api 3.7',
  }),
  olderInstallPath: assume({
    decides:
      'Job specs can also be installed by the path of Zendesk’s older tutorial, …/job_specs/installation; otherwise it answers 404.',
    default: true,
    choices: [true, false],
    mark: 'observed',
    source: 'zis-api 3.9',
  }),
  oauthUploads: assume({
    decides:
      'A ZIS token of the integration may upload bundles, as other calls of the registry list it; otherwise 401.',
    default: false,
    choices: [false, true],
    mark: 'observed',
    source: 'zis-api 13',
  }),
  sentPublicKey: assume({
    decides:
      'A jwt_public_key that a caller sends with Create Integration is ignored, or shown from then on (requests are signed as before).',
    default: 'ignored',
    choices: ['ignored', 'shown'],
    mark: 'assumed',
    source: 'zis-api 3.1',
  }),
  publicKeyForm: assume({
    decides: 'A jwt_public_key is shown as PEM, or as the base64 inside of it.',
    default: 'pem',
    choices: ['pem', 'base64'],
    mark: 'assumed',
    source: 'zis-api 3.1',
  }),
  foreignJobSpec: assume({
    decides:
      'A ZIS token that names a job spec of another integration hears 401 (mismatch), or 400 (invalid).',
    default: 401,
    choices: [401, 400],
    mark: 'assumed',
    source: 'zis-api 3.6',
  }),
  jobSpecFlowName: assume({
    decides: 'The flow_name of a listed job spec is the full reference, or the bare name.',
    default: 'full',
    choices: ['full', 'bare'],
    mark: 'assumed',
    source: 'zis-api 3.8',
  }),
}
