import { createChanges, type Changes } from '../../../src/simulator/changes'
import { liveStream } from '../../../src/simulator/server/live'
import type { World } from '../../../src/simulator/world'

/** What a page hears of changes that are told in one moment. */
async function heard(tell: (changes: Changes) => void): Promise<unknown[]> {
  const changes = createChanges()
  const stop = new AbortController()
  const { body } = liveStream({ changes } as World, stop.signal)
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader()
  tell(changes)
  let text = ''
  while (!text.includes('data: ')) text += (await reader.read()).value
  await reader.cancel()
  stop.abort()
  return [...text.matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json!) as unknown)
}

describe('the live stream', () => {
  it('names what changed, each thing once', async () => {
    const messages = await heard(({ tell }) => {
      for (const id of ['1', '2', '1']) tell('tickets', id)
      tell('runs', '7')
      tell('clock')
    })
    expect(messages[0]).toEqual({ kind: 'tickets', ids: ['1', '2'] })
  })

  it('names nothing when anything of the kind may have changed', async () => {
    expect(
      await heard(({ tell }) => {
        tell('tickets', '1')
        tell('tickets')
        tell('tickets', '2')
      }),
    ).toEqual([{ kind: 'tickets' }])
  })

  it('names nothing when very many things changed', async () => {
    expect(
      await heard(({ tell }) => {
        for (let id = 0; id < 501; id += 1) tell('tickets', String(id))
      }),
    ).toEqual([{ kind: 'tickets' }])
  })
})
