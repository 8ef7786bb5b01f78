import { Tabs } from '@zendeskgarden/react-tabs'
import { mediaQuery } from '@zendeskgarden/react-theming'
import { useRef, useState, type ReactNode } from 'react'
import styled from 'styled-components'
import type { SettingsDefinition } from '../../../zis/definition'
import { useReadOnly } from '../../platform/console'
import { useNavigation } from '../../platform/route'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { useConfig, useConfigs } from '../../queries/configs'
import { Card, Stack, Text } from '../../ui/blocks'
import { Loading } from '../../ui/loading'
import { ProblemAlert } from '../../ui/problem-alert'
import { SettingsForm } from './settings-form'
import { StoredSettings } from './stored-settings'

interface Props {
  catalogued: Catalogued
  integration: string
  /** After a save with which all of them are saved. */
  onSaved?: () => void
}

/** A form for each scope of settings that the integration has. */
export function ConfigureSettings({ catalogued: { definition }, integration, onSaved }: Props) {
  const t = useText()
  const scopes = definition.settings.map(({ scope }) => scope)
  const configs = useConfigs(integration, scopes)
  const saved = useRef(new Set<string>())
  const noteSaved = (scope: string) => {
    saved.current.add(scope)
    if (scopes.every((each, index) => saved.current.has(each) || configs.data?.[index])) onSaved?.()
  }
  if (definition.settings.length === 0) return <Text>{t('settings.none')}</Text>
  const forms = definition.settings.map((settings) => ({
    settings,
    form: (
      <Card key={settings.scope}>
        <Scope definition={settings} integration={integration} onSaved={() => noteSaved(settings.scope)} />
      </Card>
    ),
  }))
  return forms.length < topicsForTabs ? (
    <Stack>{forms.map(({ form }) => form)}</Stack>
  ) : (
    <Topics forms={forms} />
  )
}

/** From so many topics on, one at a time is shown (zis-admin-app 2.4). */
const topicsForTabs = 5

function Topics({ forms }: { forms: Array<{ settings: SettingsDefinition; form: ReactNode }> }) {
  const t = useText()
  const { attempt } = useNavigation()
  const [open, setOpen] = useState(forms[0]!.settings.scope)
  return (
    <SideTabs isVertical selectedItem={open} onChange={(scope) => attempt(() => setOpen(String(scope)))}>
      <Tabs.TabList aria-label={t('settings.topics')}>
        {forms.map(({ settings: { scope, title } }) => (
          <Tabs.Tab key={scope} item={scope}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.TabList>
      {forms.map(({ settings: { scope }, form }) => (
        <Tabs.TabPanel key={scope} item={scope}>
          {scope === open && form}
        </Tabs.TabPanel>
      ))}
    </SideTabs>
  )
}

/** The topics stand beside the form, and above it where it is narrow. */
const SideTabs = styled(Tabs)`
  ${({ theme }) => mediaQuery('down', 'sm', theme)} {
    display: block;
  }
  > [role='tabpanel'] {
    min-width: 0;
  }
`

function Scope({
  definition,
  integration,
  onSaved,
}: {
  definition: SettingsDefinition
  integration: string
  onSaved: () => void
}) {
  const t = useText()
  const isReadOnly = useReadOnly()
  const config = useConfig(integration, definition.scope)
  // Without the stored values there is no form: its defaults would be saved over them.
  if (config.isError) {
    return (
      <ProblemAlert
        title={t('settings.failed')}
        problem={config.error}
        onRetry={() => void config.refetch()}
      />
    )
  }
  if (config.isPending) return <Loading />
  return isReadOnly ? (
    <StoredSettings definition={definition} integration={integration} stored={config.data} />
  ) : (
    <SettingsForm definition={definition} integration={integration} stored={config.data} onSaved={onSaved} />
  )
}
