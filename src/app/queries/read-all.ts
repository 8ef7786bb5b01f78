import { Problem } from '../platform/problem'

interface PageOf {
  meta: { after: string; has_more: boolean }
}

/** Reads every page of a list, a hundred rows at a time (zis-api 1.5). */
export async function readAll<P extends PageOf>(
  page: (query: { 'page[size]': string; 'page[after]'?: string }) => Promise<P>,
): Promise<P[]> {
  const pages: P[] = []
  for (let after: string | undefined; ;) {
    const next = await page({ 'page[size]': '100', 'page[after]': after })
    pages.push(next)
    // A cursor that does not move would be read for ever.
    if (!next.meta?.has_more || !next.meta.after || next.meta.after === after) return pages
    after = next.meta.after
  }
}

/** ZIS answers 404 where there is nothing yet: an empty face, no error (zis-admin-app D5). */
export async function orNone<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.kind === 'not_found') return null
    throw thrown
  }
}
