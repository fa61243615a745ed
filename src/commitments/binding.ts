/** Where a figure binds: an amount of money nearly always, a duration or a day only where something is promised with it. */

import { hasScript } from '../words/letters/scripts.ts'
import { once } from '../words/once.ts'
import { occurs } from '../words/phrases/patterns.ts'
import type { Moment } from './dates.ts'
import { anyOfList, choiceOfList, type ListName } from './lists.ts'
import type { Quantity } from './quantities.ts'
import type { Sentence } from './stated.ts'

const patterns = once(() => {
  const choice = (name: ListName<'binding'>, only?: 'spaced' | 'unspaced') => choiceOfList('binding', name, only)
  const through = `(?:-|–|${choice('through')})`
  const within = choice('within', 'spaced')
  return {
    gone: new RegExp(`^\\s?${choice('gone', 'spaced')}(?![a-z])|^${choice('gone', 'unspaced')}`, 'u'),
    boundBefore: new RegExp(`(?<![a-z])${choice('bound-before')}\\s$`, 'u'),
    boundAfter: new RegExp(`^\\s?${choice('bound-after', 'spaced')}`, 'u'),
    boundAfterUnspaced: new RegExp(`^${choice('bound-after', 'unspaced')}`, 'u'),
    /** With what stands before and after the figure, and a `|` between. */
    within: new RegExp(`^${within}|${within}\\s$|${choice('within', 'unspaced')}`, 'u'),
    someDay: new RegExp(`${choice('some-day')} ?$`, 'u'),
    fragment: new RegExp(`^[\\s"'(]*${choice('fragment')}?[\\s,:，]*$`, 'u'),
    termAfter: new RegExp(
      `^[^\\p{L}]*$|^[,，.。;；]|^\\s?${choice('term-after', 'spaced')}(?![a-z])|^[，,]?${choice('term-after', 'unspaced')}`,
      'u',
    ),
    noTermAfter: new RegExp(`^\\s?${choice('no-term-after')}`, 'u'),
    momentAfter: new RegExp(`^${choice('moment-after')}`, 'u'),
    momentBefore: new RegExp(`(?<![a-z])${choice('moment-before')} (?:the )?${choice('moment-article')}?$`, 'u'),
    greetsBefore: new RegExp(
      `(?<![\\p{L}])${choice('greets-before', 'spaced')}(?:\\s[\\p{L}']{1,12}){0,2}\\s$|${choice('greets-before', 'unspaced')}[\\p{L}]{0,6}$`,
      'u',
    ),
    greetsAfter: new RegExp(
      `^\\s?(?:${choice('greets-after', 'spaced')}(?![a-z])|${choice('greets-after', 'unspaced')})`,
    ),
    began: new RegExp(`${choice('began')}\\s?$`, 'u'),
    clock: new RegExp(`\\d|${choice('clock')}`, 'u'),
    promisesSoon: new RegExp(
      `(?<![a-z])${choice('promises-soon', 'spaced')}(?![a-z])|${choice('promises-soon', 'unspaced')}`,
    ),
    hours: new RegExp(`\\d(?::|h|\\.)\\d\\d\\s?${through}\\s?\\d`, 'u'),
    hoursBefore: new RegExp(`^\\s?(?:${through}|${choice('through-before')})\\s?$`, 'u'),
    hoursAfter: new RegExp(`^\\s?(?:-|–|${choice('through', 'unspaced')})\\s?\\d`, 'u'),
    idleBefore: new RegExp(`(?:${anyOfList('binding', 'idle-before')().source})\\s?$`, 'u'),
    idleAfter: new RegExp(`^[\\s-]?${choice('idle-after')}`, 'u'),
    ownedBefore: new RegExp(`(?<![a-z])${choice('owned-before')}$`, 'u'),
    agreesAfter: new RegExp(`^\\s?${choice('agrees-after')}|^[\\s.!,]*$`, 'u'),
  }
})
/** What the brand does for a fan, and what hangs on a time. */
const business = anyOfList('binding', 'business')
/** A time someone only lived through, or that is small talk. */
const past = anyOfList('binding', 'past')
const workingDay = /working/
const longUnit = /(?:day|month)$/

