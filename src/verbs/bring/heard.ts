/** What people said in chats, without whose it was: questions, remarks, and names of things. Pure. */
import { sharedPhrases } from '../../community/shared-phrases.ts'
import { createStripper } from '../../desk/learning/strip-personal.ts'
import type { Lang } from '../../domain/message.ts'
import { asksSomething } from '../../hearing/asks-something.ts'
import { namesTold } from '../../hearing/names-told.ts'
import { suggestAnswers } from '../../insights/suggest-answers.ts'
import { sentences } from '../../persona/voice/sentences.ts'
import { detectLanguage } from '../../words/languages/detect-language.ts'
import { isUnspaced } from '../../words/letters/scripts.ts'
import { segment } from '../../words/terms/segment.ts'
import { shown } from './brought.ts'
import type { ChatLine } from './chat-lines.ts'

export interface Asked {
  /** Counts from 1. */
  readonly id: string
  readonly text: string
}

export interface Group {
  readonly title: string
  readonly count: number
  /** People who asked. */
  readonly people: number
  readonly examples: readonly string[]
  /** Words that several of them share. */
  readonly about: readonly string[]
}

export interface Heard {
  readonly questions: readonly Asked[]
  readonly groups: readonly Group[]
  /** Said by several people in the same words, with how many. */
  readonly remarks: readonly (readonly [string, number])[]
  readonly names: readonly (readonly [string, number])[]
}

const LONGEST = 300
const MOST_QUESTIONS = 5000
const MOST_REMARKS = 20_000
const MOST_NAMES = 20_000
/** Of several people: what one says is theirs. */
const SEVERAL = 2
const SHOWN = 12

/** A sentence that was typed in two lines is one: the first breaks off, and the second begins small and asks nothing by itself. */
function inWholeLines(text: string, lang: Lang): string {
  return text.split('\n').reduce((before, line) => {
    const last = before.slice(before.lastIndexOf('\n') + 1)
    const breaksOff = !/[\p{P}\p{Emoji_Presentation}]\s*$/u.test(last.replace(/[,;–-]\s*$/u, ''))
    const goesOn = /^\s*\p{Ll}/u.test(line) && !asksSomething(line.replaceAll(/[?？]/gu, ''), lang)
    return `${before}${breaksOff && goesOn ? ' ' : '\n'}${line}`
  })
}

/** Takes one message after another. */
export interface Listener {
  hear(line: ChatLine): void
  tell(): Heard
}

export function createListener(languages: readonly Lang[]): Listener {
  const [habit = 'en'] = languages
  const authors = new Set<string>()
  /** As they are told in the chat. */
  const told = new Set<string>()
  const asked: { readonly text: string; readonly author: string; readonly lang: Lang }[] = []
  const remarks = new Map<string, Set<string>>()
  const capitals = new Map<string, Set<string>>()
  return {
    hear({ author, text }) {
      authors.add(author)
      const heard = inWholeLines(text.slice(0, 4000), habit)
      for (const { start, end, isSure } of namesTold(heard))
        if (isSure && told.size < MOST_NAMES) told.add(heard.slice(start, end))
      for (const { start, end } of sentences(heard)) {
        const sentence = heard.slice(start, end).trim()
        if (!saysSomething(sentence)) continue
        const lang = detectLanguage(sentence, { among: languages, habit }) ?? habit
        const bare = withoutNames(sentence)
        for (const name of namesIn(bare)) count(capitals, name, author)
        if (asksSomething(sentence, lang)) {
          if (asked.length < MOST_QUESTIONS) asked.push({ text: sentence, author, lang })
        } else if (remarks.size < MOST_REMARKS)
          count(remarks, sentence.toLowerCase().replace(/[\s.!…。！]+$/u, ''), author)
      }
    },
    tell() {
      const people = [...authors, ...told]
      const strip = createStripper(people)
      const questions = asked
        .map((one) => ({ ...one, text: strip(one.text) }))
        .filter(({ text }) => saysSomething(text))
        .map((one, at) => ({ ...one, id: String(at + 1) }))
      const byId = new Map(questions.map((one) => [one.id, one]))
      const ownNames = new Set(people.flatMap((name) => segment(name)))
      const groups = suggestAnswers(questions, languages).map(({ title, ids }): Group => {
        const members = ids.flatMap((id) => byId.get(id) ?? [])
        const about = sharedPhrases(
          members.map(({ author: fan, text, lang }) => ({ fan, text, lang })),
          ownNames,
          SEVERAL,
        )
        const examples = members.slice(1, 4).map(({ text }) => shown(text))
        return {
          title,
          count: members.length,
          people: new Set(members.map(({ author }) => author)).size,
          examples,
          about,
        }
      })
      const isOwn = (name: string) => segment(name).some((word) => ownNames.has(word))
      return {
        questions: questions.map(({ id, text }) => ({ id, text })),
        groups,
        remarks: ranked(remarks)
          .map(([text, number]): readonly [string, number] => [strip(text), number])
          .filter(([text]) => saysSomething(text)),
        names: ranked(capitals).filter(([name]) => !isOwn(name)),
      }
    },
  }
}

function count(into: Map<string, Set<string>>, what: string, author: string): void {
  into.set(what, (into.get(what) ?? new Set()).add(author))
}

/** Of several people, the most first. */
function ranked(counted: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly [string, number])[] {
  return [...counted]
    .map(([what, who]): readonly [string, number] => [what, who.size])
    .filter(([, people]) => people >= SEVERAL)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
}

function saysSomething(text: string): boolean {
  if (text.length > LONGEST || /^[/!]/.test(text)) return false
  const letters = [...text].filter(isUnspaced).length
  return letters >= 3 || (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2
}

/** A name of a person is no name of a thing. */
function withoutNames(sentence: string): string {
  let bare = sentence
  for (const { start, end } of namesTold(sentence).toReversed()) bare = `${bare.slice(0, start)}…${bare.slice(end)}`
  return bare
}

/** Words with a capital amid a sentence, one or several together; in German every noun has one, so that two are wanted there. */
function namesIn(sentence: string): readonly string[] {
  const found = sentence.matchAll(/(?<=[\p{Ll}\p{N},;:]\s)\p{Lu}[\p{L}\p{N}’'-]+(?:\s\p{Lu}[\p{L}\p{N}’'-]+)*/gu)
  const isGerman = detectLanguage(sentence, { among: ['de', 'en'], habit: 'en' }) === 'de'
  return [...found].map(([name]) => name).filter((name) => !isGerman || /\s/.test(name))
}
