import { ChoiceField } from '../ui/choice-field'
import { TextField } from '../ui/text-field'
import { authenticationWords, formats } from './hook-words'
import type { Webhook } from './use-hooks'
import type { faultsOf, SetDraft, WebhookDraft } from './webhook-draft'

interface AddressFieldsProps {
  draft: WebhookDraft
  webhook: Webhook | undefined
  faults: Partial<ReturnType<typeof faultsOf>>
  set: SetDraft
}

/** Where a webhook posts to, how, and with which credentials. */
export function AddressFields({ draft, webhook, faults, set }: AddressFieldsProps) {
  const { authentication } = draft
  return (
    <>
      <TextField
        label="Endpoint"
        inputMode="url"
        value={draft.endpoint}
        fault={faults.endpoint}
        onChange={(text) => set('endpoint', text)}
      />
      <ChoiceField
        label="Method"
        options={methods}
        value={draft.method}
        onChange={(method) => set('method', method)}
      />
      <ChoiceField
        label="Format"
        options={formats}
        value={draft.format}
        onChange={(format) => set('format', format)}
      />
      <ChoiceField
        label="Authentication"
        options={[
          webhook?.authentication
            ? { value: 'keep', text: 'Keep the credentials' }
            : { value: 'none', text: 'None' },
          ...kinds,
        ]}
        value={authentication}
        onChange={(kind) => set('authentication', kind)}
      />
      {(authentication === 'basic_auth' || authentication === 'api_key') && (
        <TextField
          label={authentication === 'api_key' ? 'Header name' : 'Username'}
          value={draft.open}
          fault={faults.open}
          onChange={(text) => set('open', text)}
        />
      )}
      {authentication !== 'keep' && authentication !== 'none' && (
        <TextField
          label={secretWords[authentication]}
          isSecret
          value={draft.secret}
          fault={faults.secret}
          onChange={(text) => set('secret', text)}
        />
      )}
    </>
  )
}

const methods = (['POST', 'PUT', 'PATCH', 'DELETE', 'GET'] as const).map((value) => ({ value, text: value }))
const secretWords = { basic_auth: 'Password', bearer_token: 'Token', api_key: 'Key' }
const kinds = (['basic_auth', 'bearer_token', 'api_key'] as const).map((value) => ({
  value,
  text: authenticationWords[value]!,
}))
