/** A place as editors count it: both from 1, columns in UTF-16 units. */
export interface Place {
  line: number
  column: number
}

/** Turns offsets into a text into lines and columns. Lines end with LF, CR LF or CR. */
export class Places {
  readonly #starts: number[]

  constructor(text: string) {
    // Nobody sees a byte order mark, so it takes no column.
    this.#starts = [text.startsWith('\ufeff') ? 1 : 0]
    for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) this.#starts.push(index + end.length)
  }

  at(offset: number): Place {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: Math.max(1, offset - this.#starts[low]! + 1) }
  }
}
