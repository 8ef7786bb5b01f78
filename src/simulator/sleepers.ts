export interface Sleeper {
  /** Milliseconds since 1970. */
  due: number
  call: () => void
}

interface Place extends Sleeper {
  /** Of two with one due time, the older is first. */
  number: number
  index: number
}

/** Who waits on a clock, soonest first (a binary heap): thousands of retries may wait at once. */
export class Sleepers {
  #heap: Place[] = []
  #count = 0

  get size(): number {
    return this.#heap.length
  }

  first(): Sleeper | undefined {
    return this.#heap[0]
  }

  /** The answer takes the sleeper out again; it tells whether it was still in. */
  add(sleeper: Sleeper): () => boolean {
    const place: Place = { ...sleeper, number: (this.#count += 1), index: this.#heap.length }
    this.#heap.push(place)
    this.#up(place)
    return () => this.#remove(place)
  }

  /** Takes the first one out. */
  take(): Sleeper | undefined {
    const first = this.#heap[0]
    if (first) this.#remove(first)
    return first
  }

  clear(): void {
    for (const place of this.#heap) place.index = -1
    this.#heap = []
  }

  #remove(place: Place): boolean {
    if (place.index < 0) return false
    const last = this.#heap.pop()!
    if (last !== place) {
      this.#put(last, place.index)
      this.#up(last)
      this.#down(last)
    }
    place.index = -1
    return true
  }

  #put(place: Place, index: number): void {
    this.#heap[index] = place
    place.index = index
  }

  #swap(one: Place, other: Place): void {
    const { index } = one
    this.#put(one, other.index)
    this.#put(other, index)
  }

  #up(place: Place): void {
    while (place.index > 0) {
      const parent = this.#heap[(place.index - 1) >> 1]!
      if (isBefore(parent, place)) return
      this.#swap(parent, place)
    }
  }

  #down(place: Place): void {
    for (;;) {
      const left = this.#heap[2 * place.index + 1]
      const right = this.#heap[2 * place.index + 2]
      const sooner = right && left && isBefore(right, left) ? right : left
      if (!sooner || isBefore(place, sooner)) return
      this.#swap(place, sooner)
    }
  }
}

const isBefore = (one: Place, other: Place): boolean =>
  one.due < other.due || (one.due === other.due && one.number < other.number)
