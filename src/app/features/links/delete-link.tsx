import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useConsole } from '../../platform/console'
import type { Problem } from '../../platform/problem'
import { useText } from '../../platform/words'
import { deleteLink, type Link } from '../../queries/links'
import { useRecorder } from '../../queries/use-recorder'
import { Stack, Text } from '../../ui/blocks'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { ProblemAlert } from '../../ui/problem-alert'
import { LinkFacts } from './link-facts'

interface Props {
  integration: string
  link: Link
  onClose: () => void
}

/** Shows what is deleted before it is: a link cannot be brought back. */
export function DeleteLink({ integration, link, onClose }: Props) {
  const t = useText()
  const { zis, frame } = useConsole()
  const queries = useQueryClient()
  const recorder = useRecorder(integration)
  const name = `${link.left_object.name}, ${link.right_object.name}`
  const remove = useMutation<void, Problem, void>({
    mutationFn: () =>
      recorder.run({ what: 'link_deleted', scope: name }, () => deleteLink(zis, integration, link)),
    onSuccess: async () => {
      // What is read anew decides whether it is gone.
      await queries.invalidateQueries({ queryKey: ['zis', integration, 'links'] })
      frame.notify(t('links.deleted'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      title={t('links.delete')}
      action={t('links.delete')}
      isBusy={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <Stack>
        <Text>{t('links.delete_text')}</Text>
        <LinkFacts link={link} />
        {remove.isError && <ProblemAlert title={t('links.delete_failed')} problem={remove.error} />}
      </Stack>
    </ConfirmDialog>
  )
}
