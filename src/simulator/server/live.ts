import { toBytes } from '../encoding'
import type { Change } from '../services/control/wire'
import type { World } from '../world'

/** Milliseconds after which a silent stream says that it is alive. */
const heartbeat = 25_000

/**
 * Tells a page what changed, as server-sent events. Changes of one moment go out together, each kind once and
 * with an id when only one thing of its kind changed, so that a storm of events does not become one of messages.
 */
export function liveStream(world: World, signal: AbortSignal): Response {
  let end = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const pending = new Map<Change['kind'], Change>()
      let timer: ReturnType<typeof setTimeout> | undefined

      const send = (text: string) => controller.enqueue(toBytes(text))
      const flush = () => {
        timer = undefined
        for (const change of pending.values()) send(`data: ${JSON.stringify(change)}\n\n`)
        pending.clear()
      }
      const stopListening = world.changes.listen((change) => {
        const { kind, id } = pending.get(change.kind) ?? change
        pending.set(kind, id === change.id ? change : { kind })
        timer ??= setTimeout(flush, 30)
      })
      const alive = setInterval(() => send(': alive\n\n'), heartbeat)
      alive.unref?.()
      end = () => {
        stopListening()
        clearInterval(alive)
        clearTimeout(timer)
      }
      signal.addEventListener('abort', end, { once: true })
      send(': hello\n\n')
    },
    cancel: () => end(),
  })
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
  })
}
