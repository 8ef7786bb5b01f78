import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Change } from '../services/control/wire'
import { ticketChanges } from './change-record'

/** Milliseconds for which changes are gathered before the page asks anew. */
const gatherMs = 100
/** Milliseconds until a stream that the server refused is opened again. */
const reopenMs = 2000

/**
 * Keeps the page up to date: what the simulator says has changed is asked for again.
 *
 * @param reloadApp is called when only the app's files were built anew (`reload` with id `app`)
 * @returns whether the stream is lost; it comes back by itself
 */
export function useLiveChanges(reloadApp: () => void): boolean {
  const client = useQueryClient()
  const [isLost, setLost] = useState(false)

  useEffect(() => {
    let source: EventSource
    let timer: ReturnType<typeof setTimeout> | undefined
    let hasBeenLost = false
    const { take, stop } = gatherChanges(client)

    function open() {
      source = new EventSource('/_sim/stream')
      source.onopen = () => {
        setLost(false)
        // Nobody told us what changed meanwhile.
        if (hasBeenLost) {
          ticketChanges.note(undefined)
          void client.invalidateQueries()
        }
        hasBeenLost = false
      }
      source.onmessage = ({ data }: MessageEvent<string>) => {
        const change = JSON.parse(data) as Change
        if (change.kind === 'tickets') for (const id of change.ids ?? [change.id]) ticketChanges.note(id)
        if (change.kind !== 'reload') take(change)
        else if (change.id === 'app') reloadApp()
        else window.location.reload()
      }
      source.onerror = () => {
        hasBeenLost = true
        setLost(true)
        // The browser tries again by itself, but not after an answer that is no stream.
        if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenMs)
      }
    }

    open()
    return () => {
      source.close()
      clearTimeout(timer)
      stop()
    }
  }, [client, reloadApp])

  return isLost
}

/** Asks once for what changed often in a short time, so that a storm of events still shows rows. */
export function gatherChanges(client: Pick<QueryClient, 'invalidateQueries'>) {
  const kinds = new Set<Change['kind']>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    for (const kind of kinds) void client.invalidateQueries({ queryKey: [kind] })
    kinds.clear()
  }
  return {
    take({ kind }: Change) {
      kinds.add(kind)
      timer ??= setTimeout(flush, gatherMs)
    },
    stop: () => clearTimeout(timer),
  }
}
