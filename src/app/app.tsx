import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { DEFAULT_THEME, getColor, ThemeProvider } from '@zendeskgarden/react-theming'
import { Suspense, useEffect, useMemo, useState, type ReactNode } from 'react'
import { createGlobalStyle } from 'styled-components'
import { BrokenFace, FaultBanner, NotAdminFace, ReadOnlyAlert, SignedOutAlert } from './faces'
import { Pages } from './pages'
import { ConsoleProvider } from './platform/console'
import { keepFocus } from './platform/keep-focus'
import { keepInSight } from './platform/keep-in-sight'
import { isRightToLeft } from './platform/direction'
import type { Language } from './platform/languages'
import { NavigationProvider } from './platform/route'
import { WordsProvider } from './platform/words'
import type { ColorScheme, Frame } from './platform/zaf'
import { createZisClient } from './platform/zis-client'
import { ErrorBoundary } from './ui/error-boundary'
import { Frame as PageFrame } from './ui/page'
import { Loading } from './ui/loading'
import { NarrowStyle } from './ui/narrow-style'
import { useFault } from './use-fault'

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
  p, li, h1, h2, h3, dd, td, th, label, legend, [data-garden-id='forms.input_hint'], [data-garden-id='forms.input_message'],
  [data-garden-id='dropdowns.combobox.hint'], [data-garden-id='dropdowns.combobox.message'] {
    unicode-bidi: plaintext;
  }
  /* A file is the same in every language. */
  pre, code {
    direction: ltr;
    unicode-bidi: isolate;
  }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
      scroll-behavior: auto !important;
    }
  }
`

interface ShellProps {
  colorScheme: ColorScheme
  language: Language
  timeZone?: string
  children: ReactNode
}

/** Theme and words around whatever is shown. */
export function Shell({ colorScheme, language, timeZone, children }: ShellProps) {
  const { locale } = language
  const rtl = isRightToLeft(locale)
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
      <NarrowStyle />
      <WordsProvider language={language} timeZone={timeZone}>
        {children}
      </WordsProvider>
    </ThemeProvider>
  )
}

interface AppProps {
  frame: Frame
  language: Language
  queries: QueryClient
}

/** The app inside Zendesk. */
export function App({ frame, language, queries }: AppProps) {
  const [colorScheme, setColorScheme] = useState(frame.colorScheme)
  const [isSignedOut, setSignedOut] = useState(false)
  const console = useMemo(() => {
    const onTokenLeft = () => frame.notify(language.words['faces.token_left'] ?? '', 'error')
    return { frame, zis: createZisClient(frame, { onSession: setSignedOut, onTokenLeft }) }
  }, [frame, language])
  useEffect(() => frame.onColorScheme(setColorScheme), [frame])
  useEffect(() => keepFocus(document), [])
  useEffect(() => keepInSight(document), [])
  const [fault, forgetFault] = useFault()

  return (
    <Shell colorScheme={colorScheme} language={language} timeZone={frame.user.timeZone}>
      <ErrorBoundary fallback={(error) => <BrokenFace error={error} />}>
        {frame.user.role === 'admin' ? (
          <ConsoleProvider value={console}>
            <QueryClientProvider client={queries}>
              <NavigationProvider links={frame}>
                {isSignedOut && <SignedOutAlert />}
                {fault && <FaultBanner fault={fault} onClose={forgetFault} />}
                {frame.isReadOnly && <ReadOnlyAlert />}
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
