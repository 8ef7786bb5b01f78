import type { ReactNode } from 'react'
import { useReadOnly } from '../platform/console'

/**
 * What changes something. In read-only mode it is not there: a button that is disabled leaves the tab order and
 * explains nothing (zis-admin-app 9), and the banner says once why.
 */
export function Writes({ children }: { children: ReactNode }) {
  return useReadOnly() ? null : <>{children}</>
}
