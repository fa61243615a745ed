/** Who could help in each group, from the messages that are heard there. Pure; what it keeps is bounded. */
import { createHelperRanking, type HelperRanking } from './rank-helpers.ts'

export interface GroupMessage {
  readonly thread: string
  readonly author: string
  /** Epoch ms. */
  readonly at: number
  readonly text: string
  readonly isQuestion: boolean
}

export interface Helpers {
  /** For a question, who could answer it, likeliest first; nobody where nobody spoke before. */
  hear(message: GroupMessage): readonly string[]
}

const mostGroups = 500

export function createHelpers(): Helpers {
  /** Least recently heard first. */
  const groups = new Map<string, { readonly ranking: HelperRanking; readonly names: Map<string, string> }>()

  function groupOf(thread: string) {
    const group = groups.get(thread) ?? { ranking: createHelperRanking(), names: new Map<string, string>() }
    groups.delete(thread)
    groups.set(thread, group)
    const [quietest] = groups.keys()
    if (groups.size > mostGroups && quietest !== undefined) groups.delete(quietest)
    return group
  }

  return {
    hear({ thread, author, at, text, isQuestion }) {
      const { ranking, names } = groupOf(thread)
      const ranked = isQuestion ? ranking.rank(author, at) : []
      ranking.hear({ author, at, isQuestion: marked.test(text), to: namedIn(text, names) })
      if (names.size >= mostNames) names.clear()
      names.set(author.toLowerCase(), author)
      return ranked
    },
  }
}

/** What opens like a question is often none in a talk among many, and what follows it no answer. */
const marked = /[?？؟]/
const mostNames = 5_000
/** UTF-16 units of a message in which a name is looked for. */
const readLimit = 500

/** The member whose name stands first in a text, as a word, with or without an @: whoever is spoken to is named first. */
function namedIn(text: string, names: ReadonlyMap<string, string>): readonly string[] {
  for (const word of text
    .slice(0, readLimit)
    .toLowerCase()
    .split(/[\s,:;!?()"“”]+/u)) {
    const name = names.get(word) ?? names.get(word.replace(/^@|[.…'’]+\p{L}?$/gu, ''))
    if (name !== undefined) return [name]
  }
  return []
}
