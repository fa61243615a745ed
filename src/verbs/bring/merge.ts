/** What was brought, beside the answers that stand: what is new, which phrasings are, and what says otherwise. Pure. */

import { idFrom } from '../../desk/learning/answer-id.ts'
import type { AnswerButton } from '../../domain/answer.ts'
import type { Lang } from '../../domain/message.ts'
import { languagesInOrder } from '../../hearing/in-order.ts'
import type { Persona } from '../../persona/persona.ts'
import { baseLanguage } from '../../words/languages/base-language.ts'
import { detectLanguage } from '../../words/languages/detect-language.ts'
import { segment } from '../../words/terms/segment.ts'
import { stopWords } from '../../words/terms/stop-words.ts'
import { type Brought, type BroughtAnswer, changed, left, type Note, shown } from './brought.ts'

/** As it will stand in answers.yaml. */
export interface NewAnswer {
  readonly id: string
  readonly asks: readonly string[]
  readonly answer: Readonly<Record<Lang, string | readonly string[]>>
  readonly topic?: string
  readonly owner?: string
  readonly buttons?: readonly AnswerButton[]
}

export interface Plan {
  readonly added: readonly NewAnswer[]
  /** By the answer that stands there. */
  readonly phrasings: ReadonlyMap<string, readonly string[]>
  /** So many stood there already, with all their phrasings. */
  readonly same: number
  readonly notes: readonly Note[]
}

type Standing = Pick<Persona, 'answers' | 'languages'> & {
  readonly commitments: Persona['commitments']
  readonly handoff: Pick<Persona['handoff'], 'teams'>
}

/** Nothing that stands is changed but by phrasings; whoever asked first owns a question. */
export function merge(brought: readonly Brought[], persona: Standing): Plan {
  const notes: Note[] = brought.flatMap((one) => one.notes)
  const owners = new Map(
    persona.answers.flatMap(({ id, asks }) => asks.map((ask): [string, string] => [folded(ask), id])),
  )
  const words = new Map(
    persona.answers.flatMap(({ id, answer }) =>
      Object.values(answer)
        .flat()
        .map((text): [string, string] => [folded(text), id]),
    ),
  )
  const taken = new Set(persona.answers.map(({ id }) => id))
  const added = new Map<string, NewAnswer>()
  const phrasings = new Map<string, string[]>()
  let same = 0
  for (const one of grouped(brought.flatMap(({ answers }) => answers))) {
    const answer = textsOf(one, persona.languages, notes)
    if (answer === undefined) continue
    const home = one
      .flatMap((part) => part.answer.map((text) => words.get(folded(text))))
      .find((id) => id !== undefined)
    const where = one[0]?.where ?? ''
    const asks = one.flatMap((part) => part.asks)
    const own = ownAsks(asks, { home, owners, where, notes })
    if (home !== undefined) {
      if (own.length === 0) same += 1
      const target = added.get(home)
      if (target) added.set(home, { ...target, asks: [...target.asks, ...own] })
      else if (own.length > 0) phrasings.set(home, [...(phrasings.get(home) ?? []), ...own])
      for (const ask of own) owners.set(folded(ask), home)
      continue
    }
    if (own.length === 0) {
      notes.push(left(where, 'all that asks for it leads to other answers'))
      continue
    }
    const id = idFrom(one[0]?.id ?? own[0] ?? '', taken)
    taken.add(id)
    for (const ask of own) owners.set(folded(ask), id)
    for (const text of one.flatMap((part) => part.answer)) words.set(folded(text), id)
    added.set(id, { id, asks: own, answer, ...placeOf(one, persona, notes) })
  }
  return { added: [...added.values()], phrasings, same, notes }
}

/** Those of one group together; whoever is in none, alone. */
function grouped(answers: readonly BroughtAnswer[]): readonly (readonly BroughtAnswer[])[] {
  return [...Map.groupBy(answers, ({ group }, at) => group ?? at).values()]
}

