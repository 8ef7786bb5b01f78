import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface RealAnswer {
  status?: number
  headers?: Record<string, string>
  body: string
}

/** A server on this machine that stands for a system on the network; it can be told what to answer. */
export async function startRealHost(answer: (method: string, url: URL, body: string) => RealAnswer) {
  const received: Array<{ line: string; authorization: string | undefined }> = []
  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      const { method = '', url = '' } = request
      received.push({ line: `${method} ${url}`, authorization: request.headers.authorization })
      const { status = 200, headers, body: text } = answer(method, new URL(url, 'http://real'), body)
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text)
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    received,
    host: `localhost:${port}`,
    /** As the network: whatever the host, this server answers. */
    fetch(request: Request): Promise<Response> {
      const { pathname, search } = new URL(request.url)
      return fetch(new Request(`http://127.0.0.1:${port}${pathname}${search}`, request))
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
