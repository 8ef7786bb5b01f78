import { zisCallback } from '../addresses'
import { decodeBase64Text } from '../encoding'
import { html } from '../html'
import type { OAuthSettings, OAuthView } from '../services/control/partner-wire'
import { keyOf } from '../store/keys'
import { hashOf, isSameSecret } from '../vault'
import type { World } from '../world'
import { backTo, cannotSignIn, consentPage, scopesIn } from './consent-page'
import type { OAuthShape } from './definition'
import { createOAuthTokens } from './oauth-tokens'
import { createOnce } from './once'
import type { PartnerCredential, PartnerSecrets } from './secrets'

/** Milliseconds for an answer to the consent page, and for the use of a code (RFC 6749 4.1.2). */
const consentLife = 10 * 60_000
const codeLife = 60_000

/** What the page and the control paths turn. */
export interface OAuthControl {
  turn(settings: Partial<OAuthSettings>): void
  expireNow(): void
  revokeAll(): void
}

interface Parts {
  host: string
  title: string
  secrets: PartnerSecrets
  shape: OAuthShape
}

type Code = {
  redirect_uri: string
  scope: string
  challenge: string | null
  family: string
}

/** An OAuth provider as RFC 9700 wants one: exact redirects, codes for one use, PKCE, rotation with reuse detection. */
export function createOAuth(world: World, { host, title, secrets, shape }: Parts) {
  const { store, changes } = world
  const table = store.table('partners')
  const authorizePath = shape.authorize_path ?? '/oauth/authorize'
  const tokenPath = shape.token_path ?? '/oauth/token'
  const redirectUrls = shape.redirect_urls ?? [zisCallback]
  const grants = shape.grants ?? ['authorization_code', 'refresh_token', 'client_credentials']
  const pkce = shape.pkce ?? 'offered'
  const tickets = createOnce<{ asked: string }>(world, { host, kind: 'consent' }, consentLife)
  const codes = createOnce<Code>(world, { host, kind: 'code' }, codeLife)
  const tokens = createOAuthTokens(world, host)
  const clientId = `client-${host.replaceAll(/[^a-z0-9]+/g, '-')}`

  const settings = (): OAuthSettings => ({
    denies: false,
    rotates: shape.rotates_refresh_tokens ?? true,
    ...(table.get(keyOf(host, 'oauth')) as Partial<OAuthSettings> | undefined),
  })

  /** A text when the request cannot be asked; then nothing is redirected (RFC 9700 4.11). */
  function unaskable(query: URLSearchParams): string | undefined {
    if (query.get('client_id') !== clientId) {
      return `${title} has no client "${query.get('client_id') ?? ''}". The client ID is on the Simulator’s page of ${title}.`
    }
    const redirect = query.get('redirect_uri') ?? ''
    return redirectUrls.includes(redirect)
      ? undefined
      : `The redirect URL "${redirect}" is none of the client’s: ${redirectUrls.join(', ')}.`
  }

  /** A text about the first scope that the provider does not have. */
  function unknownScope(asked: string | null): string | undefined {
    const { scopes } = shape
    const unknown = scopes && scopesIn(asked).find((scope) => !Object.hasOwn(scopes, scope))
    return unknown === undefined ? undefined : `The scope "${unknown}" does not exist.`
  }

  /** What is wrong with a request that can be told to the client. */
  function fault(query: URLSearchParams): { error: string; error_description: string } | undefined {
    const refuse = (error: string, error_description: string) => ({ error, error_description })
    if (settings().denies) return refuse('access_denied', 'The user denied access.')
    if (query.get('response_type') !== 'code') {
      return refuse('unsupported_response_type', 'Only response_type=code is supported.')
    }
    if (!grants.includes('authorization_code')) {
      return refuse('unauthorized_client', 'The client cannot use the authorization code grant.')
    }
    const unknown = unknownScope(query.get('scope'))
    if (unknown !== undefined) return refuse('invalid_scope', unknown)
    if (pkce === 'none') return undefined
    const challenge = query.get('code_challenge')
    if (challenge === null && pkce === 'required') {
      return refuse('invalid_request', 'A code_challenge is required (PKCE).')
    }
    if (challenge !== null && query.get('code_challenge_method') !== 'S256') {
      return refuse('invalid_request', 'code_challenge_method must be S256.')
    }
    return undefined
  }

  async function ask(query: URLSearchParams): Promise<Response> {
    const problem = unaskable(query)
    if (problem !== undefined) return cannotSignIn(title, problem)
    const refused = fault(query)
    if (refused) return backTo(query, refused)
    return consentPage({
      title: `${title}: allow access`,
      heading: `Allow access to ${title}`,
      text: html`The app <strong>${clientId}</strong> is requesting access to <strong>${title}</strong>. It will
        be able to:`,
      scopes: scopesIn(query.get('scope')).map((scope) => ({
        scope,
        means: shape.scopes?.[scope] ?? 'Use the permission',
      })),
      ticket: await tickets.give({ asked: query.toString() }),
      deny: 'Deny',
    })
  }

  async function decide(query: URLSearchParams, request: Request): Promise<Response> {
    const problem = unaskable(query)
    if (problem !== undefined) return cannotSignIn(title, problem)
    const form = new URLSearchParams(await request.text())
    // What was agreed to is what the page showed, and nothing else that its form could be sent to.
    if ((await tickets.take(form.get('ticket') ?? ''))?.asked !== query.toString()) {
      return cannotSignIn(title, 'This page has expired. Start again.')
    }
    const refused = fault(query)
    if (refused) return backTo(query, refused)
    if (form.get('choice') !== 'allow') {
      return backTo(query, { error: 'access_denied', error_description: 'The user denied access.' })
    }
    const code = await codes.give({
      redirect_uri: query.get('redirect_uri')!,
      scope: query.get('scope') ?? '',
      challenge: pkce === 'none' ? null : query.get('code_challenge'),
      family: tokens.newFamily(),
    })
    await store.durable()
    return backTo(query, { code })
  }

  async function grant(request: Request): Promise<Response> {
    const form = new URLSearchParams(await request.text())
    const [id, secret] = clientIn(request, form)
    if (id !== clientId || !isSameSecret(secret, await secrets.secret('client_secret'))) {
      return refusal('invalid_client', 'The client ID or the client secret is wrong.', 401)
    }
    const kind = form.get('grant_type') ?? ''
    if (!grants.some((one) => one === kind)) {
      return refusal('unsupported_grant_type', `The grant type "${kind}" is not supported.`)
    }
    if (kind === 'client_credentials') {
      const unknown = unknownScope(form.get('scope'))
      return unknown === undefined
        ? give(tokens.newFamily(), form.get('scope') ?? '')
        : refusal('invalid_scope', unknown)
    }
    return kind === 'refresh_token' ? renew(form) : exchange(form)
  }

  async function exchange(form: URLSearchParams): Promise<Response> {
    const text = form.get('code') ?? ''
    const usedKey = keyOf(host, 'used_code', await hashOf(text))
    const code = await codes.take(text)
    if (!code) {
      // Whoever brings a code a second time may have stolen it: what it gave is over (RFC 6749 4.1.2).
      const family = table.get(usedKey)?.['family']
      if (typeof family === 'string') tokens.revokeFamily(family)
      return refusal('invalid_grant', 'The code is unknown, was used before or has expired.')
    }
    table.put(usedKey, { family: code.family, expires_at: world.clock.now() })
    if (code.redirect_uri !== form.get('redirect_uri')) {
      return refusal('invalid_grant', 'redirect_uri is not the one of the authorization request.')
    }
    const verifier = form.get('code_verifier')
    if (code.challenge === null ? verifier !== null && pkce !== 'none' : !verifier) {
      return refusal('invalid_grant', 'code_verifier does not fit the authorization request.')
    }
    if (code.challenge !== null && (await hashOf(verifier!)) !== code.challenge) {
      return refusal('invalid_grant', 'code_verifier is wrong.')
    }
    return give(code.family, code.scope, await refreshFor(code.family, code.scope))
  }

  async function renew(form: URLSearchParams): Promise<Response> {
    const token = form.get('refresh_token') ?? ''
    const known = await tokens.refresh(token)
    if (!known)
      return refusal('invalid_grant', 'The refresh token is unknown, was used before or has expired.')
    if (!settings().rotates) return give(known.family, known.scope)
    known.spend()
    return give(known.family, known.scope, await refreshFor(known.family, known.scope))
  }

  const refreshFor = async (family: string, scope: string) =>
    grants.includes('refresh_token')
      ? tokens.give('refresh', family, scope, shape.refresh_token_seconds)
      : undefined

  async function give(family: string, scope: string, refresh?: string): Promise<Response> {
    const seconds = shape.access_token_seconds ?? 3600
    const access = await tokens.give('access', family, scope, seconds)
    await store.durable()
    return Response.json(
      {
        access_token: access,
        token_type: 'Bearer',
        expires_in: seconds,
        scope,
        ...(refresh !== undefined && { refresh_token: refresh }),
      },
      { headers: { 'cache-control': 'no-store' } },
    )
  }

  const told = (call: () => void) => () => {
    call()
    changes.tell('partners', host)
  }

  return {
    /** Undefined for a path that is not one of the sign-in. */
    async answer(request: Request, url: URL): Promise<Response | undefined> {
      const { method } = request
      if (url.pathname === authorizePath && method === 'GET') return ask(url.searchParams)
      if (url.pathname === authorizePath && method === 'POST') return decide(url.searchParams, request)
      return url.pathname === tokenPath && method === 'POST' ? grant(request) : undefined
    },

    /** A refusal for a request without a token that is good for it. */
    async refuse(request: Request, scope?: string): Promise<Response | undefined> {
      const bearer = /^Bearer +(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
      const given = bearer === undefined ? undefined : await tokens.scopeOf(bearer)
      if (given === undefined) {
        return Response.json(
          { error: 'invalid_token' },
          { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } },
        )
      }
      if (scope === undefined || scopesIn(given).includes(scope)) return undefined
      return Response.json({ error: 'insufficient_scope', scope }, { status: 403 })
    },

    async credentials(): Promise<PartnerCredential[]> {
      return [
        { label: 'Client ID', value: clientId, isSecret: false },
        { label: 'Client secret', value: await secrets.secret('client_secret'), isSecret: true },
        { label: 'Authorization URL', value: `https://${host}${authorizePath}`, isSecret: false },
        { label: 'Token URL', value: `https://${host}${tokenPath}`, isSecret: false },
        ...redirectUrls.map((value) => ({ label: 'Redirect URL', value, isSecret: false })),
      ]
    },

    state: (): OAuthView => ({ ...settings(), pkce, grants, token_path: tokenPath, tokens: tokens.count() }),

    turn(next: Partial<OAuthSettings>) {
      table.put(keyOf(host, 'oauth'), { ...settings(), ...next })
      changes.tell('partners', host)
    },
    expireNow: told(tokens.expireNow),
    revokeAll: told(tokens.revokeAll),
  }
}

/** The client's id and secret, from the form or as HTTP Basic (RFC 6749 2.3.1). */
function clientIn(request: Request, form: URLSearchParams): [id: string, secret: string] {
  const basic = /^Basic +(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (basic === undefined) return [form.get('client_id') ?? '', form.get('client_secret') ?? '']
  const [id = '', ...secret] = (decodeBase64Text(basic) ?? '').split(':')
  return [id, secret.join(':')]
}

const refusal = (error: string, error_description: string, status = 400) =>
  Response.json({ error, error_description }, { status, headers: { 'cache-control': 'no-store' } })
