import Type from 'typebox'
import type { Endpoint, Method } from '../../../zis/wire/endpoint'

/**
 * The simulator's own paths, for its pages, tests and tools. Real Zendesk has none of them, so the app
 * never calls them. They take the control token (`Authorization: Bearer …`) or the page's own cookie.
 */
export const control = <const R extends `${Method} /_sim/${string}`, const S extends { summary: string }>(
  route: R,
  shape: S,
): Endpoint<R, S & Common> => ({ ...common, ...shape, route })

interface Common {
  source: string
  callers: readonly ['anyone']
  notOnlyAdmins: true
  status: number
}
const common: Common = { source: 'simulator', callers: ['anyone'], notOnlyAdmins: true, status: 200 }

/** Answers whose shape is a type of ours, not a schema: they are made here and read here. */
export const of = <T>() => Type.Unsafe<T>(Type.Unknown())
