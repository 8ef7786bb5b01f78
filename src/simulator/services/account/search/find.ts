import { searchTypes } from '../../../../zis/wire/search'
import type { World } from '../../../world'
import type { User } from '../../service'
import { searchKinds, type Kind, type Searched, type SearchType } from './kinds'
import { readQuery, type Condition } from './query'

/** Something that was found, with its type. */
export type Found = { [T in SearchType]: { type: T; row: Searched[T] } }[SearchType]

/**
 * What fits a search, in no order. Conditions on one property are alternatives (`tags:a tags:b` finds
 * either), as Zendesk takes them; all others have to fit together. A condition on a property that a type
 * does not have fits nothing of that type.
 *
 * @param rowsOf what the search knows of a type by now
 */
export function findAll(
  world: World,
  query: string,
  me: User,
  rowsOf: <T extends SearchType>(type: T) => Array<Searched[T]>,
): Found[] {
  const conditions = readQuery(query)
  const kinds = searchKinds(world, me)
  const now = world.clock.now()
  const rest = conditions.filter(({ key }) => key !== 'type')
  const find = <T extends SearchType>(type: T) =>
    rowsOf(type)
      .filter((row) => fits(kinds[type] as Kind<Searched[T]>, row, rest, now))
      .map((row) => ({ type, row }) as Found)
  return typesOf(conditions).flatMap((type) => find(type))
}

/** The types that a search is about; without a `type:` all of them. */
function typesOf(conditions: Condition[]): SearchType[] {
  const named = conditions.filter(({ key }) => key === 'type')
  const names = (isNegated: boolean) =>
    named.filter((one) => one.isNegated === isNegated).map(({ value }) => value.toLowerCase())
  const [wanted, unwanted] = [names(false), names(true)]
  return searchTypes.filter(
    (type) => (wanted.length === 0 || wanted.includes(type)) && !unwanted.includes(type),
  )
}

function fits<Row>(kind: Kind<Row>, row: Row, conditions: Condition[], now: number): boolean {
  if (!kind.isThere(row)) return false
  const holds = ({ key, op, value }: Condition) =>
    key === undefined
      ? hasText(kind.texts(row), value)
      : (kind.property(key)?.(row, { op, value, now }) ?? false)
  const isAlternative = ({ key, op, isNegated }: Condition) => key !== undefined && op === ':' && !isNegated
  const keys = new Set(conditions.filter(isAlternative).map(({ key }) => key))
  return (
    conditions.filter((one) => !isAlternative(one)).every((one) => holds(one) !== one.isNegated) &&
    [...keys].every((key) => conditions.some((one) => one.key === key && isAlternative(one) && holds(one)))
  )
}

function hasText(texts: Array<string | null>, wanted: string): boolean {
  const text = wanted.toLowerCase().replace(/\*$/, '')
  return texts.some((one) => one !== null && one.toLowerCase().includes(text))
}