export function bindsDuration(folded: string, sentence: Sentence, quantity: Quantity): boolean {
  const { gone, boundBefore, boundAfter, boundAfterUnspaced, within, someDay, fragment, termAfter, noTermAfter } =
    patterns()
  const before = folded.slice(Math.max(sentence.start, quantity.start - 60), quantity.start)
  const after = folded.slice(quantity.end, Math.min(sentence.end, quantity.end + 40))
  if (gone.test(after)) return false
  const isOfHouse = isOfBusiness(folded, around(sentence, quantity))
  if (boundBefore.test(before) || boundAfter.test(after) || boundAfterUnspaced.test(after))
    return (
      isOfHouse ||
      !/minute|second|hour/.test(quantity.value) ||
      within.test(`${before}|${after}`) ||
      boundAfterUnspaced.test(after)
    )
  if (workingDay.test(quantity.value)) return true
  if (/^(?:1|0\.5) day$/.test(quantity.value) && someDay.test(before)) return false
  if (longUnit.test(quantity.value) && fragment.test(before) && termAfter.test(after)) return true
  if (noTermAfter.test(after) || occurs(past(), before.slice(-24))) return false
  return isOfHouse
}

/** Characters on either side in which the business of a figure is sought. */
const reach = 160

function around({ start, end }: Sentence, place: { readonly start: number; readonly end: number }) {
  return { start: Math.max(start, place.start - reach), end: Math.min(end, place.end + reach) }
}

function isOfBusiness(folded: string, { start, end }: Pick<Sentence, 'start' | 'end'>): boolean {
  return occurs(business(), folded.slice(start, end))
}

/** Chinese says in a few characters what takes other languages a clause. */
function isNearBusiness(folded: string, { start, end }: Sentence, moment: Moment): boolean {
  const isHan = hasScript(folded.slice(moment.start - 2, moment.end + 2), 'Han')
  const [before, after] = isHan ? [10, 14] : [60, 60]
  return isOfBusiness(folded, { start: Math.max(start, moment.start - before), end: Math.min(end, moment.end + after) })
}

/** A day or an hour binds where the brand does something then; as part of a greeting it does not. */
export function bindsMoment(folded: string, sentence: Sentence, moment: Moment): boolean {
  const { began, clock, greetsAfter, greetsBefore, momentAfter, momentBefore, promisesSoon } = patterns()
  const before = folded.slice(Math.max(sentence.start, moment.start - 40), moment.start)
  const after = folded.slice(moment.end, Math.min(sentence.end, moment.end + 20))
  const near = around(sentence, moment)
  const words = folded.slice(near.start, near.end)
  const isBusiness = isNearBusiness(folded, sentence, moment)
  if (moment.sort === 'date' && /\d/.test(moment.value)) return !began.test(before)
  if (!isBusiness) return isOpeningHours(moment, words, before, after)
  if (moment.value === 'soon') return promisesSoon.test(words)
  if (momentBefore.test(before) || momentAfter.test(after)) return true
  return (
    !greetsBefore.test(before) &&
    !greetsAfter.test(after) &&
    (moment.sort !== 'clock' || clock.test(folded.slice(moment.start, moment.end)))
  )
}

function isOpeningHours(moment: Moment, words: string, before: string, after: string): boolean {
  if (moment.sort !== 'clock') return false
  const { hours, hoursBefore, hoursAfter } = patterns()
  return hours.test(words) || (hoursBefore.test(before.slice(-4)) && /\d/.test(before)) || hoursAfter.test(after)
}

export function bindsMoney(folded: string, sentence: Sentence, quantity: Quantity): boolean {
  const before = folded.slice(Math.max(sentence.start, quantity.start - 24), quantity.start)
  const after = folded.slice(quantity.end, quantity.end + 24)
  const { idleBefore, idleAfter, ownedBefore } = patterns()
  if (idleAfter.test(after)) return false
  if (ownedBefore.test(before) && /^USD 0\.0/.test(quantity.value)) return false
  return !idleBefore.test(before)
}

/** `100 %` said in agreement is none. */
export function bindsShare(folded: string, sentence: Sentence, quantity: Quantity): boolean {
  if (quantity.value !== '100' && quantity.value !== '110' && quantity.value !== '200') return true
  return !patterns().agreesAfter.test(folded.slice(quantity.end, Math.min(sentence.end, quantity.end + 24)))
}
