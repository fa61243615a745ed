/** A person's own promise to a fan: said to them, written down with its time, and kept or broken in words as well. Pure. */
import type { CaseChange } from '../../domain/case.ts'
import { instantText } from '../time/times.ts'
import type { Situation } from './situation.ts'
import { reply } from './speak-in-case.ts'
import { refuse, type Upshot } from './upshot.ts'

export function giveWord(situation: Situation, ms: number, text: string): Upshot {
  const { staff, now, persona } = situation
  const words = text.trim()
  if (words === '' || ms <= 0) return refuse('⛔ /promise 2d and what you promise; it is said to the fan.')
  const dueAt = now + ms
  const owes = { owner: staff.name, text: words, dueAt }
  const until = instantText(dueAt, 'en', persona.manners.timeZone)
  return said(situation, words, { owes }, `🤝 Promised by ${until}. /kept words or /broken words ends it.`)
}

/** What became of every promise of a person on this case, as the fan is told. */
export function endWord(situation: Situation, became: 'kept' | 'broken', text: string): Upshot {
  if (text.trim() === '') return refuse(`⛔ /${became} and the words that tell the fan.`)
  return said(situation, text.trim(), { owed: became }, became === 'kept' ? '🤝 Kept.' : '💔 Broken, and said so.')
}

function said(situation: Situation, words: string, more: Pick<CaseChange, 'owes' | 'owed'>, says: string): Upshot {
  const upshot = reply(situation, words, false)
  if (!upshot.isDone) return upshot
  const { id } = situation.case
  const what = more.owes ? 'promised' : `said a promise is ${more.owed}`
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
