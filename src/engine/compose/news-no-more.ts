/** A yes to being told that it is fixed, and how it is taken back: by the button under it, a no right after, `/me news off` or in words. */
import { withoutAsked } from '../../domain/asked.ts'
import { isOfRound } from '../../domain/circle.ts'
import type { AccountId } from '../../domain/ids.ts'
import { signOf } from '../../hearing/sign-of.ts'
import { readText } from '../../words/read-text.ts'
import { isPassedOn } from '../attend/own-words.ts'
import type { Recalled } from '../stages.ts'
import { type Changes, line, type Reply, reply, type Verdict } from '../verdict.ts'

const takesBackNews = signOf('takes-back-news')

export function newsPromised(accountId: AccountId, state: NonNullable<Changes['state']>): Reply {
  const pending = { kind: 'news', accountId, isYes: true } as const
  return reply('news', [line('issueYes', { buttons: ['no-news'] })], {
    state: { ...state, pending },
    wantsNews: true,
  })
}

/** Also of who was only asked, or never: they are told nothing, as they wish. */
export function newsNoMore({ author, conversation, now }: Recalled): Reply {
  const { pending } = conversation.state
  const question = { kind: 'news', accountId: author.accountId } as const
  const isOpen = pending?.kind === 'news' && pending.accountId === author.accountId
  const state = { asked: withoutAsked(conversation.state, question, now), ...(isOpen ? { pending: undefined } : {}) }
  return reply('news', [line('issueNo')], { state, wantsNews: false })
}

/** "No need to tell me about the lids any more". Undefined for any other words, and of who is to be told nothing. */
export async function newsTakenBack(turn: Recalled): Promise<Verdict | undefined> {
  const { isAmbient, isFromBot, text } = turn
  if (isAmbient || isFromBot || isPassedOn(turn) || !takesBackNews(readText(text))) return undefined
  return (await waitsForNews(turn, 'asked', 'yes')) ? newsNoMore(turn) : undefined
}

/** Whether the fan reported something, on any of their accounts, and said so. */
export async function waitsForNews({ memory, author }: Recalled, ...said: readonly string[]): Promise<boolean> {
  const { reports = [] } = await memory.exportFan(author.accountId)
  return reports.some(({ wants, answer_id: answer }) => said.includes(String(wants)) && !isOfRound(String(answer)))
}
