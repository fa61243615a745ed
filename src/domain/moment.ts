/** A moment as an operator writes it: `tue 14:00`, `2026-12-24 18:30` or `14:00`. Read here, put on a calendar where the zone is known. Pure. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export interface Moment {
  /** `YYYY-MM-DD`, or the next day of that name, today among them; absent: today. */
  readonly day?: string | (typeof weekdays)[number]
  /** Since midnight. */
  readonly minutes: number
}

export const MOMENT_FORM =
  'a weekday and a time, as in "tue 14:00", a date and a time (YYYY-MM-DD 14:00), or a time of today (9:30)'

const shape = /^(?:(?<date>\d{4}-\d\d-\d\d)[ T]|(?<weekday>[a-z]{3,9}),? )?(?<hour>\d{1,2}):(?<minute>[0-5]\d)$/i

/** Undefined where it is no moment, or one that no calendar has. */
export function readMoment(text: string): Moment | undefined {
  const { date, weekday, hour, minute } = shape.exec(text.trim())?.groups ?? {}
  if (hour === undefined || Number(hour) > 23) return undefined
  const minutes = Number(hour) * 60 + Number(minute)
  if (date !== undefined) return isDate(date) ? { day: date, minutes } : undefined
  if (weekday === undefined) return { minutes }
  const day = weekdays.find((short) => isNamed(weekday.toLowerCase(), short))
  return day && { day, minutes }
}

/** "tue", "tues" and "tuesday". */
function isNamed(word: string, short: (typeof weekdays)[number]): boolean {
  return full[short].startsWith(word)
}

const full = {
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
} as const

function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
