import { IconButton } from '@zendeskgarden/react-buttons'
import { Item, Menu, Separator } from '@zendeskgarden/react-dropdowns'
import OverflowIcon from '@zendeskgarden/svg-icons/src/16/overflow-vertical-stroke.svg'
import { onChoice } from './menu-choice'

interface RowAction {
  text: string
  isDanger?: boolean
  run(): void
}

/** What can be done with a row of a table; what takes it away comes last, below a line. */
export function RowMenu({ label, actions }: { label: string; actions: RowAction[] }) {
  const kind = (isDanger: boolean) => actions.filter((action) => (action.isDanger ?? false) === isDanger)
  const item = ({ text, isDanger }: RowAction) => (
    <Item key={text} value={text} type={isDanger ? 'danger' : undefined}>
      {text}
    </Item>
  )
  return (
    <Menu
      placement="bottom-end"
      onChange={onChoice((value) => actions.find(({ text }) => text === value)?.run())}
      button={(props) => (
        <IconButton {...props} size="small" aria-label={label} title={label}>
          <OverflowIcon />
        </IconButton>
      )}
    >
      {kind(false).map(item)}
      {kind(true).length > 0 && <Separator />}
      {kind(true).map(item)}
    </Menu>
  )
}
