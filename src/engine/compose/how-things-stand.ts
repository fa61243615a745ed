/** What a model is told of the moment: the brand's date and hour, whether somebody is at the desk, and the fan's open case. */
import { isSomebodyThere } from '../../desk/people/staff.ts'
import { teamFor } from '../../desk/people/teams.ts'
import { instantText } from '../../desk/time/times.ts'
import { closingAt, hoursOf, nextOpening } from '../../desk/time/working-time.ts'
import { rememberWords } from '../../words/remember-last.ts'
import type { Recalled } from '../stages.ts'

/** A sentence each. */
export async function howThingsStand(turn: Recalled): Promise<readonly string[]> {
  const { persona, now, openCase } = turn
  const timeZone = persona.handoff.hours?.timeZone ?? persona.manners.timeZone
  return [
    `It is ${momentText(now, timeZone)} (${timeZone}).`,
    await aboutDesk(turn),
    ...(openCase
      ? [
          `A case of this fan is open (${openCase.reason}): a person will read this talk; promise nothing in their name.`,
        ]
      : []),
  ]
}

async function aboutDesk({ persona, now, cases }: Recalled): Promise<string> {
  const team = teamFor('asked-for-person', persona)
  const hours = hoursOf(team, persona)
  const { timeZone } = hours ?? persona.manners
  const opening = nextOpening(hours, now)
  if (opening !== now) return `The desk is closed until ${instantText(opening, 'en', timeZone, now)}.`
  if (cases && !(await isSomebodyThere(team, persona, now, cases))) return 'Nobody is at the desk.'
  const closing = closingAt(hours, now)
  return closing === undefined
    ? 'The desk is open.'
    : `The desk is open until ${instantText(closing, 'en', timeZone, now)}.`
}

/** `Wednesday 18 November 2026, 10:30` */
function momentText(at: number, timeZone: string): string {
  return formatIn(timeZone).format(at).replace(' at ', ', ')
}

/** Making one takes longer than using it a hundred times. */
const formatIn = rememberWords(
  (timeZone) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
)
