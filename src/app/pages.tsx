import { useQueryClient } from '@tanstack/react-query'
import { Anchor } from '@zendeskgarden/react-buttons'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useConsole } from './platform/console'
import { useNavigation } from './platform/route'
import { useText } from './platform/words'
import type { Entry } from './queries/catalogue'
import { keyOf } from './queries/integrations'
import { useKnown } from './queries/known'
import { askAhead } from './state/use-health'
import { Text } from './ui/blocks'
import { Frame, Page } from './ui/page'
import { Loading } from './ui/loading'
import { ProblemAlert } from './ui/problem-alert'
import { HomePage } from './features/home/home-page'

// A page is loaded when it is opened. This is where features meet; they do not know each other.
const InstallPage = lazy(async () => ({
  default: (await import('./features/install/install-page')).InstallPage,
}))
const overview = () => import('./features/overview/overview-page')
const OverviewPage = lazy(async () => ({ default: (await overview()).OverviewPage }))
const Connections = lazy(async () => ({
  default: (await import('./features/connect/connect-systems')).ConnectSystems,
}))
const Settings = lazy(async () => ({
  default: (await import('./features/configs/configure-settings')).ConfigureSettings,
}))
const Webhooks = lazy(async () => ({
  default: (await import('./features/webhooks/webhooks-tab')).WebhooksTab,
}))
const Links = lazy(async () => ({
  default: (await import('./features/links/links-tab')).LinksTab,
}))
const Activity = lazy(async () => ({
  default: (await import('./features/activity/activity-tab')).ActivityTab,
}))
const update = () => import('./features/update/update-card')
const Update = lazy(async () => ({ default: (await update()).UpdateCard }))
const Replace = lazy(async () => ({
  default: (await import('./import/replace-definition')).ReplaceDefinition,
}))
const Uninstall = lazy(async () => ({
  default: (await import('./features/uninstall/uninstall-dialog')).UninstallDialog,
}))
const HeldConnections = lazy(async () => ({
  default: (await import('./features/connect/held-connections')).HeldConnections,
}))
const OtherPage = lazy(async () => ({
  default: (await import('./features/other/other-page')).OtherPage,
}))
const LeaveDialog = lazy(async () => ({ default: (await import('./leave-dialog')).LeaveDialog }))

/** The page that the route names, and the question before unsaved changes are lost. */
export function Pages() {
  const { route, question, leave, stay } = useNavigation()
  return (
    <>
      {route.page === 'home' ? (
        <HomePage />
      ) : (
        <IntegrationPages key={`${route.page} ${route.name}`} name={route.name} />
      )}
      {question && (
        <Suspense>
          <LeaveDialog question={question} onLeave={leave} onStay={stay} />
        </Suspense>
      )}
    </>
  )
}

/**
 * Most often an integration has the key that its definition proposes. Its page and what that will ask for are
 * then on their way while the account is still being asked what it has; else they are asked for later.
 */
function useAhead(key: string, catalogue: Entry[] | undefined): void {
  const { route } = useNavigation()
  const { zis } = useConsole()
  const queries = useQueryClient()
  const isOverview = route.page === 'integration'
  // A page that cannot be loaded says so when it is to be shown.
  useState(() => isOverview && void Promise.all([overview(), update()]).catch(() => undefined))
  const likely = catalogue?.find(({ definition }) => definition.default_key === key)
  useEffect(() => {
    if (isOverview && likely) askAhead(queries, zis, likely, key)
  }, [isOverview, likely, queries, zis, key])
}

function IntegrationPages({ name }: { name: string }) {
  const t = useText()
  const { route } = useNavigation()
  const { catalogue, registered, known } = useKnown()
  useAhead(name, catalogue.data)
  if (catalogue.isError) {
    return (
      <Page title={t('home.title')}>
        <ProblemAlert
          title={t('home.catalogue_failed')}
          problem={catalogue.error}
          onRetry={() => void catalogue.refetch()}
        />
      </Page>
    )
  }
  if (known === undefined || registered.isPending) {
    return (
      <Frame>
        <Loading lines={4} />
      </Frame>
    )
  }
  const back = <Anchor href="#/">{t('common.all_integrations')}</Anchor>
  // Not left to the pages: one that is mounted asks again, gives way to the loading, and is mounted again.
  if (registered.isLoadingError) {
    return (
      <Page title={name} before={back}>
        <ProblemAlert
          title={t('home.registered_failed')}
          problem={registered.error}
          onRetry={() => void registered.refetch()}
        />
      </Page>
    )
  }
  const account = registered.data
  const ours = known.find((entry) => keyOf(entry, account) === name)
  const other = account.find(({ key }) => key === name)
  if (route.page === 'integration' && other && !ours)
    return (
      <OtherPage
        registered={other}
        Connections={HeldConnections}
        Webhooks={Webhooks}
        Links={Links}
        Activity={Activity}
      />
    )
  const catalogued = ours ?? known.find((entry) => entry.name === name)
  if (catalogued === undefined) {
    return (
      <Page title={name} before={back}>
        <Text>{t('other.unknown')}</Text>
      </Page>
    )
  }
  return route.page === 'integration' ? (
    <OverviewPage
      catalogued={catalogued}
      tab={route.tab}
      Connections={Connections}
      Settings={Settings}
      Webhooks={Webhooks}
      Links={Links}
      Activity={Activity}
      Update={Update}
      Replace={Replace}
      Uninstall={Uninstall}
    />
  ) : (
    <InstallPage catalogued={catalogued} Connect={Connections} Configure={Settings} />
  )
}
