import { error, note, warning } from './entry'

/** About the definition of an integration, and about how it fits its bundle (docs/definitions.md). */
export const definitionCodes = {
  'definition.not-object': error('The definition is not a JSON object.', 'Begin with { and end with }.'),
  'definition.too-deep': error('The definition is nested deeper than anything that is shown.', 'Keep such values out of it.'),
  'definition.bundle-missing': error('The file holds no definition with a bundle.', 'Write { "definition": …, "bundle": … }, or add bundle.json.'),
  'definition.missing': error('Something that a definition must have is missing.', 'Add it.'),
  'definition.type': error('A value is of another kind than the app reads there.', 'Write the kind that is named.'),
  'definition.version': warning('The version has not three numbers.', 'Write it as 1.0.0.'),
  'definition.default-key': error('No integration can have the proposed key.', 'Use 1 to 64 of a-z, 0-9, _ and -.'),
  'definition.secret': error('A token, a password or a key stands in the definition, and everyone with the app can read it.', 'Replace the secret, and let the admin enter the new one as a connection.'),
  'definition.name': error('A name is not one that ZIS takes, or not one that can be referred to.', 'Use letters, digits, _ and -.'),
  'definition.name-taken': error('Two connections, settings or webhooks have the same name.', 'Rename one of them.'),

  'connection.kind': error('The kind of a connection is none that ZIS knows.', 'Write oauth, bearer_token, basic_auth or api_key.'),
  'connection.address': error('An address of an OAuth client is missing or no https:// address.', 'Write the whole address.'),
  'connection.domain': error('allowed_domain is not the name of a host.', 'Write it without https:// and without a path.'),
  'connection.header': error('header_name is not the name of a header.', 'Use letters, digits and hyphens.'),
  'connection.scope-broad': warning('A scope asks for everything.', 'Ask for the fewest scopes that the flows need.'),
  'connection.client-differs': error('Two connections describe one OAuth client in different ways.', 'Give the clients different names, or the same addresses.'),
  'connection.undeclared': error('A flow of the bundle uses a connection that the definition does not declare: no admin could make it.', 'Declare it under "connections".'),
  'connection.unused': warning('No flow of the bundle uses a connection.', 'Take it out, or name it in a custom action.'),

  'settings.scope': error('No config can have this scope.', 'Use 1 to 255 characters without *.'),
  'settings.scope-ours': error('Scopes that begin with zis_console are kept by ZIS Console itself.', 'Choose another scope.'),
  'settings.scope-undeclared': warning('A flow loads settings that the definition does not declare: no form will ever save them.', 'Declare the scope under "settings".'),
  'settings.scope-unused': note('No flow of the bundle loads these settings by name.', 'Load them with zis:common:action:LoadConfig, or take them out.'),
  'settings.schema': error('The schema of settings does not describe an object.', 'Write "type": "object" with "properties".'),
  'settings.pattern': error('A pattern is no regular expression.', 'Correct it, or leave it out.'),
  'settings.order-unknown': warning('order names a property that the schema does not have.', 'Correct the name, or take it out.'),
  'settings.required-unknown': warning('required names a property that the schema does not have, so the form could never be saved.', 'Correct the name, or add the property.'),
  'settings.widget': warning('The form knows no such x-widget and passes over it.', 'Choose one from docs/definitions.md.'),
  'settings.options': warning('x-options is not an array of { "value", "title" }.', 'Write [{ "value": "…", "title": "…" }].'),
  'settings.secret': warning('A setting is named like a secret. Configs are not encrypted, so the form will refuse it.', 'Ask for it as a connection.'),

  'webhook.pair-taken': error('Two webhooks have the same source_system and event_type.', 'One of them is enough.'),
  'webhook.native': error('source_system is one of Zendesk itself.', 'Choose a name for the system that sends.'),
  'webhook.unused': warning('No job spec of the bundle listens to a webhook.', 'Add a job spec with its source_system and event_type.'),
  'webhook.undeclared': warning('A job spec listens to events that neither Zendesk nor a webhook of the definition raises.', 'Declare the webhook, or correct event_source and event_type.'),
  'check.way': error('check names neither a webhook nor an event, or both.', 'Write "webhook" with "sample", or "event".'),
  'check.webhook-unknown': error('check names a webhook that the definition does not have.', 'Correct the name.'),
} // prettier-ignore
