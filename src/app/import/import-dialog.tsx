import { Button } from '@zendeskgarden/react-buttons'
import { Dots } from '@zendeskgarden/react-loaders'
import { Modal } from '@zendeskgarden/react-modals'
import { Alert } from '@zendeskgarden/react-notifications'
import { useState, type ReactNode } from 'react'
import type { CatalogueEntry } from '../../zis/definition'
import type { Problem } from '../platform/problem'
import { useLanguageName, useText } from '../platform/words'
import { useSpeak } from '../queries/definition-words'
import { Stack, Text } from '../ui/blocks'
import { ProblemAlert } from '../ui/problem-alert'
import { FileDrop } from './file-drop'
import { FileFindings } from './file-findings'
import { readFiles, type ReadFiles } from './read-files'

interface Props {
  title: string
  /** What is done with what was read. */
  action: string
  /** What there is to know of it before; under the findings. */
  about: (entry: CatalogueEntry) => ReactNode
  isBusy?: boolean
  problem?: Problem | null
  onTake: (entry: CatalogueEntry) => void
  onClose: () => void
}

type Reading = { step: 'none' | 'reading' | 'unreadable' } | { step: 'read'; read: ReadFiles }

/** A definition from files: everything that is wrong with it is shown before anything is done with it. */
export function ImportDialog({ title, action, about, isBusy = false, problem, onTake, onClose }: Props) {
  const t = useText()
  const [reading, setReading] = useState<Reading>({ step: 'none' })
  const entry = reading.step === 'read' ? reading.read.entry : undefined
  const close = () => {
    if (!isBusy) onClose()
  }
  const take = async (files: File[]) => {
    setReading({ step: 'reading' })
    setReading(
      await readFiles(files).then(
        (read): Reading => ({ step: 'read', read }),
        (): Reading => ({ step: 'unreadable' }),
      ),
    )
  }
  return (
    <Modal isLarge onClose={close} focusOnMount restoreFocus aria-label={title}>
      <Modal.Header tag="h2">{title}</Modal.Header>
      <Modal.Body tabIndex={0}>
        <Stack>
          <Text>{t('import.text')}</Text>
          <FileDrop onFiles={(files) => void take(files)} />
          {reading.step === 'unreadable' && (
            <Alert type="error" role="alert">
              <Alert.Title>{t('import.unreadable')}</Alert.Title>
            </Alert>
          )}
          {reading.step === 'read' && <Found read={reading.read} />}
          {entry && about(entry)}
          {problem && <ProblemAlert title={t('import.failed')} problem={problem} />}
        </Stack>
      </Modal.Body>
      <Modal.Footer>
        <Modal.FooterItem>
          <Button isBasic onClick={close}>
            {t('common.cancel')}
          </Button>
        </Modal.FooterItem>
        {entry && (
          <Modal.FooterItem>
            <Button isPrimary onClick={isBusy ? undefined : () => onTake(entry)}>
              {isBusy ? <Dots delayMS={0} aria-label={t('common.saving')} /> : action}
            </Button>
          </Modal.FooterItem>
        )}
      </Modal.Footer>
      <Modal.Close aria-label={t('common.close')} />
    </Modal>
  )
}

function Found({ read: { entry, files, tooLarge } }: { read: ReadFiles }) {
  const t = useText()
  const count = (severity: 'error' | 'warning') =>
    files.flatMap(({ findings }) => findings).filter((one) => one.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  return (
    <>
      {entry ? (
        <Right entry={entry} warnings={warnings} />
      ) : (
        <Alert type="error" role="alert">
          <Alert.Title>{t('import.wrong')}</Alert.Title>
          <Alert.Paragraph>
            {tooLarge
              ? t('import.too_large', {
                  part: t(`import.${tooLarge.part}`),
                  size: Math.ceil(tooLarge.bytes / 1024),
                })
              : t('import.refused', { count: errors })}
          </Alert.Paragraph>
        </Alert>
      )}
      <FileFindings files={files} />
    </>
  )
}

function Right({ entry, warnings }: { entry: CatalogueEntry; warnings: number }) {
  const t = useText()
  const nameOf = useLanguageName()
  const speak = useSpeak()
  const { title, version } = (speak?.({ ...entry, name: '', imported: 'page' }) ?? entry).definition
  const languages = Object.keys(entry.translations ?? {}).map(nameOf)
  return (
    <Alert type={warnings > 0 ? 'warning' : 'success'} role="status">
      <Alert.Title>{t('import.right', { name: title, version })}</Alert.Title>
      {languages.length > 0 && <Alert.Paragraph>{t('import.translated', { languages })}</Alert.Paragraph>}
      {warnings > 0 && <Alert.Paragraph>{t('import.warned', { count: warnings })}</Alert.Paragraph>}
    </Alert>
  )
}
