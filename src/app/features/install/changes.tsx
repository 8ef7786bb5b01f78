import { useMemo } from 'react'
import type { JsonObject } from '../../../zis/json'
import { useText } from '../../platform/words'
import { useBundle } from '../../queries/deployment'
import { diffBundles } from '../../state/bundle-diff'
import { SmallHeading, Stack, Text } from '../../ui/blocks'
import { CodeView } from '../../ui/code-view'

/** Resource by resource, what the upload is going to change on the server. */
export function Changes({ integration, bundle }: { integration: string; bundle: JsonObject }) {
  const t = useText()
  const stored = useBundle(integration, String(bundle.name)).data
  const diffs = useMemo(
    () => (stored === undefined ? [] : diffBundles(stored ?? undefined, bundle)),
    [stored, bundle],
  )
  // What could not be loaded has a row that says so.
  if (stored === undefined) return null
  return (
    <Stack $gap="xs">
      <SmallHeading>{t('review.changes')}</SmallHeading>
      {diffs.length === 0 ? (
        <Text>{t('review.changes_none')}</Text>
      ) : (
        <CodeView
          language="diff"
          documents={diffs.map(({ resource, change, text }) => ({
            id: resource ?? '',
            title: t(`update.${change}`, { name: resource ?? t('update.about') }),
            says: t('update.diff_says'),
            content: text,
          }))}
        />
      )}
    </Stack>
  )
}
