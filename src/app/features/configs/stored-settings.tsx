import { Table } from '@zendeskgarden/react-tables'
import { useState } from 'react'
import type { SettingsDefinition } from '../../../zis/definition'
import type { Json } from '../../../zis/json'
import { useRichText, useText, useWhen } from '../../platform/words'
import type { StoredConfig } from '../../queries/configs'
import { HistoryDrawer } from '../../settings/history-drawer'
import { SaidWords } from '../../settings/said-words'
import { useDifferences } from '../../settings/use-differences'
import { Heading, Stack, Subtle, Text } from '../../ui/blocks'
import { NarrowTable } from '../../ui/narrow-table'
import { TransferButtons } from './transfer-buttons'

interface Props {
  definition: SettingsDefinition
  integration: string
  stored: StoredConfig | null
}

/** The settings of one scope as they are stored: in read-only mode there is nothing to fill in. */
export function StoredSettings({ definition, integration, stored }: Props) {
  const t = useText()
  const rich = useRichText()
  const when = useWhen()
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  const { schema, scope, title } = definition
  const config = stored?.config as Json | undefined
  const rows = useDifferences(schema)(undefined, config)
  return (
    <Stack>
      <Heading>{title}</Heading>
      {rows.length === 0 ? (
        <Text>{t('settings.not_saved')}</Text>
      ) : (
        <NarrowTable isReadOnly aria-label={title}>
          <Table.Head>
            <Table.HeaderRow>
              <Table.HeaderCell>{t('settings.setting')}</Table.HeaderCell>
              <Table.HeaderCell>{t('settings.value')}</Table.HeaderCell>
            </Table.HeaderRow>
          </Table.Head>
          <Table.Body>
            {rows.map((row, index) => (
              <Table.Row key={index}>
                <Table.Cell>{row.title}</Table.Cell>
                <Table.Cell data-label={t('settings.value')}>
                  <SaidWords says={row.after} />
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </NarrowTable>
      )}
      <TransferButtons
        integration={integration}
        scope={scope}
        schema={schema}
        stored={stored}
        draft={config ?? {}}
        onHistory={() => setHistoryOpen(true)}
      />
      {stored && <Subtle>{rich('settings.saved_at', { time: when(stored.updated_at) })}</Subtle>}
      {isHistoryOpen && (
        <HistoryDrawer
          integration={integration}
          scope={scope}
          title={title}
          schema={schema}
          onClose={() => setHistoryOpen(false)}
        />
      )}
    </Stack>
  )
}
