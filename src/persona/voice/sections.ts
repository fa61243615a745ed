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
    'asks-secret',
    'secrets',
    'denies',
    'lives',
    'assistant',
    'names-rules',
    'declines',
  ],
  /** What stands before or after a name. */
  'beside-name': ['denies-bot', 'addresses', 'introduces', 'serves', 'reached-by', 'runs-down'],
  /** What a fan asks that a short reply is read together with, and what such a reply is. */
  asked: ['age', 'being', 'being-yes', 'about-other'],
  /** Who speaks: as I, or for a house as we. */
  person: ['singular', 'plural'],
  /** Who is spoken to; `swaps`: a familiar and a formal word that stand for each other with nothing else changed. */
  address: ['familiar', 'formal', 'swaps'],
  /** Plain words and sayings, found with their inflections. */
  plain: ['press-release', 'chummy', 'shouted', 'acts'],
  /** What leans on the sentence before, and can be left out with nothing else changed. */
  joints: ['leans'],
} as const
