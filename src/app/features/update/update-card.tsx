import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { BundleCheck } from '../../deploy/bundle-check'
import { shippedFor, type Deployment } from '../../deploy/deployment'
import type { JsonObject } from '../../../zis/json'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { useBundle, useJobSpecs } from '../../queries/deployment'
import { useRegistered } from '../../queries/integrations'
import { bundleVerdict, jobSpecsOf } from '../../state/deployment-state'
import { Card, Heading, Stack } from '../../ui/blocks'
import { WayBack } from './way-back'

// Mostly there is nothing to compare. Both come together: who sees what an update changes can also make it.
const Compare = lazy(async () => ({
  default: (await import(/* webpackChunkName: "update" */ './compare')).Compare,
}))
const Progress = lazy(async () => ({
  default: (await import(/* webpackChunkName: "update" */ './progress')).Progress,
}))

/** What was on the server before an update, for the way back. */
export interface Before {
  bundle: JsonObject
  /** Job specs that were on. */
  on: string[]
}

/**
 * The bundle on the server beside the one that came with the app: what an update would change, the
 * update, and the way back. Nothing is shown while both are the same.
 */
export const UpdateCard = (props: Props) => (
  <Suspense>
    <Update {...props} />
  </Suspense>
)

interface Props {
  catalogued: Catalogued
  integration: string
}

function Update({ catalogued, integration }: Props) {
  const t = useText()
  const shipped = useMemo(() => shippedFor(catalogued, integration), [catalogued, integration])
  const stored = useBundle(integration, String(shipped.bundle.name)).data
  const specs = useJobSpecs(integration).data
  const isPaused = useRegistered().data?.some(({ key, record }) => key === integration && record?.paused)
  const { before, remember } = useBefore(integration)
  const [run, setRun] = useState<{ kind: 'update' | 'undo'; deployment: Deployment }>()

  const undo = before && {
    kind: 'undo' as const,
    deployment: {
      ...before,
      // What only the update has brought would go on without a bundle.
      off: shipped.on.filter((name) => !jobSpecsOf(before.bundle).some((spec) => spec.name === name)),
    },
  }
  if (run) {
    return (
      <Progress
        // Another run begins with rows of its own.
        key={run.kind}
        {...run}
        catalogued={catalogued}
        integration={integration}
        before={before}
        onUndo={run.kind === 'update' && undo ? () => setRun(undo) : undefined}
        onClose={() => setRun(undefined)}
      />
    )
  }
  const verdict = bundleVerdict(shipped.bundle, stored ?? null)
  if (undo && verdict === 'in_sync') {
    return (
      <Card aria-label={t('update.update_title')}>
        <Stack $gap="sm">
          <Heading>{t('update.update_title')}</Heading>
          <WayBack integration={integration} before={before} onUndo={() => setRun(undo)} />
        </Stack>
      </Card>
    )
  }
  if (!stored || !specs || verdict !== 'differs') return null
  return (
    <Compare
      stored={stored}
      shipped={shipped.bundle}
      version={catalogued.definition.version}
      isPaused={isPaused ?? false}
      check={<BundleCheck catalogued={catalogued} integration={integration} bundle={shipped.bundle} />}
      onUpdate={() => {
        const on = specs.filter(({ installed }) => installed).map(({ name }) => name)
        remember({ bundle: uploadable(stored), on })
        setRun({ kind: 'update', deployment: shipped })
      }}
    />
  )
}

/** Kept in memory for as long as the app is open, whichever page is shown. */
function useBefore(integration: string) {
  const queries = useQueryClient()
  const key = ['before-update', integration]
  queries.setQueryDefaults(key, { gcTime: Infinity })
  return {
    before: queries.getQueryData<Before>(key),
    remember: (before: Before) => void queries.setQueryData(key, before),
  }
}

/** A bundle as it is uploaded: without what the registry adds to it. */
const uploadable = ({ name, description, zis_template_version, resources }: JsonObject): JsonObject => ({
  name: name ?? '',
  description: description ?? '',
  zis_template_version: zis_template_version ?? '',
  resources: resources ?? {},
})
