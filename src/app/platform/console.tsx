import { createContext, useContext } from 'react'
import type { Frame } from './zaf'
import type { ZisClient } from './zis-client'

/** What every page can reach: Zendesk around the app, and ZIS behind it. */
export interface Console {
  frame: Frame
  zis: ZisClient
}

const ConsoleContext = createContext<Console | undefined>(undefined)
export const ConsoleProvider = ConsoleContext.Provider

/** True while nothing may be changed with the app. */
export const useReadOnly = (): boolean => useConsole().frame.isReadOnly

export function useConsole(): Console {
  const console = useContext(ConsoleContext)
  if (console === undefined) throw new Error('useConsole is called outside of ConsoleProvider')
  return console
}
