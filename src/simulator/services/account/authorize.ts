import { support as wire } from '../../../zis/wire/support'
import { toBrowser } from '../../addresses'
import type { Html } from '../../html'
import { html, signInPage } from '../../html'
import type { Tables } from '../../store/tables'
import { hashOf } from '../../vault'
import { accountOf, type World } from '../../world'
import { on, Reply, type RouteHandler } from '../service'

type Client = Tables['support_clients']

/** Milliseconds that an authorization code is good for; it is also good for one use only. */
const codeLife = 2 * 60_000

interface Asked {
  client: Client
  redirectUri: string
  scopes: string[]
  state: string | undefined
  challenge: string | undefined
}

/** The account's consent page: who asks for what, Allow and Deny (zis-api 10.3). */
export function authorizeRoutes(world: World): RouteHandler[] {
  const { store, ids, clock } = world
  const account = () => accountOf(world)

  /** What is asked for; a text when it cannot be asked, which is shown and never redirected (RFC 9700 4.11). */
  function read(query: {
    response_type?: string
    client_id?: string
    redirect_uri?: string
    scope?: string
    state?: string
    code_challenge?: string
    code_challenge_method?: string
  }) {
    const client = store
      .table('support_clients')
      .list()
      .find(([, row]) => row.identifier === query.client_id)?.[1]
    if (!client) return `No OAuth client has the identifier "${query.client_id ?? ''}".`
    const redirectUri = query.redirect_uri ?? ''
    if (!client.redirect_uri.includes(redirectUri)) {
      return `The address "${redirectUri}" is not one of the client’s redirect addresses.`
    }
    if (query.response_type !== 'code') return 'Only response_type "code" is supported.'
    const challenge = query.code_challenge
    if (challenge !== undefined && query.code_challenge_method !== 'S256') {
      return 'Only code_challenge_method "S256" is supported.'
    }
    const scopes = (query.scope ?? '').split(/\s+/).filter((scope) => scope !== '')
    return { client, redirectUri, scopes, state: query.state, challenge } satisfies Asked
  }

  function back({ redirectUri, state }: Asked, parameters: Record<string, string>) {
    const url = new URL(redirectUri)
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
    if (state !== undefined) url.searchParams.set('state', state)
    const location = toBrowser(url.href, { origin: world.origin, subdomain: account().subdomain })
    return new Reply(302, undefined, { location, 'cache-control': 'no-store' })
  }

  const refusal = (text: string) =>
    signInPage(
      400,
      'Cannot sign in',
      html`<h1>Cannot sign in</h1>
        <p>${text}</p>`,
    )
  const signedOut = () =>
    signInPage(
      401,
      'Sign in',
      html`<h1>Sign in to Zendesk first</h1>
        <p>Open <code>${world.origin}</code> in this browser, then try again.</p>`,
    )

  return [
    on(wire.askAuthorization, ({ query, caller }) => {
      if (caller.kind !== 'session') return signedOut()
      const asked = read(query)
      if (typeof asked === 'string') return refusal(asked)
      const who = asked.client.integration ?? asked.client.name
      return signInPage(
        200,
        `Allow access to ${account().name}`,
        html`<h1>Allow access to ${account().name}</h1>
          <p>
            The integration <strong>${who}</strong> wants to act in Zendesk as
            <strong>${caller.user.name}</strong> (${caller.user.email ?? ''}). It will be able to:
          </p>
          <ul>
            ${asked.scopes.map(scopeLine)}
          </ul>
          <p class="muted">You can take this back in Admin Center at any time.</p>
          <form method="post">
            <input type="hidden" name="authenticity_token" value="${caller.authenticityToken}" />
            <button name="choice" value="deny">Deny</button
            ><button class="primary" name="choice" value="allow">Allow</button>
          </form>`,
      )
    }),

    on(wire.answerAuthorization, async ({ query, body, caller }) => {
      if (caller.kind !== 'session') return signedOut()
      const asked = read(query)
      if (typeof asked === 'string') return refusal(asked)
      if (body.choice !== 'allow') {
        return back(asked, {
          error: 'access_denied',
          error_description: 'The end-user or authorization server denied the request.',
        })
      }
      const code = ids.token()
      store.table('support_codes').put(await hashOf(code), {
        client_id: asked.client.id,
        user_id: caller.user.id,
        redirect_uri: asked.redirectUri,
        scopes: asked.scopes,
        expires_at: clock.now() + codeLife,
        ...(asked.challenge !== undefined && { code_challenge: asked.challenge }),
      })
      await store.durable()
      return back(asked, { code })
    }),
  ]
}

const meanings: Record<string, string> = {
  read: 'Read everything that you can read',
  write: 'Change everything that you can change',
  'tickets:read': 'Read tickets',
  'tickets:write': 'Create and change tickets',
  'users:read': 'Read users',
  'zis:read': 'Read this integration’s resources in ZIS',
  'zis:write': 'Change this integration’s resources in ZIS',
}

const scopeLine = (scope: string): Html =>
  html`<li>
    ${Object.hasOwn(meanings, scope) ? meanings[scope]! : 'Use the permission'} <code>${scope}</code>
  </li>`
