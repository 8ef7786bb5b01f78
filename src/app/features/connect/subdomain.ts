import type { OAuthConnectionDefinition } from '../../../zis/definition'

/** Where an OAuth client's addresses hold the customer's own part (zis-api 4.7). */
const placeholder = /\{\{\s*\.?(?:subdomain|Subdomain|oauth_url_subdomain)\s*\}\}|\{subdomain\}/g

export const fillSubdomain = (address: string, subdomain: string): string =>
  address.replace(placeholder, subdomain)

/** Whether each customer of the other system has an address of their own, which the admin has to name. */
export const hasSubdomain = ({ client }: OAuthConnectionDefinition): boolean =>
  'token_url' in client && `${client.auth_url ?? ''} ${client.token_url}`.search(placeholder) >= 0

/** One label of a host name: nothing that could make another host of it. */
export const isSubdomain = (text: string): boolean => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(text)
