import type { Settled } from './settled'

/** Open points of the APIs, of events and of webhooks that are decided once. */
export const settledWire: readonly Settled[] = [
  {
    does: 'The texts of refusals that no source quotes are plain sentences, with the place of what is wrong.',
    why: 'A text nobody knows cannot be compared with. Those that are known are given verbatim.',
    source: 'zis-api 1.4, 3.5, 3.6, 4.1, 4.8',
  },
  {
    does: 'The code of a refusal is 1001 with 401, 1050 with 5xx and 1010 with all else.',
    why: 'No other code was seen, and no list is published.',
    source: 'zis-api 1.4',
  },
  {
    does: 'The cursors of an empty page are empty texts.',
    why: 'has_more is what tells a reader whether to go on, and it is documented.',
    source: 'zis-api 1.5',
  },
  {
    does: 'All integrations, and all OAuth clients of one, come in one answer.',
    why: 'No parameter of a page is documented for either list.',
    source: 'zis-api 3.2, 4.7',
  },
  {
    does: 'Reading and changing configs, links and webhooks is refused to API tokens, as it is for connections.',
    why: 'One such path was seen; `apiTokenRefused` decides how the refusal looks.',
    source: 'zis-api 1.8',
  },
  {
    does: 'Nothing deletes a bundle or an integration, and an account may have any number of integrations, connections, configs, links and webhooks.',
    why: 'No public path does it, and no number is published.',
    source: 'zis-api 3.1, 3.5',
  },
  {
    does: 'A page of connections goes through all kinds together, in the order of their names.',
    why: 'Names are unique over all kinds, and there is one pair of cursors: any other order would lose some.',
    source: 'zis-api 4.2',
  },
  {
    does: 'A connection is shown with the wrapper of its creation; its name cannot be changed, and one in the body is ignored.',
    why: 'Flows find a connection by its name. Another name is another connection.',
    source: 'zis-api 4.6',
  },
  {
    does: 'A placeholder for the subdomain may be written `{{subdomain}}`, `{{oauth_url_subdomain}}`, `{subdomain}` or `{{.Subdomain}}`.',
    why: 'Taking all of them harms nobody; which one the client `zendesk` shows is of no effect.',
    source: 'zis-api 4.7',
  },
  {
    does: 'The address of a sign-in has the parameters of OAuth 2.0, and codes are exchanged by a form as it has it.',
    why: 'The providers of the world take nothing else for certain. `clientSecretIn` decides where the secret is.',
    source: 'zis-api 4.9',
  },
  {
    does: 'A sign-in with an unknown or expired state ends on a page with 400, and one without an address to go back to on a page that shows the token.',
    why: 'There is nowhere else to send the browser to.',
    source: 'zis-api 4.9',
  },
  {
    does: 'A refresh token that came with client credentials is kept, and not used: the grant is made anew.',
    why: 'The provider decides whether it gives one; ZIS is known to make the grant anew.',
    source: 'zis-api 4.11, 4.12',
  },
  {
    does: 'An OAuth connection is deleted by its name or uuid, and cannot be changed but by another sign-in.',
    why: 'No path for it was found.',
    source: 'zis-api 4.12',
  },
  {
    does: 'Scopes are compared with their capitals; a * in the path of a change is a character like any other.',
    why: 'The path names one config, and a change of several at once would not be undone.',
    source: 'zis-api 5.1, 5.3',
  },
  {
    does: 'Names of linked objects are texts without a meaning, and metadata may hold any JSON.',
    why: 'The syntax of attributes inside of names was not readable, and no rule for metadata is published.',
    source: 'zis-api 6',
  },
  {
    does: 'Links are listed as everything else is, and changed and deleted by the names that the built-in actions take, one at a time.',
    why: 'The documentation of the actions is the only one of this that could be read.',
    source: 'zis-api 6.1, 6.2',
  },
  {
    does: 'source_system and event_type have 1 to 255 characters and no control characters.',
    why: 'No rule is published, and a longer name is no name.',
    source: 'zis-api 7.1',
  },
  {
    does: 'A user who is not signed in is shown as an end user without an id.',
    why: 'That it is allowed is documented, and a client looks at the role alone.',
    source: 'zis-api 10.4',
  },
  {
    does: 'A row of the integration log names the flow, the job spec, the attempt and its states.',
    why: 'What the page of Zendesk shows of a row is known in words only, and no API reads it.',
    source: 'zis-api 8.2',
  },
  {
    does: 'A token of the account does not tell when it was used: used_at is null.',
    why: 'Every call would be a write, and no client is known that looks at it.',
    source: 'zis-api 10.2',
  },
  {
    does: 'An answer over 2 MB fails the action of a flow; native events have no limit of their size.',
    why: 'A published client looks for the words of the first, and no native event comes near the 256 KB of the FAQ. `largestIngest` decides the size at the door.',
    source: 'zis-api 11',
  },
  {
    does: 'Events have no meta.actor_id, and whole seconds in meta.occurred_at.',
    why: 'No example of ZIS shows it; an event that is sent by hand can have any member.',
    source: 'zis-events 1',
  },
  {
    does: 'Members that are known from webhooks only are named in events of ZIS as they are there.',
    why: 'Those that are documented in both are named alike.',
    source: 'zis-events 2.2, 3.2, 4',
  },
  {
    does: 'The value of a date field is a day, of a lookup field the id of the record, of text fields a text; all are null when they are empty.',
    why: 'The API of fields shows them so, and no event of them was seen.',
    source: 'zis-events 2.3',
  },
  {
    does: 'UserMerged names the other user by target_user_id.',
    why: 'A member `user` could not be told from the user whom the event is about.',
    source: 'zis-events 3.2',
  },
  {
    does: 'An invocation of a webhook has id, webhook_id, status, status_code, created_at and latest_completed_at; below 300 is a success.',
    why: 'No flow reads it. The request itself is on the page of requests.',
    source: 'zis-events 7.1',
  },
  {
    does: 'A webhook can subscribe to what ZIS knows of tickets, users and organizations, named by what changed: `zen:event-type:ticket.status_changed`.',
    why: 'The envelope is documented, the name of each type is not. A subscription to another name is kept and never fires.',
    source: 'zis-events 7.1',
  },
  {
    does: 'Triggers look at twelve fields with ten operators and notify webhooks; an unknown placeholder renders nothing, and a filter is ignored.',
    why: 'More of Support than a webhook that starts a flow needs is not simulated; another field is refused.',
    source: 'zis-events 7.2',
  },
]
