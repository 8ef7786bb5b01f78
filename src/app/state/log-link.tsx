import { Anchor } from '@zendeskgarden/react-buttons'
import { useConsole } from '../platform/console'
import { useText } from '../platform/words'

/** The way to Zendesk's own integration log, which the app cannot read (zis-admin-app 5.10). */
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
