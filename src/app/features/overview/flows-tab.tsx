import { lazy, Suspense } from 'react'
import { bundleFor } from '../../../zis/bundle/fill'
import { JobSpecs } from '../../job-specs/job-specs'
import type { Catalogued } from '../../queries/catalogue'
import { jobSpecsOf } from '../../state/deployment-state'
import { Card, Stack } from '../../ui/blocks'
import { Loading } from '../../ui/loading'
import { LogText } from '../../ui/log-text'

// It brings the layout of graphs with it, which no other tab needs.
const Flows = lazy(async () => ({ default: (await import('../../flow-view/flows')).Flows }))

/** Which events start which flows, and the way to what they did. */
export function FlowsTab({ catalogued, integration }: { catalogued: Catalogued; integration: string }) {
  const bundle = bundleFor(catalogued.bundle, integration)
  return (
    <Stack>
      <Card>
        <Stack>
          <JobSpecs integration={integration} wanted={jobSpecsOf(bundle)} />
          <LogText />
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
