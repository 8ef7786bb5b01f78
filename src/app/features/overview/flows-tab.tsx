import { Anchor } from '@zendeskgarden/react-buttons'
import { JobSpecs } from '../../job-specs/job-specs'
import { useConsole } from '../../platform/console'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { bundleFor, jobSpecsOf } from '../../state/deployment-state'
import { Stack, Text } from '../../ui/blocks'

/** Which events start which flows, and the way to what they did. */
export function FlowsTab({ catalogued, integration }: { catalogued: Catalogued; integration: string }) {
  const t = useText()
  const { frame } = useConsole()
  return (
    <Stack>
      <JobSpecs integration={integration} wanted={jobSpecsOf(bundleFor(catalogued.bundle, integration))} />
      <Text>
        {t('flows.log_text')}{' '}
        <Anchor href={logAddress(frame)} isExternal externalIconLabel={t('common.new_tab')}>
          {t('flows.log')}
        </Anchor>
      </Text>
    </Stack>
  )
}

/** Zendesk's own integration log; the app cannot read it, only lead there (zis-admin-app 5.10). */
const logAddress = ({ hostOrigin }: { hostOrigin: string }): string =>
  `${hostOrigin}/admin/apps-integrations/integrations/logs`
