/** "I withdraw my consent", "stop keeping things about me": the fan hears which of their yeses stands, and what ends each. */
import type { Lang } from '../../domain/message.ts'
import { signOf } from '../../hearing/sign-of.ts'
import { readText } from '../../words/read-text.ts'
import { isPassedOn } from '../attend/own-words.ts'
import { type Recalled, reachesAlone } from '../stages.ts'
import { line, reply, type Saying, type Verdict } from '../verdict.ts'
import { waitsForNews } from './news-no-more.ts'
import { refused } from './pending.ts'
import { listOf, rememberNoMore, toldBy } from './remember-no-more.ts'
import { rememberingText } from './remember-words.ts'

const takesBackConsent = signOf('takes-back-consent')
const asksToBeForgotten = signOf('asks-to-be-forgotten')

/**
 * Which yes is meant only the fan knows, so that nothing is ended by the words alone: not where a question of ours waits for
 * them, of which they are the no, and not where nothing is lost. Undefined for any other words.
 */
export async function consentTakenBack(turn: Recalled): Promise<Verdict | undefined> {
  const { isAmbient, isFromBot, text, author, conversation } = turn
  if (isAmbient || isFromBot || isPassedOn(turn) || !takesBackConsent(readText(text))) return undefined
  const { pending } = conversation.state
  const no = pending?.accountId === author.accountId ? refused(pending, turn) : undefined
  if (no) return no
  const given = await givenBy(turn)
  const [first, ...others] = given
  const mayBeAll = asksToBeForgotten(readText(text))
  if (!first || (others.length === 0 && first.isBare)) return mayBeAll ? undefined : await rememberNoMore(turn)
  const isInGroup = conversation.surface === 'group'
  if (isInGroup && !reachesAlone(turn)) return reply('consent', [line('onlyInPrivate', { buttons: ['private'] })])
  const alone = isInGroup ? ({ alone: 'else-by-door' } as const) : {}
  // "Stop remembering me" may be of all that is kept.
  const all: readonly Saying[] = mayBeAll ? [line('forgetHow', alone)] : []
  return reply('consent', [{ ...whichOf(first, others, turn.fanLang ?? turn.lang), ...alone }, ...all])
}

function whichOf(first: Given, others: readonly Given[], lang: Lang): Saying {
  if (others.length === 0 && first.word === 'ofMemory')
    return { kind: 'remembering', word: 'askOff', ...(first.values && { values: first.values }) }
  const list = [first, ...others].map(({ word, values }) => rememberingText(word, lang, values)).join('\n')
  return { kind: 'remembering', word: 'whichYes', values: { list } }
}

interface Given extends Pick<Extract<Saying, { kind: 'remembering' }>, 'word' | 'values'> {
  /** Nothing was kept by it yet. */
  readonly isBare?: boolean
}

/** Each yes that stands, with what it let us keep, show or do. */
async function givenBy(turn: Recalled): Promise<readonly Given[]> {
  const { memory, works, standings, author } = turn
  const told = await toldBy(turn)
  const shown = (await works?.ofFan(author.accountId))?.some(({ state }) => state !== 'withdrawn') ?? false
  const { helpers = [] } = await memory.exportFan(author.accountId)
  const choices = (await standings?.of(author.accountId))?.choices
  const all: readonly (Given | false)[] = [
    told.length > 0
      ? { word: 'ofMemory', values: { facts: listOf(told) } }
      : turn.fan.consent === 'yes' && { word: 'ofMemory', values: { facts: '–' }, isBare: true },
    shown && { word: 'ofWorks' },
    helpers.some(({ ended_at: endedAt }) => (endedAt ?? null) === null) && { word: 'ofHelping' },
    (await waitsForNews(turn, 'yes')) && { word: 'ofNews' },
    choices?.circle === 'yes' && { word: 'ofCircle' },
    choices?.firstAt !== undefined && { word: 'ofFirst' },
  ]
  return all.flatMap((one) => one || [])
}
