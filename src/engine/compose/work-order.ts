/** What `/work …` orders about what a fan gave, where it is a whole command; and the name they may be called by beside it. Pure. */

import { commandWord } from '../../domain/command.ts'
import type { Persona } from '../../persona/persona.ts'
import { findForeignContacts } from '../../persona/voice/contacts.ts'
import { checkVoice } from '../../persona/voice/voice.ts'
import { fold } from '../../words/letters/fold.ts'
import { isUnspaced } from '../../words/letters/scripts.ts'
import { findPersonalData } from '../../words/personal-data/personal-data.ts'
import { calledName } from '../recall/called-name.ts'
import type { Recalled } from '../stages.ts'

const LONGEST_CREDIT = 60

/** Without a number: all of theirs. An empty name: nobody is named. */
export type WorkOrder =
  | { readonly kind: 'withdraw'; readonly number?: number }
  | { readonly kind: 'credit'; readonly number?: number; readonly name: string }
  /** It begins like a command, and is none: nothing is done before that is asked. */
  | { readonly kind: 'unclear' }

/** Undefined: words of the fan's. */
export function orderIn(args: string): WorkOrder | undefined {
  const withdraw = /^withdraw(?:\s+(?:all|#?(\d{1,6})))?$/iu.exec(commandWord(args))
  if (withdraw) return { kind: 'withdraw', ...numbered(withdraw[1]) }
  const credit = /^credit(?:\s+#?(\d{1,6}))?\s+(none|nobody|-)$/iu.exec(args)
  if (credit) return { kind: 'credit', ...numbered(credit[1]), name: '' }
  const [, number, name = ''] = /^credit\s+#?(\d{1,6})\s+(\S.*)$/isu.exec(args) ?? []
  if (number !== undefined) return { kind: 'credit', ...numbered(number), name }
  return /^(?:withdraw|credit)(?:\s|\P{L}*$)/iu.test(args) ? { kind: 'unclear' } : undefined
}

function numbered(digits: string | undefined): { readonly number?: number } {
  return digits === undefined ? {} : { number: Number(digits) }
}

/** Links, mentions and signs alone are nobody's work. */
export function tellsSomething(text: string, { persona }: Pick<Recalled, 'persona'>): boolean {
  const found = findForeignContacts(text, persona)
  const rest = found.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
  return /[\p{L}\p{N}]/u.test(rest.replaceAll(/(?:https?:\/\/|www\.)\S+|[@＠#]\S+/giu, ' '))
}

/** It holds the name of the persona or the brand, or is what one begins with: beside a fan's words it would be ours. */
function speaksForUs(credit: string, { name, nicknames, brand }: Persona): boolean {
  const said = plainWords(credit)
  return [name, ...nicknames, brand.name]
    .map(plainWords)
    .some((own) => own.trim() !== '' && (holds(said, own) || own.startsWith(said)))
}

const holds = (said: string, own: string) => said.includes(isUnspaced(own) ? own.trim() : own)

/** ` pip the cat `: whole words, with nothing else between. */
function plainWords(text: string): string {
  return ` ${fold(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .join(' ')
    .trim()} `
}

/** On one line; undefined for what the persona may not or would not say to the letter as somebody's name. */
export function creditFrom(name: string, { persona, lang }: Pick<Recalled, 'persona' | 'lang'>): string | undefined {
  const credit = name.replaceAll(/\s+/gu, ' ').trim()
  const isName = credit.length <= LONGEST_CREDIT && calledName({ name: credit }) !== '' && !/[@＠<>]/u.test(credit)
  if (
    !isName ||
    speaksForUs(credit, persona) ||
    findPersonalData(credit).length > 0 ||
    findForeignContacts(credit, persona).length > 0
  )
    return undefined
  const { pieces } = checkVoice(persona, { text: credit, author: 'approved', surface: 'direct', lang })
  return pieces.length === 1 && pieces[0] === credit ? credit : undefined
}
