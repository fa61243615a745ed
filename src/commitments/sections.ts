/** The sections of a language's `commitments.yaml`, and the lists in each. */
import { commitmentKinds } from './commitment.ts'

const sorts = [
  'action/call-person',
  'action/cancel',
  'action/change',
  'action/check',
  'action/contact',
  'action/done',
  'action/feedback',
  'action/hold',
  'action/refund',
  'discount/50',
  'free/delivery',
  'free/return',
  'health/allergy',
  'health/pregnancy',
  'warranty/lifetime',
] as const
const kinds = [...commitmentKinds, ...sorts] as const

export const commitmentSections = {
  /** What commits, by kind and sort. */
  frames: kinds,
  /** Words by which an approved text is seen to speak of it at all. */
  subjects: kinds,
  /** How a place is meant: denied, asked, or told of as somebody else's word. */
  stance: [
    'breaks',
    'idioms',
    'denies',
    'denies-after',
    'denies-late',
    'denies-late-with',
    'told',
    'before-question',
    'asks',
    'asks-last',
    'tag',
    'goes-on',
    'joins',
    'subject',
    'addressed',
  ],
  /**
   * By which approved words are made to say more: something added, whatever the condition, sooner. `is`: a predicate of its own.
   * `shuts-out`: denies without a word of denial. `only`: a limit, by which "until it is cut" and "while it is not" say the same.
   */
  twists: ['adds', 'either-way', 'sooner', 'is', 'shuts-out', 'only', 'every', 'opposites'],
  /** Where a figure binds; `-before` and `-after` stand beside the figure. */
  binding: [
    'business',
    'past',
    'bound-before',
    'bound-after',
    'fragment',
    'term-after',
    'gone',
    'within',
    'some-day',
    'no-term-after',
    'moment-before',
    'moment-article',
    'moment-after',
    'greets-before',
    'greets-after',
    'began',
    'clock',
    'promises-soon',
    'through',
    'through-before',
    'idle-before',
    'idle-after',
    'owned-before',
    'agrees-after',
  ],
  /** By which a fan would have the house bound: words of a bargain or an exception, and words turned to it: you, us, give me. */
  offers: ['bargains', 'bids'],
  /** A bare yes, and what may follow it. */
  assent: ['yes', 'and-yes'],
  /** Words by which an operator would name a topic of that kind. */
  topics: commitmentKinds,
  /** What something is said to be free of. */
  substances: ['gluten', 'nuts', 'lactose', 'latex', 'nickel', 'chrome', 'caffeine'],
  /** The words for each number. */
  numbers: [...Array.from({ length: 101 }, (_, value) => String(value)), '1000', '1000000'],
  counting: ['and', 'joins', 'range', 'one'],
  months: Array.from({ length: 12 }, (_, at) => String(at + 1)),
  /** From Sunday, 0. */
  weekdays: Array.from({ length: 7 }, (_, at) => String(at)),
  relative: ['day 0', 'day 2', 'day 1', 'end week', 'week 1', 'end month', 'month 1', 'soon'],
  dates: [
    ...([
      'holiday',
      'ordinal',
      'of',
      'of-year',
      'the',
      'hour',
      'hour-minutes',
      'at',
      'noon',
      'midnight',
      'later',
    ] as const),
    ...(['weekend', 'weekdays'] as const),
  ],
  /** By currency; signs that mean the same everywhere stand in the code. */
  money: ['USD', 'CENT', 'GBP', 'pence', 'EUR', 'JPY', 'HKD', 'TWD', 'CNY', 'CNY-before', 'CHF', 'INR', 'KRW'],
  units: [
    ...['second', 'minute', 'hour', 'day', 'week', 'fortnight', 'month', 'year', 'working', 'full'],
    ...['kg', 'g', 'ml', 'l', 'mm', 'cm', 'm', 'km', 'inch', 'dB', 'W', 'V', 'degree', 'lumen'],
  ],
  shares: ['percent', 'off', 'extra'],
} as const
