/** Whether what staff call an issue or say of it can be taken as it is, from the chat and from the pages alike. Pure. */

import { isUnseen } from '../../domain/lines.ts'
import type { Persona } from '../../persona/persona.ts'
import type { IssueWish } from '../../ports/lead-desk.ts'

const LONGEST_TITLE = 120
const LONGEST_WORDS = 2_000

/** Undefined where nothing is. */
export function whatIsWrong(wish: IssueWish, persona: Persona): string | undefined {
  switch (wish.kind) {
    case 'title':
    case 'split':
    case 'new':
      return titleWrong(wish.title)
    case 'answer':
    case 'news':
      return wordsWrong(wish.words) ?? placeIn(wish, persona)
    default:
      return undefined
  }
}

function titleWrong(title: string): string | undefined {
  if (isUnseen(title)) return 'What is it to be called? There is nothing to be read.'
  if (/[\r\n\u2028\u2029]/.test(title)) return 'A title is one line.'
  return title.length > LONGEST_TITLE ? `That is too long for a title: at most ${LONGEST_TITLE} characters.` : undefined
}

export function wordsWrong(words: string): string | undefined {
  if (isUnseen(words)) return 'The words are missing: there is nothing to be read.'
  const [hole] = /\{\w+\}/.exec(words) ?? []
  if (hole !== undefined) return `Nothing is filled in here: ${hole} would be left out. Say it without.`
  return words.length > LONGEST_WORDS ? `That is too long: at most ${LONGEST_WORDS} characters.` : undefined
}

/**
 * `en telegram: words`, as a holding statement has it: a fan would read the place along with the words. And words without a language, where
 * there are several: they would take the place of those of the first.
 */
function placeIn(wish: IssueWish & { readonly kind: 'answer' | 'news' }, { languages }: Persona): string | undefined {
  if (wish.lang !== undefined) return undefined
  const lang = /^([a-z]{2,3})\s+[\p{L}\p{N}_-]+\s*[:：]/iu.exec(wish.words)?.[1]?.toLowerCase()
  if (lang !== undefined && languages.includes(lang))
    return `It is the same on every platform: /issue ${wish.number} ${wish.kind} ${lang}: and the words.`
  return languages.length > 1
    ? `In which language? /issue ${wish.number} ${wish.kind} ${languages[0]}: and the words (${languages.join(', ')}).`
    : undefined
}
