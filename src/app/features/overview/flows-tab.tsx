import { Anchor } from '@zendeskgarden/react-buttons'
import { Table } from '@zendeskgarden/react-tables'
import styled from 'styled-components'
import { useConsole } from '../../platform/console'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { useJobSpecs } from '../../queries/deployment'
import { bundleFor, jobSpecsOf } from '../../state/deployment-state'
import { Heading, Stack, Text } from '../../ui/blocks'
import { Loading } from '../../ui/loading'
import { ProblemAlert } from '../../ui/problem-alert'
import { StatusTag } from '../../ui/status-tag'

const Scroll = styled.div`
  overflow-x: auto;
`

/** Which events start which flows, and whether they do. */
export function FlowsTab({ catalogued, integration }: { catalogued: Catalogued; integration: string }) {
  const t = useText()
  const { frame } = useConsole()
  const specs = useJobSpecs(integration)
  const wanted = jobSpecsOf(bundleFor(catalogued.bundle, integration))

  if (specs.isError) {
    return (
      <ProblemAlert title={t('flows.failed')} problem={specs.error} onRetry={() => void specs.refetch()} />
    )
  }
  if (specs.isPending) return <Loading />
  const known = specs.data.map((spec) => ({
    ...spec,
    state: spec.installed
      ? wanted.some(({ name }) => name === spec.name)
        ? 'active'
        : 'left_over'
      : 'inactive',
  }))
  const missing = wanted
    .filter(({ name }) => !specs.data.some((spec) => spec.name === name))
    .map((spec) => ({ ...spec, flow_name: '', state: 'missing' }))

  return (
    <Stack>
      <Heading id="flows-title">{t('flows.title')}</Heading>
      <Text>{t('flows.text')}</Text>
      <Scroll tabIndex={0} role="region" aria-labelledby="flows-title">
        <Table isReadOnly style={{ minWidth: 520 }} aria-labelledby="flows-title">
          <Table.Head>
            <Table.HeaderRow>
              <Table.HeaderCell>{t('flows.name')}</Table.HeaderCell>
              <Table.HeaderCell>{t('flows.event')}</Table.HeaderCell>
              <Table.HeaderCell>{t('flows.status')}</Table.HeaderCell>
            </Table.HeaderRow>
          </Table.Head>
          <Table.Body>
            {[...known, ...missing].map((spec) => (
              <Table.Row key={spec.name}>
                <Table.Cell>{spec.name}</Table.Cell>
                <Table.Cell>{`${spec.event_source}, ${spec.event_type}`}</Table.Cell>
                <Table.Cell>
                  <StatusTag
                    tone={
                      spec.state === 'active' ? 'good' : spec.state === 'left_over' ? 'warning' : 'neutral'
                    }
                  >
                    {t(`flows.${spec.state as 'active' | 'inactive' | 'left_over' | 'missing'}`)}
                  </StatusTag>
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </Scroll>
      <Text>
        {t('flows.log_text')}{' '}
        <Anchor href={logAddress(frame)} isExternal externalIconLabel={t('common.new_tab')}>
          {t('flows.log')}
        </Anchor>
      </Text>
    </Stack>
  )
}

/** Zendesk's own integration log; the app cannot read it, only lead there (zis-admin-app 5.10). */
const logAddress = ({ hostOrigin }: { hostOrigin: string }): string =>
  `${hostOrigin}/admin/apps-integrations/integrations/logs`
