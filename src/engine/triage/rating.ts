/** A fan tells how a closed case was: a number by button or in words, then a comment if they like. */
import { commented, commentUntil, rated, ratingIn } from '../../desk/acts/csat.ts'
import { type Case, whichCase } from '../../domain/case.ts'
import { caseId } from '../../domain/ids.ts'
import { asksForPerson } from '../../hearing/asks-for-person.ts'
import type { Recalled } from '../stages.ts'
import { line, reply, type Verdict } from '../verdict.ts'

export async function rating(turn: Recalled): Promise<Verdict | undefined> {
  const { messages, conversation, author, now, cases } = turn
  const pressed = messages.findLast(({ button }) => button?.startsWith('csat:'))?.button
  if (pressed === undefined && messages.some(({ button }) => button !== undefined)) return undefined
  const { pending } = conversation.state
  const asked = pending?.kind === 'csat' ? pending : undefined
  const id = pressed ? caseId(pressed.split(':')[1] ?? '') : asked?.caseId
  const one = id === undefined ? undefined : await cases?.get(id)
  const isTheirs = one?.accountId === author.accountId && one.conversationId === conversation.id
  if (!one || !isTheirs || (pressed === undefined && asked && asked.until < now)) return undefined
  const number = ratingIn(turn.text, pressed, one.id)
  // Pressed once more: another number is the better one, the same is thanked for.
  if (pressed !== undefined && one.csat !== undefined && number !== undefined)
    return number === one.csat ? reply('csat', [line('csatThanks')]) : withNumber(one, number, turn)
  if (one.csat === undefined) return number === undefined ? undefined : withNumber(one, number, turn)
  return pressed === undefined && one.csatComment === undefined && mayBeComment(turn)
    ? withComment(one, turn)
    : undefined
}

function withNumber(one: Case, number: number, { author, now }: Recalled): Verdict {
  const pending = {
    kind: 'csat',
    caseId: one.id,
    until: commentUntil(now),
    accountId: author.accountId,
  } as const
  const cases = [rated(whichCase(one), number, author.name)]
  return reply('csat', [line('csatComment')], { state: { pending }, cases })
}

function withComment(one: Case, { author, text }: Recalled): Verdict {
  const cases = [commented(whichCase(one), text, author.name)]
  return reply('csat', [line('csatThanks')], { state: { pending: undefined }, cases })
}

/** A question, or a call for a person, is no comment on how it was. */
function mayBeComment({ text, findings }: Recalled): boolean {
  return text !== '' && findings.outcome !== 'answer' && !/[?？]\s*$/u.test(text) && !asksForPerson(text)
}
