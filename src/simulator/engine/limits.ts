/** What a run may use (zis-flows 1). */
export interface Limits {
  /** Of the clock, for a whole attempt: waits and requests included. */
  seconds: number
  /** States entered in an attempt, those inside Maps included. */
  transitions: number
  /** Elements of the array of one Map. */
  mapItems: number
  /** Of the answer to one request. */
  answerBytes: number
  /** Of all that an attempt records: what its states write, send and get (characters of JSON). */
  recordedSize: number
  /** Real time of one jq program. */
  jqMilliseconds: number
}

export const zisLimits: Limits = {
  seconds: 100,
  transitions: 250,
  mapItems: 100,
  answerBytes: 2_000_000,
  recordedSize: 64_000_000,
  jqMilliseconds: 2000,
}
