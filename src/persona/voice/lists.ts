/** The lists of a language's `voice.yaml`, by section. */
import { listOf } from '../../hearing/packs/book.ts'

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

export function voiceList<Section extends keyof typeof voiceSections>(
  section: Section,
  name: (typeof voiceSections)[Section][number],
): readonly string[] {
  return listOf('voice', section, name)
}
