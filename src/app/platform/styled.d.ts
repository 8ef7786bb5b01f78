import type { IGardenTheme } from '@zendeskgarden/react-theming'

declare module 'styled-components' {
  /** Garden's theme is the theme of every styled part; Garden leaves saying so to the app. */
  export interface DefaultTheme extends IGardenTheme, Record<never, never> {}
}
