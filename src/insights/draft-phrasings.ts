/** Phrasings that a model drafts for answers that hardly anybody could ask for yet: what it is asked, and what is left of what it says. Pure. */
import type { Answer } from '../domain/answer.ts'
import type { Lang } from '../domain/message.ts'
import type { Persona } from '../persona/persona.ts'
import type { ModelPrompt } from '../ports/model.ts'
import { cleanText } from '../words/letters/clean-text.ts'
import { fold } from '../words/letters/fold.ts'

/** An answer that is asked for in fewer ways is missed by most who want it. */
export const ENOUGH = 5
/** Drafted at once, a language. */
const WANTED = 6
const LONGEST = 160
const SHORTEST = 3

export function withFewPhrasings({ answers }: Pick<Persona, 'answers'>): readonly Answer[] {
  return answers.filter(({ asks }) => asks.length < ENOUGH)
}

/** What the answer says goes in as data: nothing of it is an order. */
export function promptFor({ answer, asks }: Answer, { brand, languages }: Persona): ModelPrompt {
  const given = Object.keys(answer)
  const spoken: readonly Lang[] = languages.filter((lang) => given.includes(lang))
  return {
    prefix: [
      'You help an operator to write down how fans ask a brand in chat. You are given an approved answer and the ways in which it is',
      'asked for so far, as JSON. Write other ways in which people really ask for it: short, as typed on a phone, some with a question',
      'mark and some without, some as key words, some that tell of their situation without a question. Each has to be answered in full by the answer;',
      'ask for nothing else. No names, no numbers of orders, no links. One a line, nothing before and nothing after it.',
    ].join(' '),
    turn: JSON.stringify({
      brand: brand.name,
      languages: spoken.length > 0 ? spoken : given,
      linesForEachLanguage: WANTED,
      answer,
      asks,
    }),
  }
}

/** Its lines without bullets, numbers and quotes; each once, and none that stands there already. */
export function draftsIn(text: string, { asks }: Pick<Answer, 'asks'>): readonly string[] {
  const known = new Set(asks.map(bare))
  const drafts: string[] = []
  for (const line of text.split(/\r?\n/)) {
    const draft = cleanText(line)
      .replace(/^\s*(?:[-*•–]|\d{1,2}[.)、]|#+)\s*/u, '')
      .trim()
      .replace(/^["“«「'](.*)["”»」'][,，]?$/u, '$1')
      .trim()
    if (draft.length < SHORTEST || draft.length > LONGEST || /https?:|```|[{}<>]/u.test(draft)) continue
    // A heading is no question.
    if (/[:：]$/u.test(draft) || known.has(bare(draft))) continue
    known.add(bare(draft))
    drafts.push(draft)
  }
  return drafts
}

/** As it counts: case and marks aside. */
function bare(text: string): string {
  return fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
