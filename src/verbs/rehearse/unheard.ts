/** Which words of the persona are others than before, and are said in no scene that was played. Pure. */
import type { Persona } from '../../persona/persona.ts'
import type { PlayedScene } from '../play-scenes.ts'

export interface Unheard {
  /** `lines.greeting.en`, `answers.returns.en` */
  readonly path: string
  readonly text: string
}

export function unheardChanges(before: Persona, after: Persona, played: readonly PlayedScene[]): readonly Unheard[] {
  const was = new Set(wordsOf(before).map(({ path, text }) => `${path} ${text}`))
  const said = played.flatMap(({ turns }) => turns.map((turn) => turn.said))
  return wordsOf(after).filter(
    ({ path, text }) => !was.has(`${path} ${text}`) && !said.some((one) => isSaidIn(one, text)),
  )
}

/** What the persona says by itself, each variant in each language that it speaks. */
function wordsOf(persona: Persona): readonly Unheard[] {
  const { lines, handoffLines, answers, boundaries, disclosure, issues, places, languages } = persona
  const named: readonly (readonly [string, ByLang | undefined])[] = [
    ...under('lines', lines),
    ...under('lines.handoff', handoffLines),
    ...answers.map(({ id, answer }) => [`answers.${id}`, answer] as const),
    ...issues.map(({ id, answer }) => [`issues.${id}`, answer] as const),
    ...boundaries.map(({ id, say }, at) => [`boundaries.${id ?? at + 1}`, say] as const),
    ...places.flatMap(({ id, lines: here, handoff }) => under(`places.${id}`, { ...here, handoff })),
    ['disclosure.bot', disclosure.bot],
  ]
  return named.flatMap(([path, byLang]) =>
    Object.entries(byLang ?? {})
      .filter(([lang]) => languages.includes(lang))
      .flatMap(([lang, texts]) => [texts].flat().map((text) => ({ path: `${path}.${lang}`, text }))),
  )
}

type ByLang = Readonly<Record<string, string | readonly string[]>>

const under = (path: string, all: Readonly<Record<string, ByLang | undefined>>) =>
  Object.entries(all).map(([key, byLang]) => [`${path}.${key}`, byLang] as const)

/** By its words between what is filled in, in their order. */
function isSaidIn(said: string, text: string): boolean {
  let from = 0
  for (const part of text.split(/\{[a-z]+\}/u).map((one) => one.trim())) {
    const at = said.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}
