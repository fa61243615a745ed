/** Whose account it is: a code is sent to the address on record, typed into the chat, and holds for a while. */
import { createHash, randomUUID } from 'node:crypto'
import {
  codeHoldsMs,
  codeTries,
  type Given,
  holdsStill,
  type LookedUp,
  type LookUp,
  verifiedHoldsMs,
} from '../../domain/look-up.ts'
import type { LookUps } from '../../ports/look-ups.ts'
import { readShaped } from '../../words/shapes.ts'
import type { Recalled } from '../stages.ts'
import { reply, type Verdict } from '../verdict.ts'
import { saidOf, told, toPerson } from './look-up-words.ts'

/** Right or wrong is told by the digits alone, never by what the shop has. */
export async function codeTyped(typed: string, turn: Recalled, lookUps: LookUps): Promise<Verdict | undefined> {
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

/** The same words in the same time, whether there is such a thing or not: the shop is asked once they are said. */
export async function askForCode(lookUp: LookUp, given: Given, turn: Recalled, lookUps: LookUps): Promise<Verdict> {
  const { author, now, persona } = turn
  if (!lookUps.sendsCodes(lookUp))
    return toPerson(lookUp, given, 'no code can be sent: nothing is configured that sends mail', turn)
  if (!(await lookUps.mayHaveCode(author.accountId)))
    return reply('look-up-limit', [{ ...saidOf(lookUp, 'limit', turn), buttons: ['person'] }], {
      state: { lookUp: undefined },
    })
  const id = randomUUID()
  const code = lookUps.newCode(lookUp)
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

export async function isVerified(turn: Recalled): Promise<boolean> {
  const { author, conversation, now } = turn
  const { verified } = conversation.state
  if (verified === undefined) return false
  return holdsStill(verified, { accountId: author.accountId, name: author.name, joined: await joinedTo(turn), at: now })
}

export function ask(lookUp: LookUp, given: Given, { author, signal }: Recalled, lookUps: LookUps): Promise<LookedUp> {
  return lookUps.ask(lookUp, given, { by: author.accountId, signal })
}

/** One that is told by its letters from whatever else is counted. */
export function holdsOwnNumber(shape: string, text: string): boolean {
  if (shape === 'text' || shape === 'email') return false
  const [letters] = /^\p{L}+/u.exec(readShaped(shape, text) ?? '') ?? []
  return letters !== undefined && text.normalize('NFKC').toUpperCase().includes(letters)
}

/** Digits by themselves or behind a few words, however they are grouped; not a number that something else is known by. */
export function codeIn(text: string, { needs }: LookUp): string | undefined {
  const said = text.normalize('NFKC').trim()
  const [, digits] = /^(?:[^\d\n]{0,24}[\s:])?(\d(?:[\s-]?\d){3,7})[\s.!)]*$/u.exec(said) ?? []
  const isNumber = needs.some(({ shape }) => holdsOwnNumber(shape, said))
  return digits === undefined || isNumber ? undefined : digits.replaceAll(/\D/g, '')
}

async function joinedTo({ links, author }: Recalled) {
  const others = (await links?.joinedTo(author.accountId)) ?? []
  return others.map(({ accountId }) => accountId).sort()
}

const codeDigest = (code: string, salt: string): string => createHash('sha256').update(`${salt}:${code}`).digest('hex')

/** Of one conversation: worth nothing elsewhere. */
export function addressDigest(address: string | undefined, { conversation }: Recalled): string {
  return createHash('sha256')
    .update(`${conversation.id}:${address ?? ''}`)
    .digest('hex')
}
