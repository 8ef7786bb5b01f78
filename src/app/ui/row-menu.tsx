import OverflowIcon from '@zendeskgarden/svg-icons/src/16/overflow-vertical-stroke.svg'
import { IconButton } from '@zendeskgarden/react-buttons'
import { Item, Menu, Separator } from '@zendeskgarden/react-dropdowns'

export interface RowAction {
  label: string
  isDanger?: boolean
  run: () => void
}

/** Everything that can be done with a row of a table; what destroys comes last, below a line. */
export function RowMenu({ label, actions }: { label: string; actions: RowAction[] }) {
  const kind = (isDanger: boolean) => actions.filter((action) => Boolean(action.isDanger) === isDanger)
  const item = ({ label: words, isDanger }: RowAction) => (
    <Item key={words} value={words} type={isDanger ? 'danger' : undefined}>
      {words}
    </Item>
  )
  return (
    <Menu
      placement="bottom-end"
      button={(props) => (
        <IconButton {...props} size="small" aria-label={label} title={label}>
          <OverflowIcon />
        </IconButton>
      )}
      onChange={({ value }) => actions.find((action) => action.label === value)?.run()}
    >
      {kind(false).map(item)}
      {kind(false).length > 0 && kind(true).length > 0 && <Separator />}
      {kind(true).map(item)}
    </Menu>
  )
}
