import type { JsonObject } from '../../../zis/json'
import type { LinkNames } from '../ports'
import { write, type Outcome, type Running } from '../state-type'
import type { BuiltIn } from './index'
import { Parameters } from './parameters'

/** What an action without an output leaves; without a ResultPath the data stays as it was. */
export const nothing: Outcome = { does: 'write', value: {}, isNothing: true }

const linkAction = (
  action: string,
  call: (parameters: Parameters, running: Running) => Outcome,
): BuiltIn => ({
  name: `zis:common:action:${action}`,
  compile: () => (given: JsonObject, running) => call(new Parameters(action, given), running),
})

/** CreateLink joins two objects under a type; the same pair a second time fails (zis-flows 9.2). */
export const createLink = linkAction('CreateLink', (parameters, { ports, integration }) =>
  write({
    link: ports.links.create(integration, {
      link_type: parameters.text('link_type'),
      left_object: parameters.linked('left_object'),
      right_object: parameters.linked('right_object'),
    }),
  }),
)

/** LoadLinks finds links by either side; nothing found is an empty list, no error (zis-flows 9.2). */
export const loadLinks = linkAction('LoadLinks', (parameters, { ports, integration }) => {
  const left = parameters.optionalName('left_object_name')
  const right = parameters.optionalName('right_object_name')
  const size = parameters.optionalName('page_size')
  const after = parameters.optionalText('page_after_cursor')
  const before = parameters.optionalText('page_before_cursor')
  return write(
    ports.links.load(integration, {
      link_type: parameters.text('link_type'),
      ...(left !== undefined && { left_object_name: left }),
      ...(right !== undefined && { right_object_name: right }),
      ...(size !== undefined && { page_size: size }),
      ...(after !== undefined && { page_after_cursor: after }),
      ...(before !== undefined && { page_before_cursor: before }),
    }),
  )
})

/** PatchLink gives one or both sides of a link a new name or new metadata (zis-flows 9.2). */
export const patchLink = linkAction('PatchLink', (parameters, { ports, integration }) => {
  const right = parameters.optionalName('right_object_name')
  const place: LinkNames = {
    link_type: parameters.text('link_type'),
    left_object_name: parameters.name('left_object_name'),
    ...(right !== undefined && { right_object_name: right }),
  }
  if (!parameters.has('left_object') && !parameters.has('right_object')) {
    throw parameters.needs('left_object or right_object')
  }
  return write({
    link: ports.links.patch(integration, place, {
      ...(parameters.has('left_object') && { left_object: parameters.linkedChange('left_object') }),
      ...(parameters.has('right_object') && { right_object: parameters.linkedChange('right_object') }),
    }),
  })
})

/** DeleteLink takes one link away; it has no output (zis-flows 9.2). */
export const deleteLink = linkAction('DeleteLink', (parameters, { ports, integration }) => {
  ports.links.delete(integration, {
    link_type: parameters.text('link_type'),
    left_object_name: parameters.name('left_object_name'),
    right_object_name: parameters.name('right_object_name'),
  })
  return nothing
})
