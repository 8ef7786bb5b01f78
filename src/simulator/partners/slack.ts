import { Hono } from 'hono'
import { zisCallback } from '../addresses'
import { html } from '../html'
import type { PartnerMessage, PartnerState } from '../services/control/partner-wire'
import { below, keyOf } from '../store/keys'
import { isSameSecret, hashOf } from '../vault'
import type { World } from '../world'
import { backTo, cannotSignIn, consentPage, scopesIn } from './consent-page'
import { createOnce } from './once'
import type { Partner } from './partner'

const host = 'slack.com'
const redirectUrls = [zisCallback]
const channels = [
  { id: 'C01', name: 'general' },
  { id: 'C02', name: 'support' },
]

/** Milliseconds that an authorization code is good for. */
const codeLife = 10 * 60_000

/**
 * A Slack-like workspace: an app that can be installed by OAuth v2, and channels that take messages.
 * Answers are Slack's: 200 with `ok`, also for refusals.
 */
export function slackPartner(world: World): Partner {
  const { store, ids, vault, masker, clock, changes } = world
  const table = store.table('partners')
  const key = (...parts: Array<string | number>) => keyOf(host, ...parts)

  /** The app's client id and secret, made once per workspace. */
  async function app(): Promise<{ client_id: string; client_secret: string }> {
    const kept = table.get(key('app')) as { client_id: string; sealed_secret: string } | undefined
    if (kept) {
      const secret = await vault.open(kept.sealed_secret)
      masker.remember(secret)
      return { client_id: kept.client_id, client_secret: secret }
    }
    const made = { client_id: `4500.${store.nextNumber('slack_apps', 1001)}`, client_secret: ids.token(24) }
    masker.remember(made.client_secret)
    table.put(key('app'), { client_id: made.client_id, sealed_secret: await vault.seal(made.client_secret) })
    return made
  }

  const server = new Hono()
  const refuse = (error: string) => Response.json({ ok: false, error })
  const cannot = (text: string) => cannotSignIn('Slack', text)
  const tickets = createOnce<{ asked: string }>(world, { host, kind: 'consent' }, codeLife)
  const codes = createOnce<{ redirect_uri: string; scope: string }>(world, { host, kind: 'code' }, codeLife)

  server.get('/oauth/v2/authorize', async ({ req }) => {
    const problem = await refuseRequest(new URL(req.url).searchParams)
    if (problem) return cannot(problem)
    return consentPage({
      title: 'Slack: allow access',
      heading: 'Allow access to the Acme workspace',
      text: html`The app <strong>${(await app()).client_id}</strong> is requesting permission to access the Slack
        workspace <strong>Acme</strong>. It will be able to:`,
      scopes: scopesIn(req.query('scope')).map((scope) => ({
        scope,
        means: scope === 'chat:write' ? 'Send messages in channels that it is in' : 'Use the permission',
      })),
      ticket: await tickets.give({ asked: new URL(req.url).search }),
      deny: 'Cancel',
    })
  })

  server.post('/oauth/v2/authorize', async ({ req }) => {
    const query = new URL(req.url).searchParams
    const problem = await refuseRequest(query)
    if (problem) return cannot(problem)
    const form = new URLSearchParams(await req.text())
    if ((await tickets.take(form.get('ticket') ?? ''))?.asked !== new URL(req.url).search) {
      return cannot('This page has expired. Start again.')
    }

    if (form.get('choice') !== 'allow') return backTo(query, { error: 'access_denied' })
    const code = await codes.give({
      redirect_uri: query.get('redirect_uri')!,
      scope: query.get('scope') ?? '',
    })
    await store.durable()
    return backTo(query, { code })
  })

  /** A text when the request cannot be asked; then nothing is redirected. */
  async function refuseRequest(query: URLSearchParams): Promise<string | undefined> {
    const { client_id } = await app()
    if (query.get('client_id') !== client_id) {
      return `No Slack app has the client ID "${query.get('client_id') ?? ''}". The one of this workspace is on the Simulator’s Slack page.`
    }
    if (!redirectUrls.includes(query.get('redirect_uri') ?? '')) {
      return 'The redirect URL is not one of the app’s redirect URLs.'
    }
    return undefined
  }

  server.post('/api/oauth.v2.access', async ({ req }) => {
    const form = new URLSearchParams(await req.text())
    const { client_id, client_secret } = await app()
    if (form.get('client_id') !== client_id) return refuse('invalid_client_id')
    if (!isSameSecret(client_secret, form.get('client_secret') ?? '')) return refuse('bad_client_secret')
    const code = await codes.take(form.get('code') ?? '')
    if (!code) return refuse('invalid_code')
    if (code.redirect_uri !== form.get('redirect_uri')) return refuse('bad_redirect_uri')
    const token = `xoxb-${ids.token(32)}`
    masker.remember(token)
    table.put(key('token', await hashOf(token)), { scope: code.scope })
    await store.durable()
    return Response.json({
      ok: true,
      access_token: token,
      token_type: 'bot',
      scope: code.scope,
      bot_user_id: 'U0BOT',
      app_id: 'A0ACME',
      team: { id: 'T0ACME', name: 'Acme' },
      enterprise: null,
      authed_user: { id: 'U0ADA' },
    })
  })

  server.post('/api/chat.postMessage', async ({ req }) => {
    const bearer = /^Bearer (.+)$/.exec(req.header('authorization') ?? '')?.[1]
    if (!bearer) return refuse('not_authed')
    const token = table.get(key('token', await hashOf(bearer))) as { scope: string } | undefined
    if (!token) return refuse('invalid_auth')
    if (!scopesIn(token.scope).includes('chat:write')) return refuse('missing_scope')
    const message = (await req.json().catch(() => undefined)) as
      { channel?: unknown; text?: unknown } | undefined
    if (!message) return refuse('invalid_json')
    const name = String(message.channel ?? '').replace(/^#/, '')
    const channel = channels.find((one) => one.id === name || one.name === name)
    if (!channel) return refuse('channel_not_found')
    if (typeof message.text !== 'string' || message.text === '') return refuse('no_text')

    const number = store.nextNumber('slack_messages')
    const ts = `${Math.floor(clock.now() / 1000)}.${String(number).padStart(6, '0')}`
    const kept: PartnerMessage = {
      ts,
      at: new Date(clock.now()).toISOString(),
      text: message.text,
      author: 'Acme app',
    }
    table.put(key('message', channel.id, number), { ...kept })
    changes.tell('partners', host)
    return Response.json({
      ok: true,
      channel: channel.id,
      ts,
      message: { type: 'message', bot_id: 'B0ACME', text: message.text, ts },
    })
  })

  server.all('*', ({ req }) =>
    Response.json(
      { ok: false, error: 'unknown_method', req_method: new URL(req.url).pathname },
      { status: 404 },
    ),
  )

  return {
    host,
    title: 'Slack',
    fetch: async (request) => server.fetch(request),
    async state(): Promise<PartnerState> {
      return {
        host,
        title: 'Slack',
        app: { ...(await app()), redirect_urls: redirectUrls },
        channels: channels.map(({ id, name }) => ({
          id,
          name,
          messages: table
            .list({ prefix: below(host, 'message', id) })
            .map(([, row]) => row as unknown as PartnerMessage),
        })),
      }
    },
  }
}
