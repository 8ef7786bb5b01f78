import type { Settled } from './settled'

const asl = 'The Amazon States Language has it so, and no bundle was seen that counts on anything else.'
const refusedEarly =
  'What ZIS makes of it is not known. Refused at the upload it cannot surprise anyone; jq does what was meant.'

/** Open points of flows and bundles that are decided once. */
export const settledFlows: readonly Settled[] = [
  {
    does: 'A Map runs its items strictly in order.',
    why: 'Without MaxConcurrency nothing else can be asked for, and any other order would make histories differ.',
    source: 'zis-flows 1',
  },
  {
    does: 'What one attempt records is bounded by 64 million characters; flow data and requests have no limit of their own.',
    why: 'No number is public. The bound only keeps the simulator alive.',
    source: 'zis-flows 1',
  },
  {
    does: 'Unknown properties, a Comment anywhere, TimeoutSeconds, Version, ResultSelector and HeartbeatSeconds are ignored, with a warning.',
    why: 'The warning is what helps; a refusal would stop bundles that are in use.',
    source: 'zis-flows 2, 6',
  },
  {
    does: 'A bundle may hold flows or actions only, and names of states may be longer than 80 characters, with a warning.',
    why: 'Nobody has seen a refusal, and the warning says what is odd.',
    source: 'zis-flows 2',
  },
  {
    does: 'An upload replaces the bundle of the same name in its integration.',
    why: 'The name is all that an upload and a stored bundle have in common.',
    source: 'zis-flows 2.2',
  },
  {
    does: 'An object or array in a text becomes compact JSON; a body that is one placeholder is sent as the value itself.',
    why: 'Published bundles do both.',
    source: 'zis-flows 4.2, 5.2',
  },
  {
    does: 'The body of a failed answer is in the history, not in the data of the flow.',
    why: 'The documentation gives a flow the status only.',
    source: 'zis-flows 4.3',
  },
  {
    does: 'A credential for another host than its allowed_domain is not sent; the action fails and a Catch may take it.',
    why: 'Anything else would give a secret away. `domainWildcards` decides what counts as the domain.',
    source: 'zis-flows 4.4',
  },
  {
    does: 'Requests are signed with RS256 and the claims iss, iat and exp, the integration and the account.',
    why: 'The key in the registry is an RSA key. A verifier that needs other claims fails here as loudly as there.',
    source: 'zis-flows 4.5',
  },
  {
    does: "Paths may be written `$['a b']`; wildcards, slices, filters, `..` and negative indexes are refused.",
    why: refusedEarly,
    source: 'zis-flows 5.1',
  },
  {
    does: 'Blanks inside of `{{ $.x }}` mean nothing.',
    why: 'No other meaning is possible, and taking them harms nobody.',
    source: 'zis-flows 5.2',
  },
  { does: '`x` and `x.$` side by side are refused.', why: refusedEarly, source: 'zis-flows 5.3' },
  { does: 'A ResultPath of null throws the output away.', why: asl, source: 'zis-flows 6' },
  {
    does: 'An ActionName that names nothing is refused at the upload; one that is gone later fails its Action.',
    why: 'A flow with it cannot work, so the earliest moment is the best one to say so.',
    source: 'zis-flows 7.1',
  },
  { does: 'And, Or and Not nest to any depth.', why: asl, source: 'zis-flows 7.2' },
  {
    does: 'Texts are compared by code point, timestamps as instants; what is no timestamp makes its rule false.',
    why: `${asl} \`choiceOfOtherType\` turns false into a failure.`,
    source: 'zis-flows 7.2',
  },
  {
    does: 'An iteration of a Map gives its data after the last state; a Fail inside fails the Map; an empty array gives an empty array; there is no `$$`; a Succeed inside writes no row of the log.',
    why: asl,
    source: 'zis-flows 7.3, 7.4',
  },
  {
    does: 'A SecondsPath to something that is no number fails the flow.',
    why: 'A Wait has no Catch, and no other duration could be meant.',
    source: 'zis-flows 7.7',
  },
  {
    does: 'Causes that no source quotes are plain sentences; jq errors are in the words of jq.',
    why: 'A text nobody knows cannot be compared with. Those that are known are given verbatim.',
    source: 'zis-flows 8.2',
  },
  {
    does: 'An unknown scope, or a link that is there already or not at all, fails the action, and a Catch may take it.',
    why: 'All failures of built-in actions are documented to be caught.',
    source: 'zis-flows 9.1, 9.2',
  },
  {
    does: 'LoadLinks gives links and meta, PatchLink the link, DeleteLink nothing.',
    why: 'The REST API answers so.',
    source: 'zis-flows 9.2',
  },
  {
    does: 'jq is jq 1.8 with input, $ENV and import closed; if may stand without else.',
    why: 'Later versions read what earlier ones do, and which one ZIS has is not known.',
    source: 'zis-flows 9.3',
  },
]
