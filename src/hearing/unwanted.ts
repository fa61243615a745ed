/** What a fan says they do not want, apart from what they want: "I don't want a refund, just the right bag". Pure. */
import type { Lang } from '../domain/message.ts'
import { once } from '../words/once.ts'
import { letterPattern, sourcesOf, wordPattern } from '../words/phrases/phrases.ts'
import { readText } from '../words/read-text.ts'
import { packs } from './packs/packs.ts'

export interface Wants {
  /** The rest of the message; empty if there is none. */
  readonly wanted: string
  /** Each thing that is not wanted; none: nothing was said of it. */
  readonly unwanted: readonly string[]
}

const CLAUSE = /(?<=[,.;:!?…—，。；：！？、\n])(?!\d)/u
/** UTF-16 units that are read. */
const LONGEST = 1000

type Find = (clause: string) => { readonly start: number; readonly end: number } | undefined
interface Language {
  readonly before: readonly Find[]
  readonly after: readonly Find[]
  readonly contrasts: readonly Find[]
}

/** All languages that list it are sought: a fan mixes them, and few words tell no language. @param lang is tried first */
export function wantsIn(text: string, lang: Lang): Wants {
  const clauses = text.slice(0, LONGEST).split(CLAUSE)
  const own = languages().get(lang)
  const others = lang === 'en' ? [] : [languages().get('en')]
  const known = [own, ...others].flatMap((one) => one ?? [])
  const wanted: string[] = []
  const unwanted: string[] = []
  for (const clause of clauses) {
    const found = known.map((one) => partsOf(clause, one)).find(({ not }) => not !== '')
    if (found) unwanted.push(found.not)
    wanted.push(found ? found.rest : clause)
  }
  const rest = wanted.join(' ').replace(/\s+/g, ' ').trim()
  return { wanted: /[\p{L}\p{N}]/u.test(rest) ? rest : '', unwanted }
}

export interface Denied {
  /** What is not wanted. */
  readonly not: string
  /** The rest of its clause. */
  readonly rest: string
  /** Where the words that deny it stand. */
  readonly denial: 'before' | 'after'
}

/** The text without the clauses that deny what is meant, but for the rest of each; in whatever language. */
export function withoutDenied(text: string, isMeant: (denied: Denied, clause: string) => boolean): string {
  const clauses = text.slice(0, LONGEST).split(CLAUSE)
  const left = clauses.map((clause) => {
    for (const language of languages().values()) {
      const { denial, ...parts } = partsOf(clause, language)
      if (denial && isMeant({ ...parts, denial }, clause)) return parts.rest
    }
    return clause
  })
  return left.every((clause, at) => clause === clauses[at]) ? text : left.join(' ')
}

type Parts = Omit<Denied, 'denial'> & Partial<Pick<Denied, 'denial'>>

function partsOf(clause: string, { before, after, contrasts }: Language): Parts {
  const reading = readText(clause)
  for (const text of [reading.spaced[0] ?? '', reading.tight]) {
    for (const find of before) {
      const found = find(text)
      if (!found) continue
      const behind = text.slice(found.end)
      const turn = contrasts.flatMap((one) => one(behind) ?? []).sort((a, b) => a.start - b.start)[0]
      const not = turn ? behind.slice(0, turn.start) : behind
      const rest = `${text.slice(0, found.start)} ${turn ? behind.slice(turn.end) : ''}`.trim()
      return { not: not.trim(), rest, denial: 'before' }
    }
    for (const find of after) {
      const found = find(text)
      if (found && found.start > 0)
        return { not: text.slice(0, found.start).trim(), rest: text.slice(found.end).trim(), denial: 'after' }
    }
  }
  return { not: '', rest: clause }
}

const languages = once(
  () =>
    new Map<Lang, Language>(
      Object.entries(packs).flatMap(([lang, { words }]) => {
        const { unwanted, contrasts = [] } = words ?? {}
        if (!unwanted) return []
        const { before = [], after = [] } = unwanted
        return [[lang, { before: finds(before), after: finds(after), contrasts: finds(contrasts) }] as const]
      }),
    ),
)

function finds(phrases: readonly string[]): readonly Find[] {
  const { words, letters } = sourcesOf(phrases)
  return [
    ...words.map((source) => findBy(wordPattern(source))),
    ...letters.map((source) => findBy(letterPattern(source))),
  ]
}

function findBy(pattern: RegExp): Find {
  return (clause) => {
    const found = pattern.exec(clause)
    return found ? { start: found.index, end: found.index + found[0].length } : undefined
  }
}
