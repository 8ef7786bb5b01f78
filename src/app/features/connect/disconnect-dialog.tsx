import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { JsonObject } from '../../../zis/json'
import { useConsole } from '../../platform/console'
import type { AnyConnection } from '../../platform/edge'
import { Problem } from '../../platform/problem'
import { useText } from '../../platform/words'
import { deleteConnection, readConnections } from '../../queries/connections'
import { useRecorder } from '../../queries/use-recorder'
import { usedBy } from '../../state/uses'
import { List, Stack, Text } from '../../ui/blocks'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { ProblemAlert } from '../../ui/problem-alert'

interface Props {
  integration: string
  connection: AnyConnection
  bundles: JsonObject[]
  onClose: () => void
}

/** Asks before a connection is taken away, naming the flows that stop and what stays. */
export function DisconnectDialog({ integration, connection, bundles, onClose }: Props) {
  const t = useText()
  const { zis, frame } = useConsole()
  const queries = useQueryClient()
  const recorder = useRecorder(integration)
  const { name, kind } = connection
  const { flows, open } = usedBy(bundles, name)

  const disconnect = useMutation<void, Problem, void>({
    mutationFn: () =>
      recorder.run({ what: 'disconnected', scope: name }, async () => {
        await deleteConnection(zis, integration, connection)
        const left = await readConnections(zis, integration)
        if (left.some((one) => one.name === name)) throw new Problem('not_kept', 0, '')
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['zis', integration, 'connections'] })
      frame.notify(t('disconnect.done', { name }))
      onClose()
    },
  })

  return (
    <ConfirmDialog
      title={t('disconnect.title', { name })}
      action={t('disconnect.action')}
      isBusy={disconnect.isPending}
      onConfirm={() => disconnect.mutate()}
      onClose={onClose}
    >
      <Stack $gap="sm">
        <Text>{t(flows.length === 0 ? 'disconnect.stops_nothing' : 'disconnect.stops')}</Text>
        {flows.length > 0 && (
          <List>
            {flows.map((flow) => (
              <li key={flow}>{flow}</li>
            ))}
          </List>
        )}
        {open.length > 0 && <Text>{t('disconnect.open', { names: open })}</Text>}
        <Text>{t('disconnect.stays')}</Text>
        <Text>{t(kind === 'oauth' ? 'disconnect.revoke_sign_in' : 'disconnect.revoke_credential')}</Text>
        {disconnect.isError && (
          <ProblemAlert
            title={t('disconnect.failed', { name })}
            problem={disconnect.error}
            says={
              disconnect.error.status === 405 || disconnect.error.kind === 'not_kept'
                ? t('disconnect.cannot')
                : undefined
            }
          />
        )}
      </Stack>
    </ConfirmDialog>
  )
}
