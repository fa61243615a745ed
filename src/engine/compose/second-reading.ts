/** A draft that could bind is shown to a second reader, where one is configured: what it does not find in the approved texts is not said. */
import { readStated } from '../../commitments/stated.ts'
import { compileReading, parseReading } from '../../persona/prompt/second-reader.ts'
import type { Recalled } from '../stages.ts'
import { approvedFor } from './standing-behind.ts'
import { bindingSentences, type Ungrounded } from './ungrounded.ts'

/**
 * Empty where nothing is wrong, where nothing in it could bind, or where nobody reads. A reader that fails, or says something else,
 * lets nothing pass that binds.
 */
export async function readAgain(
  draft: string,
  used: readonly string[],
  turn: Recalled,
): Promise<readonly Ungrounded[]> {
  if (!turn.writer.hasReader) return []
  const binding = bindingSentences(draft, turn)
  if (binding.length === 0) return []
  const stated = readStated(draft)
  const sentences = stated.sentences.map((sentence) => stated.quote(sentence))
  const answer = await turn.writer.read(compileReading({ sentences, approved: approvedFor(draft, used, turn) }))
  const wrong = answer === undefined ? undefined : parseReading(answer, sentences.length)
  return (wrong ?? binding).map((sentence) => ({
    code: 'second-reader',
    detail: sentences[sentence] ?? '',
    sentence,
  }))
}
