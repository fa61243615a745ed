/** How a place in a text is meant: asserted, denied, asked, or only told of as somebody else's word. */

import { hasScript } from '../words/letters/scripts.ts'
import { once } from '../words/once.ts'
import { eachMatch } from '../words/phrases/each-match.ts'
import { occurs } from '../words/phrases/patterns.ts'
import { anyOfList, choiceOfList, type ListName } from './lists.ts'
import { type Stated, sentenceAt } from './stated.ts'

export type Stance = 'asserted' | 'denied' | 'asked' | 'told'

interface Clause {
  readonly start: number
  readonly end: number
  readonly stance: 'asserted' | 'asked'
  /** The clause before it was denied, and this one only goes on with its list. */
  readonly goesOn: boolean
}

const patterns = once(() => {
  const choice = (name: ListName<'stance'>, only?: 'spaced' | 'unspaced') => choiceOfList('stance', name, only)
  return {
    /** Where one clause ends and another thought begins. */
    breaks: new RegExp(
      `[,;:—–()"«»“”「」『』，；：（）]|(?<=\\s)-(?=\\s)|${anyOfList('stance', 'breaks')().source}`,
      'gu',
    ),
    /** Denied right after: "Free shipping isn't something we do." */
    deniesAfter: new RegExp(
      `^[)"']{0,2}\\s{1,2}(?:[a-z']{1,12}\\s){0,3}?${choice('denies-after', 'spaced')}(?![a-z])`,
      'u',
    ),
    deniesLate: new RegExp(`(?<![a-z])${choice('denies-late')}(?![a-z])`, 'u'),
    deniesLateWith: new RegExp(`(?<![a-z])${choice('denies-late-with')}(?![a-z])`, 'u'),
    /** Opens a question. */
    asks: new RegExp(
      `^\\s*(?:["'(¿]\\s*)?(?:${choice('before-question')}[,\\s]\\s?){0,2}${choice('asks', 'spaced')}(?![a-z])`,
      'u',
    ),
    asksUnspaced: new RegExp(`${choice('asks-last')}\\s*[?？]?\\s*$|${choice('asks', 'unspaced')}`, 'u'),
    tag: new RegExp(`(?:^|[,，、\\s])${choice('tag')}\\s*[?？]*\\s*$`, 'u'),
    goesOn: new RegExp(`^\\s*${choice('goes-on')}(?![a-z])|\\s${choice('joins')}\\s`, 'u'),
    subject: new RegExp(`(?<![a-z])${choice('subject')}(?![a-z])`, 'u'),
  }
})
const idioms = anyOfList('stance', 'idioms')
const denying = anyOfList('stance', 'denies', 'spaced')
const denyingUnspaced = anyOfList('stance', 'denies', 'unspaced')
const denyingAfter = {
  zh: anyOfList('stance', 'denies-after', { lang: 'zh' }),
  ja: anyOfList('stance', 'denies-after', { lang: 'ja' }),
}
/** Somebody else's words or wishes; what would be nice; what is only imagined. Before the place, in its clause. */
const told = anyOfList('stance', 'told')

const withoutIdioms = (folded: string): string => folded.replace(idioms(), (found) => ' '.repeat(found.length))

/** Whether a folded text denies anything at all; "no problem" denies nothing. */
export function denies(folded: string): boolean {
  return isDenied(withoutIdioms(folded), '') || occurs(denyingAfter.ja(), folded)
}

/** Answers for any place of one text; works through its clauses once. `mayHoldNo`: a denying word within the place belongs to what it says. */
export function stanceOf(reading: Stated): (start: number, end: number, mayHoldNo?: boolean) => Stance {
  const plain = withoutIdioms(reading.folded)
  const bySentence = new Map<number, readonly Clause[]>()
  return (start, end, mayHoldNo = true) => {
    const sentence = sentenceAt(reading, start)
    let clauses = bySentence.get(sentence.index)
    if (!clauses) {
      clauses = clausesOf(plain, sentence.start, sentence.end)
      bySentence.set(sentence.index, clauses)
    }
    const clause = clauseAt(clauses, start)
    if (!clause) return 'asserted'
    if (clause.stance === 'asked') return 'asked'
    const before = plain.slice(Math.max(clause.start, start - 120), start)
    const after = plain.slice(end, Math.min(Math.max(clause.end, end), end + 40))
    if (isDenied(before, after) || clause.goesOn) return 'denied'
    if (!mayHoldNo && isDenied(plain.slice(start, end), '')) return 'denied'
    return occurs(told(), `${before} `) ? 'told' : 'asserted'
  }
}

function clauseAt(clauses: readonly Clause[], at: number): Clause | undefined {
  let low = 0
  let high = clauses.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((clauses[middle]?.start ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return clauses[low]
}

function isDenied(before: string, after: string): boolean {
  const { deniesAfter, deniesLate, deniesLateWith } = patterns()
  if (occurs(denying(), before) || deniesAfter.test(after)) return true
  if (hasScript(before, 'Kana') || hasScript(after, 'Kana')) return occurs(denyingAfter.ja(), after)
  if (occurs(denyingUnspaced(), before) || occurs(denyingAfter.zh(), after)) return true
  return deniesLate.test(after) && deniesLateWith.test(before + after)
}

function clausesOf(plain: string, start: number, end: number): Clause[] {
  const { breaks, asks, asksUnspaced, tag, goesOn: goesOnWith, subject } = patterns()
  const sentence = plain.slice(start, end)
  const isQuestion = /[?？]["'」』)]*\s*$/u.test(sentence) || asksUnspaced.test(sentence)
  const starts = [
    0,
    ...eachMatch(breaks, sentence)
      .filter(
        (match) => !/\d[,:.]$/.test(sentence.slice(0, match.index + 1)) || !/^\d/.test(sentence.slice(match.index + 1)),
      )
      .map((match) => match.index + match[0].length),
  ]
  const isTagged = isQuestion && starts.length > 1 && tag.test(sentence)
  const pieces = starts.map((from, at) => ({ from, to: starts[at + 1] ?? sentence.length }))
  const firstAsked =
    !isQuestion || isTagged
      ? -1
      : Math.max(
          0,
          pieces.findIndex(
            ({ from, to }) => asks.test(sentence.slice(from, to)) || asksUnspaced.test(sentence.slice(from, to)),
          ),
        )
  let wasDenied = false
  return pieces.map(({ from, to }, at) => {
    const words = sentence.slice(from, to)
    const isAsked = isTagged ? at === pieces.length - 1 : firstAsked >= 0 && at >= firstAsked
    const goesOn: boolean = wasDenied && goesOnWith.test(` ${words}`) && !subject.test(words)
    wasDenied = goesOn || occurs(denying(), words)
    return {
      start: start + from,
      end: start + to,
      stance: isAsked ? ('asked' as const) : ('asserted' as const),
      goesOn,
    }
  })
}
