import type { UseQueryResult } from '@tanstack/react-query'
import { isObject } from '../../../zis/json'
import type { Problem } from '../../platform/problem'
import { useText } from '../../platform/words'
import type { StoredBundle } from '../../queries/deployment'
import { CodeView } from '../../ui/code-view'
import { Section } from './section'

/** The bundles of an integration, with their content. */
export function Bundles({ bundles }: { bundles: UseQueryResult<StoredBundle[], Problem> }) {
  const t = useText()
  return (
    <Section title={t('other.bundles')} empty={t('other.no_bundles')} query={bundles}>
      {(rows) => (
        <CodeView
          documents={rows.map((bundle) => ({
            id: bundle.uuid,
            title: t('rows.bundle', { name: bundle.name }),
            says: t('other.bundle_says', {
              count: isObject(bundle.resources) ? Object.keys(bundle.resources).length : 0,
            }),
            content: bundle,
          }))}
        />
      )}
    </Section>
  )
}
