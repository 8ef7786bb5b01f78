import { isConnectionName } from '../names'
import { nearest } from '../nearest'
import { checkWords, shown, type Report } from '../report'
import { checkTaken, type Members } from './read-value'

const kinds = ['oauth', 'bearer_token', 'basic_auth', 'api_key']
const common = ['kind', 'name', 'title', 'reason', 'required', 'several']
const wordsOf: Record<string, string[]> = {
  oauth: [...common, 'scopes', 'grant_type', 'client'],
  bearer_token: [...common, 'allowed_domain', 'how_to_get'],
  basic_auth: [...common, 'allowed_domain', 'how_to_get'],
  api_key: [...common, 'allowed_domain', 'how_to_get', 'header_name'],
}
const clientWords = ['name', 'auth_url', 'token_url', 'default_scopes', 'how_to_get']
/** Scopes that the design guidelines of Zendesk advise against (zis-admin-app 2.3). */
const broad = /^(read|write|all|admin|full_access|\*)$/i
const host = /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/i
const header = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/

/** Checks connections of all four kinds with what each of them needs (zis-api 4). */
export function checkConnections(report: Report, connections: Members[]): void {
  const clients = new Map<string, string>()
  for (const one of connections) {
    const kind = one.text('kind')
    const name = one.text('name')
    if (name !== undefined && !isConnectionName(name)) {
      const message = `no connection can be named ${shown(name)}`
      report.error('definition.name', one.place('name'), message, 'use 3 to 64 letters, digits, _ and -')
    }
    one.text('title')
    one.text('reason')
    one.boolean('required')
    one.optionalBoolean('several')
    if (kind === undefined) continue
    const words = kinds.includes(kind) ? wordsOf[kind] : undefined
    if (words === undefined) {
      const near = nearest(kind, kinds)
      const wayOut = near ? `did you mean "${near}"?` : `write ${kinds.join(', ')}`
      report.error('connection.kind', one.place('kind'), `${shown(kind)} is no kind of connection`, wayOut)
      continue
    }
    checkWords(report, one.value, one.pointer, words, (word) => nearest(word, words))
    if (kind === 'oauth') checkOAuth(report, one, clients)
    else checkCredential(report, one, kind)
  }
  checkTaken(
    report,
    connections.flatMap((one) => {
      const name = one.raw('name')
      return typeof name === 'string' ? [{ name, pointer: one.place('name') }] : []
    }),
  )
}

function checkCredential(report: Report, one: Members, kind: string): void {
  one.text('how_to_get')
  const domain = one.optionalText('allowed_domain')
  if (domain !== undefined && !host.test(domain)) {
    const message = `${shown(domain)} is not the name of a host`
    report.error('connection.domain', one.place('allowed_domain'), message, 'write it as api.example.com')
  }
  if (kind !== 'api_key') return
  const name = one.text('header_name')
  if (name !== undefined && !header.test(name)) {
    const message = `${shown(name)} is not the name of a header`
    report.error('connection.header', one.place('header_name'), message, 'write it as x-api-key')
  }
}

function checkOAuth(report: Report, one: Members, clients: Map<string, string>): void {
  for (const scope of one.objects('scopes')) {
    const name = scope.text('scope')
    scope.text('means')
    if (name === undefined || !broad.test(name)) continue
    const message = `the scope ${shown(name)} allows everything`
    report.warning(
      'connection.scope-broad',
      scope.place('scope'),
      message,
      'ask for the fewest scopes that will do',
    )
  }
  const grant = one.optionalText('grant_type')
  if (grant !== undefined && grant !== 'authorization_code' && grant !== 'client_credentials') {
    one.wrong('grant_type', '"authorization_code" or "client_credentials"')
  }
  const client = one.object('client')
  const name = client?.text('name')
  if (client === undefined || name === undefined) return
  if (name === 'zendesk') {
    checkWords(report, client.value, client.pointer, ['name'], () => undefined)
    return
  }
  checkWords(report, client.value, client.pointer, clientWords, (word) => nearest(word, clientWords))
  client.text('default_scopes')
  client.text('how_to_get')
  const addresses = [
    checkAddress(report, client, 'token_url'),
    ...(grant === 'client_credentials' ? [] : [checkAddress(report, client, 'auth_url')]),
  ].join(' ')
  const before = clients.get(name)
  if (before !== undefined && before !== addresses) {
    const message = `the OAuth client ${shown(name)} has other addresses above`
    report.error(
      'connection.client-differs',
      client.pointer,
      message,
      'give it another name, or the same addresses',
    )
  }
  clients.set(name, addresses)
}

/** An address may hold a place for the subdomain of the other system, so only its beginning is judged. */
function checkAddress(report: Report, client: Members, key: string): string | undefined {
  const address = client.text(key)
  if (address !== undefined && !/^https:\/\/[^\s/]+/.test(address)) {
    const message = `${shown(address)} is no https:// address`
    report.error('connection.address', client.place(key), message, 'write the whole address')
  }
  return address
}
