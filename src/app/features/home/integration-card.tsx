import { Button } from '@zendeskgarden/react-buttons'
import type { ReactNode } from 'react'
import { useNavigation } from '../../platform/route'
import { useList, useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { useHealth } from '../../state/use-health'
import { Buttons, Card, CardHead, Heading, Stack, Subtle, Text } from '../../ui/blocks'
import { StatusTag } from '../../ui/status-tag'
import { HealthTag } from '../../state/health-tag'

/** An integration that the account does not have yet. */
export function NewCard({ catalogued }: { catalogued: Catalogued }) {
  const t = useText()
  return (
    <IntegrationCard
      catalogued={catalogued}
      status={<StatusTag tone="neutral">{t('status.new')}</StatusTag>}
      action={<SetUp catalogued={catalogued} isPrimary />}
    />
  )
}

/** An integration that is registered: set up in part, working, or in need of something. */
export function InstalledCard({
  catalogued,
  integration,
  isPaused,
}: {
  catalogued: Catalogued
  integration: string
  isPaused: boolean
}) {
  const t = useText()
  const { go } = useNavigation()
  const health = useHealth(catalogued, integration)
  const isSetUp = health.status === 'inactive' && !isPaused
  return (
    <IntegrationCard
      catalogued={catalogued}
      status={<HealthTag status={health.status} isPaused={isPaused} />}
      action={
        <>
          {isSetUp && <SetUp catalogued={catalogued} isPrimary />}
          {!isSetUp && (
            <Button
              aria-label={t('home.open_named', { name: catalogued.definition.title })}
              onClick={() => go({ page: 'integration', name: integration, tab: 'overview' })}
            >
              {t('home.open')}
            </Button>
          )}
        </>
      }
    />
  )
}

function SetUp({ catalogued, isPrimary }: { catalogued: Catalogued; isPrimary?: boolean }) {
  const t = useText()
  const { go } = useNavigation()
  return (
    <Button
      isPrimary={isPrimary}
      aria-label={t('home.set_up_named', { name: catalogued.definition.title })}
      onClick={() => go({ page: 'install', name: catalogued.name })}
    >
      {t('home.set_up')}
    </Button>
  )
}

interface CardProps {
  catalogued: Catalogued
  status: ReactNode
  action: ReactNode
}

function IntegrationCard({ catalogued: { definition }, status, action }: CardProps) {
  const t = useText()
  const list = useList()
  return (
    <Card>
      <Stack $gap="sm">
        <CardHead>
          <Heading>{definition.title}</Heading>
          {status}
        </CardHead>
        <Text>{definition.summary}</Text>
        <Subtle>
          {t('home.connects', {
            systems: list(definition.connections.map(({ title }) => title)),
            version: definition.version,
          })}
        </Subtle>
        <Buttons>{action}</Buttons>
      </Stack>
    </Card>
  )
}
