/** What a text about to leave commits the brand to. */
import type { Lang } from '../domain/message.ts'
import { findAssent } from './assent.ts'
import type { Commitment } from './commitment.ts'
import { findMentions } from './find.ts'

/** UTF-16 units of a sentence that is no more than "Deal!". */
const BARE = 24

/**
 * In order; nothing that is denied, asked, or only told of. The words tell their language, so `lang` decides nothing yet.
 * `heard`: what the fan wrote. With it, a bare yes commits to the fan's terms, and "Deal!" only where there were any.
 * Never throws; the same input gives the same output; the work grows with the length of the text alone.
 */
export function findCommitments(text: string, _lang: Lang, heard?: string): readonly Commitment[] {
  const found = findMentions(text)
    .filter(({ stance }) => stance === 'asserted')
    .map(({ commitment }) => commitment)
  if (heard === undefined) return found
  const granted = findAssent(text, heard)
  const isDeal = found.length === 1 && found[0]?.kind === 'agreement' && found[0].sentence.text.length <= BARE
  // "You bring the rain, I bring the kettle?" — "Deal!" binds nobody.
  return isDeal && granted.length === 0 && findMentions(heard).length === 0 ? [] : [...granted, ...found]
}
