import { Anchor, Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import { useState, type ComponentType, type ReactNode } from 'react'
import { useReadOnly } from '../../platform/console'
import { useNavigation } from '../../platform/route'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { keyOf, useRegistered } from '../../queries/integrations'
import { useHealth } from '../../state/use-health'
import { Card, Stack, Text } from '../../ui/blocks'
import { Loading } from '../../ui/loading'
import { Page } from '../../ui/page'
import { Begin } from './begin'
import { Steps } from './steps'
import { WhatItDoes } from './what-it-does'

/** A step whose content is a feature of its own; the list of pages puts it here. */
export type StepContent = ComponentType<{
  catalogued: Catalogued
  integration: string
  onSaved?: () => void
  /** Shown below it, once it is there. */
  children?: ReactNode
}>

interface Props {
  catalogued: Catalogued
  Connect: StepContent
  Configure: StepContent
}

/** Sets an integration up: connect, configure, review and install. The server says where it stands. */
export function InstallPage({ catalogued, Connect, Configure }: Props) {
  const t = useText()
  const isReadOnly = useReadOnly()
  const { data: registered = [] } = useRegistered()
  const { definition } = catalogued
  const key = keyOf(catalogued, registered)
  const [hasBegun, setBegun] = useState(false)
  if (key === undefined && !hasBegun) setBegun(true)
  return (
    <Page
      title={isReadOnly ? definition.title : t('install.title', { name: definition.title })}
      description={definition.summary}
      before={<Anchor href="#/">{t('common.all_integrations')}</Anchor>}
    >
      {isReadOnly ? (
        <OnlyLooking catalogued={catalogued} integration={key} />
      ) : key === undefined ? (
        <Stack>
          {catalogued.imported === 'page' && (
            <Alert type="info" role="status">
              <Alert.Title>{t('import.in_page_title')}</Alert.Title>
              <Alert.Paragraph>{t('import.not_kept')}</Alert.Paragraph>
            </Alert>
          )}
          <Begin catalogued={catalogued} registered={registered} />
        </Stack>
      ) : (
        <Registered
          catalogued={catalogued}
          integration={key}
          Connect={Connect}
          Configure={Configure}
          hasBegun={hasBegun}
        />
      )}
    </Page>
  )
}

/** In read-only mode: what a setup would bring, or the way to what is set up. */
function OnlyLooking({
  catalogued,
  integration,
}: {
  catalogued: Catalogued
  integration: string | undefined
}) {
  const t = useText()
  const { go } = useNavigation()
  return (
    <Card>
      <Stack>
        <WhatItDoes definition={catalogued.definition} />
        {integration === undefined ? (
          <Text>{t('overview.not_set_up')}</Text>
        ) : (
          <div>
            <Button onClick={() => go({ page: 'integration', name: integration, tab: 'overview' })}>
              {t('review.go_to_overview')}
            </Button>
          </div>
        )}
      </Stack>
    </Card>
  )
}

function Registered({ integration, ...props }: Props & { integration: string; hasBegun: boolean }) {
  const health = useHealth(props.catalogued, integration)
  const [isKnown, setKnown] = useState(false)
  if (!isKnown && health.status !== 'loading') setKnown(true)
  // The steps begin once it is known which of them are done. From then on they stay: a step asks again for what
  // could not be read, and would give way to the loading of what it asked for.
  return isKnown ? <Steps integration={integration} health={health} {...props} /> : <Loading lines={5} />
}
