import { toBytes } from '../encoding'
import type { Change } from '../services/control/wire'
import type { World } from '../world'

/** Milliseconds after which a silent stream says that it is alive. */
const heartbeat = 25_000

/** Ids that one message names; when more things changed, it names none. */
const mostIds = 500

/**
 * Tells a page what changed, as server-sent events. Changes of one moment go out together, each kind once with
 * the ids of what changed, so that a storm of events does not become one of messages.
 */
export function liveStream(world: World, signal: AbortSignal): Response {
  let end = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      /** Ids by kind; undefined where anything may have changed. */
      const pending = new Map<Change['kind'], Set<string> | undefined>()
      let timer: ReturnType<typeof setTimeout> | undefined

      const send = (text: string) => controller.enqueue(toBytes(text))
      const flush = () => {
        timer = undefined
        for (const [kind, ids] of pending) send(`data: ${JSON.stringify(changeOf(kind, ids))}\n\n`)
        pending.clear()
      }
      const stopListening = world.changes.listen(({ kind, id }) => {
        const ids = pending.has(kind) ? pending.get(kind) : new Set<string>()
        pending.set(kind, id === undefined || ids?.size === mostIds ? undefined : ids?.add(id))
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

function changeOf(kind: Change['kind'], ids: Set<string> | undefined): Change {
  if (!ids) return { kind }
  const all = [...ids]
  return all.length === 1 ? { kind, id: all[0]! } : { kind, ids: all }
}
