/** Whether a phrasing is another answer's own already, so that it would only blur the border between both. */
import type { Knowledge } from './create-knowledge.ts'

/** The id of the answer that is surely given for it by now, if that is another than `id`. */
export function takenBy(text: string, index: Pick<Knowledge, 'search'>, id?: string): string | undefined {
  const { outcome, hits } = index.search({ text })
  const [first] = hits
  return outcome === 'answer' && first !== undefined && first.answer.id !== id ? first.answer.id : undefined
}
