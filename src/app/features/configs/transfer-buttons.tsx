import { Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import { useRef, useState } from 'react'
import { isObject, type Json, type JsonObject } from '../../../zis/json'
import { useText } from '../../platform/words'
import type { StoredConfig } from '../../queries/configs'
import { ImportDialog } from '../../settings/import-dialog'
import { Buttons, Stack } from '../../ui/blocks'
import { Live } from '../../ui/page'
import { textOf } from '../../ui/file-text'
import { saveFile } from '../../ui/save-file'
import { readFile, toFile, type Imported } from './transfer'

interface Props {
  integration: string
  scope: string
  schema: JsonObject
  stored: StoredConfig | null
  /** The values as they stand in the form. */
  draft: Json
  onHistory: () => void
  /** Puts values into the form, to be looked at and saved by the admin; absent where nothing may be changed. */
  onImport?: (config: Json) => void
}

/** Settings to and from a file. Secrets go neither way. */
export function TransferButtons({ integration, scope, schema, stored, draft, onImport, onHistory }: Props) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [imported, setImported] = useState<Imported>()
  const [isTaken, setTaken] = useState(false)

  const take = async (file: File | undefined) => {
    if (file === undefined) return
    // A file that cannot be read holds no settings either.
    setTaken(false)
    setImported(readFile(await textOf(file).catch(() => ''), scope))
  }
  // What the file does not name stays as it is in the form.
  const next =
    imported && 'config' in imported && isObject(draft)
      ? { ...draft, ...(imported.config as JsonObject) }
      : undefined
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
        <Button size="small" isBasic onClick={onHistory}>
          {t('history.open')}
        </Button>
        {onImport && (
          <>
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
          </>
        )}
      </Buttons>
      {imported && 'mistake' in imported && (
        <Alert type="error" role="alert">
          <Alert.Title>{t('transfer.failed')}</Alert.Title>
          <Alert.Paragraph>
            {t(`transfer.${imported.mistake}`, {
              scope,
              names: 'paths' in imported ? imported.paths : [],
            })}
          </Alert.Paragraph>
        </Alert>
      )}
      {onImport && next && !isTaken && (
        <ImportDialog
          schema={schema}
          now={draft}
          next={next}
          onImport={() => {
            onImport(next)
            setTaken(true)
          }}
          onClose={() => setImported(undefined)}
        />
      )}
      <Live>{isTaken ? t('transfer.imported') : ''}</Live>
    </Stack>
  )
}
