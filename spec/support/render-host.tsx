import { QueryClientProvider } from '@tanstack/react-query'
import { ToastProvider } from '@zendeskgarden/react-notifications'
import { ColorSchemeProvider, ThemeProvider } from '@zendeskgarden/react-theming'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { api, createQueryClient } from '../../src/simulator/host/queries'
import { RouterProvider } from '../../src/simulator/host/router'
import type { TestZis } from './start-simulator'

/**
 * Draws a page of the Simulator area with the admin signed in; what it asks goes to a simulator in memory.
 *
 * @param intercept may put an answer in place of the simulator's; undefined lets a request through
 */
export async function renderHost(
  zis: TestZis,
  page: ReactNode,
  intercept: (request: Request) => Response | undefined = () => undefined,
) {
  const { simulator, control } = zis
  const opened = await control('POST /_sim/session', { user_id: 9001 })
  const cookie = opened.headers.get('set-cookie')!.split(';')[0]!
  window.fetch = globalThis.fetch = async (path, init) => {
    const headers = { ...Object.fromEntries(new Headers(init?.headers)), cookie }
    const request = new Request(simulator.origin + String(path), { ...init, headers })
    return intercept(request) ?? simulator.fetch(request)
  }
  // Answers arrive when they arrive; React need not be told of each.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
  await api.call('GET /_sim/session', {})
  const client = createQueryClient(() => undefined)
  render(
    <QueryClientProvider client={client}>
      <ColorSchemeProvider initialColorScheme="light">
        <ThemeProvider>
          <ToastProvider>
            <RouterProvider>{page}</RouterProvider>
          </ToastProvider>
        </ThemeProvider>
      </ColorSchemeProvider>
    </QueryClientProvider>,
  )
  return { user: userEvent.setup(), client }
}
