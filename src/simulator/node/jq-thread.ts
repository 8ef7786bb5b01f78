import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { JqError } from '../engine/ports'

export type JqReply = { stdout: string; stderr: string; exitCode: number } | { trap: string }

/** jq as the first thread compiled it. */
let compiled: WebAssembly.Module | undefined

type First = { ready: true; wasmModule: WebAssembly.Module } | { trap: string }

/** One thread with one jq in it. It evaluates one program at a time. */
export class JqThread {
  // What jq prints when it is out of memory is told as an error; nobody has to see it twice.
  readonly #worker = new Worker(path.join(__dirname, 'jq-worker.js'), {
    stdout: true,
    stderr: true,
    workerData: { wasmModule: compiled },
  })
  readonly #ready: Promise<void>

  constructor() {
    this.#worker.stdout.resume()
    this.#worker.stderr.resume()
    this.#ready = new Promise((resolve, reject) => {
      this.#worker.once('message', (first: First) => {
        if ('trap' in first) return reject(new Error(`jq could not be loaded: ${first.trap}`))
        compiled = first.wasmModule
        resolve()
      })
      this.#worker.once('error', reject)
      this.#worker.once('exit', () => reject(new JqError('budget', 'jq has been shut down')))
    })
    // Whoever evaluates hears of it; a thread that nobody asks anything must not end the process.
    this.#ready.catch(() => undefined)
  }

  /**
   * The clock starts when jq is loaded, so that a first program is not charged for it.
   * After a rejection the thread is of no more use.
   *
   * @throws {JqError} of the kind `budget` when the program does not end within `milliseconds`
   */
  async evaluate(program: string, input: string, milliseconds: number): Promise<JqReply> {
    // An idle thread must not keep the process alive, a busy one must.
    this.#worker.ref()
    await this.#ready
    const reply = await this.#ask({ program, input }, milliseconds)
    this.#worker.unref()
    return reply
  }

  #ask(message: { program: string; input: string }, milliseconds: number): Promise<JqReply> {
    const worker = this.#worker
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        finish()
        reject(new JqError('budget', `the jq program did not end within ${milliseconds} ms`))
      }, milliseconds)
      const onMessage = (reply: JqReply) => {
        finish()
        resolve(reply)
      }
      const onEnd = (cause: unknown) => {
        finish()
        reject(new JqError('budget', 'the jq program ended its thread', { cause }))
      }
      const finish = () => {
        clearTimeout(timer)
        worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd)
      }
      worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd)
      worker.postMessage(message)
    })
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}
