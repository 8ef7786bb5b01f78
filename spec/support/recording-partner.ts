import type { Partner } from '../../src/simulator'

/** One request as a partner received it, nothing masked. */
export interface Received {
  method: string
  url: string
  headers: Record<string, string>
  body: string
}

type Answer = (received: Received) => Response | Promise<Response>

/**
 * Another system that keeps what it receives, and answers what a spec wants: 200 and an empty object
 * unless told otherwise.
 */
export function recordingPartner(host: string, answer: Answer = () => Response.json({})) {
  const received: Received[] = []
  const partner: Partner = {
    host,
    title: host,
    async fetch(request) {
      const { method, url } = request
      const kept = { method, url, headers: Object.fromEntries(request.headers), body: await request.text() }
      received.push(kept)
      return answer(kept)
    },
    state: () =>
      Promise.resolve({
        host,
        title: host,
        app: { client_id: '', client_secret: '', redirect_urls: [] },
        channels: [],
      }),
  }
  return { partner, received }
}

/**
 * An OAuth provider that gives a token to whoever has the client's secret. Tokens are numbered in the
 * order they were given.
 */
export function recordingProvider(host: string, client: { id: string; secret: string }) {
  let given = 0
  const asked: URLSearchParams[] = []
  const { partner, received } = recordingPartner(host, async ({ url, body }) => {
    if (new URL(url).pathname !== '/token') return Response.json({})
    const form = new URLSearchParams(body)
    asked.push(form)
    // Long enough for two renewals at once to overlap, if anybody made two.
    await new Promise((resolve) => setImmediate(resolve))
    if (form.get('client_id') !== client.id || form.get('client_secret') !== client.secret) {
      return Response.json({ error: 'invalid_client', error_description: 'Unknown client.' }, { status: 401 })
    }
    given += 1
    return Response.json({ access_token: `token-number-${given}`, token_type: 'bearer', expires_in: 3600 })
  })
  /** Requests that were not for a token. */
  const calls = () => received.filter(({ url }) => new URL(url).pathname !== '/token')
  return { partner, asked, calls }
}
