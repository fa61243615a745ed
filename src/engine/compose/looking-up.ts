/** What only the shop knows: asked for in private, proved where it has to be, said in the approved words, or brought to a person. */
import { isDanger } from '../../domain/handoff.ts'
import { answerIdOfLookUp, type Given, type LookUp, type Need } from '../../domain/look-up.ts'
import { yesOrNo } from '../../hearing/small-words.ts'
import type { LookUps } from '../../ports/look-ups.ts'
import { readShaped, spelt } from '../../words/shapes.ts'
import { isPassedOn } from '../attend/own-words.ts'
import type { Recalled } from '../stages.ts'
import { line, type Reply, reply, type Saying, silent, type Verdict, withFlags } from '../verdict.ts'
import { builtIn, CORRECTION, ownWords, told, toPerson, waitingFor } from './look-up-words.ts'
import { addressDigest, ask, askForCode, codeIn, codeTyped, holdsOwnNumber, isVerified } from './proving.ts'

/** So often something that is asked for is asked for again. */
const MOST_MISSES = 2

/** A look-up takes the place of the answer that led to it, whoever chose it: the index, a button, or a model that leant on it. */
export async function withLookUp(verdict: Verdict, turn: Recalled): Promise<Verdict> {
  if (verdict.kind !== 'reply' || !turn.lookUps) return verdict
  const { reason, answerId, used = [] } = verdict
  const isGiven = reason === 'approved-answer' || reason === 'chosen-answer'
  const lookUp = isGiven
    ? meantBy(answerId, turn)
    : reason === 'model-reply'
      ? (used.map((id) => named(id, turn)).find(Boolean) ?? meantBy(used[0], turn))
      : reason === 'does-not-know' || reason === 'remark'
        ? meantByNumber(turn)
        : undefined
  if (!lookUp) return verdict
  if (turn.isAmbient || turn.isFromBot || turn.isStorm) return named(answerId, turn) ? silent('not-addressed') : verdict
  const begun = withBefore(verdict, await begin(lookUp, turn))
  const found = isGiven && begun.kind === 'reply' && answerId !== undefined && begun.answerId === undefined
  const known = found ? { ...begun, answerId, ...(verdict.score === undefined ? {} : { score: verdict.score }) } : begun
  return withFlags(known, reason === 'model-reply' ? ['model-asked-look-up'] : [])
}

/** A word of apology, or that it is in another language, stays before what is said instead. */
function withBefore({ say }: Reply, begun: Verdict): Verdict {
  if (begun.kind !== 'reply' || begun.reason === 'look-up-private') return begun
  const before = say.filter((one) => one.kind === 'line' && ['apology', 'wrongLanguage'].includes(one.occasion))
  return { ...begun, say: [...before, ...begun.say] }
}

/** Asked for by a link or a model. */
export async function begunLookUp(answerId: string, turn: Recalled): Promise<Verdict | undefined> {
  const lookUp = turn.lookUps && named(answerId, turn)
  return lookUp && (await begin(lookUp, turn))
}

/** Something that a look-up waits for: a code, or what its fan had still to tell. Undefined where the message is about something else. */
export async function lookUpAnswered(turn: Recalled): Promise<Verdict | undefined> {
  const { conversation, assessment, author, lookUps, now, isAmbient, isFromBot } = turn
  if (!lookUps || conversation.surface !== 'direct' || isAmbient || isFromBot || isPassedOn(turn)) return undefined
  if (assessment.handoff !== undefined && isDanger(assessment.handoff)) return undefined
  const { code, lookUp: waiting } = conversation.state
  const proved = code && turn.persona.lookUps.find(({ id }) => id === code.lookUp)
  const typed = proved && code.accountId === author.accountId ? codeIn(turn.text, proved) : undefined
  if (code && typed !== undefined) return await codeTyped(typed, turn, lookUps)
  const corrected = proved && code.accountId === author.accountId ? toldIn(proved, turn.text) : {}
  if (proved && Object.entries(corrected).some(([need, value]) => code.given[need] !== value))
    return await goOn(proved, { ...code.given, ...corrected }, turn, lookUps)
  if (waiting?.accountId !== author.accountId || waiting.until <= now) return undefined
  const lookUp = turn.persona.lookUps.find(({ id }) => id === waiting.id)
  if (!lookUp) return undefined
  const told = toldIn(lookUp, turn.text, waiting.asked)
  if (Object.keys(told).length > 0) return await goOn(lookUp, { ...waiting.given, ...told }, turn, lookUps)
  if (yesOrNo(turn.text, turn.fanLang, turn.lang) === 'no')
    return reply('remark', [line('remark')], { state: { lookUp: undefined } })
  return isAttempt(turn.text) && waiting.asked !== CORRECTION ? askAgain(lookUp, waiting, turn, true) : undefined
}

/** In front of everybody nothing is asked and nothing told; an angry word has its own way into private. */
export function lookUpInGroup(turn: Recalled): Reply | undefined {
  const { conversation, findings, isAmbient, isFromBot, isStorm, assessment, lookUps } = turn
  if (!lookUps || conversation.surface !== 'group' || isAmbient || isFromBot || isStorm) return undefined
  const [best] = findings.hits
  const lookUp = findings.outcome === 'answer' ? meantBy(best?.answer.id, turn) : undefined
  return lookUp && assessment.kind !== 'complaint' ? byDoor(lookUp) : undefined
}

