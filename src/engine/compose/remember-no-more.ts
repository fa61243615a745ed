/** A yes to being remembered is taken back by `/remember off`: what it let be kept goes, and the fan hears what that was. Words alone delete nothing. */
import { withoutAsked } from '../../domain/asked.ts'
import { signOf } from '../../hearing/sign-of.ts'
import { readText } from '../../words/read-text.ts'
import { isPassedOn } from '../attend/own-words.ts'
import type { Recalled } from '../stages.ts'
import { reply, type Verdict } from '../verdict.ts'

const takesBackMemory = signOf('takes-back-memory')
/** In UTF-16 units, of what is listed. */
const LISTED = 300

export async function rememberNoMore(turn: Recalled): Promise<Verdict> {
  const { author, conversation, now } = turn
  const told = await toldBy(turn)
  const question = { kind: 'consent', accountId: author.accountId } as const
  const isOpen = conversation.state.pending?.kind === 'consent'
  const state = {
    asked: withoutAsked(conversation.state, question, now),
    ...(isOpen ? { pending: undefined } : {}),
  }
  const saying =
    told.length === 0
      ? ({ kind: 'remembering', word: 'nothing' } as const)
      : ({ kind: 'remembering', word: 'off', values: { facts: listOf(told) } } as const)
  return reply('consent', [saying], { consent: 'no', isConsentOfAll: true, scope: 'here', state })
}

/** As a fan reads it, cut where it is long. */
export function listOf(told: readonly string[]): string {
  const list = told.join(', ')
  return list.length > LISTED ? `${list.slice(0, LISTED - 1).toWellFormed()}…` : list
}

/**
 * "Don’t remember that after all": a no where nothing is lost by it; else the fan hears what would go and how, as the words may be of
 * something else. Undefined for any other words, and of who let us remember nothing and is not asked about it.
 */
export async function memoryTakenBack(turn: Recalled): Promise<Verdict | undefined> {
  const { isAmbient, isFromBot, text, fan, author, conversation } = turn
  const { pending } = conversation.state
  const isAsked = pending?.kind === 'consent' && pending.accountId === author.accountId
  if (isAmbient || isFromBot || isPassedOn(turn) || (fan.consent !== 'yes' && !isAsked)) return undefined
  if (!takesBackMemory(readText(text))) return undefined
  const told = await toldBy(turn)
  if (told.length === 0 || isAsked) return await rememberNoMore(turn)
  return reply('consent', [{ kind: 'remembering', word: 'askOff', values: { facts: listOf(told) } }])
}

/** What goes with a no, in the fan's words, on whatever account they told it; in a group only what was told there is named, whoever reads it. */
export async function toldBy({ memory, author, conversation, facts }: Recalled): Promise<readonly string[]> {
  if (conversation.surface === 'group') return facts.map(({ value }) => value)
  const { facts: all = [] } = await memory.exportFan(author.accountId)
  return [...new Set(all.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])))]
}
