/** What only the shop knows: asked for in private, proved where it has to be, said in the approved words, or brought to a person. */
import { createHash, randomUUID } from 'node:crypto'
import { MINUTE_MS } from '../../domain/durations.ts'
import { isDanger } from '../../domain/handoff.ts'
import {
  answerIdOfLookUp,
  codeHoldsMs,
  codeTries,
  type Given,
  holdsStill,
  type LookedUp,
  type LookUp,
  type Need,
  verifiedHoldsMs,
} from '../../domain/look-up.ts'
import { english } from '../../hearing/packs/english.ts'
import type { LookUpTexts } from '../../hearing/packs/pack.ts'
import { packs } from '../../hearing/packs/packs.ts'
import { yesOrNo } from '../../hearing/small-words.ts'
import { languageIn, linesIn } from '../../persona/lines/localise.ts'
import { filledIn } from '../../persona/look-ups/read-outcome.ts'
import type { LookUps } from '../../ports/look-ups.ts'
import { readShaped } from '../../words/shapes.ts'
import { isPassedOn } from '../attend/own-words.ts'
import type { Recalled } from '../stages.ts'
import { handOff, summaryOf } from '../triage/hand-off.ts'
import { line, type Reply, reply, type Saying, silent, type Verdict, withFlags } from '../verdict.ts'

const WAITS_MS = 15 * MINUTE_MS
const TOLD_MS = 30 * MINUTE_MS
/** So often something that cannot be read is asked for again. */
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
      : undefined
  if (!lookUp) return verdict
  if (turn.isAmbient || turn.isFromBot || turn.isStorm) return named(answerId, turn) ? silent('not-addressed') : verdict
  const begun = await begin(lookUp, turn)
  const found = isGiven && begun.kind === 'reply' && answerId !== undefined && begun.answerId === undefined
  const known = found ? { ...begun, answerId, ...(verdict.score === undefined ? {} : { score: verdict.score }) } : begun
  return withFlags(known, reason === 'model-reply' ? ['model-asked-look-up'] : [])
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
  if (waiting?.accountId !== author.accountId || waiting.until <= now) return undefined
  const lookUp = turn.persona.lookUps.find(({ id }) => id === waiting.id)
  if (!lookUp) return undefined
  const told = toldIn(lookUp, turn.text, waiting.asked)
  if (Object.keys(told).length > 0) return await goOn(lookUp, { ...waiting.given, ...told }, turn, lookUps)
  if (yesOrNo(turn.text, turn.fanLang, turn.lang) === 'no')
    return reply('remark', [line('remark')], { state: { lookUp: undefined } })
  return isAttempt(turn.text) ? askAgain(lookUp, waiting, turn) : undefined
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

async function begin(lookUp: LookUp, turn: Recalled): Promise<Verdict> {
  const { lookUps, conversation } = turn
  if (conversation.surface === 'group' || !lookUps) return byDoor(lookUp)
  const told = toldIn(lookUp, turn.text)
  const { lookUp: waiting } = conversation.state
  const before = waiting?.id === lookUp.id && waiting.accountId === turn.author.accountId ? waiting.given : {}
  const shown = Object.keys(told).length === 0 && (await isVerified(turn)) ? shownBefore(lookUp, turn) : {}
  return await goOn(lookUp, { ...shown, ...before, ...told }, turn, lookUps)
}

