import { useCatalogue } from '../../queries/catalogue'
import { keyOf, useRegistered } from '../../queries/integrations'
import { useText } from '../../platform/words'
import { Stack, Text } from '../../ui/blocks'
import { Loading } from '../../ui/loading'
import { Page } from '../../ui/page'
import { ProblemAlert } from '../../ui/problem-alert'
import { InstalledCard, NewCard } from './integration-card'
import { OtherCards } from './other-cards'

/** The integrations that came with the app, what each does and how it stands. */
export function HomePage() {
  const t = useText()
  const catalogue = useCatalogue()
  const registered = useRegistered()

  return (
    <Page title={t('home.title')} description={t('home.description')}>
      {catalogue.isError ? (
        <ProblemAlert
          title={t('home.catalogue_failed')}
          problem={catalogue.error}
          onRetry={() => void catalogue.refetch()}
        />
      ) : registered.isError ? (
        <ProblemAlert
          title={t('home.registered_failed')}
          problem={registered.error}
          onRetry={() => void registered.refetch()}
          says={registered.error.status === 403 ? t('home.refused') : undefined}
        />
      ) : catalogue.isPending || registered.isPending ? (
        <Loading lines={4} />
      ) : (
        <Stack>
          {catalogue.data.length === 0 && <Text>{t('home.empty')}</Text>}
          {catalogue.data.map((catalogued) => {
            const key = keyOf(catalogued, registered.data)
            return key === undefined ? (
              <NewCard key={catalogued.name} catalogued={catalogued} />
            ) : (
              <InstalledCard
                key={catalogued.name}
                catalogued={catalogued}
                integration={key}
                isPaused={registered.data.some((one) => one.key === key && one.record?.paused !== undefined)}
              />
            )
          })}
          <OtherCards catalogue={catalogue.data} registered={registered.data} />
        </Stack>
      )}
    </Page>
  )
}
