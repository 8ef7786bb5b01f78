import { zisCallback } from '../../src/simulator/addresses'
import type { Answer, Callers } from './callers'

/** Where a redirect leads, as the path of the simulator. */
export const locationOf = ({ headers }: Answer): URL => new URL(headers.get('location')!)

const hidden = (text: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)![1]!

/**
 * Walks an OAuth sign-in as a browser does: the consent page, Allow or Deny, ZIS's callback. Answers where
 * the browser ends up.
 */
export async function signIn(zis: Callers, start: Answer, choice: 'allow' | 'deny' = 'allow'): Promise<URL> {
  const asked = new URL(start.body['redirect_url'] as string)
  if (asked.searchParams.get('redirect_uri') !== zisCallback)
    throw new Error('not the redirect address of ZIS')
  const path = asked.pathname + asked.search
  const page = await zis.admin(`GET ${path}`)
  if (page.status !== 200) throw new Error(`the consent page answered ${page.status}: ${page.text}`)
  const field = page.text.includes('authenticity_token') ? 'authenticity_token' : 'ticket'
  const form = new URLSearchParams({ choice, [field]: hidden(page.text, field) })
  const back = locationOf(await zis.admin(`POST ${path}`, form))
  return locationOf(await zis.nobody(`GET ${back.pathname}${back.search}`))
}
