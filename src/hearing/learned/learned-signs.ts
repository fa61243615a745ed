/** The signs of which the classifier has learnt the likeness. Their order is that of its weights. */
export const dangerSigns = ['self-harm', 'violence-now', 'threat', 'health', 'safety'] as const
export type DangerSign = (typeof dangerSigns)[number]

/** `danger`: any of them. Whether it is one is asked first, and then which. */
export const learnedSigns = [
  'danger',
  ...dangerSigns,
  'asks-for-person',
  'asks-whether-bot',
  'fury',
  'sarcasm',
  'sorrow',
  'grief',
  'joy',
  'awaits-answer',
] as const
export type LearnedSign = (typeof learnedSigns)[number]