function textsOf(
  one: readonly BroughtAnswer[],
  languages: readonly Lang[],
  notes: Note[],
): NewAnswer['answer'] | undefined {
  const [home = 'en'] = languages
  const texts = new Map<Lang, readonly string[]>()
  for (const { answer, lang, where } of one) {
    const named = lang === undefined ? undefined : baseLanguage(lang.toLowerCase().replace('_', '-'))
    const { spoken, perhaps } = named === undefined ? languageOf(answer.join('\n'), languages) : { spoken: named }
    if (perhaps !== undefined)
      notes.push(
        changed(
          where,
          `it may be in ${perhaps}, which the persona does not speak, and stands as ${spoken}; a column lang tells for sure`,
        ),
      )
    if (languages.includes(spoken)) texts.set(spoken, [...new Set([...(texts.get(spoken) ?? []), ...answer])])
    else notes.push(left(where, `it is in ${spoken}, which the persona does not speak (voice.languages)`))
  }
  if (texts.size === 0) return undefined
  if (!texts.has(home)) {
    const where = one[0]?.where ?? ''
    notes.push(
      left(
        where,
        `it has no words in ${home}, the persona’s first language; a table tells what belongs together by one id`,
      ),
    )
    return undefined
  }
  return Object.fromEntries(
    [...texts].map(([lang, variants]) => [lang, variants.length === 1 ? (variants[0] ?? '') : variants]),
  )
}

/** Of all that are known; `perhaps`: it looks like another one, too little to say so. */
function languageOf(text: string, languages: readonly Lang[]): { readonly spoken: Lang; readonly perhaps?: Lang } {
  const [home = 'en'] = languages
  const own = detectLanguage(text, { among: languages })
  const among = [...languages, ...languagesInOrder.filter((lang) => !languages.includes(lang))]
  const found = detectLanguage(text, { among, ...(own === undefined ? {} : { habit: own }) })
  const spoken = own ?? home
  if (found === undefined || languages.includes(found)) return { spoken }
  const words = segment(text)
  const small = (lang: Lang) => words.filter((word) => stopWords(lang).has(word)).length
  const ownSmall = Math.max(...languages.map(small))
  // What is written in letters of none of them is in none of them.
  const isSure = own === undefined || small(found) >= Math.max(2, 2 * ownSmall)
  // A guess from letters alone is no doubt where the small words say otherwise.
  if (!isSure && small(found) <= ownSmall) return { spoken }
  return isSure ? { spoken: found } : { spoken, perhaps: found }
}

interface AskPlace {
  readonly home: string | undefined
  readonly owners: ReadonlyMap<string, string>
  readonly where: string
  readonly notes: Note[]
}

/** Those that no answer has yet; what another answer has is a contradiction, and stays where it is. */
function ownAsks(asks: readonly string[], { home, owners, where, notes }: AskPlace): readonly string[] {
  const own = new Map<string, string>()
  for (const ask of asks.map((text) => text.replaceAll(/\s+/g, ' ').trim())) {
    const key = folded(ask)
    const owner = owners.get(key)
    if (key === '') continue
    if (owner === undefined) own.set(key, own.get(key) ?? ask)
    else if (owner !== home)
      notes.push(left(where, `“${shown(ask)}” is asked of ${owner} already, which says something else`))
  }
  return [...own.values()]
}

function placeOf(
  one: readonly BroughtAnswer[],
  persona: Standing,
  notes: Note[],
): Pick<NewAnswer, 'topic' | 'owner' | 'buttons'> {
  const [first] = one
  const { topic, owner, buttons, where = '' } = first ?? {}
  const hasTopic = topic !== undefined && Object.hasOwn(persona.commitments, topic)
  const hasOwner = owner !== undefined && Object.hasOwn(persona.handoff.teams, owner)
  if (topic !== undefined && !hasTopic)
    notes.push(changed(where, `“${shown(topic)}” is no topic of persona.yaml (commitments)`))
  if (owner !== undefined && !hasOwner)
    notes.push(changed(where, `“${shown(owner)}” is no team of persona.yaml (handoff.teams)`))
  return { ...(hasTopic ? { topic } : {}), ...(hasOwner ? { owner } : {}), ...(buttons ? { buttons } : {}) }
}

/** Letters and figures alone: what reads the same is the same. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}
