import { ZisProblem } from '../../../zis/wire/problems'
import type { World } from '../../world'

const longest = 256

/** How far the rules for names go; both are switches. */
export interface NameRules {
  shortest: number
  characters: 'listed' | 'any'
}

export const nameRules = ({ assume }: Pick<World, 'assume'>): NameRules => ({
  shortest: assume('shortestLinkName'),
  characters: assume('linkNameCharacters'),
})

/**
 * A name as it is kept: ids that come as numbers become text (zis-api 6).
 *
 * @param what the name's place, for the refusal
 * @throws {ZisProblem} InvalidLinkName
 */
export function readName(given: string | number, what: string, rules: NameRules): string {
  const name = String(given)
  const refuse = (rule: string) => new ZisProblem('InvalidLinkName', { name: what, rule })
  if (name.length < rules.shortest || name.length > longest) {
    throw refuse(`must have ${rules.shortest} to ${longest} characters`)
  }
  if (rules.characters === 'listed' ? !/^[A-Za-z0-9:/_.-]+$/.test(name) : hasForbidden(name)) {
    throw refuse(
      rules.characters === 'listed'
        ? 'may have letters, digits and : / _ . - only'
        : 'may not have * or control characters',
    )
  }
  return name
}

/** `*` would make a name that no look-up can find alone. */
const hasForbidden = (name: string): boolean =>
  name.includes('*') || [...name].some((character) => character < ' ' || character === '\u007f')
