import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@zendeskgarden/react-buttons'
import { useConsole } from '../platform/console'
import type { Problem } from '../platform/problem'
import { useText } from '../platform/words'
import { switchJobSpecs } from '../queries/deployment'
import { useRecorder } from '../queries/use-recorder'
import { ProblemWords } from '../ui/problem-words'
import { Row } from '../ui/rows'

/** A job spec of an older bundle that still starts its flow; uninstalling it is the admin's choice. */
export function LeftOver({ integration, name }: { integration: string; name: string }) {
  const t = useText()
  const { zis } = useConsole()
  const queries = useQueryClient()
  const recorder = useRecorder(integration)
  const uninstall = useMutation<void, Problem, void>({
    mutationFn: async () => {
      await recorder.run(
        { what: 'left_over', scope: name },
        () => switchJobSpecs(zis, integration, [name], false),
        (left) => left,
      )
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['zis', integration] }),
  })
  return (
    <Row
      state={uninstall.isPending ? 'working' : uninstall.isError ? 'failed' : 'warning'}
      title={t('rows.job_spec', { name })}
      says={uninstall.isError ? <ProblemWords problem={uninstall.error} /> : t('verdict.left_over')}
    >
      <Button
        size="small"
        aria-label={t('review.uninstall_named', { name })}
        onClick={uninstall.isPending ? undefined : () => uninstall.mutate()}
      >
        {t('review.uninstall')}
      </Button>
    </Row>
  )
}
