import { Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import { Suspense, type ReactNode } from 'react'
import { useText } from '../platform/words'
import { AlertButtons, Card, Stack } from './blocks'
import { CopyField } from './copy-field'
import { ErrorBoundary, reload, reportOfFault } from './error-boundary'
import { Loading } from './loading'

/**
 * A part of a page that is loaded, and may break, by itself: what stands around it stays, and so does the focus
 * on it (zis-admin-app D9, 13.5).
 */
export const Part = ({ children }: { children: ReactNode }) => (
  <ErrorBoundary fallback={(error) => <BrokenPart error={error} />}>
    <Suspense
      fallback={
        <Card>
          <Loading lines={4} />
        </Card>
      }
    >
      {children}
    </Suspense>
  </ErrorBoundary>
)

function BrokenPart({ error }: { error: Error }) {
  const t = useText()
  return (
    <Alert type="error" role="alert">
      <Stack $gap="sm">
        <div>
          <Alert.Title>{t('faces.part_broken_title')}</Alert.Title>
          <Alert.Paragraph>{t('faces.broken_text')}</Alert.Paragraph>
        </div>
        <CopyField label={t('faces.report')} value={reportOfFault(error)} />
      </Stack>
      <AlertButtons>
        <Button size="small" onClick={reload}>
          {t('faces.reload')}
        </Button>
      </AlertButtons>
    </Alert>
  )
}
