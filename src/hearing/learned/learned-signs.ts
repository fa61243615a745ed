/** The signs of which the classifier has learnt the likeness. Their order is that of its weights. */
export const dangerSigns = ['self-harm', 'violence-now', 'threat', 'health', 'safety'] as const
export type DangerSign = (typeof dangerSigns)[number]

/** What shows in the meanings of the words. `danger`: any of them. Whether it is one is asked first, and then which. */
export const meantSigns = ['danger', ...dangerSigns, 'grief', 'sorrow'] as const

/** The others are told by the words alone. */
export const learnedSigns = [
  ...meantSigns,
  'asks-for-person',
  'asks-whether-bot',
  'fury',
  'sarcasm',
  'joy',
  'awaits-answer',
] as const
export type LearnedSign = (typeof learnedSigns)[number]
