import { useRef } from 'react'
import type { SettingsDefinition } from '../../../zis/definition'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { useConfig, useConfigs } from '../../queries/configs'
import { Card, Stack, Text } from '../../ui/blocks'
import { Loading } from '../../ui/loading'
import { ProblemAlert } from '../../ui/problem-alert'
import { SettingsForm } from './settings-form'

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
  return (
    <Stack>
      {definition.settings.map((settings) => (
        <Card key={settings.scope}>
          <Scope definition={settings} integration={integration} onSaved={() => noteSaved(settings.scope)} />
        </Card>
      ))}
    </Stack>
  )
}

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
  return (
    <SettingsForm definition={definition} integration={integration} stored={config.data} onSaved={onSaved} />
  )
}
