import { Button } from '@zendeskgarden/react-buttons'
import { useMemo, type ReactNode } from 'react'
import type { JsonObject } from '../../../zis/json'
import { useText } from '../../platform/words'
import { diffBundles } from '../../state/bundle-diff'
import { Buttons, Card, Heading, Stack, Text } from '../../ui/blocks'
import { CodeView } from '../../ui/code-view'
import { Writes } from '../../ui/writes'

interface Props {
  stored: JsonObject
  shipped: JsonObject
  version: string
  isPaused: boolean
  /** What there is to know of the new bundle. */
  check: ReactNode
  onUpdate: () => void
}

/** Resource by resource, what an update would change on the server. */
export function Compare({ stored, shipped, version, isPaused, check, onUpdate }: Props) {
  const t = useText()
  const diffs = useMemo(() => diffBundles(stored, shipped), [stored, shipped])
  return (
    <Card>
      <Stack $gap="sm">
        <Heading>{t('update.title')}</Heading>
        <Text>{t('update.text', { version })}</Text>
        <CodeView
          language="diff"
          documents={diffs.map(({ resource, change, text }) => ({
            id: resource ?? '',
            title: t(`update.${change}`, { name: resource ?? t('update.about') }),
            says: t('update.diff_says'),
            content: text,
          }))}
        />
        {check}
        <Writes>
          <Text>{t(isPaused ? 'update.paused' : 'update.effect')}</Text>
          {!isPaused && (
            <Buttons>
              <Button isPrimary onClick={onUpdate}>
                {t('update.action')}
              </Button>
            </Buttons>
          )}
        </Writes>
      </Stack>
    </Card>
  )
}
