import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { JsonObject } from '../../../zis/json'
import { useConsole } from '../../platform/console'
import { Problem } from '../../platform/problem'
import { useText } from '../../platform/words'
import { deleteWebhook, readWebhooks, type Webhook } from '../../queries/webhooks'
import { useRecorder } from '../../queries/use-recorder'
import { jobSpecsOf } from '../../state/deployment-state'
import { List, Stack, Text } from '../../ui/blocks'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { ProblemAlert } from '../../ui/problem-alert'

interface Props {
  integration: string
  webhook: Webhook
  bundle: JsonObject | undefined
  onClose: () => void
}

/** Asks before a webhook is deleted: its sender is refused from then on. */
export function DeleteWebhook({ integration, webhook, bundle, onClose }: Props) {
  const t = useText()
  const { zis, frame } = useConsole()
  const queries = useQueryClient()
  const recorder = useRecorder(integration)
  const { uuid, source_system, event_type } = webhook
  const listening = (bundle ? jobSpecsOf(bundle) : []).filter(
    (spec) => spec.event_source === source_system && spec.event_type === event_type,
  )
  const remove = useMutation<void, Problem, void>({
    mutationFn: () =>
      recorder.run({ what: 'webhook_deleted', scope: `${source_system}, ${event_type}` }, async () => {
        await deleteWebhook(zis, integration, uuid)
        const left = await readWebhooks(zis, integration)
        if (left.some((one) => one.uuid === uuid)) throw new Problem('not_kept', 0, '')
      }),
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['zis', integration, 'webhooks'] }),
        queries.invalidateQueries({ queryKey: ['registered'] }),
      ])
      frame.notify(t('webhooks.deleted'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      title={t('webhooks.delete')}
      action={t('webhooks.delete')}
      isBusy={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <Stack $gap="sm">
        <Text>{t('webhooks.delete_text', { source: source_system, type: event_type, uuid })}</Text>
        {listening.length > 0 && (
          <>
            <Text>{t('webhooks.delete_listening')}</Text>
            <List>
              {listening.map(({ name }) => (
                <li key={name}>{name}</li>
              ))}
            </List>
          </>
        )}
        {remove.isError && <ProblemAlert title={t('webhooks.delete_failed')} problem={remove.error} />}
      </Stack>
    </ConfirmDialog>
  )
}
