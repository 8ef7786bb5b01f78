/** The local account; the same at every first start, so that examples and links stay true. */
export const localAccount = { subdomain: 'acme', id: 12345678, name: 'Acme' }

/** The account as the rest of the world knows it. */
export const accountUrl = `https://${localAccount.subdomain}.zendesk.com`

/** The address of something in the Support API, as its `url` says. */
export const apiUrl = (path: string): string => `${accountUrl}/api/v2/${path}.json`
