import { assume } from './assumption'

/** What is open about connections that hold a credential as it was given (zis-api 4.1 to 4.6). */
export const connectionAssumptions = {
  basicAuthConnections: assume({
    decides: 'Connections can be of the kind basic authentication; otherwise their paths answer 404.',
    default: true,
    choices: [true, false],
    mark: 'documented',
    source: 'zis-api 4.1',
  }),
  zendeskNameReserved: assume({
    decides: 'A basic, bearer or API key connection cannot have the name zendesk.',
    default: false,
    choices: [false, true],
    mark: 'observed',
    source: 'zis-api 4.1',
  }),
  domainWildcards: assume({
    decides: 'An allowed_domain such as *.example.com lets a credential go to every host below example.com.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 4.1',
  }),
  typedConnectionsChange: assume({
    decides:
      'Basic, bearer and API key connections can be changed with PUT and PATCH; otherwise both answer 405.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 4.6',
  }),
  typedConnectionChanged: assume({
    decides:
      'Changing a basic, bearer or API key connection is answered with it (200), or with an empty 204.',
    default: 200,
    choices: [200, 204],
    mark: 'assumed',
    source: 'zis-api 4.6',
  }),
  connectionsPageSize: assume({
    decides: 'How many connections a page has of which nobody said the size.',
    default: 20,
    choices: [20, 100],
    mark: 'assumed',
    source: 'zis-api 4.2',
  }),
  emptyConnectionKinds: assume({
    decides: 'In the list of all connections, kinds without any are empty lists, or not there.',
    default: 'empty',
    choices: ['empty', 'absent'],
    mark: 'assumed',
    source: 'zis-api 4.2',
  }),
  domainCase: assume({
    decides: 'An allowed_domain fits hosts whatever its capitals are; otherwise they count.',
    default: 'any',
    choices: ['any', 'exact'],
    mark: 'assumed',
    source: 'zis-api 4.1',
  }),
  domainPorts: assume({
    decides:
      'A port in allowed_domain has to be the one of the request; otherwise an allowed_domain with a port fits no host.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-api 4.1',
  }),
  typedPutNeedsAll: assume({
    decides:
      'PUT on a basic, bearer or API key connection needs every field; otherwise it keeps what is left out, as PATCH does.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-api 4.6',
  }),
}
