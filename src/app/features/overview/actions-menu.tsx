import { Item, Menu } from '@zendeskgarden/react-dropdowns'
import { useText } from '../../platform/words'

/** What can be done with the integration as a whole. Uninstalling is harder to reach on purpose. */
export function ActionsMenu({ onUninstall }: { onUninstall: () => void }) {
  const t = useText()
  return (
    <Menu
      button={t('overview.actions')}
      placement="bottom-end"
      onChange={({ value }) => {
        if (value === 'uninstall') onUninstall()
      }}
    >
      <Item value="uninstall" type="danger">
        {t('uninstall.action')}
      </Item>
    </Menu>
  )
}
