/** Moments and lengths in words, by the persona's clock. */
import { html } from 'hono/html'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#mascot'
import type { Html } from '../lead-page.ts'

/** `18 Nov 2026, 10:30`; `timeZone` from `context.view.timeZone()`. */
export function moment(at: number, timeZone: string): Html {
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at)
  return html`<time datetime="${new Date(at).toISOString()}">${words}</time>`
}

/** `45 s`, `12 min`, `3 h 20 min`, `2 days`. */
export function lengthWords(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.max(0, Math.round(ms / SECOND_MS))} s`
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`
  if (ms >= 2 * DAY_MS) return `${Math.floor(ms / DAY_MS)} days`
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS)
  return minutes === 0 ? `${Math.floor(ms / HOUR_MS)} h` : `${Math.floor(ms / HOUR_MS)} h ${minutes} min`
}
