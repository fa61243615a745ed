/** A fan is told once, beside a reply to them, of a title that they have earned, and with a kind word of one that rests. */
import type { HeldTitle } from '../../domain/title.ts'
import { calledName } from '../recall/called-name.ts'
import type { Recalled } from '../stages.ts'
import { type Saying, type Verdict, withChanges } from '../verdict.ts'

/** Of several at once the rest waits for another reply. */
const AT_ONCE = 1

/** In a group of what was given in that very group; that one rests is told in private alone. */
export async function withTitles(verdict: Verdict, turn: Recalled): Promise<Verdict> {
  const { titles, author, conversation, persona, isStorm, isFromBot, read } = turn
  const isPlain = verdict.kind === 'reply' && !verdict.changes?.state?.pending
  if (!isPlain || !titles || persona.community.titles.length === 0 || isStorm || isFromBot) return verdict
  if (read.some(({ isForUsAlone }) => isForUsAlone)) return verdict
  const isGroup = conversation.surface === 'group'
  const untold = (await titles.toTell(author.accountId)).filter(
    (one) => !isGroup || (one.endedAt === undefined && one.conversation === conversation.id),
  )
  const told = untold.slice(0, AT_ONCE)
  if (told.length === 0) return verdict
  const idsOf = (isOver: boolean) =>
    told.filter(({ endedAt }) => (endedAt !== undefined) === isOver).map(({ id }) => id)
  return withChanges(
    { ...verdict, say: [...verdict.say, ...told.map((one) => wordOf(one, calledName(author)))] },
    { titlesTold: { given: idsOf(false), ended: idsOf(true) } },
  )
}

function wordOf({ endedAt, name: title }: HeldTitle, name: string): Saying {
  return endedAt === undefined
    ? { kind: 'standing', word: 'titleEarned', values: { name, title } }
    : { kind: 'standing', word: 'titleEnded', values: { title } }
}