/** What the text holds of the needs; bare words only of the one that was asked for. */
function toldIn({ needs }: LookUp, text: string, asked?: string): Given {
  const shaped = needs.filter(({ id, shape }) => shape !== 'text' || id === asked)
  return Object.fromEntries(
    shaped.flatMap(({ id, shape }) => {
      const value = readShaped(shape, text)
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

function ask(lookUp: LookUp, given: Given, { author, signal }: Recalled, lookUps: LookUps): Promise<LookedUp> {
  return lookUps.ask(lookUp, given, { by: author.accountId, signal })
}

function asks(lookUp: LookUp, need: Need, given: Given, turn: Recalled, misses = 0): Reply {
  const { author, now } = turn
  const waiting = { id: lookUp.id, accountId: author.accountId, given, asked: need.id, misses, until: now + WAITS_MS }
  const words = ownWords(need.ask, `look-up-${lookUp.id}-${need.id}`, turn)
  const again: readonly Saying[] = misses > 0 ? [{ kind: 'statement', text: builtIn('notThat', turn) }] : []
  return reply('look-up-asks', [...again, { ...words, ...(misses > 0 ? { isSameMessage: true as const } : {}) }], {
    state: { lookUp: waiting, misses: 0, clarifications: 0 },
  })
}

/** What cannot be read is asked for again, and then a person sees to it. */
function askAgain(
  lookUp: LookUp,
  { given, asked, misses }: NonNullable<Recalled['conversation']['state']['lookUp']>,
  turn: Recalled,
): Verdict {
  const need = lookUp.needs.find(({ id }) => id === asked)
  if (need && misses + 1 < MOST_MISSES) return asks(lookUp, need, given, turn, misses + 1)
  return toPerson(lookUp, given, `its ${asked} could not be read`, turn)
}

function told(outcome: LookedUp, lookUp: LookUp, given: Given, turn: Recalled): Verdict {
  const state = { lookUp: undefined, code: undefined, pending: undefined, misses: 0, clarifications: 0 }
  switch (outcome.kind) {
    case 'found': {
      const lines = lookUp.says[outcome.state] ?? {}
      const lang = languageIn(lines, turn.fanLang ?? turn.lang, turn.persona)
      const variant = turn.rotation.pick(
        `look-up-${lookUp.id}-${outcome.state}:${lang}`,
        linesIn(lines, lang, turn.persona),
      )
      const text = filledIn(variant, outcome.facts, given, lang, turn.persona.manners.timeZone)
      const lookedUp = { accountId: turn.author.accountId, text, until: turn.now + TOLD_MS }
      const answerId = answerIdOfLookUp(lookUp)
      return { ...reply('look-up', [{ kind: 'statement', text }], { state: { ...state, lookedUp } }), answerId }
    }
    case 'unknown':
      return reply('look-up-unknown', [{ ...saidOf(lookUp, 'unknown', turn), buttons: ['person'] }], { state })
    case 'limited':
      return reply('look-up-limit', [{ ...saidOf(lookUp, 'limit', turn), buttons: ['person'] }], { state })
    case 'failed':
      return toPerson(lookUp, given, outcome.why, turn)
  }
}

/** A case with what was asked; the persona's own words for it come in the place of those for an account. */
function toPerson(lookUp: LookUp, given: Given, why: string, turn: Recalled): Verdict {
  const asked = lookUp.needs.flatMap(({ id }) => (given[id] === undefined ? [] : [`${id} ${given[id]}`]))
  const summary = `${summaryOf(turn)}\nLook-up “${lookUp.id}” (${lookUp.about}) did not work: ${why}. ${asked.length > 0 ? `Asked: ${asked.join(', ')}.` : ''}`
  const verdict = handOff('account', turn, {
    summary: summary.trim(),
    flags: ['look-up-failed'],
    ...(lookUp.team ? { team: lookUp.team } : {}),
  })
  const state = { ...verdict.changes?.state, lookUp: undefined, code: undefined }
  const own = lookUp.says.failed
  const rest = verdict.say.filter(({ kind }) => kind !== 'handoff')
  const say =
    own && verdict.kind === 'handoff' ? [ownWords(own, `look-up-${lookUp.id}-failed`, turn), ...rest] : verdict.say
  return { ...verdict, say, changes: { ...verdict.changes, state } }
}

/** The same words in the same time, whether there is such a thing or not: the shop is asked once they are said. */
async function askForCode(lookUp: LookUp, given: Given, turn: Recalled, lookUps: LookUps): Promise<Verdict> {
  const { author, now, persona } = turn
  if (!lookUps.sendsCodes)
    return toPerson(lookUp, given, 'no code can be sent: nothing is configured that sends mail', turn)
  if (!(await lookUps.mayHaveCode(author.accountId)))
    return reply('look-up-limit', [{ ...saidOf(lookUp, 'limit', turn), buttons: ['person'] }], {
      state: { lookUp: undefined },
    })
  const id = randomUUID()
  const code = lookUps.newCode()
  const asked = {
    id,
    accountId: author.accountId,
    lookUp: lookUp.id,
    given,
    salt: id,
    hash: codeDigest(code, id),
    until: now + codeHoldsMs,
    tries: 0,
  }
  return reply('look-up-code', [{ ...saidOf(lookUp, 'codeSent', turn), buttons: ['person'] }], {
    state: { code: asked, lookUp: undefined, verified: undefined, misses: 0 },
    sendsCode: {
      ...{ id, code, lookUp, given, account: author.accountId, lang: turn.fanLang ?? turn.lang },
      from: { persona: persona.name, brand: persona.brand.name },
    },
  })
}

/** Right or wrong is told by the digits alone, never by what the shop has. */
async function codeTyped(typed: string, turn: Recalled, lookUps: LookUps): Promise<Verdict | undefined> {
  const { code } = turn.conversation.state
  const lookUp = turn.persona.lookUps.find(({ id }) => id === code?.lookUp)
  if (!code || !lookUp) return undefined
  if (await lookUps.couldNotSend(code.id)) return toPerson(lookUp, code.given, 'the code could not be sent', turn)
  if (code.until <= turn.now)
    return reply('look-up-code', [saidOf(lookUp, 'codeOver', turn)], { state: { code: undefined } })
  if (codeDigest(typed, code.salt) !== code.hash) {
    const tries = code.tries + 1
    const isOver = tries >= codeTries
    const state = { code: isOver ? undefined : { ...code, tries } }
    return reply('look-up-code', [saidOf(lookUp, isOver ? 'codeOver' : 'codeWrong', turn)], { state })
  }
  const outcome = await ask(lookUp, code.given, turn, lookUps)
  const verdict = told(outcome, lookUp, code.given, turn)
  if (outcome.kind !== 'found' || !('say' in verdict)) return verdict
  const { author, now } = turn
  const verified = {
    accountId: author.accountId,
    name: author.name,
    joined: await joinedTo(turn),
    address: addressDigest(outcome.address, turn),
    given: code.given,
    until: now + verifiedHoldsMs,
  }
  return { ...verdict, changes: { ...verdict.changes, state: { ...verdict.changes?.state, verified } } }
}

async function isVerified(turn: Recalled): Promise<boolean> {
  const { author, conversation, now } = turn
  const { verified } = conversation.state
  if (verified === undefined) return false
  return holdsStill(verified, { accountId: author.accountId, name: author.name, joined: await joinedTo(turn), at: now })
}

async function joinedTo({ links, author }: Recalled) {
  const others = (await links?.joinedTo(author.accountId)) ?? []
  return others.map(({ accountId }) => accountId).sort()
}

/** Digits by themselves or behind a few words, however they are grouped; not a number that something else is known by. */
function codeIn(text: string, { needs }: LookUp): string | undefined {
  const said = text.normalize('NFKC').trim()
  const [, digits] = /^(?:[^\d\n]{0,24}[\s:])?(\d(?:[\s-]?\d){3,7})[\s.!)]*$/u.exec(said) ?? []
  const isNumber = needs.some(({ shape }) => {
    const [letters] =
      /^\p{L}+/u.exec(shape === 'text' || shape === 'email' ? '' : (readShaped(shape, said) ?? '')) ?? []
    return letters !== undefined && said.toUpperCase().includes(letters)
  })
  return digits === undefined || isNumber ? undefined : digits.replaceAll(/\D/g, '')
}

const codeDigest = (code: string, salt: string): string => createHash('sha256').update(`${salt}:${code}`).digest('hex')

/** Of one conversation: worth nothing elsewhere. */
function addressDigest(address: string | undefined, { conversation }: Recalled): string {
  return createHash('sha256')
    .update(`${conversation.id}:${address ?? ''}`)
    .digest('hex')
}

/** The persona's own words for it, else the built-in ones. */
function saidOf(lookUp: LookUp, word: Exclude<keyof LookUpTexts, 'mail' | 'notThat'>, turn: Recalled): Saying {
  const own = lookUp.says[word]
  return own ? ownWords(own, `look-up-${lookUp.id}-${word}`, turn) : { kind: 'statement', text: builtIn(word, turn) }
}

function ownWords(lines: Need['ask'], name: string, turn: Recalled): Saying {
  const lang = languageIn(lines, turn.fanLang ?? turn.lang, turn.persona)
  return { kind: 'own-words', text: turn.rotation.pick(`${name}:${lang}`, linesIn(lines, lang, turn.persona)) }
}

function builtIn(word: keyof LookUpTexts, { fanLang, lang }: Recalled): string {
  return (packs[fanLang ?? lang]?.['look-ups'] ?? english.lookUps)[word]
}
