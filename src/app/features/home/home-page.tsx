import { Button } from '@zendeskgarden/react-buttons'
import { Skeleton } from '@zendeskgarden/react-loaders'
import { lazy, Suspense, useState } from 'react'
import { useKnown } from '../../queries/known'
import { useText } from '../../platform/words'
import { Stack } from '../../ui/blocks'
import { LoadingCard } from '../../ui/loading'
import { Page } from '../../ui/page'
import { ProblemAlert } from '../../ui/problem-alert'
import { Writes } from '../../ui/writes'
import { IntegrationList } from './integration-list'

// The checks of definitions and bundles come with it, and only who imports something needs them.
const ImportDefinition = lazy(async () => ({
  default: (await import('../../import/import-definition')).ImportDefinition,
}))

/** Every integration of the account, and those that it could have: what each does and how it stands. */
export function HomePage() {
  const t = useText()
  const { catalogue, registered, known } = useKnown()
  const [isImporting, setImporting] = useState(false)

  return (
    <Page
      title={t('home.title')}
      description={t('home.description')}
      actions={
        <Writes>
          <Button onClick={() => setImporting(true)}>{t('import.open')}</Button>
        </Writes>
      }
    >
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
      ) : known === undefined || registered.isPending ? (
        // What comes has this shape: a search, and cards.
        <Stack>
          <Skeleton height="40px" />
          <LoadingCard />
        </Stack>
      ) : (
        <IntegrationList known={known} registered={registered.data} />
      )}
      {isImporting && (
        <Suspense>
          <ImportDefinition onClose={() => setImporting(false)} />
        </Suspense>
      )}
    </Page>
  )
}
