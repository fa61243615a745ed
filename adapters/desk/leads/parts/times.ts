/** Moments and lengths in words, by the persona's clock. */
import { html } from 'hono/html'
import type { Html } from '../lead-page.ts'

export { lengthWords } from '#mascot'

/** `18 Nov 2026, 10:30`; `timeZone` from `context.view.timeZone()`. */
export function moment(at: number, timeZone: string): Html {
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at)
  return html`<time datetime="${new Date(at).toISOString()}">${words}</time>`
}
