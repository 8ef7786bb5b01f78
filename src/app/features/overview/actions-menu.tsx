import { Item, Menu, Separator } from '@zendeskgarden/react-dropdowns'
import { useText } from '../../platform/words'

interface Props {
  isImported: boolean
  onAction: (action: 'replace' | 'uninstall') => void
}

/** What can be done with the integration as a whole. Uninstalling is harder to reach on purpose. */
export function ActionsMenu({ isImported, onAction }: Props) {
  const t = useText()
  return (
    <Menu
      button={t('overview.actions')}
      placement="bottom-end"
      onChange={({ value }) => {
        if (value === 'replace' || value === 'uninstall') onAction(value)
      }}
    >
      {isImported && <Item value="replace">{t('import.replace')}</Item>}
      {isImported && <Separator />}
      <Item value="uninstall" type="danger">
        {t('uninstall.action')}
      </Item>
    </Menu>
  )
}
