/** Talk of a language model about itself: "as an AI language model", training data, browsing, cut-offs. Saying that one is a bot is none. */

import { oneLine } from '../../words/letters/one-line.ts'
import { once } from '../../words/once.ts'
import { soughtPhrase } from '../../words/phrases/patterns.ts'
import { forbidden } from './forbidden.ts'
import { voiceList } from './lists.ts'

const maySlip = forbidden.addAll(once(() => voiceList('forbidden', 'ai-slip').map((phrase) => soughtPhrase(phrase))))

/** The words, if there are any. */
export function findAiSlip(text: string): string | undefined {
  const folded = oneLine(text)
  for (const { pattern } of maySlip(folded)) {
    const slip = pattern.exec(folded)?.[0]
    if (slip !== undefined) return slip
  }
  return undefined
}
