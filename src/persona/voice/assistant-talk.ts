/** What assistants say around every answer: that it was a pleasure, that one may ask again. Nobody who knows you says it. */

import { oneLine } from '../../words/letters/one-line.ts'
import { once } from '../../words/once.ts'
import { soughtPhrase } from '../../words/phrases/patterns.ts'
import { forbidden } from './forbidden.ts'
import { voiceList } from './lists.ts'

const mayAssist = forbidden.addAll(
  once(() => voiceList('forbidden', 'assistant').map((phrase) => soughtPhrase(phrase))),
)

/** The words, if there are any. */
export function findAssistantTalk(text: string): string | undefined {
  const folded = oneLine(text)
  for (const { pattern } of mayAssist(folded)) {
    const words = pattern.exec(folded)?.[0]
    if (words !== undefined) return words.trim()
  }
  return undefined
}
