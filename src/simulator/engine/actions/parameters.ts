import { isObject, own, type JsonObject } from '../../../zis/json'
import { actionFailed } from '../errors'
import type { LinkedObject } from '../ports'

/** Reads the parameters of a built-in action; what does not fit fails the action with a sentence. */
export class Parameters {
  /** @param action the action's short name, for the sentence */
  constructor(
    readonly action: string,
    private readonly given: JsonObject,
  ) {}

  /** @throws {FlowError} */
  text(key: string): string {
    const value = own(this.given, key)
    if (typeof value !== 'string') throw this.needs(`${key}, a string`)
    return value
  }

  optionalText(key: string): string | undefined {
    return own(this.given, key) === undefined ? undefined : this.text(key)
  }

  /** A name of a linked object, which may be an id. */
  name(key: string): string | number {
    return this.#name(this.given, key, key)
  }

  optionalName(key: string): string | number | undefined {
    return own(this.given, key) === undefined ? undefined : this.name(key)
  }

  object(key: string): JsonObject {
    const value = own(this.given, key)
    if (!isObject(value)) throw this.needs(`${key}, an object`)
    return value
  }

  /** One side of a link: a name and, where it has any, metadata. */
  linked(key: string): LinkedObject {
    const { metadata } = this.linkedChange(key)
    const name = this.#name(this.object(key), 'name', `${key}.name`)
    return { name, ...(metadata && { metadata }) }
  }

  /** The same, with nothing required. */
  linkedChange(key: string): Partial<LinkedObject> {
    const object = this.object(key)
    const metadata = own(object, 'metadata')
    if (metadata !== undefined && !isObject(metadata)) throw this.needs(`${key}.metadata, an object`)
    return {
      ...(own(object, 'name') !== undefined && { name: this.#name(object, 'name', `${key}.name`) }),
      ...(metadata && { metadata }),
    }
  }

  has(key: string): boolean {
    return own(this.given, key) !== undefined
  }

  needs(what: string) {
    return actionFailed(`${this.action} needs ${what}`)
  }

  #name(object: JsonObject, key: string, shown: string): string | number {
    const value = own(object, key)
    if (typeof value === 'string' || Number.isSafeInteger(value)) return value as string | number
    throw this.needs(`${shown}, a string or a whole number`)
  }
}
