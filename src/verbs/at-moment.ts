/** `--at "tue 14:00"`: the clock of a trial, set to any hour by the brand's own time, and going on from there. */
import { instantOf } from '../desk/time/hours.ts'
import { MOMENT_FORM, readMoment } from '../domain/moment.ts'
import { MascotError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'

/** `text`: absent, the clock is as it was. @throws {MascotError} `usage` where it is no moment */
export function clockAt(text: unknown, clock: Clock, timeZone: string): Clock {
  if (typeof text !== 'string') return clock
  const moment = readMoment(text)
  if (!moment) throw new MascotError('usage', `--at "${text}" is no moment: write ${MOMENT_FORM}`)
  const start = clock.now()
  const ahead = instantOf(moment, timeZone, start) - start
  return { ...clock, now: () => clock.now() + ahead }
}
