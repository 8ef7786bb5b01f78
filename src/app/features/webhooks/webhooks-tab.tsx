import { useState } from 'react'
import type { WebhookDefinition } from '../../../zis/definition'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { useWebhooks, type Webhook } from '../../queries/webhooks'
import { Stack } from '../../ui/blocks'
import { LoadingCard } from '../../ui/loading'
import { ProblemAlert } from '../../ui/problem-alert'
import { CredentialsDialog, type Shown } from './credentials-dialog'
import { DeleteWebhook } from './delete-webhook'
import { FreeWebhooks } from './free-webhooks'
import { useCreateWebhook } from './use-create-webhook'
import { WebhookCard } from './webhook-card'

interface Props {
  /** Undefined for an integration that did not come with the app. */
  catalogued?: Catalogued
  integration: string
}

/** The doors through which other systems start flows: those that the integration names, then the others. */
export function WebhooksTab({ catalogued, integration }: Props) {
  const t = useText()
  const webhooks = useWebhooks(integration)
  const [shown, setShown] = useState<Shown>()
  const [deleting, setDeleting] = useState<Webhook>()
  const create = useCreateWebhook(integration, setShown)
  const wanted = catalogued?.definition.webhooks ?? []

  if (webhooks.isError) {
    return (
      <ProblemAlert
        title={t('webhooks.failed')}
        problem={webhooks.error}
        onRetry={() => void webhooks.refetch()}
      />
    )
  }
  if (webhooks.isPending) return <LoadingCard />
  const isOf = (definition: WebhookDefinition) => (webhook: Webhook) =>
    webhook.source_system === definition.source_system && webhook.event_type === definition.event_type
  const others = webhooks.data.filter((webhook) => !wanted.some((definition) => isOf(definition)(webhook)))
  const common = {
    all: webhooks.data,
    create,
    onDelete: setDeleting,
    onRotate: (webhook: Webhook) => {
      const definition = wanted.find((one) => isOf(one)(webhook))
      void create.run(webhook, { definition, replaces: webhook.uuid })
    },
  }

  return (
    <Stack>
      {create.problem && <ProblemAlert title={t('webhooks.create_failed')} problem={create.problem} />}
      {wanted.map((definition) => (
        <WebhookCard
          key={definition.name}
          definition={definition}
          rows={webhooks.data.filter(isOf(definition))}
          {...common}
        />
      ))}
      <FreeWebhooks rows={others} isOnly={wanted.length === 0} {...common} />
      {shown && (
        <CredentialsDialog
          integration={integration}
          shown={shown}
          // The credentials are known to this one state, and gone with it.
          onClose={() => setShown(undefined)}
        />
      )}
      {deleting && (
        <DeleteWebhook
          integration={integration}
          webhook={deleting}
          bundle={catalogued?.bundle}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </Stack>
  )
}
