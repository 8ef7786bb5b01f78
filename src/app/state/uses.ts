import { usesOf } from '../../zis/bundle/uses'
import type { JsonObject } from '../../zis/json'

/** The flows of some bundles that use a connection. `open` are those of which only a run could tell. */
export function usedBy(bundles: JsonObject[], connection: string): { flows: string[]; open: string[] } {
  const uses = bundles.flatMap(usesOf)
  return {
    flows: uses.filter(({ connections }) => connections.includes(connection)).map(({ flow }) => flow),
    open: uses
      .filter(({ isOpen, connections }) => isOpen && !connections.includes(connection))
      .map(({ flow }) => flow),
  }
}
