import { Button } from '@zendeskgarden/react-buttons'
import { Drawer } from '@zendeskgarden/react-modals'
import { useText } from '../../platform/words'
import type { Link } from '../../queries/links'
import { LinkFacts } from './link-facts'

interface Props {
  link: Link
  onDelete: () => void
  onClose: () => void
}

/** One link with its metadata. */
export function LinkDrawer({ link, onDelete, onClose }: Props) {
  const t = useText()
  const title = t('links.one')
  return (
    <Drawer isOpen onClose={onClose} restoreFocus focusOnMount aria-label={title}>
      <Drawer.Header tag="h2">{title}</Drawer.Header>
      <Drawer.Body tabIndex={0}>
        <LinkFacts link={link} />
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.FooterItem>
          <Button isDanger onClick={onDelete}>
            {t('links.delete')}
          </Button>
        </Drawer.FooterItem>
      </Drawer.Footer>
      <Drawer.Close aria-label={t('common.close')} />
    </Drawer>
  )
}
