import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'

/** A port that cannot be listened on, said in one sentence. */
export class PortProblem extends Error {
  override readonly name = 'PortProblem'
}

/** How long a client may take (ms), so that slow ones cannot hold connections for ever. */
interface Patience {
  /** Until its headers are there. */
  headers: number
  /** Until the whole request is there. */
  request: number
  /** How often connections are looked at. */
  check: number
}
const usualPatience: Patience = { headers: 10_000, request: 60_000, check: 2_000 }

/** Connections at once: far more than browsers and programs of one user open. */
const mostConnections = 1000

/**
 * Listens on this machine only. Requests that come before {@link Listening.answer} is called wait for it.
 *
 * @throws {PortProblem} when the port is taken or not allowed
 */
export async function listen(port: number, patience: Patience = usualPatience) {
  let ready: (fetch: (request: Request) => Promise<Response>) => void = () => {}
  const answering = new Promise<(request: Request) => Promise<Response>>((resolve) => (ready = resolve))
  const listener = getRequestListener(async (request) => (await answering)(request), {
    overrideGlobalObjects: false,
  })
  const server: Server = createServer(
    {
      maxHeaderSize: 32 * 1024,
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      connectionsCheckingInterval: patience.check,
    },
    listener,
  )
  server.maxConnections = mostConnections

  await new Promise<void>((resolve, reject) => {
    server.once('error', (problem: NodeJS.ErrnoException) => {
      const reason =
        problem.code === 'EADDRINUSE'
          ? `Port ${port} is taken; stop what listens there or choose another one with --port.`
          : `Port ${port} cannot be used (${problem.code ?? problem.message}); choose another one with --port.`
      reject(new PortProblem(reason, { cause: problem }))
    })
    server.listen(port, '127.0.0.1', resolve)
  })

  return {
    port: (server.address() as AddressInfo).port,
    answer: ready,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        // Live streams would hold it open for ever.
        server.closeAllConnections()
      }),
  }
}
