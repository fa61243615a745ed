/** The sections of a language's `voice.yaml`, and the lists in each. */

export const voiceSections = {
  /** Sentences that must not leave, on one line. */
  forbidden: [
    'ai-slip',
    'denies-bot',
    'tells-of-person',
    'off-character',
    'opinion',
    'others',
    'names-rules',
    'declines',
  ],
  /** What stands before or after a name. */
  'beside-name': ['denies-bot', 'addresses', 'introduces', 'serves'],
  /** Plain words and sayings, found with their inflections. */
  plain: ['press-release', 'chummy', 'shouted'],
} as const
