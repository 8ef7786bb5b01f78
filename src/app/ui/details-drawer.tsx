import { Drawer } from '@zendeskgarden/react-modals'
import { useState, type ReactNode } from 'react'
import styled from 'styled-components'
import { useText } from '../platform/words'

/** Garden's has one width, which a narrow page does not have. */
const Narrow = styled(Drawer)`
  max-width: 100%;
`

interface Props<Item> {
  /** What is shown; undefined closes the drawer. */
  item: Item | undefined
  title: (item: Item) => string
  onClose: () => void
  children: (item: Item) => ReactNode
  /** What can be done with it, below what is shown. */
  action?: (item: Item) => ReactNode
}

/** Details beside the page; the focus goes in, and back to where it was when it is closed. */
export function DetailsDrawer<Item>({ item, title, onClose, children, action }: Props<Item>) {
  const t = useText()
  // Kept while the drawer moves out of sight.
  const [shown, setShown] = useState(item)
  if (item !== undefined && item !== shown) setShown(item)
  return (
    <Narrow isOpen={item !== undefined} onClose={onClose}>
      {shown !== undefined && (
        <>
          <Drawer.Header tag="h2">{title(shown)}</Drawer.Header>
          <Drawer.Body tabIndex={0}>{children(shown)}</Drawer.Body>
          {action && (
            <Drawer.Footer>
              <Drawer.FooterItem>{action(shown)}</Drawer.FooterItem>
            </Drawer.Footer>
          )}
        </>
      )}
      <Drawer.Close aria-label={t('common.close')} />
    </Narrow>
  )
}
