import { ZisProblem } from '../../../zis/wire/problems'
import { groups as wire } from '../../../zis/wire/groups'
import { makeBrand, makeGroup } from '../../account/structure'
import { keyOf, padded } from '../../store/keys'
import { stamp, type World } from '../../world'
import { on, type RouteHandler } from '../service'
import { findRow, rowsOf } from './find-row'
import { supportList, type ListAsked } from './support-list'

/** Groups and brands: looked up by the app's pickers, changed by admins. */
export function structureRoutes(world: World): RouteHandler[] {
  const { store, changes } = world
  const groups = store.table('groups')
  const brands = store.table('brands')

  async function saved(): Promise<void> {
    changes.tell('tickets')
    await store.durable()
  }

  function listGroups(query: ListAsked, path: string) {
    const { page, rest } = supportList({ rows: rowsOf(groups), path, keyOf: ({ id }) => padded(id) }, query)
    return { groups: page, ...rest }
  }

  /** @throws {ZisProblem} RecordInvalid */
  function refuseTaken(field: string, value: string, taken: string[]): void {
    if (taken.includes(value)) {
      const title = field === 'name' ? 'Name' : 'Subdomain'
      throw new ZisProblem('RecordInvalid', {}, { [field]: `${title}: ${value} has already been taken` })
    }
  }

  return [
    on(wire.listGroups, ({ query }) => listGroups(query, '/api/v2/groups')),
    on(wire.listAssignableGroups, ({ query }) => listGroups(query, '/api/v2/groups/assignable')),
    on(wire.showGroup, ({ params: { id } }) => ({ group: findRow(groups, id) })),
    on(wire.createGroup, async ({ body: { group: input } }) => {
      refuseTaken(
        'name',
        input.name,
        rowsOf(groups).map(({ name }) => name),
      )
      const id = store.nextNumber('groups', 8101)
      const { description = '', is_public = true } = input
      const group = { ...makeGroup(id, input.name, stamp(world)), description, is_public }
      groups.put(keyOf(id), group)
      await saved()
      return { group }
    }),
    on(wire.updateGroup, async ({ params: { id }, body: { group: input } }) => {
      const before = findRow(groups, id)
      const { name = before.name, description = before.description, is_public = before.is_public } = input
      const others = rowsOf(groups).filter((one) => one.id !== before.id)
      refuseTaken(
        'name',
        name,
        others.map((one) => one.name),
      )
      const group = { ...before, name, description, is_public, updated_at: stamp(world) }
      groups.put(keyOf(group.id), group)
      await saved()
      return { group }
    }),

    on(wire.listBrands, ({ query }) => {
      const { page, rest } = supportList(
        { rows: rowsOf(brands), path: '/api/v2/brands', keyOf: ({ id }) => padded(id) },
        query,
      )
      return { brands: page, ...rest }
    }),
    on(wire.showBrand, ({ params: { id } }) => ({ brand: findRow(brands, id) })),
    on(wire.createBrand, async ({ body: { brand: input } }) => {
      refuseTaken(
        'subdomain',
        input.subdomain,
        rowsOf(brands).map(({ subdomain }) => subdomain),
      )
      const id = store.nextNumber('brands', 7101)
      const made = makeBrand(id, input.name, input.subdomain, stamp(world))
      const { active = made.active, signature_template = made.signature_template } = input
      const brand = { ...made, active, signature_template }
      brands.put(keyOf(id), brand)
      await saved()
      return { brand }
    }),
    on(wire.updateBrand, async ({ params: { id }, body: { brand: input } }) => {
      const before = findRow(brands, id)
      const { name = before.name, active = before.active } = input
      const { signature_template = before.signature_template } = input
      const brand = { ...before, name, active, signature_template, updated_at: stamp(world) }
      brands.put(keyOf(brand.id), brand)
      await saved()
      return { brand }
    }),
  ]
}
