/** Text as it may stand in HTML, between tags and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** Values that stand in {@link html} as they are, because they are HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

/** Builds HTML from a template; whatever is put in is escaped unless it is {@link Html} itself. */
export function html(parts: TemplateStringsArray, ...values: Array<string | number | Html | Html[]>): Html {
  const one = (value: string | number | Html | Html[]): string => {
    if (Array.isArray(value)) return value.map(one).join('')
    return value instanceof Html ? value.text : escapeHtml(String(value))
  }
  return new Html(parts.reduce((all, part, at) => all + one(values[at - 1]!) + part))
}

/** A plain page in the look of a sign-in: no script, nothing from elsewhere. */
export function signInPage(status: number, title: string, content: Html): Response {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          :root {
            color-scheme: light dark;
            --fg: #2f3941;
            --muted: #5c6970;
            --bg: #f8f9f9;
            --card: #fff;
            --line: #d8dcde;
            --main: #1f73b7;
            --main-fg: #fff;
          }
          @media (prefers-color-scheme: dark) {
            :root {
              --fg: #d8dcde;
              --muted: #b0b8be;
              --bg: #151a1e;
              --card: #1c2227;
              --line: #39434b;
              --main: #5293c7;
              --main-fg: #0b1014;
            }
          }
          * {
            box-sizing: border-box;
          }
          body {
            margin: 0;
            min-height: 100vh;
            display: grid;
            place-items: center;
            padding: 20px;
            background: var(--bg);
            color: var(--fg);
            font:
              14px/20px system-ui,
              -apple-system,
              'Segoe UI',
              Roboto,
              'Helvetica Neue',
              Arial,
              sans-serif;
          }
          main {
            width: 100%;
            max-width: 440px;
            background: var(--card);
            border: 1px solid var(--line);
            border-radius: 8px;
            padding: 32px;
          }
          h1 {
            font-size: 22px;
            line-height: 28px;
            font-weight: 600;
            margin: 0 0 12px;
          }
          p {
            margin: 0 0 12px;
          }
          ul {
            margin: 0 0 20px;
            padding-left: 20px;
          }
          .muted {
            color: var(--muted);
          }
          form {
            display: flex;
            gap: 12px;
            justify-content: flex-end;
            margin: 20px 0 0;
          }
          button {
            font: inherit;
            padding: 0 20px;
            height: 40px;
            border-radius: 4px;
            cursor: pointer;
            border: 1px solid var(--main);
            background: none;
            color: var(--main);
          }
          button.primary {
            background: var(--main);
            color: var(--main-fg);
          }
          button:focus-visible {
            outline: 2px solid var(--main);
            outline-offset: 2px;
          }
          code {
            font:
              12px/20px ui-monospace,
              Menlo,
              Consolas,
              monospace;
            overflow-wrap: anywhere;
          }
        </style>
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html>`
  return new Response(page.text, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      // Not no-referrer: then a browser would send the form with `Origin: null`.
      'referrer-policy': 'same-origin',
    },
  })
}
