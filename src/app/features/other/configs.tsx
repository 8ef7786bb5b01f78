import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@zendeskgarden/react-buttons'
import { useState } from 'react'
import type { Json } from '../../../zis/json'
import { useConsole } from '../../platform/console'
import type { Problem } from '../../platform/problem'
import { useRichText, useText, useWhen } from '../../platform/words'
import { appendChange } from '../../queries/change-log'
import { useAllConfigs, type StoredConfig } from '../../queries/configs'
import { orNone } from '../../queries/read-all'
import { isOurScope } from '../../queries/record'
import { secretsIn, maskSecrets } from '../../state/secrets'
import { Buttons, Stack, Text } from '../../ui/blocks'
import { CodeView } from '../../ui/code-view'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { ProblemAlert } from '../../ui/problem-alert'
import { Writes } from '../../ui/writes'
import { ConfigEditor } from './config-editor'
import { ConfigHistory } from './config-history'
import { Section } from './section'

/**
 * The configs of an integration as they are stored, to be edited as JSON, created and deleted. What looks
 * like a secret is not shown; what this app keeps for itself is only shown.
 */
export function Configs({ integration }: { integration: string }) {
  const t = useText()
  const rich = useRichText()
  const when = useWhen()
  const configs = useAllConfigs(integration)
  // One is edited at a time, in place of the list; `new` is one that is not there yet.
  const [edited, setEdited] = useState<StoredConfig | 'new'>()
  const [toDelete, setToDelete] = useState<StoredConfig>()
  const [lookedBackAt, setLookedBackAt] = useState<string>()
  const looked = configs.data?.find(({ scope }) => scope === lookedBackAt)

  if (edited !== undefined)
    return (
      <ConfigEditor
        integration={integration}
        stored={edited === 'new' ? null : edited}
        onDone={() => setEdited(undefined)}
      />
    )
  const says = ({ scope, config }: StoredConfig) => {
    if (isOurScope(scope)) return 'other.config_ours'
    return secretsIn(config).length > 0 ? 'other.config_secret' : 'other.config_says'
  }
  return (
    <Stack>
      <Section title={t('other.configs')} empty={t('other.no_configs')} query={configs}>
        {(rows) => (
          <CodeView
            documents={rows.map((row) => ({
              id: row.scope,
              title: t('other.config', { name: row.scope }),
              says: rich(says(row), { time: when(row.updated_at) }),
              content: maskSecrets(row.config),
              actions: !isOurScope(row.scope) && (
                <Buttons>
                  <Button
                    size="small"
                    aria-label={t('history.title', { name: row.scope })}
                    onClick={() => setLookedBackAt(row.scope)}
                  >
                    {t('history.open')}
                  </Button>
                  <Writes>
                    <Button
                      size="small"
                      aria-label={t('other.edit_named', { name: row.scope })}
                      onClick={() => setEdited(row)}
                    >
                      {t('other.edit')}
                    </Button>
                    <Button
                      size="small"
                      isDanger
                      aria-label={t('other.delete_named', { name: row.scope })}
                      onClick={() => setToDelete(row)}
                    >
                      {t('other.delete')}
                    </Button>
                  </Writes>
                </Buttons>
              ),
            }))}
          />
        )}
      </Section>
      {configs.isSuccess && (
        <Writes>
          <div>
            <Button size="small" onClick={() => setEdited('new')}>
              {t('other.create_config')}
            </Button>
          </div>
        </Writes>
      )}
      {looked && (
        <ConfigHistory integration={integration} stored={looked} onClose={() => setLookedBackAt(undefined)} />
      )}
      {toDelete && (
        <DeleteConfig integration={integration} stored={toDelete} onClose={() => setToDelete(undefined)} />
      )}
    </Stack>
  )
}

function DeleteConfig({
  integration,
  stored,
  onClose,
}: {
  integration: string
  stored: StoredConfig
  onClose: () => void
}) {
  const t = useText()
  const { zis, frame } = useConsole()
  const queries = useQueryClient()
  const { scope, config } = stored
  const remove = useMutation<void, Problem>({
    mutationFn: async () => {
      const change = {
        who: frame.user.name,
        what: 'deleted',
        scope,
        before: config as Json,
        outcome: 'done' as const,
      }
      // First the log: what is deleted can then be read there.
      await appendChange(zis, integration, change)
      await orNone(
        zis.call('DELETE /api/services/zis/integrations/:integration/configs/:scope', {
          params: { integration, scope },
        }),
      )
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['zis', integration, 'configs'] })
      onClose()
    },
  })
  return (
    <ConfirmDialog
      title={t('other.delete_title', { name: scope })}
      action={t('other.delete_config')}
      isBusy={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <Stack>
        <Text>{t('other.delete_text')}</Text>
        {remove.isError && <ProblemAlert title={t('other.delete_failed')} problem={remove.error} />}
      </Stack>
    </ConfirmDialog>
  )
}
