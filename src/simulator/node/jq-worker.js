// @ts-check
// Evaluates jq programs, one after another, in a thread of its own that the main thread can end.
// Plain CommonJS, so that it runs as it is from the source tree and from the build.
const { readFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { parentPort, workerData } = require('node:worker_threads')
const { loadJq } = require('jq-wasm')

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)

// The limits of a worker do not reach WebAssembly memory; a program that wants more gets "out of memory".
const mostPages = (64 * 1024 * 1024) / 65536
const grow = WebAssembly.Memory.prototype.grow
WebAssembly.Memory.prototype.grow = function (/** @type {number} */ delta) {
  if (this.buffer.byteLength / 65536 + delta > mostPages) throw new RangeError('jq needs too much memory')
  return grow.call(this, delta)
}

/** Compiled by the first thread and handed to all later ones, which then start in a third of the time. */
const compiled = Promise.resolve(
  workerData?.wasmModule ??
    // The build keeps the package outside, so the file is looked up when the thread runs.
    WebAssembly.compile(readFileSync(createRequire(__filename).resolve('jq-wasm/jq.wasm'))),
)

const load = async () => loadJq({ wasmModule: await compiled })

let instance = load()

port.on('message', async (/** @type {{ program: string, input: string }} */ { program, input }) => {
  try {
    const jq = await instance
    // The blank keeps a program that begins with a minus from being read as an option.
    port.postMessage(jq.raw(input, ' ' + program, ['-c']))
  } catch (problem) {
    // After a trap the instance may answer wrongly for ever: the next program gets a new one.
    instance = load()
    port.postMessage({ trap: String(problem) })
  }
})

Promise.all([compiled, instance]).then(
  ([wasmModule]) => port.postMessage({ ready: true, wasmModule }),
  (problem) => port.postMessage({ trap: String(problem) }),
)
