import { Suspense, type ReactNode } from 'react'
import { useText } from '../platform/words'
import { ErrorBoundary } from './error-boundary'
import { FaultAlert } from './fault-alert'
import { LoadingCard } from './loading'

/**
 * A part of a page that is loaded, and may break, by itself: what stands around it stays, and so does the focus
 * on it (zis-admin-app D9, 13.5).
 */
export const Part = ({ children }: { children: ReactNode }) => (
  <ErrorBoundary fallback={(error) => <BrokenPart error={error} />}>
    <Suspense fallback={<LoadingCard />}>{children}</Suspense>
  </ErrorBoundary>
)

function BrokenPart({ error }: { error: Error }) {
  const t = useText()
  return <FaultAlert title={t('faces.part_broken_title')} text={t('faces.broken_text')} error={error} />
}
