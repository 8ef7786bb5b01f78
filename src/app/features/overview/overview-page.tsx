import { Anchor, Button } from '@zendeskgarden/react-buttons'
import { Tabs } from '@zendeskgarden/react-tabs'
import { Suspense, useState, type ComponentType, type ReactNode } from 'react'
import { useNavigation, type Tab } from '../../platform/route'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { keyOf, useRegistered } from '../../queries/integrations'
import { HealthTag } from '../../state/health-tag'
import { useHealth } from '../../state/use-health'
import { Stack, Text } from '../../ui/blocks'
import { Page } from '../../ui/page'
import { Part } from '../../ui/part'
import { Writes } from '../../ui/writes'
import { ActionsMenu } from './actions-menu'
import { FlowsTab } from './flows-tab'
import { OverviewTab } from './overview-tab'
import { TabRow } from './tab-row'
import { useTabs } from './use-tabs'

type TabContent = ComponentType<{ catalogued: Catalogued; integration: string }>

type Dialog = ComponentType<{ catalogued: Catalogued; integration: string; onClose: () => void }>

interface Props {
  catalogued: Catalogued
  tab: Tab
  Connections: TabContent
  Settings: TabContent
  Webhooks: TabContent
  Links: TabContent
  Activity: TabContent
  /** What an update would change; nothing while there is none. */
  Update: TabContent
  /** Takes another version of what was imported. */
  Replace: Dialog
  Uninstall: Dialog
}

/** An integration that is set up: how it stands, its connections, settings and flows. */
export function OverviewPage(props: Props) {
  const t = useText()
  const { go } = useNavigation()
  const { catalogued } = props
  const { data: registered = [] } = useRegistered()
  const key = keyOf(catalogued, registered)
  if (key !== undefined) return <Installed {...props} integration={key} />
  return (
    <Page title={catalogued.definition.title} before={<Back />}>
      <Stack>
        <Text>{t('overview.not_set_up')}</Text>
        <Writes>
          <div>
            <Button isPrimary onClick={() => go({ page: 'install', name: catalogued.name })}>
              {t('home.set_up')}
            </Button>
          </div>
        </Writes>
      </Stack>
    </Page>
  )
}

function Back() {
  const t = useText()
  return <Anchor href="#/">{t('common.all_integrations')}</Anchor>
}

function Installed({
  catalogued,
  integration,
  tab,
  Connections,
  Settings,
  Webhooks,
  Links,
  Activity,
  Update,
  Replace,
  Uninstall,
}: Props & { integration: string }) {
  const t = useText()
  const { go } = useNavigation()
  const health = useHealth(catalogued, integration)
  const isPaused =
    useRegistered().data?.some(({ key, record }) => key === integration && record?.paused) ?? false
  const [dialog, setDialog] = useState<'replace' | 'uninstall'>()
  const Open = dialog && { replace: Replace, uninstall: Uninstall }[dialog]
  const { definition } = catalogued
  const common = { catalogued, integration }
  const content: Record<Tab, () => ReactNode> = {
    overview: () => (
      <Stack>
        <Update {...common} />
        <OverviewTab {...common} health={health} />
      </Stack>
    ),
    connections: () => <Connections {...common} />,
    settings: () => <Settings {...common} />,
    flows: () => <FlowsTab {...common} />,
    webhooks: () => <Webhooks {...common} />,
    links: () => <Links {...common} />,
    activity: () => <Activity {...common} />,
  }
  const shown = useTabs(catalogued, integration, tab, !health.isLoading)

  return (
    <Page
      title={definition.title}
      mark={<HealthTag status={health.status} isPaused={isPaused} />}
      description={t('overview.version', { version: definition.version, key: integration })}
      before={<Back />}
      actions={
        <Writes>
          <ActionsMenu isImported={catalogued.imported !== undefined} onAction={setDialog} />
        </Writes>
      }
    >
      <Tabs
        selectedItem={tab}
        onChange={(item) => go({ page: 'integration', name: integration, tab: item as Tab })}
      >
        <TabRow label={t('overview.tabs')} selected={tab}>
          {shown.map((item) => (
            <Tabs.Tab key={item} item={item}>
              {t(`overview.${item}`)}
            </Tabs.Tab>
          ))}
        </TabRow>
        {shown.map((item) => (
          // Where a panel has nothing to tab to, it is tabbed to itself, so that it can be scrolled.
          <Tabs.TabPanel key={item} item={item} tabIndex={item === 'overview' ? 0 : undefined}>
            {item === tab && <Part>{content[item]()}</Part>}
          </Tabs.TabPanel>
        ))}
      </Tabs>
      {Open && (
        <Suspense>
          <Open catalogued={catalogued} integration={integration} onClose={() => setDialog(undefined)} />
        </Suspense>
      )}
    </Page>
  )
}
