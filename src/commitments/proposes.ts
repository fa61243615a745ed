/**
 * Whether a fan would have the house bound: says what was agreed or owed, asks for an exception, bids for money, a gift, a deed, a contact.
 * Read with the question, any light word of ours would be a yes to it. Pure.
 */
import type { Lang } from '../domain/message.ts'
import type { Weight } from '../hearing/packs/weights.ts'
import { occurs } from '../words/phrases/patterns.ts'
import { claimLikeness } from './claim-likeness.ts'
import { figuresOf } from './find.ts'
import { foldFigures } from './fold-figures.ts'
import { anyOfList } from './lists.ts'
import { weightyWords } from './weighty-words.ts'

/** `bargain`: says or asks for an agreement, or an exception. `bid`: something that binds, asked of the house as a favour. */
export type Proposal = 'bargain' | 'bid'

const binding: ReadonlySet<Weight> = new Set([
  ...([
    'price',
    'pays',
    'discount',
    'gift',
    'refund',
    'returns',
    'reserves',
    'repairs',
    'warranty',
    'delivers',
  ] as const),
  ...([
    'arrives',
    'orders',
    'staff-acts',
    'fault',
    'legal',
    'contact',
    'account',
    'bank',
    'job',
    'others-data',
  ] as const),
  ...(['hours', 'permits', 'health'] as const),
])
/** Nobody is told these for the asking. */
const kept: ReadonlySet<Weight> = new Set(['contact', 'account', 'bank', 'others-data'])
/** Alone in a message, only a frame for what is proposed. */
const framing: ReadonlySet<Weight> = new Set([
  'terms',
  'agrees',
  'promises',
  'yes',
  'no',
  'number',
  'deadline',
  'place',
  'staff',
])

/** `langs`: those that the message may be in, the likeliest first. Undefined where nothing would be bound. */
export function proposes(text: string, langs: readonly Lang[]): Proposal | undefined {
  const folded = foldFigures(text)
  const found = langs.flatMap((lang) => weightyWords(text, lang).flatMap(({ weights }) => weights))
  const isMoney = figuresOf(text).some(({ kind }) => kind === 'money' || kind === 'percentage')
  const isBinding = isMoney || found.some((weight) => binding.has(weight))
  const has = (list: 'bargains' | 'bids') => langs.some((lang) => occurs(anyOfList('offers', list, { lang })(), folded))
  const yes = yesLikeness(text, langs)
  if (has('bargains') && (isBinding || found.some((weight) => !framing.has(weight)) || yes > BOUND)) return 'bargain'
  return isBinding && has('bids') && (yes > ASKED || found.some((weight) => kept.has(weight))) ? 'bid' : undefined
}

/** How like a claim a bare yes to it would be. */
const yesLikeness = (text: string, [lang = 'en']: readonly Lang[]): number =>
  claimLikeness({ sentence: YES, lang, at: 0, isOnly: true, fan: text, fanLang: lang })
const YES = '👍'
const BOUND = 0.8
const ASKED = 0.3
