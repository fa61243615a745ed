/** Many members at once: what most of them ask is answered, once for all of them. Pure. */
import type { AcceptedMessage } from '../../domain/conversation.ts'
import type { AccountId } from '../../domain/ids.ts'
import type { InboundMessage } from '../../domain/message.ts'
import { asksForPerson } from '../../hearing/asks-for-person.ts'
import { assess } from '../../hearing/assess.ts'
import { cleanText } from '../../words/letters/clean-text.ts'
import { fold } from '../../words/letters/fold.ts'
import type { Attended, Brain } from '../stages.ts'
import { wordsOf } from './addressed.ts'

/** In need of somebody: such a member is answered apart from the crowd. */
export function needsPerson({ text }: InboundMessage): boolean {
  const { handoff, yieldsToAnswer } = assess({ text: cleanText(text), lang: '', earlier: [] })
  return (handoff !== undefined && !yieldsToAnswer) || asksForPerson(text)
}

interface Question {
  readonly messages: readonly AcceptedMessage[]
  readonly text: string
  /** Equal for those who ask the same: the answer that fits best, else the words themselves. */
  readonly about: string
  /** 0–1, that an approved answer fits. */
  readonly score: number
}

/** The storm as the question most members ask; of several that as many ask, one that can be answered, and then the first. */
export function mostAsked(turn: Attended, { persona, knowledge }: Brain): Attended {
  const byMember = new Map<AccountId, AcceptedMessage[]>()
  for (const message of turn.read) {
    const { accountId } = message.author
    byMember.set(accountId, [...(byMember.get(accountId) ?? []), message])
  }
  const questions = [...byMember.values()].map((messages): Question => {
    const text = wordsOf(messages, persona)
    const { outcome, hits } = knowledge.search({ text })
    const [best] = hits
    if (outcome === 'unknown' || !best) return { messages, text, about: `words:${fold(text)}`, score: 0 }
    return { messages, text, about: `answer:${best.answer.id}`, score: best.score }
  })
  const askedBy = (question: Question) => questions.filter(({ about }) => about === question.about).length
  const [most] = questions.toSorted((a, b) => askedBy(b) - askedBy(a) || b.score - a.score)
  const author = most?.messages.at(-1)?.author
  // To be said to all of them, so no name is.
  return most && author ? { ...turn, author: { ...author, name: '' }, text: most.text, read: most.messages } : turn
}
