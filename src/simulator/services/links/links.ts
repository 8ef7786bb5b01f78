import type { JsonObject } from '../../../zis/json'
import { ZisProblem } from '../../../zis/wire/problems'
import { toBytes } from '../../encoding'
import type { LinkChange, LinkedObject, LinkNames, NewLink } from '../../engine/ports'
import { below, keyOf, padded } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { accountOf, stamp, type World } from '../../world'
import { pageOf, type PageQuery } from '../paging'
import { fitsPattern } from '../wildcards'
import { nameRules, readName } from './names'

type Link = Tables['links']

export type LinkKeeper = ReturnType<typeof createLinks>

/**
 * The links of all integrations. The REST paths and the built-in actions of flows are two doors to it.
 * Every function throws a {@link ZisProblem} for what it cannot do.
 */
export function createLinks(world: Pick<World, 'store' | 'clock' | 'ids' | 'assume' | 'changes'>) {
  const { store, ids, changes } = world
  const table = store.table('links')

  const keyFor = ({ integration, link_type, left_object: left, right_object: right }: Link) =>
    keyOf(integration, link_type, left.name, right.name)

  const read = (given: string | number, what: string) => readName(given, what, nameRules(world))

  function put(link: Link): Link {
    table.put(keyFor(link), link)
    changes.tell('data', link.integration)
    return link
  }

  function refuseTaken(link: Link): void {
    if (!table.has(keyFor(link))) return
    throw new ZisProblem('LinkExists', {
      type: link.link_type,
      left: link.left_object.name,
      right: link.right_object.name,
    })
  }

  function existing(integration: string, { link_type, left_object_name: left, ...rest }: LinkNames): Link {
    const right = rest.right_object_name
    if (right !== undefined) {
      const link = table.get(keyOf(integration, link_type, String(left), String(right)))
      if (!link) throw new ZisProblem('UnknownLink')
      return link
    }
    // PatchLink has been seen without a right name; which of several links it would take is not known.
    const [first, ...others] = table.list({ prefix: below(integration, link_type, String(left)) })
    if (!first) throw new ZisProblem('UnknownLink')
    if (others.length > 0) {
      throw new ZisProblem('BadRequest', {
        detail: 'the left object has more than one link of this type; give right_object_name',
      })
    }
    return first[1]
  }

  return {
    create(integration: string, given: NewLink): Link {
      const now = stamp(world)
      const link: Link = {
        id: '',
        uuid: ids.uuid(),
        account_id: accountOf(world).id,
        integration,
        link_type: read(given.link_type, 'link_type'),
        left_object: readObject(
          world,
          given.left_object,
          read(given.left_object.name, 'left_object.name'),
          'left_object',
        ),
        right_object: readObject(
          world,
          given.right_object,
          read(given.right_object.name, 'right_object.name'),
          'right_object',
        ),
        created_at: now,
        updated_at: now,
      }
      refuseTaken(link)
      return put({ ...link, id: String(store.nextNumber('links', 1001)) })
    },

    /** A page of the links of a type, oldest first; at least one of the two names must be given. */
    find(
      integration: string,
      asked: { link_type: string; left?: string | number; right?: string | number },
      page: PageQuery,
    ) {
      const left = asked.left === undefined ? '*' : String(asked.left)
      const right = asked.right === undefined ? '*' : String(asked.right)
      if (asked.left === undefined && asked.right === undefined) {
        throw new ZisProblem('BadRequest', {
          detail: 'give left_object_name or right_object_name, at least one of the two',
        })
      }
      const isExact = !left.includes('*')
      const prefix = isExact ? below(integration, asked.link_type, left) : below(integration, asked.link_type)
      const found = table
        .list({ prefix })
        .map(([, link]) => link)
        .filter((link) => isExact || fitsPattern(link.left_object.name, left))
        .filter((link) => fitsPattern(link.right_object.name, right))
        .sort((a, b) => Number(a.id) - Number(b.id))
      return pageOf(found, ({ id }) => padded(Number(id)), page, world.assume)
    },

    patch(integration: string, place: LinkNames, { left_object, right_object }: LinkChange): Link {
      const before = existing(integration, place)
      if (!left_object && !right_object) {
        throw new ZisProblem('BadRequest', { detail: 'give left_object or right_object, or both' })
      }
      const after: Link = {
        ...before,
        left_object: changed(world, before.left_object, left_object, 'left_object', read),
        right_object: changed(world, before.right_object, right_object, 'right_object', read),
        updated_at: stamp(world),
      }
      if (keyFor(after) !== keyFor(before)) {
        refuseTaken(after)
        table.delete(keyFor(before))
      }
      return put(after)
    },

    delete(integration: string, place: Required<LinkNames>): void {
      table.delete(keyFor(existing(integration, place)))
      changes.tell('data', integration)
    },
  }
}

function readObject(
  { assume }: Pick<World, 'assume'>,
  { metadata }: { metadata?: JsonObject },
  name: string,
  what: string,
): Link['left_object'] {
  if (metadata === undefined) return { name }
  const limit = assume('largestMetadata')
  if (toBytes(JSON.stringify(metadata)).length > limit) {
    throw new ZisProblem('LinkTooLarge', { name: what, limit })
  }
  return { name, metadata }
}

/** What is given replaces what was: metadata as a whole, as in a config (zis-api 6.2). */
function changed(
  world: Pick<World, 'assume'>,
  before: Link['left_object'],
  given: Partial<LinkedObject> | undefined,
  what: string,
  read: (name: string | number, what: string) => string,
): Link['left_object'] {
  if (!given) return before
  const name = given.name === undefined ? before.name : read(given.name, `${what}.name`)
  const metadata = given.metadata ?? (before.metadata as JsonObject | undefined)
  return readObject(world, metadata === undefined ? {} : { metadata }, name, what)
}
