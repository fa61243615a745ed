/** What every page for fans looks like, and what it tells the browser: no script, nothing from elsewhere, no cookie. */
import { html } from 'hono/html'
import type { Face, FanPageWords } from '#mascot'

/** Escaped where it was put together with `html`. */
export type Html = ReturnType<typeof html>

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

export const headers: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

export const styles = `
:root { color-scheme: light dark; --text: #1d1f23; --quiet: #53575f; --surface: #fff; --ground: #f4f4f2; --line: #c9cbd0; --danger: #a31621; }
@media (prefers-color-scheme: dark) {
  :root { --text: #eceef2; --quiet: #b4b9c2; --surface: #202329; --ground: #15171b; --line: #4a4f59; --danger: #ff9c9c; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 44rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.15rem; margin-block: 1.75rem 0.5rem; }
ul { list-style: none; padding: 0; }
figure, .card { margin: 0 0 1rem; padding: 1rem; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; }
blockquote { margin: 0; font-size: 1.1rem; white-space: pre-line; }
figcaption, .quiet { color: var(--quiet); }
img { max-width: 100%; border-radius: 8px; }
a { color: inherit; }
button { min-height: 44px; padding: 0 1rem; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); color: inherit; font: inherit; }
button.danger { border-color: var(--danger); color: var(--danger); }
:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
`

/** Whose page it is, and in what language. */
export interface Shown {
  readonly face: Face
  readonly words: FanPageWords
}

/** What stands in braces. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, key: string) => String(values[key] ?? hole))
}

export function page(title: string, { face, words }: Shown, body: Html): Html {
  return html`<!doctype html>
    <html lang="${words.lang}" dir="${words.isRightToLeft ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${face.brand}</title>
        <link rel="stylesheet" href="/works/style.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`
}

export function button(
  to: string,
  label: string,
  {
    about,
    isDanger,
    hidden = {},
  }: {
    readonly about?: string
    readonly isDanger?: boolean
    readonly hidden?: Readonly<Record<string, string | number>>
  } = {},
): Html {
  return html`<form method="post" action="${to}">
    ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button type="submit" class="${isDanger ? 'danger' : ''}" ${about === undefined ? '' : html`aria-label="${label} ${about}"`}>${label}</button>
  </form>`
}

/** `2026-01-31`, which no language reads otherwise. */
export function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