function byDoor({ id }: LookUp): Reply {
  return reply('look-up-private', [line('onlyInPrivate', { buttons: [`look-up:${id}`] })])
}

/** Digits or an address: meant as what was asked for. */
const isAttempt = (text: string): boolean => /\p{N}{2}|@/u.test(text) && text.length <= 120

function named(answerId: string | undefined, { persona }: Recalled): LookUp | undefined {
  return persona.lookUps.find((lookUp) => answerIdOfLookUp(lookUp) === answerId)
}

function meantBy(answerId: string | undefined, turn: Recalled): LookUp | undefined {
  return (
    named(answerId, turn) ??
    turn.persona.lookUps.find(({ answers }) => answerId !== undefined && answers.includes(answerId))
  )
}

/** A number of the shop's own, with its letters, asks for what stands under it. */
function meantByNumber({ persona, text }: Recalled): LookUp | undefined {
  return persona.lookUps.find(({ needs }) => needs.some(({ shape }) => holdsOwnNumber(shape, text)))
}

async function begin(lookUp: LookUp, turn: Recalled): Promise<Verdict> {
  const { lookUps, conversation } = turn
  if (conversation.surface === 'group' || !lookUps) return byDoor(lookUp)
  const told = toldIn(lookUp, turn.text)
  const { lookUp: waiting } = conversation.state
  const isWaiting = waiting?.id === lookUp.id && waiting.accountId === turn.author.accountId && waiting.until > turn.now
  if (isWaiting && waiting.asked !== CORRECTION && Object.keys(told).length === 0)
    return askAgain(lookUp, waiting, turn, false)
  const before = isWaiting && waiting.asked !== CORRECTION ? waiting.given : {}
  const shown = Object.keys(told).length === 0 && (await isVerified(turn)) ? shownBefore(lookUp, turn) : {}
  return await goOn(lookUp, { ...shown, ...before, ...told }, turn, lookUps)
}

/** What the text holds of the needs; bare words only of the one that was asked for. */
function toldIn({ needs }: LookUp, text: string, asked?: string): Given {
  const shaped = needs.filter(({ id, shape }) => shape !== 'text' || id === asked)
  return Object.fromEntries(
    shaped.flatMap(({ id, shape }) => {
      const value =
        readShaped(shape, text) ?? (id === asked || asked === CORRECTION ? readShaped(shape, spelt(text)) : undefined)
      return value === undefined ? [] : [[id, value] as const]
    }),
  )
}

/** Who has shown that an order is theirs need not name it again. */
function shownBefore({ needs }: LookUp, { conversation }: Recalled): Given {
  const given = conversation.state.verified?.given ?? {}
  return Object.fromEntries(needs.flatMap(({ id }) => (given[id] === undefined ? [] : [[id, given[id]] as const])))
}

async function goOn(lookUp: LookUp, given: Given, turn: Recalled, lookUps: LookUps): Promise<Verdict> {
  const missing = lookUp.needs.find(({ id }) => given[id] === undefined)
  if (missing) return asks(lookUp, missing, given, turn)
  if (lookUp.proof !== 'code') return told(await ask(lookUp, given, turn, lookUps), lookUp, given, turn)
  const { verified } = turn.conversation.state
  const isSame =
    verified !== undefined && Object.entries(given).every(([need, value]) => verified.given[need] === value)
  if (!isSame || !(await isVerified(turn))) return await askForCode(lookUp, given, turn, lookUps)
  const outcome = await ask(lookUp, given, turn, lookUps)
  const isTheirs = outcome.kind !== 'found' || addressDigest(outcome.address, turn) === verified.address
  return isTheirs ? told(outcome, lookUp, given, turn) : await askForCode(lookUp, given, turn, lookUps)
}

/** `isUnread`: what was told cannot be read as it. */
function asks(lookUp: LookUp, need: Need, given: Given, turn: Recalled, misses = 0, isUnread = false): Reply {
  const words = ownWords(need.ask, `look-up-${lookUp.id}-${need.id}`, turn)
  const again: readonly Saying[] = isUnread ? [{ kind: 'statement', text: builtIn('notThat', turn) }] : []
  // Who has no number at hand gets on by a person.
  const more = {
    ...(misses > 0 && { buttons: ['person'] as const }),
    ...(isUnread && { isSameMessage: true as const }),
  }
  return reply('look-up-asks', [...again, { ...words, ...more }], {
    state: { lookUp: waitingFor(need.id, lookUp, given, turn, misses), misses: 0, clarifications: 0 },
  })
}

/** Asked for again once, and then a person sees to it. */
function askAgain(
  lookUp: LookUp,
  { given, asked, misses }: NonNullable<Recalled['conversation']['state']['lookUp']>,
  turn: Recalled,
  isUnread: boolean,
): Verdict {
  const need = lookUp.needs.find(({ id }) => id === asked)
  if (need && misses + 1 < MOST_MISSES) return asks(lookUp, need, given, turn, misses + 1, isUnread)
  return toPerson(lookUp, given, `its ${asked} could not be read`, turn)
}
