import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Problem } from '../../platform/problem'
import { useText } from '../../platform/words'
import { Heading, Stack, Text } from '../../ui/blocks'
import { Loading } from '../../ui/loading'
import { ProblemAlert } from '../../ui/problem-alert'

interface Props<T> {
  title: string
  /** In place of the rows where there are none. */
  empty: string
  query: UseQueryResult<T[], Problem>
  children: (rows: T[]) => ReactNode
}

/** A list of the server's with a face of its own while it loads, when it failed and when it is empty. */
export function Section<T>({ title, empty, query, children }: Props<T>) {
  const t = useText()
  return (
    <Stack $gap="sm">
      <Heading>{title}</Heading>
      {query.isError ? (
        <ProblemAlert title={t('other.failed')} problem={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <Loading />
      ) : query.data.length === 0 ? (
        <Text>{empty}</Text>
      ) : (
        children(query.data)
      )}
    </Stack>
  )
}
