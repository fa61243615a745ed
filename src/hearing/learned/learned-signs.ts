/** The signs of which the classifier has learnt the likeness. Their order is that of its weights. */
export const learnedSigns = [
  'self-harm',
  'violence-now',
  'threat',
  'health',
  'safety',
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
