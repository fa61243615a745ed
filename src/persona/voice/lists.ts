/** The lists of a language's `voice.yaml`, by section. */
import { listOf } from '../../hearing/packs/book.ts'
import type { voiceSections } from './sections.ts'

export function voiceList<Section extends keyof typeof voiceSections>(
  section: Section,
  name: (typeof voiceSections)[Section][number],
): readonly string[] {
  return listOf('voice', section, name)
}
