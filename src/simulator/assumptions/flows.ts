import { assume } from './assumption'

/** What is open about how flows run, beside what {@link assumptions} says of requests and of their data. */
export const flowAssumptions = {
  olderTemplateVersion: assume({
    decides: 'A bundle with the zis_template_version 2019-02-28 is taken, too: one was seen in a registry.',
    default: false,
    choices: [false, true],
    mark: 'observed',
    source: 'zis-flows 2',
  }),
  mostResources: assume({
    decides: 'How many resources a bundle may have; 0 sets no limit.',
    default: 0,
    choices: [0, 1000, 100],
    mark: 'assumed',
    source: 'zis-flows 1',
  }),
  configScopeWildcards: assume({
    decides:
      'LoadConfig takes * for any run of characters in a scope and gives the first config that fits; otherwise no scope has a * in it.',
    default: true,
    choices: [true, false],
    mark: 'documented',
    source: 'zis-flows 9.1',
  }),
  flowAttempts: assume({
    decides: 'How many attempts a flow has in all: four, or three as in the documentation of 2021.',
    default: 4,
    choices: [4, 3],
    mark: 'documented',
    source: 'zis-flows 8.3',
  }),
  thirdRetryDelay: assume({
    decides: 'Seconds before the fourth attempt when the answer had no Retry-After.',
    default: 120,
    choices: [120, 60],
    mark: 'assumed',
    source: 'zis-flows 8.3',
  }),
  retriedServerErrors: assume({
    decides: 'Which answers beside 429 make the whole flow run again: 500 to 599, or 500 only.',
    default: '500 to 599',
    choices: ['500 to 599', '500'],
    mark: 'assumed',
    source: 'zis-flows 8.3',
  }),
  retryAfterNoAnswer: assume({
    decides: 'A flow whose request got no answer at all runs again like one that was answered with 500.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-flows 8.3',
  }),
  retryAfterTimeout: assume({
    decides: 'A flow that ran longer than 100 seconds runs again.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-flows 8.3',
  }),
  retryAfterPathError: assume({
    decides: 'A flow that failed with "JSON path not found" runs again.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-flows 8.3',
  }),
  retryAfterFail: assume({
    decides: 'A flow that ends in a Fail state runs again, as in the documentation of 2021.',
    default: false,
    choices: [false, true],
    mark: 'documented',
    source: 'zis-flows 8.3',
  }),
  errorNameInCatch: assume({
    decides: 'What a Catch puts into the data has an Error beside its Cause.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-flows 8.2',
  }),
  checksUnreachableActions: assume({
    decides:
      'Before a flow starts, the connections of all its custom actions are checked, or only of those that it can come to.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-flows 4.4',
  }),
  actionsOfOtherBundles: assume({
    decides:
      'A flow can use custom actions of other bundles of its integration; the newest upload of a name wins.',
    default: true,
    choices: [true, false],
    mark: 'documented',
    source: 'zis-flows 2',
  }),
  actionSeconds: assume({
    decides: 'Seconds that one action may take; 0 leaves it all the time of its flow.',
    default: 0,
    choices: [0, 10, 30, 60],
    mark: 'assumed',
    source: 'zis-flows 1',
  }),
  countsStatesInMaps: assume({
    decides: 'States inside the iterations of a Map count towards the 250 transitions of the flow.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-flows 6',
  }),
  resultPathParent: assume({
    decides:
      'ResultPath leads through a value that is no object: the state fails, null gives way to an object, or every value does.',
    default: 'fail',
    choices: ['fail', 'replace null', 'replace'],
    mark: 'assumed',
    source: 'zis-flows 5',
  }),
  noOutputKeepsData: assume({
    decides:
      'An action without output (PatchConfig, an empty answer) leaves the data as it is when the state has no ResultPath; otherwise what it gives replaces the data.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-flows 6',
  }),
  inputAndOutputPath: assume({
    decides: 'InputPath and OutputPath work as in the Amazon States Language; otherwise they are ignored.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-flows 6',
  }),
  plainTextUnderDollarKey: assume({
    decides:
      'Text without a path or placeholder under a key that ends in .$ stands for itself, or fails the state.',
    default: 'text',
    choices: ['text', 'fail'],
    mark: 'assumed',
    source: 'zis-flows 5.3',
  }),
  dollarKeysInArrays: assume({
    decides:
      'Keys that end in .$ are resolved in objects inside arrays of Parameters and Result; otherwise they stay as written.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-flows 5.3',
  }),
  dollarKeysInBodyArrays: assume({
    decides:
      'Keys that end in .$ work inside arrays of a requestBody; otherwise the action fails with "Error Resolving JSON Params".',
    default: true,
    choices: [true, false],
    mark: 'observed',
    source: 'zis-flows 4.2',
  }),
  choiceOfOtherType: assume({
    decides:
      'A Choice rule that meets a value of another type than its operator compares is false, or fails the flow.',
    default: 'false',
    choices: ['false', 'fail'],
    mark: 'assumed',
    source: 'zis-flows 7.2',
  }),
  itemsPathErrorIsCaught: assume({
    decides: 'The Catch of a Map takes the error of an ItemsPath that is missing or no array of objects.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-flows 7.4',
  }),
  mapTakesAnyItems: assume({
    decides: 'A Map runs over texts and numbers too; otherwise an element that is no object fails it.',
    default: false,
    choices: [false, true],
    mark: 'documented',
    source: 'zis-flows 7.4',
  }),
  jqOutputs: assume({
    decides: 'What Jq gives when its program has several outputs: the first, the last, or an array of all.',
    default: 'first',
    choices: ['first', 'last', 'all'],
    mark: 'assumed',
    source: 'zis-flows 9.3',
  }),
  jqWithoutOutput: assume({
    decides: 'What a jq program without any output does: it gives null, or fails the action.',
    default: 'null',
    choices: ['null', 'fail'],
    mark: 'assumed',
    source: 'zis-flows 9.3',
  }),
  jqReadsText: assume({
    decides: 'A text that data.$ gives to Jq is read as JSON; otherwise it stays a text.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-flows 9.3',
  }),
}
