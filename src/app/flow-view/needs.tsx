import type { UseQueryResult } from '@tanstack/react-query'
import type { FlowUses } from '../../zis/bundle/uses'
import { isNativeSource } from '../../zis/events'
import type { Problem } from '../platform/problem'
import { useText } from '../platform/words'
import { useAllConfigs } from '../queries/configs'
import { useConnections } from '../queries/connections'
import { useJobSpecs } from '../queries/deployment'
import { useWebhooks } from '../queries/webhooks'
import { SmallHeading, Stack, Text } from '../ui/blocks'
import { ProblemWords } from '../ui/problem-words'
import { Row, Rows, type RowState } from '../ui/rows'

/** What a flow needs, a row each, with what is missing on the server. */
export function Needs({ integration, flow }: { integration: string; flow: FlowUses }) {
  const t = useText()
  const specs = useJobSpecs(integration)
  const connections = useConnections(integration)
  const configs = useAllConfigs(integration)
  const webhooks = useWebhooks(integration)

  /** A row whose list could not be read says so: nothing is taken for missing that was not looked at. */
  function row<T>(id: string, title: string, query: UseQueryResult<T, Problem>, judge: (data: T) => Judged) {
    if (query.isPending) return <Row key={id} state="working" title={title} says={t('common.loading')} />
    if (query.isError) {
      const says = (
        <>
          {t('rows.unknown')} <ProblemWords problem={query.error} isRead />
        </>
      )
      return <Row key={id} state="warning" title={title} says={says} onRetry={() => void query.refetch()} />
    }
    return <Row key={id} title={title} {...judge(query.data)} />
  }

  return (
    <Stack $gap="sm">
      <SmallHeading>{t('needs.title')}</SmallHeading>
      {flow.job_specs.length === 0 && <Text>{t('needs.no_job_spec')}</Text>}
      <Rows>
        {flow.job_specs.map(({ name, event_source, event_type }) =>
          row(
            `job_spec ${name}`,
            t('needs.event', { event: `${event_source}, ${event_type}` }),
            specs,
            (all) =>
              all.some((spec) => spec.name === name && spec.installed)
                ? { state: 'good', says: t('needs.event_on', { name }) }
                : { state: 'warning', says: t('needs.event_off', { name }) },
          ),
        )}
        {flow.job_specs
          .filter(({ event_source }) => !isNativeSource(event_source))
          .map(({ name, event_source, event_type }) =>
            row(
              `webhook ${name}`,
              t('needs.webhook', { event: `${event_source}, ${event_type}` }),
              webhooks,
              (all) =>
                all.some((one) => one.source_system === event_source && one.event_type === event_type)
                  ? { state: 'good', says: t('needs.webhook_there') }
                  : { state: 'failed', says: t('needs.webhook_missing') },
            ),
          )}
        {flow.connections.map((name) =>
          row(`connection ${name}`, t('needs.connection', { name }), connections, (all) =>
            all.some((one) => one.name === name)
              ? { state: 'good', says: t('needs.connection_there') }
              : { state: 'failed', says: t('needs.connection_missing') },
          ),
        )}
        {flow.scopes.map(({ scope, keys }) =>
          row(`scope ${scope}`, t('needs.settings', { scope }), configs, (all) => {
            const found = all.find((one) => one.scope === scope)
            if (!found) return { state: 'failed', says: t('needs.settings_missing') }
            const missing = keys.filter((key) => !Object.hasOwn(found.config, key))
            if (missing.length > 0) {
              return { state: 'warning', says: t('needs.keys_missing', { keys: missing }) }
            }
            return {
              state: 'good',
              says: keys.length === 0 ? t('needs.settings_there') : t('needs.keys', { keys }),
            }
          }),
        )}
      </Rows>
      {flow.isOpen && <Text>{t('needs.open')}</Text>}
    </Stack>
  )
}

interface Judged {
  state: RowState
  says: string
}
