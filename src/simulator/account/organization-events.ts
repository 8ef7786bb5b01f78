import type { JsonObject } from '../../zis/json'
import type { NewEvent } from '../events/bus'
import type { Tables } from '../store/tables'
import type { World } from '../world'
import { changed, fieldsChanged, fieldsOf, tagsChanged } from './changes-of'
import { nativeEventsOf, type NativeChange } from './native-events'

type Organization = Tables['organizations']

/**
 * The events that ZIS knows of one save of one organization; its name and its end raise none (zis-events 4).
 *
 * @param before undefined for an organization that was just created
 */
export function organizationEvents(
  world: World,
  before: Organization | undefined,
  after: Organization,
): NewEvent[] {
  const from = before ?? { external_id: null, tags: [], organization_fields: {} }
  const fields = fieldsOf(world, 'organizations')
  const changes: NativeChange[] = [
    ...(from.external_id === after.external_id
      ? []
      : [changed('organization.ExternalIdChanged', from.external_id, after.external_id)]),
    ...tagsChanged(world, 'organization.TagsChanged', from.tags, after.tags),
    ...fieldsChanged(
      fields,
      'organization.CustomFieldChanged',
      from.organization_fields,
      after.organization_fields,
    ),
  ]
  const created: NativeChange = { event_type: 'organization.OrganizationCreated', members: {} }
  const isAlone = world.assume('peopleCreationRaises') === 'creation'
  return nativeEventsOf(world, before ? changes : isAlone ? [created] : [created, ...changes], {
    origin: `Organization ${after.id} was ${before ? 'changed' : 'created'}`,
    subject: { organization: organizationOfEvent(after) },
  })
}

function organizationOfEvent(organization: Organization): JsonObject {
  const { id, external_id, name, created_at, updated_at, shared_tickets, shared_comments, group_id } =
    organization
  return { id, external_id, name, created_at, updated_at, shared_tickets, shared_comments, group_id }
}
