/** How long something took, for staff: `25 min`, `3 h 20 min`, `2 d 5 h`. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from './durations.ts'

/** `ms`: what is less than nothing, as clocks differ, is none. In minutes up to an hour or two, then in the two largest units. */
export function lasting(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / MINUTE_MS))
  const [hours, days] = [Math.floor((minutes * MINUTE_MS) / HOUR_MS), Math.floor((minutes * MINUTE_MS) / DAY_MS)]
  if (minutes < 2 * 60) return `${minutes} min`
  if (days < 2) return joined(hours, 'h', minutes % 60, 'min')
  return joined(days, 'd', hours % 24, 'h')
}

function joined(large: number, unit: string, small: number, smaller: string): string {
  return small === 0 ? `${large} ${unit}` : `${large} ${unit} ${small} ${smaller}`
}
