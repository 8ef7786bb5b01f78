import { Button } from '@zendeskgarden/react-buttons'
import { Skeleton } from '@zendeskgarden/react-loaders'
import { Alert } from '@zendeskgarden/react-notifications'
import { LG, Span } from '@zendeskgarden/react-typography'
import type { ReactNode } from 'react'
import styled from 'styled-components'
import { ApiProblem } from '../api'
import { Row, Stack, Subtle } from './blocks'

/** Bars where lines of text are going to be. */
export function Loading({ lines = 3 }: { lines?: number }) {
  return (
    <Stack $gap="sm" aria-busy="true">
      <Span hidden role="status">
        Loading
      </Span>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height="14px" width={index === lines - 1 ? '45%' : '80%'} />
      ))}
    </Stack>
  )
}

/** What could not be had, why, and the way to try again. */
export function Failed({ what, problem, retry }: { what: string; problem: Error; retry?: () => void }) {
  return (
    <Alert type="error" role="alert">
      <Alert.Title>{what}</Alert.Title>
      {problem.message}
      {retry && (
        <Again>
          <Button size="small" onClick={retry}>
            Retry
          </Button>
        </Again>
      )}
    </Alert>
  )
}

const Again = styled.div`
  margin-top: ${({ theme }) => theme.space.sm};
`

/** Nothing there yet, and what to do about it. */
export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <Middle>
      <LG tag="h2" isBold>
        {title}
      </LG>
      <Subtle>{text}</Subtle>
      {children && <Row>{children}</Row>}
    </Middle>
  )
}

const Middle = styled.div`
  display: flex;
  flex-direction: column;
  align-items: center;
  gap: ${({ theme }) => theme.space.xs};
  margin: 0 auto;
  padding: ${({ theme }) => `${theme.space.xxl} ${theme.space.md}`};
  max-width: 480px;
  text-align: center;
`

interface Query<Data> {
  data: Data | undefined
  error: Error | null
  refetch(): unknown
}

/** One request's faces: loading, failed, or what it brought; a failure later on leaves that in place. */
export function Answer<Data>({
  query,
  failed,
  loading = <Loading />,
  missing,
  children,
}: {
  query: Query<Data>
  /** What could not be had, e.g. "Couldn't load the tickets". */
  failed: string
  loading?: ReactNode
  /** Shown when there is no such thing, so that trying again would not help. */
  missing?: ReactNode
  children: (data: Data) => ReactNode
}) {
  if (missing && query.error instanceof ApiProblem && query.error.status === 404) return missing
  const problem = query.error && (
    <Failed what={failed} problem={query.error} retry={() => void query.refetch()} />
  )
  if (query.data === undefined) return problem ?? loading
  return (
    <Stack>
      {problem}
      {children(query.data)}
    </Stack>
  )
}
