import { isObject } from './json'

/** Deepest document that is taken: far above what integrations use, far below what exhausts a stack. */
export const deepestDocument = 400

/** True when arrays and objects are nested in more than `levels` levels. Looks no deeper than that. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  const children: unknown[] = isObject(value) ? Object.values(value) : (value as unknown[])
  return children.some((child) => isDeeperThan(child, levels - 1))
}
