import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useConsole } from '../platform/console'
import type { Problem } from '../platform/problem'
import { readJobSpecs, switchJobSpecs } from '../queries/deployment'
import { readRecord, saveRecord, writeRecord } from '../queries/record'
import { useRecorder } from '../queries/use-recorder'

/** Names that the registry did not switch although it answered with success; empty when all went well. */
type NotSwitched = string[]

interface Switch {
  name: string
  isOn: boolean
  /** No bundle has it any more. */
  isLeftOver?: boolean
}

/** Switches job specs on and off, one by one and all together. */
export function useSwitches(integration: string) {
  const { zis, frame } = useConsole()
  const queries = useQueryClient()
  const recorder = useRecorder(integration)
  const onSettled = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['zis', integration] }),
      queries.invalidateQueries({ queryKey: ['registered'] }),
    ])

  const recorded = (what: 'paused' | 'resumed', work: () => Promise<NotSwitched>) => () =>
    recorder.run({ what, scope: integration }, work, (left) => left)

  const one = useMutation<NotSwitched, Problem, Switch>({
    mutationFn: ({ name, isOn, isLeftOver }) =>
      recorder.run(
        { what: isOn ? 'activated' : isLeftOver ? 'left_over' : 'deactivated', scope: name },
        () => switchJobSpecs(zis, integration, [name], isOn),
        (left) => left,
      ),
    onSettled,
  })

  const pause = useMutation<NotSwitched, Problem, void>({
    mutationFn: recorded('paused', async () => {
      const running = (await readJobSpecs(zis, integration)).filter(({ installed }) => installed)
      const names = running.map(({ name }) => name)
      const record = await readRecord(zis, integration)
      // Remembered before anything is off: a pause that breaks in the middle can still be resumed.
      await writeRecord(zis, integration, {
        ...record,
        paused: {
          job_specs: [...new Set([...(record?.paused?.job_specs ?? []), ...names])],
          at: new Date().toISOString(),
          by: frame.user.name,
        },
      })
      return switchJobSpecs(zis, integration, names, false)
    }),
    onSettled,
  })

  const resume = useMutation<NotSwitched, Problem, void>({
    mutationFn: recorded('resumed', async () => {
      const record = await readRecord(zis, integration)
      if (!record?.paused) return []
      const { paused, ...rest } = record
      // What an update has removed from the bundle meanwhile is not there to be resumed.
      const there = (await readJobSpecs(zis, integration)).map(({ name }) => name)
      const wanted = paused.job_specs.filter((name) => there.includes(name))
      const left = await switchJobSpecs(zis, integration, wanted, true)
      if (left.length > 0) return left
      await saveRecord(zis, integration, () => rest)
      return left
    }),
    onSettled,
  })

  return { one, pause, resume }
}
