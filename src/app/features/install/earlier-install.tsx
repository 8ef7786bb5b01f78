import { useText } from '../../platform/words'
import { useAllConfigs } from '../../queries/configs'
import { useConnections } from '../../queries/connections'
import { useJobSpecs } from '../../queries/deployment'
import { ProblemWords } from '../../ui/problem-words'
import { Row } from '../../ui/rows'

/** What an earlier install has left under a key. The setup goes on with it, and nothing of it is deleted. */
export function EarlierInstall({ integration }: { integration: string }) {
  const t = useText()
  const specs = useJobSpecs(integration)
  const connections = useConnections(integration)
  const configs = useAllConfigs(integration)
  const parts = [specs, connections, configs]
  const failed = parts.find(({ isError }) => isError)?.error

  const found = [
    ...(specs.data ?? [])
      .filter(({ installed }) => installed)
      .map(({ name }) => t('rows.job_spec', { name })),
    ...(connections.data ?? []).map(({ name }) => t('rows.connection', { name })),
    ...(configs.data ?? []).map(({ scope }) => t('rows.config', { name: scope })),
  ]
  return (
    <Row
      state={
        failed
          ? 'failed'
          : parts.some(({ isPending }) => isPending)
            ? 'working'
            : found.length > 0
              ? 'warning'
              : 'good'
      }
      title={t('preflight.earlier')}
      says={
        failed ? (
          <>
            {t('rows.unknown')} <ProblemWords problem={failed} isRead />
          </>
        ) : parts.some(({ isPending }) => isPending) ? (
          t('common.loading')
        ) : found.length > 0 ? (
          t('preflight.earlier_found', { names: found })
        ) : (
          t('preflight.earlier_none')
        )
      }
      onRetry={
        failed
          ? () => void Promise.all(parts.filter(({ isError }) => isError).map(({ refetch }) => refetch()))
          : undefined
      }
    />
  )
}
