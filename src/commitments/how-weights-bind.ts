/** How words of each matter bind: which may be denied, asked or only named, and which grant something whatever the talk was of. */
import type { Weight } from '../hearing/packs/weights.ts'

const setOf = (...weights: readonly Weight[]): ReadonlySet<Weight> => new Set(weights)

/** A sentence may deny them by itself: what a bot does not do or know binds nobody. */
export const mayBeDenied = setOf(
  ...(['promises', 'agrees', 'staff-acts', 'others-data', 'account', 'bank', 'legal', 'health', 'orders'] as const),
  ...(['contact', 'rivals', 'news', 'job', 'deadline', 'reserves', 'instructs'] as const),
)
/** A question back may name them: it grants nothing. */
export const mayBeAsked = setOf(
  ...(['price', 'delivers', 'arrives', 'returns', 'repairs', 'orders', 'stock', 'contains', 'property'] as const),
  ...(['hours', 'place', 'deadline', 'fault', 'staff', 'contact', 'number', 'yes', 'no', 'body', 'refund'] as const),
  'staff-acts',
)
/** Alone they only name a thing. */
export const mayBeNamed = setOf('staff', 'yes', 'no', 'terms', 'body', 'number', 'deadline', 'place')
/** They bind nobody where the talk is not of the shop, or where the sentence keeps to approved words anyway. */
export const soft = setOf(
  ...(['instructs', 'property', 'stock', 'place', 'hours', 'deadline', 'number', 'news', 'orders'] as const),
  ...(['contains', 'staff', 'price', 'pays', 'delivers', 'arrives', 'bank', 'rivals'] as const),
)
/** Whoever says these grants them, whatever the talk was of. */
export const strong = setOf('refund', 'discount', 'gift', 'warranty', 'promises', 'agrees')
/** What the house gives or does: that some text speaks of the like is not enough. */
export const given = setOf('refund', 'discount', 'gift', 'warranty', 'returns', 'repairs', 'reserves', 'job')
/** Money back, less to pay, a gift. */
export const granted = setOf('refund', 'discount', 'gift')
/** What staff who were called do. */
export const deeds = setOf('staff-acts', 'staff', 'contact', 'orders')
/** What the fan has to do or pay: who denies it grants something. */
export const burdens = setOf('price', 'pays', 'returns', 'instructs', 'terms')
/** What nobody may grant, promise or say was done unless the text does, in whatever words. */
export const binding = setOf(
  ...(['refund', 'discount', 'gift', 'warranty', 'promises', 'agrees', 'reserves', 'job', 'staff-acts'] as const),
  ...(['account', 'bank', 'contact', 'legal', 'health', 'others-data', 'rivals', 'fault'] as const),
)
