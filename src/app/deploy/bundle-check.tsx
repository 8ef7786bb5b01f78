import { lazy, Suspense } from 'react'
import type { JsonObject } from '../../zis/json'
import type { Catalogued } from '../queries/catalogue'

// The checker is large, and only of use to who is about to upload.
const BundleFindings = lazy(async () => ({ default: (await import('./bundle-findings')).BundleFindings }))

interface Props {
  catalogued: Catalogued
  integration: string
  bundle: JsonObject
}

/** What there is to know of a bundle before it is uploaded: ZIS itself answers an upload without a word of it. */
export const BundleCheck = ({ catalogued, ...props }: Props) => (
  <Suspense>
    <BundleFindings connections={catalogued.definition.connections} {...props} />
  </Suspense>
)
