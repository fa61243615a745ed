/** How a range of hours is written in persona.yaml, and what was meant by one that is written otherwise. */

/** `24:00` ends a day, `00:00-00:00` is a whole one; else nothing ends when it begins. */
export const hoursRangePattern =
  /^(?!(?!00:00)(\d\d:\d\d)-\1$)([01]\d|2[0-3]):[0-5]\d-(?:([01]\d|2[0-3]):[0-5]\d|24:00)$/

const clock = String.raw`(\d{1,2})(?:[:.h]([0-5]\d))?(am|pm)?`
const loose = new RegExp(`^${clock}-${clock}$`)

/** What is wrong with a text that the pattern refuses. */
export function notARange(text: string): string {
  const meant = meantBy(text)
  return meant === undefined
    ? 'is not a time range such as 09:00-18:00'
    : `is not a time range (did you mean ${meant}?)`
}

/**
 * A range as the files have it, for one that is written otherwise: `9-17` → `09:00-17:00`. Undefined where none is meant.
 * `by day`: a shop's hours, so that `9-5` ends in the afternoon; one through the night is then written with both its halves, `22-5`, `9am-5am`.
 */
export function rangeMeant(text: string, when?: 'by day'): string | undefined {
  return hoursRangePattern.test(text) ? text : meantBy(text, when)
}

/** Other marks, missing digits, the twelve hours of a clock, and hours that count on past midnight. */
function meantBy(text: string, when?: 'by day'): string | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/g, '')
    .replace(/[‐-―−~〜]|to/u, '-')
  const found = loose.exec(plain)
  if (!found) return undefined
  const from = minutesOf(found[1], found[2], found[3])
  const to = minutesOf(found[4], found[5], found[6] ?? halfMeant(found, when))
  if (from === undefined || to === undefined || from > 1440) return undefined
  if (from === to) return '00:00-24:00'
  const end = to > 1440 ? to - 1440 : to
  return `${written(from % 1440)}-${written(end)}`
}

/** Of an end without one. The twelve hours of a clock are spoken of where the end would come before the beginning, and both are on its face. */
function halfMeant([, from = '', , half, to = '']: RegExpExecArray, when: 'by day' | undefined): string | undefined {
  const [begin, end] = [Number(from), Number(to)]
  const isOnFace = end >= 1 && end <= 12 && !to.startsWith('0')
  if (!isOnFace) return undefined
  if (half !== undefined) return end > begin % 12 ? half : half === 'am' ? 'pm' : 'am'
  return when === 'by day' && begin <= 12 && end <= begin ? 'pm' : undefined
}

/** Up to the end of the next day. */
function minutesOf(hours = '', minutes = '00', half?: string): number | undefined {
  const hour = Number(hours)
  if (half === undefined) return hour < 48 ? hour * 60 + Number(minutes) : undefined
  if (hour < 1 || hour > 12) return undefined
  return ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + Number(minutes)
}

function written(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
