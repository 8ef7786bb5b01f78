import type { Static } from 'typebox'
import type * as wire from '../../../zis/wire/connections'
import type { ReadAssumption } from '../../assumptions'
import { masked } from '../../outbound/mask'
import type { Tables } from '../../store/tables'
import type { TokenKeeper } from './tokens'

type Row = Tables['oauth_connections']
type OAuthConnection = Static<typeof wire.OAuthConnection>

export type Presenter = (row: Row) => Promise<OAuthConnection>

/** What may be shown of an OAuth connection as it is kept. */
export function openFields({ sealed_tokens: _, grant_type: __, ...fields }: Row, assume: ReadAssumption) {
  return { ...fields, token_expiry: fields.token_expiry || assume('noTokenExpiry') }
}

/** An OAuth connection as ZIS shows a single one: with its tokens (zis-api 4.11). */
export const presentWithTokens =
  (tokens: TokenKeeper, assume: ReadAssumption): Presenter =>
  async (row) => {
    const { access_token, refresh_token, body } = await tokens.open(row)
    return { ...openFields(row, assume), access_token, refresh_token, oauth_access_token_response_body: body }
  }

/** An OAuth connection in the list of all: masked (zis-api 4.2). */
export function presentMasked(row: Row, assume: ReadAssumption): OAuthConnection {
  return {
    ...openFields(row, assume),
    access_token: masked,
    refresh_token: masked,
    oauth_access_token_response_body: masked,
  }
}

type Typed = Tables['typed_connections']
const common = ({ name, allowed_domain }: Typed) => ({ name, allowed_domain })
const dates = ({ created_at, updated_at }: Typed) => ({ created_at, updated_at })

/** Connections with a credential as it was given; the credential is always masked (zis-api 4.1). */
export const typedPresenters = {
  api_key: (row: Typed) => ({ ...common(row), header_name: row.open, api_key: masked, ...dates(row) }),
  basic_auth: (row: Typed) => ({ ...common(row), username: row.open, password: masked, ...dates(row) }),
  bearer_token: (row: Typed) => ({ ...common(row), token: masked, ...dates(row) }),
}
