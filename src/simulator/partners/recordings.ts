import { changeJson, firstInexactInteger } from '../../zis/integers'
import type { Json } from '../../zis/json'
import { ZisProblem } from '../../zis/wire/problems'
import type { World } from '../world'
import type { AnswerShape, PartnerDefinition, RouteShape } from './definition'
import type { PartnerFile } from './partner-files'
import { readDefinition } from './read-definition'
import { recordedKey } from './recorded-partner'
import { recordedRequest } from './recorded-request'
import { recordingMask } from './recording-mask'

/** Where recordings are kept: one partner file for each host. */
export interface RecordingFiles {
  read(): Promise<PartnerFile[]>
  /** Keeps all of the text or nothing of it. */
  write(host: string, text: string): Promise<void>
  remove(host: string): Promise<void>
}

/** An answer of the network, with the request that it is for, nothing masked. */
export interface RealExchange {
  method: string
  url: URL
  body: string
  status: number
  headers: Headers
  text: string
}

export interface RecordingsParts {
  files: RecordingFiles
  /** Hosts that the user has named. */
  allowed: ReadonlySet<string>
  /** The file of the user's own that plays the host, if one. */
  fileFor(host: string): string | undefined
  /** Called when a file has changed: what was recorded plays the host. */
  changed(host: string): Promise<void>
}

const hostForm = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?$/

/** True when the user has named this host; a name without a port stands for all of its ports. */
export const isAllowed = (allowed: ReadonlySet<string>, host: string): boolean =>
  allowed.has(host) || allowed.has(host.replace(/:\d+$/, ''))

export type Recordings = ReturnType<typeof createRecordings>

/** Real answers of hosts that the user has named, kept masked as a partner that gives them again. */
export function createRecordings({ masker, changes }: World, parts: RecordingsParts) {
  const { files, allowed } = parts
  const mask = recordingMask(masker)
  const recording = new Set<string>()
  /** Requests that were recorded since recording began: what was recorded of them earlier is replaced. */
  const renewed = new Map<string, Set<string>>()
  let turn: Promise<unknown> = Promise.resolve()

  const isRecording = (host: string) => isAllowed(recording, host)

  async function read(host: string): Promise<PartnerDefinition> {
    for (const file of await files.read()) {
      const { definition } = 'text' in file ? readDefinition(file.path, file.text) : {}
      if (definition?.host === host) return definition
    }
    return { host, title: host, recorded: true, routes: [] }
  }

  function answerOf({ status, headers, text }: RealExchange): AnswerShape {
    const json = changeJson(text, mask.json)
    const shown = mask.headers(headers)
    // In a text integers beyond 2^53 keep their digits.
    const isValue = json !== undefined && firstInexactInteger(text) === undefined
    return {
      status,
      ...(Object.keys(shown).length > 0 && { headers: shown }),
      ...(isValue && { body: JSON.parse(json) as Json }),
      ...(!isValue && text !== '' && { text: json ?? mask.text(text) }),
    }
  }

  async function add(exchange: RealExchange): Promise<void> {
    const { host } = exchange.url
    const asked = await recordedRequest(mask, exchange)
    const { query, ...rest } = asked
    const route: RouteShape = { ...rest, ...(query !== '' && { query }) }
    const key = recordedKey(route)
    const seen = renewed.get(host) ?? new Set()
    renewed.set(host, seen)
    const definition = await read(host)
    const routes = definition.routes ?? []
    const known = routes.find((one) => recordedKey(one) === key)
    const before = seen.has(key) && known ? (known.answers ?? []) : []
    const next = { ...route, answers: [...before, answerOf(exchange)] }
    seen.add(key)
    const all = known ? routes.map((one) => (one === known ? next : one)) : [...routes, next]
    await files.write(host, `${JSON.stringify({ ...definition, routes: all }, null, 2)}\n`)
    await parts.changed(host)
  }

  /** Why a host cannot be recorded. */
  function refusal(host: string): string | undefined {
    if (!hostForm.test(host)) return `"${host}" is no host name in small letters, such as api.example.com`
    if (!isAllowed(allowed, host)) return `${host} was not named: start the simulator with --record ${host}`
    const file = parts.fileFor(host)
    return file && `${host} is played by ${file}: take that file away first`
  }

  return {
    isRecording,

    /**
     * From now on answers of the host come from the network and are kept.
     * @throws {ZisProblem} BadRequest
     */
    start(host: string): void {
      const detail = refusal(host)
      if (detail !== undefined) throw new ZisProblem('BadRequest', { detail })
      recording.add(host)
      for (const known of renewed.keys()) if (isRecording(known)) renewed.delete(known)
      changes.tell('partners', host)
    },

    /** The host is played by what was recorded. */
    stop(host: string): void {
      recording.delete(host)
      // It may be recorded because its name is, on all ports.
      recording.delete(host.replace(/:\d+$/, ''))
      changes.tell('partners', host)
    },

    /** Keeps one answer; in the order in which they came. */
    keep(exchange: RealExchange): Promise<void> {
      const kept = turn.then(() => add(exchange))
      turn = kept.catch(() => {})
      return kept
    },

    async remove(host: string): Promise<void> {
      await turn
      await files.remove(host)
      renewed.delete(host)
      await parts.changed(host)
    },

    /** Hosts that may be recorded, and those that are. */
    hosts: (): Array<{ host: string; is_recording: boolean }> =>
      [...new Set([...allowed, ...recording])].map((host) => ({ host, is_recording: isRecording(host) })),
  }
}

/** Recordings that end with the process. */
export function recordingsInMemory(): RecordingFiles {
  const texts = new Map<string, string>()
  return {
    read: () => Promise.resolve([...texts].map(([host, text]) => ({ path: `${host} (in memory)`, text }))),
    write(host, text) {
      texts.set(host, text)
      return Promise.resolve()
    },
    remove(host) {
      texts.delete(host)
      return Promise.resolve()
    },
  }
}
