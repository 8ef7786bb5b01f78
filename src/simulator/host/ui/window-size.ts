import { useSyncExternalStore } from 'react'

/** Garden's breakpoints `md` and `lg`, less a hair, as its own media queries have it. */
const narrow = '(max-width: 767.98px)'
const medium = '(max-width: 991.98px)'

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    () => window.matchMedia(query).matches,
  )
}

/** No room for two columns. */
export const useIsNarrow = (): boolean => useMedia(narrow)
/** No room for words beside the icons of the navigation bar. */
export const useIsMedium = (): boolean => useMedia(medium)
