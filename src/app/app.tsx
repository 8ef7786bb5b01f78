import { QueryClientProvider } from '@tanstack/react-query'
import { DEFAULT_THEME, getColor, ThemeProvider } from '@zendeskgarden/react-theming'
import { Suspense, useEffect, useMemo, useState, type ReactNode } from 'react'
import { createGlobalStyle } from 'styled-components'
import { BrokenFace, NotAdminFace, SignedOutAlert } from './faces'
import { Pages } from './pages'
import { ConsoleProvider } from './platform/console'
import type { Words } from './platform/english'
import { keepFocus } from './platform/keep-focus'
import { NavigationProvider } from './platform/route'
import { WordsProvider } from './platform/words'
import type { ColorScheme, Frame } from './platform/zaf'
import { createZisClient } from './platform/zis-client'
import { createQueryClient } from './queries/query-client'
import { ErrorBoundary } from './ui/error-boundary'
import { Frame as PageFrame } from './ui/page'
import { Loading } from './ui/loading'

const Background = createGlobalStyle`
  html {
    color-scheme: ${({ theme }) => theme.colors.base};
    /* A closed menu keeps its old place when the window shrinks; it must not make the page scroll. */
    overflow-x: clip;
  }
  body {
    margin: 0;
    min-height: 100vh;
    background-color: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
    font-family: ${({ theme }) => theme.fonts.system};
    font-size: ${({ theme }) => theme.fontSizes.md};
    line-height: ${({ theme }) => theme.lineHeights.md};
    text-align: ${({ theme }) => (theme.rtl ? 'right' : 'left')};
  }
  /* A sentence of another script, such as an integration's own words, keeps its own order. */
  p, li, h1, h2, h3, dd, td, [data-garden-id='forms.input_hint'], [data-garden-id='forms.input_message'] {
    unicode-bidi: plaintext;
  }
`

const rightToLeft = ['ar', 'fa', 'he', 'ur']

interface ShellProps {
  colorScheme: ColorScheme
  locale: string
  words: Words
  children: ReactNode
}

/** Theme and words around whatever is shown. */
export function Shell({ colorScheme, locale, words, children }: ShellProps) {
  const rtl = rightToLeft.includes(locale.split('-')[0]!)
  const theme = useMemo(
    () => ({ ...DEFAULT_THEME, rtl, colors: { ...DEFAULT_THEME.colors, base: colorScheme } }),
    [rtl, colorScheme],
  )
  useEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = rtl ? 'rtl' : 'ltr'
  }, [locale, rtl])
  return (
    <ThemeProvider theme={theme}>
      <Background />
      <WordsProvider locale={locale} words={words}>
        {children}
      </WordsProvider>
    </ThemeProvider>
  )
}

interface AppProps {
  frame: Frame
  words: Words
  /** How often a read that may pass is asked again by itself. */
  retries?: number
}

/** The app inside Zendesk. */
export function App({ frame, words, retries }: AppProps) {
  const [colorScheme, setColorScheme] = useState(frame.colorScheme)
  const [isSignedOut, setSignedOut] = useState(false)
  const [queries] = useState(() => createQueryClient({ retries }))
  const console = useMemo(() => {
    const onTokenLeft = () => frame.notify(words['faces.token_left'] ?? '', 'error')
    return { frame, zis: createZisClient(frame, { onSession: setSignedOut, onTokenLeft }) }
  }, [frame, words])
  useEffect(() => frame.onColorScheme(setColorScheme), [frame])
  useEffect(() => keepFocus(document), [])

  return (
    <Shell colorScheme={colorScheme} locale={frame.user.locale} words={words}>
      <ErrorBoundary fallback={(error) => <BrokenFace error={error} />}>
        {frame.user.role === 'admin' ? (
          <ConsoleProvider value={console}>
            <QueryClientProvider client={queries}>
              <NavigationProvider links={frame}>
                {isSignedOut && <SignedOutAlert />}
                <Suspense
                  fallback={
                    <PageFrame>
                      <Loading lines={4} />
                    </PageFrame>
                  }
                >
                  <Pages />
                </Suspense>
              </NavigationProvider>
            </QueryClientProvider>
          </ConsoleProvider>
        ) : (
          <NotAdminFace />
        )}
      </ErrorBoundary>
    </Shell>
  )
}
