/** An approved answer as it is said to somebody in danger: without the parts that its operator calls jokes. Pure. */
import { tidySpace } from './sentences.ts'

/** The text as it is where nothing else would be left of it. */
export function withoutJokes(text: string, jokes: readonly string[] = []): string {
  const plain = jokes.reduce((left, joke) => left.replaceAll(joke, ''), text)
  return plain === text || !/[\p{L}\p{N}]/u.test(plain) ? text : tidySpace(plain).trim()
}
