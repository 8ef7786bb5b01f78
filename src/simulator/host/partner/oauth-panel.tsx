import { Button } from '@zendeskgarden/react-buttons'
import { Field, Toggle } from '@zendeskgarden/react-forms'
import { LG } from '@zendeskgarden/react-typography'
import type { OAuthView } from '../../services/control/wire'
import { count } from '../when'
import { Box, Row, Stack } from '../ui/blocks'
import { Failed } from '../ui/faces'
import { Facts } from '../ui/facts'
import { useNotice } from '../ui/notice'
import { useTurnOAuth } from './use-partner'

/** What the provider does with sign-ins and tokens, at once. */
export function OAuthPanel({ host, oauth }: { host: string; oauth: OAuthView }) {
  const turn = useTurnOAuth(host)
  const notice = useNotice()
  const { access, refresh } = oauth.tokens
  return (
    <Box aria-labelledby="oauth-heading">
      <Stack>
        <LG tag="h2" isBold id="oauth-heading">
          OAuth
        </LG>
        {turn.error && <Failed what="Nothing was changed" problem={turn.error} />}
        <Facts
          facts={[
            ['Grants', oauth.grants.join(', ')],
            ['PKCE', oauth.pkce],
            [
              'Good tokens',
              `${count(access, 'access token', 'access tokens')}, ${count(refresh, 'refresh token', 'refresh tokens')}`,
            ],
          ]}
        />
        <Field>
          <Toggle checked={oauth.denies} onChange={(event) => turn.mutate({ denies: event.target.checked })}>
            <Field.Label>Deny every sign-in</Field.Label>
          </Toggle>
        </Field>
        <Field>
          <Toggle
            checked={oauth.rotates}
            onChange={(event) => turn.mutate({ rotates: event.target.checked })}
          >
            <Field.Label>Rotate refresh tokens</Field.Label>
          </Toggle>
        </Field>
        <Row>
          <Button
            size="small"
            onClick={() =>
              turn.mutate(
                { expire_access_tokens: true },
                { onSuccess: () => notice('Access tokens expired') },
              )
            }
          >
            Expire access tokens
          </Button>
          <Button
            size="small"
            isDanger
            onClick={() =>
              turn.mutate({ revoke_tokens: true }, { onSuccess: () => notice('All tokens revoked') })
            }
          >
            Revoke all tokens
          </Button>
        </Row>
      </Stack>
    </Box>
  )
}
