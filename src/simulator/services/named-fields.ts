import type { TObject, Static } from 'typebox'

/**
 * What a schema names of what was sent. Anything else that came along is dropped, so that no caller writes fields
 * of a row which are not theirs to write.
 */
export function namedFields<Shape extends TObject>(shape: Shape, given: Static<Shape>): Static<Shape> {
  const named = Object.entries(given).filter(([name]) => Object.hasOwn(shape.properties, name))
  return Object.fromEntries(named) as Static<Shape>
}
