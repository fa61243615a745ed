/** What a lead is asked back about before a level is lowered, and what of another lead their act took the place of. Pure. */
import type { StaffMember } from '../../domain/case.ts'
import type { Crisis, CrisisEvent } from '../../domain/crisis.ts'
import type { Issue } from '../../domain/issue.ts'
import { isSamePerson, needsAnotherYes } from '../../persona/leads.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Acted } from '../../ports/desk.ts'
import type { CrisisWish } from '../../ports/lead-desk.ts'
import { moment, named, topicName, where } from './show-crisis.ts'
import { SURE } from './sure-in.ts'

const gravity = { green: 0, amber: 1, red: 2 } as const

/** Undefined where nothing is lowered, or who lowers it knows what they end. */
export function askedBack(
  wish: CrisisWish,
  before: Crisis | undefined,
  issue: Issue | undefined,
  { persona, clock }: { readonly persona: () => Persona; readonly clock: Clock },
): Acted | undefined {
  if (before === undefined || (wish.kind !== 'level' && wish.kind !== 'green')) return undefined
  const level = wish.kind === 'green' ? 'green' : wish.level
  const shown = `${before.level}${before.id}`
  if (gravity[level] >= gravity[before.level] || wish.sure === SURE || wish.sure === shown) return undefined
  const heard =
    before.level === 'red' ? 'fans hear the holding statement' : 'approved words alone are said on the topic'
  const ends =
    level === 'green'
      ? `Green ends ${before.isDrill ? 'the drill' : 'all of it, for every fan'}, and writes the report.`
      : 'Amber ends the holding statement: approved words are said again, or a person answers.'
  const typed = `/crisis ${topicName(before)} ${level} yes`
  const says = `✋ Nothing is changed yet. ${named(issue, persona())} is ${before.level}, ${setBy(before, clock.now())}: ${heard}. ${ends}`
  return {
    isDone: false,
    says,
    asks: { label: `Yes, ${level}: ${issue ? `#${issue.number}` : 'all'}`, sure: shown, typed },
  }
}

function setBy(crisis: Crisis, now: number): string {
  const { who, at } = lastLevel(crisis) ?? { who: 'somebody', at: crisis.beganAt }
  return `set by ${who} ${moment(at, now)}`
}

function lastLevel({ events }: Crisis): CrisisEvent | undefined {
  return events.findLast(
    ({ did, what }) => did === 'level' || (did === undefined && /^set it (amber|red)\b/.test(what)),
  )
}

/** What another lead had set or worded, and holds no more: for both of them. */
export function replacedBy(
  wish: CrisisWish,
  before: Crisis,
  staff: StaffMember,
  persona: Persona,
  now: number,
): readonly string[] {
  const isAnother = (one: StaffMember) => !isSamePerson(one.id, staff.id, persona)
  switch (wish.kind) {
    case 'level':
    case 'green': {
      const last = lastLevel(before)
      if (last === undefined || last.who === staff.name) return []
      const review = before.reviewAt === undefined ? '' : `, to be looked at again ${moment(before.reviewAt, now)}`
      return [`It takes the place of ${before.level}, which ${last.who} set ${moment(last.at, now)}${review}.`]
    }
    case 'say':
    case 'approve': {
      const isHere = (one: { readonly lang: string; readonly platform?: string }) =>
        one.lang === wish.lang && one.platform === wish.platform
      const proposed = wish.kind === 'say' ? before.proposed.filter((one) => isHere(one) && isAnother(one.by)) : []
      const approved = before.statements.filter((one) => isHere(one) && isAnother(one.approvedBy))
      return [
        ...proposed.map((one) => `It takes the place of what ${one.by.name} proposed ${where(one)}: ${one.words}`),
        // What is proposed takes no words away before it is approved.
        ...(proposed.length > 0 || (wish.kind === 'say' && needsAnotherYes(persona)) ? [] : approved).map(
          (one) => `It takes the place of what ${one.approvedBy.name} approved ${where(one)}: ${one.words}`,
        ),
      ]
    }
    case 'say-foreseen':
      return before.statements
        .filter((one) => isAnother(one.approvedBy) && one.platform === undefined)
        .map((one) => `It takes the place of what ${one.approvedBy.name} approved ${where(one)}: ${one.words}`)
    case 'words': {
      const last = before.events.findLast(({ did }) => did === 'words')
      return last === undefined || last.who === staff.name || before.words.length === 0
        ? []
        : [`It takes the place of the words that ${last.who} gave: ${before.words.join(', ')}`]
    }
    default:
      return wish satisfies never
  }
}
