import { Anchor } from '@zendeskgarden/react-buttons'
import { lazy, Suspense } from 'react'
import type { ComponentType } from 'react'
import { JobSpecs } from '../../job-specs/job-specs'
import { useText } from '../../platform/words'
import { useBundles } from '../../queries/deployment'
import type { Registered } from '../../queries/integrations'
import { jobSpecsOf } from '../../state/deployment-state'
import { Card, Stack } from '../../ui/blocks'
import { Loading } from '../../ui/loading'
import { Page } from '../../ui/page'
import { Part } from '../../ui/part'
import { Bundles } from './bundles'
import { Configs } from './configs'
import { OAuthClients } from './oauth-clients'

const Flows = lazy(async () => ({ default: (await import('../../flow-view/flows')).Flows }))

interface Props {
  registered: Registered
  Connections: ComponentType<{ integration: string }>
  Webhooks: ComponentType<{ integration: string }>
  Links: ComponentType<{ integration: string }>
  Activity: ComponentType<{ integration: string }>
}

/** An integration that was made without this app: everything that the registry says about it. */
export function OtherPage({
  registered: { key, description },
  Connections,
  Webhooks,
  Links,
  Activity,
}: Props) {
  const t = useText()
  const bundles = useBundles(key)
  return (
    <Page
      title={key}
      description={description === '' ? t('other.description') : `${description}. ${t('other.description')}`}
      before={<Anchor href="#/">{t('common.all_integrations')}</Anchor>}
    >
      <Stack>
        <Card aria-label={t('flows.title')}>
          <JobSpecs integration={key} wanted={bundles.data?.flatMap(jobSpecsOf)} />
        </Card>
        <Card aria-label={t('flow.title')}>
          <Suspense fallback={<Loading lines={4} />}>
            <Flows integration={key} />
          </Suspense>
        </Card>
        <Card aria-label={t('other.bundles')}>
          <Bundles bundles={bundles} />
        </Card>
        <Part>
          <Connections integration={key} />
        </Part>
        <Card aria-label={t('other.clients')}>
          <OAuthClients integration={key} />
        </Card>
        <Part>
          <Webhooks integration={key} />
        </Part>
        <Part>
          <Links integration={key} />
        </Part>
        <Card aria-label={t('other.configs')}>
          <Configs integration={key} />
        </Card>
        <Part>
          <Activity integration={key} />
        </Part>
      </Stack>
    </Page>
  )
}
