import type { Tables } from '../store/tables'
import type { World } from '../world'

type JobSpec = Tables['job_specs']

/** Installed job specs by what they listen to, read once and kept until something in the registry changes. */
export function createListeners({ store, changes }: World) {
  let known: Map<string, JobSpec[]> | undefined
  changes.listen(({ kind }) => {
    if (kind === 'registry') known = undefined
  })

  function read(): Map<string, JobSpec[]> {
    const specs = new Map<string, JobSpec[]>()
    for (const [, spec] of store.table('job_specs').list()) {
      if (!spec.installed) continue
      const pair = pairOf(spec)
      specs.set(pair, [...(specs.get(pair) ?? []), spec])
    }
    return specs
  }

  return {
    of: (event: { event_source: string; event_type: string }): JobSpec[] =>
      (known ??= read()).get(pairOf(event)) ?? [],
  }
}

/** Compared exactly, without wildcards (zis-flows 3). */
const pairOf = ({ event_source, event_type }: { event_source: string; event_type: string }) =>
  JSON.stringify([event_source, event_type])
