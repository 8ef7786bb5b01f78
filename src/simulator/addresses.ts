/** The shared OAuth callback that is registered at every provider (zis-api 4.9). */
export const zisCallback = 'https://zis.zendesk.com/api/services/zis/connections/oauth/callback'

/** The account's own host, e.g. `acme.zendesk.com`. */
export const accountHost = (subdomain: string): string => `${subdomain}.zendesk.com`

/**
 * Where a browser finds an address of the real world: the account and ZIS at the simulator itself,
 * everything else below `/partners/<host>`. A web address on this machine stays as it is.
 */
export function toBrowser(url: string, { origin, subdomain }: { origin: string; subdomain: string }): string {
  const target = new URL(url)
  if (isWeb(target) && isLoopback(target.hostname)) return url
  const rest = `${target.pathname}${target.search}${target.hash}`
  const isOurs = target.hostname === accountHost(subdomain) || target.hostname === 'zis.zendesk.com'
  return isOurs ? `${origin}${rest}` : `${origin}/partners/${target.host}${rest}`
}

/** False for `javascript:` and its like, which a browser would run instead of going there. */
export const isWeb = ({ protocol }: URL): boolean => protocol === 'https:' || protocol === 'http:'

export const isLoopback = (hostname: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)

/** Fills the placeholder for the customer's subdomain in a client's addresses (zis-api 4.7). */
export const fillSubdomain = (url: string, subdomain: string): string =>
  url.replace(/\{\{\s*\.?(?:subdomain|Subdomain|oauth_url_subdomain)\s*\}\}|\{subdomain\}/g, subdomain)
