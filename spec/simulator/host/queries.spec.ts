import { ApiProblem } from '../../../src/simulator/host/api'
import { createQueryClient } from '../../../src/simulator/host/queries'

function start() {
  let reloads = 0
  const client = createQueryClient(() => (reloads += 1))
  const ask = (status: number) =>
    client
      .fetchQuery({ queryKey: ['tickets'], queryFn: () => Promise.reject(new ApiProblem(status, 'no')) })
      .catch((problem: unknown) => problem)
  return { client, ask, reloads: () => reloads }
}

it('loads the page anew when its session is gone, as after a reset', async () => {
  const { client, ask, reloads } = start()
  client.setQueryData(['session'], {})
  await ask(401)
  expect(reloads()).toBe(1)
})

it('does so too when a change is refused', async () => {
  const { client, reloads } = start()
  client.setQueryData(['session'], {})
  const change = client.getMutationCache().build(client, {
    mutationFn: () => Promise.reject(new ApiProblem(401, 'no')),
  })
  await change.execute(undefined).catch(() => undefined)
  expect(reloads()).toBe(1)
})

it.each([403, 404, 500])('stays where it is for a status of %d', async (status) => {
  const { client, ask, reloads } = start()
  client.setQueryData(['session'], {})
  await ask(status)
  expect(reloads()).toBe(0)
})

it('does not go round and round where no session can be had', async () => {
  const { ask, reloads } = start()
  await ask(401)
  expect(reloads()).toBe(0)
})
