import { mediaQuery } from '@zendeskgarden/react-theming'
import { createGlobalStyle } from 'styled-components'

/** What Garden's own parts need on a small screen or a page that is zoomed in (WCAG 1.4.10). */
export const NarrowStyle = createGlobalStyle`
  /* Buttons that do not fit beside each other go below each other; Garden's dialog would grow with them. */
  [data-garden-id='modals.footer'] {
    flex-wrap: wrap;
    row-gap: ${({ theme }) => theme.space.xs};
  }
  ${({ theme }) => mediaQuery('down', 'sm', theme)} {
    /* A label goes on in the next line, and the button grows with it; Garden would cut it off. */
    [data-garden-id='buttons.button'] {
      max-width: 100%;
      min-height: max-content;
      white-space: normal;
      line-height: 1.2;
    }
    [data-garden-id='modals.modal'] {
      box-sizing: border-box;
      max-width: calc(100% - ${({ theme }) => theme.space.md});
      margin: ${({ theme }) => theme.space.sm};
    }
    [data-garden-id='modals.body'],
    [data-garden-id='modals.footer'] {
      padding-inline: ${({ theme }) => theme.space.md};
    }
  }
`
