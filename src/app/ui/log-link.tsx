import { Anchor } from '@zendeskgarden/react-buttons'
import { useConsole } from '../platform/console'
import { useText } from '../platform/words'

/** Leads to Zendesk's own integration log; no API reads it, so the app can only lead there (zis-admin-app 5.10). */
export function LogLink() {
  const t = useText()
  const { frame } = useConsole()
  return (
    <Anchor
      href={`${frame.hostOrigin}/admin/apps-integrations/integrations/logs`}
      isExternal
      externalIconLabel={t('common.new_tab')}
    >
      {t('flows.log')}
    </Anchor>
  )
}
