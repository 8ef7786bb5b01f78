import { QueryClientProvider } from '@tanstack/react-query'
import { Button } from '@zendeskgarden/react-buttons'
import { Spinner } from '@zendeskgarden/react-loaders'
import { ToastProvider } from '@zendeskgarden/react-notifications'
import {
  ColorSchemeProvider,
  DEFAULT_THEME,
  getColor,
  ThemeProvider,
  useColorScheme,
} from '@zendeskgarden/react-theming'
import { useState, type ReactNode } from 'react'
import styled, { createGlobalStyle } from 'styled-components'
import { createQueryClient, useSession } from './queries'
import { RouterProvider } from './router'
import { Empty } from './ui/faces'
import { ZendeskPage } from './zendesk-page'

const PageStyle = createGlobalStyle`
  html, body, #root {
    margin: 0;
    height: 100%;
  }
  *, *::before, *::after {
    box-sizing: border-box;
  }
  body {
    background-color: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
    color-scheme: ${({ theme }) => theme.colors.base};
    line-height: ${({ theme }) => theme.lineHeights.md};
    font-family: ${({ theme }) => theme.fonts.system};
    font-size: ${({ theme }) => theme.fontSizes.md};
  }
  /* A closed menu keeps its old place when the window shrinks; it must not make the page scroll. */
  [data-garden-id='chrome.chrome'] {
    overflow-x: clip;
  }
  h1, h2, h3 {
    margin: 0;
  }
  button, input, select, textarea {
    font-family: inherit;
  }
`
const Center = styled.main`
  display: flex;
  align-items: center;
  justify-content: center;
  height: 100%;
`

/** Garden's theme in the scheme that the user chose; the choice is kept in the browser. */
function Themed({ children }: { children: ReactNode }) {
  const { colorScheme } = useColorScheme()
  const theme = { ...DEFAULT_THEME, colors: { ...DEFAULT_THEME.colors, base: colorScheme } }
  return (
    <ThemeProvider theme={theme}>
      <PageStyle />
      {children}
    </ThemeProvider>
  )
}

/** Shows nothing of Zendesk before it is known who is signed in. */
function SignedIn() {
  const session = useSession()
  if (session.data) return <ZendeskPage session={session.data} />
  if (!session.error) {
    return (
      <Center aria-label="Loading">
        <Spinner size="48" aria-label="Loading" />
      </Center>
    )
  }
  return (
    <Center>
      <Empty title="Couldn't open the page" text={session.error.message}>
        {/* The page as a whole, since it is what brings the session's cookie. */}
        <Button isPrimary onClick={() => window.location.reload()}>
          Reload
        </Button>
      </Empty>
    </Center>
  )
}

export function Root() {
  const [queries] = useState(() => createQueryClient())
  return (
    <QueryClientProvider client={queries}>
      <ColorSchemeProvider colorSchemeKey="color-scheme" initialColorScheme="system">
        <Themed>
          <ToastProvider zIndex={600}>
            <RouterProvider>
              <SignedIn />
            </RouterProvider>
          </ToastProvider>
        </Themed>
      </ColorSchemeProvider>
    </QueryClientProvider>
  )
}
