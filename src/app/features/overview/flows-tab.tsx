import { lazy, Suspense } from 'react'
import { bundleFor } from '../../../zis/bundle/fill'
import { JobSpecs } from '../../job-specs/job-specs'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { jobSpecsOf } from '../../state/deployment-state'
import { Card, Stack, Text } from '../../ui/blocks'
import { Loading } from '../../ui/loading'
import { LogLink } from '../../ui/log-link'

// It brings the layout of graphs with it, which no other tab needs.
const Flows = lazy(async () => ({ default: (await import('../../flow-view/flows')).Flows }))

/** Which events start which flows, and the way to what they did. */
export function FlowsTab({ catalogued, integration }: { catalogued: Catalogued; integration: string }) {
  const t = useText()
  const bundle = bundleFor(catalogued.bundle, integration)
  return (
    <Stack>
      <Card>
        <Stack>
          <JobSpecs integration={integration} wanted={jobSpecsOf(bundle)} />
          <Text>
            {t('flows.log_text')} <LogLink />
          </Text>
        </Stack>
      </Card>
      <Card>
        <Suspense fallback={<Loading lines={4} />}>
          <Flows integration={integration} shipped={bundle} />
        </Suspense>
      </Card>
    </Stack>
  )
}
