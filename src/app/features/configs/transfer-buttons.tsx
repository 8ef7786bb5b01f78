import { Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import { useRef, useState } from 'react'
import { useText } from '../../platform/words'
import type { StoredConfig } from '../../queries/configs'
import { Buttons, Stack } from '../../ui/blocks'
import { Live } from '../../ui/page'
import { saveFile } from '../../ui/save-file'
import { readFile, textOf, toFile, type Imported } from './transfer'

interface Props {
  integration: string
  scope: string
  stored: StoredConfig | null
  /** Puts values into the form, to be looked at and saved by the admin. */
  onImport: (config: Record<string, unknown>) => void
}

/** Settings to and from a file. Secrets go neither way. */
export function TransferButtons({ integration, scope, stored, onImport }: Props) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [imported, setImported] = useState<Imported>()

  const take = async (file: File | undefined) => {
    if (file === undefined) return
    // A file that cannot be read holds no settings either.
    const found = readFile(await textOf(file).catch(() => ''), scope)
    setImported(found)
    if ('config' in found) onImport(found.config)
  }
  return (
    <Stack $gap="sm">
      <Buttons>
        {stored && (
          <Button
            size="small"
            isBasic
            onClick={() => saveFile(`${integration}.${scope}.json`, toFile(scope, stored.config))}
          >
            {t('transfer.export')}
          </Button>
        )}
        <Button size="small" isBasic onClick={() => input.current?.click()}>
          {t('transfer.import')}
        </Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          aria-label={t('transfer.file')}
          hidden
          onChange={({ target }) => {
            void take(target.files?.[0])
            // The same file may be selected again after it was mended.
            target.value = ''
          }}
        />
      </Buttons>
      {imported && 'mistake' in imported && (
        <Alert type="error" role="alert">
          <Alert.Title>{t('transfer.failed')}</Alert.Title>
          <Alert.Paragraph>
            {t(`transfer.${imported.mistake}`, {
              scope,
              names: 'paths' in imported ? imported.paths.join(', ') : '',
            })}
          </Alert.Paragraph>
        </Alert>
      )}
      <Live>{imported && 'config' in imported ? t('transfer.imported') : ''}</Live>
    </Stack>
  )
}
