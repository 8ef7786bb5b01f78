import { Button } from '@zendeskgarden/react-buttons'
import { useReadOnly } from '../../platform/console'
import { useNavigation, type Route } from '../../platform/route'
import { useText } from '../../platform/words'

/** Opens an integration: to be managed, or to be looked at where nothing may be changed. */
export function OpenButton({ name, to, size }: { name: string; to: Route; size?: 'small' }) {
  const t = useText()
  const { go } = useNavigation()
  const isReadOnly = useReadOnly()
  return (
    <Button
      size={size}
      aria-label={t(isReadOnly ? 'home.view_named' : 'home.open_named', { name })}
      onClick={() => go(to)}
    >
      {t(isReadOnly ? 'home.view' : 'home.open')}
    </Button>
  )
}
