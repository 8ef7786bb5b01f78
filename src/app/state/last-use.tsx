import { useText } from '../platform/words'
import { Subtle } from '../ui/blocks'
import { LogLink } from '../ui/log-link'

/** ZIS has no field for the last use of a connection; the log is the next best thing (zis-admin-app 5.4). */
export function LastUse() {
  const t = useText()
  return (
    <Subtle>
      {t('details.last_use')} {t('details.last_use_log')} <LogLink />
    </Subtle>
  )
}
