import type { Static } from 'typebox'
import type * as wire from '../../../zis/wire/connections'
import { masked } from '../../outbound/mask'
import type { Tables } from '../../store/tables'
import type { TokenKeeper } from './tokens'

type Row = Tables['oauth_connections']
type OAuthConnection = Static<typeof wire.OAuthConnection>

export type Presenter = (row: Row) => Promise<OAuthConnection>

/** An OAuth connection as ZIS shows a single one: with its tokens (zis-api 4.11). */
export const presentWithTokens =
  (tokens: TokenKeeper): Presenter =>
  async (row) => {
    const { sealed_tokens: _, ...fields } = row
    const { access_token, refresh_token, body } = await tokens.open(row)
    return { ...fields, access_token, refresh_token, oauth_access_token_response_body: body }
  }

/** An OAuth connection in the list of all: masked (zis-api 4.2). */
export function presentMasked({ sealed_tokens: _, ...fields }: Row): OAuthConnection {
  return {
    ...fields,
    access_token: masked,
    refresh_token: masked,
    oauth_access_token_response_body: masked,
  }
}
