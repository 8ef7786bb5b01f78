import { Skeleton } from '@zendeskgarden/react-loaders'
import { Span } from '@zendeskgarden/react-typography'
import { useEffect, useState } from 'react'
import { useText } from '../platform/words'
import { Card, Stack, Subtle } from './blocks'

/** From so many ms on the page says that it is not stuck. */
export const slowAfterMs = 5_000

/** Bars where lines of text are going to be; a sentence when they take long. */
export function Loading({ lines = 3 }: { lines?: number }) {
  const t = useText()
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfterMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Stack $gap="sm" aria-busy="true">
      <Span hidden role="status">
        {isSlow ? t('faces.slow') : t('common.loading')}
      </Span>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height="14px" width={index === lines - 1 ? '45%' : '80%'} />
      ))}
      {isSlow && <Subtle aria-hidden="true">{t('faces.slow')}</Subtle>}
    </Stack>
  )
}

/** In place of a page's first card. */
export const LoadingCard = () => (
  <Card>
    <Loading lines={4} />
  </Card>
)
