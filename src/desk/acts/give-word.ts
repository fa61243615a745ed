/** A person's own promise to a fan: said to them, written down with its time, and kept or broken in words as well. Pure. */
import type { CaseChange, GivenWord } from '../../domain/case.ts'
import type { Act } from '../../ports/desk.ts'
import { instantText, LONGEST_MS } from '../time/times.ts'
import type { Situation } from './situation.ts'
import { reply } from './speak-in-case.ts'
import { refuse, type Upshot } from './upshot.ts'

const SHOWN = 60

export function giveWord(situation: Situation, ms: number, text: string): Upshot {
  const { staff, now, given = [] } = situation
  const words = text.trim()
  if (words === '' || ms <= 0) return refuse('⛔ /promise 2d and what you promise; it is said to the fan.')
  if (ms > LONGEST_MS) return refuse('⛔ A promise is due within 365 days; nothing was said to the fan.')
  const dueAt = now + ms
  const owes = { owner: staff.name, text: words, dueAt }
  const ends = given.some(({ endedAt }) => endedAt === undefined)
    ? 'Several are open on this case now: /promises numbers them, /kept p12 words or /broken p12 words ends one.'
    : '/kept words or /broken words ends it.'
  return said(situation, words, { owes }, `🤝 Promised by ${until(dueAt, situation)}. ${ends}`)
}

/** What became of one promise of a person on this case, as the fan is told. */
export function endWord(situation: Situation, act: Act & { readonly kind: 'kept' | 'broken' }): Upshot {
  const { kind: became, text, number } = act
  if (text.trim() === '') return refuse(`⛔ /${became} and the words that tell the fan.`)
  const meant = wordMeant(situation, became, number)
  if (typeof meant === 'string') return refuse(`⛔ Nothing was said to the fan: ${meant}`)
  const sign = became === 'kept' ? '🤝 Kept' : '💔 Broken, and said so'
  return said(situation, text.trim(), { owed: { numbers: [meant.number], became } }, `${sign}: ${shown(meant)}.`)
}

/** The one that is named, else the only one that can be meant; or why there is none. */
function wordMeant(situation: Situation, became: 'kept' | 'broken', number: number | undefined): GivenWord | string {
  const { given = [] } = situation
  const open = given.filter(({ endedAt }) => endedAt === undefined)
  if (number !== undefined) {
    const found = given.find((one) => one.number === number)
    if (found === undefined) return `nobody made a promise p${number} on this case.`
    return found.endedAt === undefined
      ? found
      : `${shown(found)}: ${howEnded(found, situation)}. /r says more to the fan.`
  }
  const [only, ...more] = open
  const last = given.findLast(({ endedAt }) => endedAt !== undefined)
  if (only === undefined)
    return last === undefined
      ? 'nothing is promised on this case.'
      : `no promise is open on this case; the last one, ${shown(last)}: ${howEnded(last, situation)}. /r says more to the fan.`
  // Of one that ran out while this one was open already, whoever types may not know yet.
  const ranOut = given.filter((one) => isRunOut(one) && (one.endedAt ?? 0) >= only.madeAt)
  if (more.length === 0 && ranOut.length === 0) return only
  const lines = [
    ...open.map((one) => `${shown(one)}, by ${until(one.dueAt, situation)}`),
    ...ranOut.map((one) => `${shown(one)}: ${howEnded(one, situation)}`),
  ]
  return `which promise? Say its number: /${became} p${only.number} words.\n${lines.join('\n')}`
}

/** Nobody said what became of it: its time did. */
function isRunOut({ endedAt, outcome, dueAt }: GivenWord): boolean {
  return endedAt !== undefined && outcome === 'broken' && endedAt >= dueAt
}

function howEnded(one: GivenWord, situation: Situation): string {
  if (isRunOut(one)) return `its time was over at ${until(one.dueAt, situation)}, so it counts as broken`
  return one.outcome === 'kept' ? 'it counts as kept already' : 'it counts as broken already'
}

const until = (at: number, { now, persona }: Situation) => instantText(at, 'en', persona.manners.timeZone, now)
const shown = ({ number, text }: GivenWord) =>
  `p${number} “${text.length > SHOWN ? `${text.slice(0, SHOWN - 1).toWellFormed()}…` : text}”`

function said(situation: Situation, words: string, more: Pick<CaseChange, 'owes' | 'owed'>, says: string): Upshot {
  const upshot = reply(situation, words, false)
  if (!upshot.isDone) return upshot
  const { id } = situation.case
  const what = more.owed ? `said a promise is ${more.owed.became}` : 'promised'
  const changes = upshot.changes.map((change) =>
    change.id === id
      ? {
          ...change,
          ...more,
          events: [...(change.events ?? []), { who: situation.staff.name, what, detail: words }],
        }
      : change,
  )
  return { ...upshot, changes, says: [upshot.says, says].filter(Boolean).join(' ') }
}
