import { Anchor } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import { useState, type ComponentType } from 'react'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { keyOf, useRegistered } from '../../queries/integrations'
import { useHealth } from '../../state/use-health'
import { Stack } from '../../ui/blocks'
import { Loading } from '../../ui/loading'
import { Page } from '../../ui/page'
import { ProblemAlert } from '../../ui/problem-alert'
import { Begin } from './begin'
import { Steps } from './steps'

/** A step whose content is a feature of its own; the list of pages puts it here. */
export type StepContent = ComponentType<{ catalogued: Catalogued; integration: string; onSaved?: () => void }>

interface Props {
  catalogued: Catalogued
  Connect: StepContent
  Configure: StepContent
}

/** Sets an integration up: connect, configure, review and install. The server says where it stands. */
export function InstallPage({ catalogued, Connect, Configure }: Props) {
  const t = useText()
  const registered = useRegistered()
  const key = registered.data && keyOf(catalogued, registered.data)
  const [hasBegun, setBegun] = useState(false)
  if (registered.data && key === undefined && !hasBegun) setBegun(true)
  return (
    <Page
      title={t('install.title', { name: catalogued.definition.title })}
      description={catalogued.definition.summary}
      before={<Anchor href="#/">{t('common.all_integrations')}</Anchor>}
    >
      {registered.isError ? (
        <ProblemAlert
          title={t('home.registered_failed')}
          problem={registered.error}
          onRetry={() => void registered.refetch()}
        />
      ) : registered.isPending ? (
        <Loading lines={4} />
      ) : key === undefined ? (
        <Stack>
          {catalogued.imported === 'page' && (
            <Alert type="info" role="status">
              <Alert.Title>{t('import.in_page_title')}</Alert.Title>
              <Alert.Paragraph>{t('import.not_kept')}</Alert.Paragraph>
            </Alert>
          )}
          <Begin catalogued={catalogued} registered={registered.data} />
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

function Registered({ integration, ...props }: Props & { integration: string; hasBegun: boolean }) {
  const health = useHealth(props.catalogued, integration)
  // The steps begin once it is known which of them are done.
  return health.status === 'loading' ? (
    <Loading lines={5} />
  ) : (
    <Steps integration={integration} health={health} {...props} />
  )
}
