import { useText, useWhen } from '../../platform/words'
import { useAllConfigs } from '../../queries/configs'
import { recordScope } from '../../queries/record'
import { secretsIn, maskSecrets } from '../../state/secrets'
import { CodeView } from '../../ui/code-view'
import { Section } from './section'

/** The configs of an integration as they are stored; what looks like a secret is not shown. */
export function Configs({ integration }: { integration: string }) {
  const t = useText()
  const when = useWhen()
  const configs = useAllConfigs(integration)
  return (
    <Section title={t('other.configs')} empty={t('other.no_configs')} query={configs}>
      {(rows) => (
        <CodeView
          documents={rows.map(({ scope, config, updated_at }) => {
            const time = when(updated_at)
            return {
              id: scope,
              title: t('other.config', { name: scope }),
              says: t(
                scope === recordScope
                  ? 'other.config_ours'
                  : secretsIn(config).length > 0
                    ? 'other.config_secret'
                    : 'other.config_says',
                { time },
              ),
              content: maskSecrets(config),
            }
          })}
        />
      )}
    </Section>
  )
}
