import type { Static } from 'typebox'
import type { JobStatus } from '../../../zis/wire/tickets'
import { ZisProblem } from '../../../zis/wire/problems'
import { apiUrl } from '../../account/api-url'
import type { World } from '../../world'

/** Things that one job takes. */
const mostPerJob = 100

/** The ids of a query or body, at most {@link mostPerJob}. @throws {ZisProblem} SupportBadRequest */
export function idsOf(text: string | undefined): number[] {
  const parts = (text ?? '').split(',').map((part) => part.trim())
  if (parts.some((part) => !/^\d{1,15}$/.test(part))) {
    throw new ZisProblem('SupportBadRequest', { detail: 'ids must be numbers parted by commas' })
  }
  return atMost(parts.map(Number))
}

/** @throws {ZisProblem} SupportBadRequest for more than one job takes, and for none */
export function atMost<One>(many: One[]): One[] {
  if (many.length === 0 || many.length > mostPerJob) {
    throw new ZisProblem('SupportBadRequest', { detail: `1 to ${mostPerJob} at once` })
  }
  return many
}

/**
 * Does something for many, as a job: each may be refused for itself, and the job tells which. It is at its end
 * when the answer goes out, which says "queued" all the same, as Zendesk's does: a caller has to ask.
 */
export async function runJob<One>(
  world: World,
  job_type: string,
  many: One[],
  work: (one: One) => Promise<{ id: number; action: string }>,
): Promise<{ job_status: Static<typeof JobStatus> }> {
  const results: Array<Record<string, unknown>> = []
  for (const [index, one] of many.entries()) {
    try {
      const { id, action } = await work(one)
      results.push({ index, id, action, success: true, status: action === 'create' ? 'Created' : 'Updated' })
    } catch (problem) {
      if (!(problem instanceof ZisProblem)) throw problem
      const told = JSON.parse(problem.inSupportWords().body().text) as Record<string, unknown>
      results.push({ index, success: false, ...told })
    }
  }
  const id = world.ids.uuid().replaceAll('-', '')
  const done: Static<typeof JobStatus> = {
    id,
    url: apiUrl(`job_statuses/${id}`),
    job_type,
    total: many.length,
    progress: many.length,
    status: 'completed',
    message: `Completed at ${new Date(world.clock.now()).toISOString()}`,
    results,
  }
  world.store.table('jobs').put(id, done)
  await world.store.durable()
  return { job_status: { ...done, progress: null, status: 'queued', message: null, results: null } }
}
