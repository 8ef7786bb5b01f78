import { Skeleton } from '@zendeskgarden/react-loaders'
import { Span } from '@zendeskgarden/react-typography'
import { useText } from '../platform/words'
import { Stack } from './blocks'

/** Bars where lines of text are going to be. */
export function Loading({ lines = 3 }: { lines?: number }) {
  const t = useText()
  return (
    <Stack $gap="sm" aria-busy="true">
      <Span hidden role="status">
        {t('common.loading')}
      </Span>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height="14px" width={index === lines - 1 ? '45%' : '80%'} />
      ))}
    </Stack>
  )
}
