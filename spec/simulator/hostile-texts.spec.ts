import { firstInexactInteger } from '../../src/zis/integers'
import { readInstant } from '../../src/zis/flow/timestamps'
import { textOfHtml } from '../../src/simulator/account/tickets/comments'
import { createMasker } from '../../src/simulator/outbound/mask'
import { fill } from '../../src/simulator/partners/template'
import { startSimulator, type TestZis } from '../support/start-simulator'

/** Nearly the longest body: a search that goes over it once for each of its characters takes an hour. */
const long = (part: string) => part.repeat(900_000 / part.length)

const texts: Array<[what: string, text: string]> = [
  ['a placeholder that does not end', `{{$.a${long(' ')}`],
  ['a placeholder of spaces', `{{${long(' ')}`],
  ['placeholders that begin and begin', long('{{$')],
  ['tokens that begin and begin', long('eyJ-')],
  ['tokens that end too early', `${long('eyJ12345678.')}!`],
  ['addresses that begin and begin', long('http://a:')],
  ['tags that begin and begin', long('<')],
  ['quotation marks that are escaped', `1234567890123456 "${long('\\"')}`],
]

describe('texts that are made to be searched for ever', () => {
  let zis: TestZis
  beforeAll(async () => {
    zis = await startSimulator()
    await zis.admin('POST /api/services/zis/registry/acme_texts', {})
  })
  afterAll(() => zis.stop())

  /** Uploads a bundle with a flow that writes one field. */
  const upload = (key: string, text: string) => {
    const flow = { StartAt: 'A', States: { A: { Type: 'Pass', Result: { [key]: text }, End: true } } }
    return zis.admin('POST /api/services/zis/registry/acme_texts/bundles', {
      name: 'hostile',
      description: '',
      zis_template_version: '2019-10-14',
      resources: { f: { type: 'ZIS::Flow', properties: { name: 'f', definition: flow } } },
    })
  }

  it.each(texts)('%s: a bundle is answered', async (_, text) => {
    // Some are written longer in JSON, and are over the limit.
    expect([200, 400, 413]).toContain((await upload('note', text)).status)
  })

  it('a bundle is answered whose key names secrets over and over', async () => {
    expect([200, 400]).toContain((await upload(`${long('token')}\n`, 'x')).status)
  })

  it('a trigger renders placeholders that have no end', async () => {
    const { body } = await zis.admin('POST /api/v2/webhooks', {
      webhook: {
        name: 'Nowhere',
        status: 'active',
        endpoint: 'https://nowhere.example/',
        http_method: 'POST',
        request_format: 'json',
      },
    })
    const { id } = body['webhook'] as { id: string }
    for (const text of [`{{a|${long(' ')}`, long('{{a|'), `{{${long('a')}`]) {
      const made = await zis.admin('POST /api/v2/triggers', {
        trigger: {
          title: 'For ever',
          conditions: { all: [] },
          actions: [{ field: 'notification_webhook', value: [id, text] }],
        },
      })
      expect(made.status).toBe(201)
      const { id: trigger } = made.body['trigger'] as { id: number }
      expect((await zis.admin('PUT /api/v2/tickets/1', { ticket: { subject: 'Changed' } })).status).toBe(200)
      await zis.settle()
      await zis.admin(`DELETE /api/v2/triggers/${trigger}`)
    }
    await zis.admin(`DELETE /api/v2/webhooks/${id}`)
  })

  it.each(texts)('%s: what reads answers and records is done with it', (_, text) => {
    const masker = createMasker()
    masker.remember('a-known-secret')
    const data = { params: {}, query: {}, headers: {}, body: undefined, now: '', uuid: '', count: 1 }
    expect(typeof fill(text, data)).toBe('string')
    expect(masker.text(text)).toBe(text)
    expect(textOfHtml(text)).toBe(text.trim())
    expect(firstInexactInteger(text)).toBeUndefined()
  })

  it('a timestamp of zeros is read', () => {
    const read = readInstant(`2026-03-02T09:00:00.${long('0')}1Z`)
    expect(read?.fraction).toHaveLength(900_001)
  })
})
