import { Button } from '@zendeskgarden/react-buttons'
import { useEffect, type ReactNode } from 'react'
import { useReadOnly } from '../../platform/console'
import { useNavigation } from '../../platform/route'
import { useRichText, useText, useWhen } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import type { Registered } from '../../queries/integrations'
import { useLastChange } from '../../state/last-change'
import { useHealth } from '../../state/use-health'
import { Buttons, Card, CardHead, Heading, Stack, Subtle, Text } from '../../ui/blocks'
import { StatusTag } from '../../ui/status-tag'
import { HealthTag } from '../../state/health-tag'
import { OpenButton } from './open-button'
import type { Standing } from './statuses'

interface Common {
  catalogued: Catalogued
  onStanding: (name: string, standing: Standing) => void
  /** Left out by a search; it still says how it stands. */
  isHidden: boolean
}

/** An integration that the account does not have yet. */
export function NewCard({ catalogued, onStanding, isHidden }: Common) {
  const t = useText()
  useEffect(() => onStanding(catalogued.name, 'new'), [catalogued.name, onStanding])
  if (isHidden) return null
  return (
    <IntegrationCard
      catalogued={catalogued}
      status={<StatusTag tone="neutral">{t('status.new')}</StatusTag>}
      action={<SetUp catalogued={catalogued} />}
      says={catalogued.imported === 'page' ? t('import.in_page') : undefined}
    />
  )
}

/** An integration that is registered: set up in part, working, or in need of something. */
export function InstalledCard({
  catalogued,
  registered: { key, record },
  onStanding,
  isHidden,
}: Common & { registered: Registered }) {
  const t = useText()
  const when = useWhen()
  const rich = useRichText()
  const isReadOnly = useReadOnly()
  const { status } = useHealth(catalogued, key)
  const last = useLastChange(key, record)
  const isPaused = record?.paused !== undefined
  const isSetUp = status === 'inactive' && !isPaused && !isReadOnly
  const standing = isPaused ? 'paused' : status
  useEffect(() => onStanding(catalogued.name, standing), [catalogued.name, standing, onStanding])
  if (isHidden) return null
  return (
    <IntegrationCard
      catalogued={catalogued}
      status={<HealthTag status={status} isPaused={isPaused} />}
      action={
        isSetUp ? (
          <SetUp catalogued={catalogued} />
        ) : (
          <OpenButton
            name={catalogued.definition.title}
            to={{ page: 'integration', name: key, tab: 'overview' }}
          />
        )
      }
      says={
        last ? rich('home.key_changed', { key, time: when(last.at), name: last.by }) : t('home.key', { key })
      }
    />
  )
}

function SetUp({ catalogued }: { catalogued: Catalogued }) {
  const t = useText()
  const { go } = useNavigation()
  const { definition, name } = catalogued
  // What a setup would bring can be looked at all the same.
  if (useReadOnly()) return <OpenButton name={definition.title} to={{ page: 'install', name }} />
  return (
    <Button
      aria-label={t('home.set_up_named', { name: definition.title })}
      onClick={() => go({ page: 'install', name })}
    >
      {t('home.set_up')}
    </Button>
  )
}

interface CardProps {
  catalogued: Catalogued
  status: ReactNode
  action: ReactNode
  says?: ReactNode
}

function IntegrationCard({ catalogued: { definition }, status, action, says }: CardProps) {
  const t = useText()
  const systems = definition.connections.map(({ title }) => title)
  return (
    <Card aria-label={definition.title}>
      <Stack $gap="sm">
        <CardHead>
          <Heading>{definition.title}</Heading>
          {status}
        </CardHead>
        <Text>{definition.summary}</Text>
        <div>
          <Subtle>
            {systems.length > 0
              ? t('home.connects', { systems, version: definition.version })
              : t('home.connects_nothing', { version: definition.version })}
          </Subtle>
          {says && <Subtle>{says}</Subtle>}
        </div>
        <Buttons>{action}</Buttons>
      </Stack>
    </Card>
  )
}
