/** Which subjects an approved text speaks of, by their words alone: what a draft that leans on it may say in its own words. */

import { once } from '../words/once.ts'
import { eachMatch } from '../words/phrases/each-match.ts'
import { type CommitmentKind, commitmentKinds } from './commitment.ts'
import { anyOfList, commitmentList } from './lists.ts'
import { commitmentSections } from './sections.ts'

const subjects = once(() =>
  commitmentSections.subjects.flatMap((name) => {
    const [of, sort = ''] = name.split('/')
    const kind = commitmentKinds.find((one) => one === of)
    const isNamed = commitmentList('subjects', name).length > 0
    return kind && isNamed ? [{ kind, sort, pattern: anyOfList('subjects', name)() }] : []
  }),
)

/** Places where a folded text names a subject; `kind` and its sort. */
export function findSubjects(folded: string): { kind: CommitmentKind; sort: string; start: number; end: number }[] {
  return subjects().flatMap(({ kind, sort, pattern }) =>
    eachMatch(pattern, folded).map((match) => ({
      kind,
      sort,
      start: match.index,
      end: match.index + match[0].length,
    })),
  )
}
