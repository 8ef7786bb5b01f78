import { Button } from '@zendeskgarden/react-buttons'
import { useReadOnly } from '../../platform/console'
import { useText } from '../../platform/words'
import type { Link } from '../../queries/links'
import { DetailsDrawer } from '../../ui/details-drawer'
import { LinkFacts } from './link-facts'

interface Props {
  link: Link | undefined
  onDelete: (link: Link) => void
  onClose: () => void
}

/** One link with its metadata. */
export function LinkDrawer({ link, onDelete, onClose }: Props) {
  const t = useText()
  const isReadOnly = useReadOnly()
  return (
    <DetailsDrawer
      item={link}
      title={() => t('links.one')}
      onClose={onClose}
      action={
        isReadOnly
          ? undefined
          : (shown) => (
              <Button isDanger onClick={() => onDelete(shown)}>
                {t('links.delete')}
              </Button>
            )
      }
    >
      {(shown) => <LinkFacts link={shown} />}
    </DetailsDrawer>
  )
}
