import { Drawer } from '@zendeskgarden/react-modals'
import { useState, type ReactNode } from 'react'
import styled from 'styled-components'

/** Room for a request beside its answer. */
const Wide = styled(Drawer)`
  width: min(720px, 100vw);
`
const Title = styled(Drawer.Header)`
  overflow-wrap: anywhere;
`

interface DetailsDrawerProps<Item> {
  /** What is shown; undefined closes the drawer. */
  item: Item | undefined
  title(item: Item): string
  onClose(): void
  children(item: Item): ReactNode
}

/** Details of a row beside its list; the focus goes in, and back to the row when it is closed. */
export function DetailsDrawer<Item>({ item, title, onClose, children }: DetailsDrawerProps<Item>) {
  // Kept while the drawer moves out of sight.
  const [shown, setShown] = useState(item)
  if (item !== undefined && item !== shown) setShown(item)
  return (
    <Wide isOpen={item !== undefined} onClose={onClose}>
      {shown !== undefined && (
        <>
          <Title tag="h2">{title(shown)}</Title>
          <Drawer.Body>{children(shown)}</Drawer.Body>
        </>
      )}
      <Drawer.Close aria-label="Close" />
    </Wide>
  )
}
