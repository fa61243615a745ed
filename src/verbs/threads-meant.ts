/** Which threads an operator means: by id, as the log names it, or by what a fan is called. */
import { platformOf, type ThreadId, threadsNamed } from '../domain/ids.ts'
import type { Store } from '../ports/store.ts'
import { keyOfNames } from '../program/open-watch.ts'
import { createPseudonyms } from '../words/personal-data/pseudonyms.ts'

/** Of fans with one name, the talks that are looked at. */
const THREADS = 10

/** As it stands in the record, in plain letters, or as the log names it. */
export async function threadsMeant(
  typed: string,
  { records, keyValues }: Pick<Store, 'records' | 'keyValues'>,
): Promise<readonly ThreadId[]> {
  const meant = threadsNamed(typed)
  const [named] = meant
  // No id: what a fan is called.
  if (!typed.includes(':')) return await records.threadsOf(typed, THREADS)
  if (!typed.includes(':#') || !named) return meant
  const pseudonyms = createPseudonyms()
  pseudonyms.useKey(await keyOfNames(keyValues))
  const known = await records.threads(platformOf(named))
  return known.map(({ threadId }) => threadId).filter((threadId) => pseudonyms.of(threadId) === typed)
}
