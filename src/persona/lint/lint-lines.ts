/** Lints the persona's own lines: voice, placeholders, languages, and that it admits to being a bot. Part of lint.ts. */

import { saysBot } from '../lines/says-bot.ts'
import { type WrittenLine, writtenLines } from '../lines/written-lines.ts'
import { fillLine, placeholders } from '../load/fill.ts'
import { isRecord, type PersonaProblem, valueAt, type YamlPath } from '../load/problem.ts'
import { didYouMean } from '../load/suggest.ts'
import type { YamlFile } from '../load/yaml-file.ts'
import type { Persona } from '../persona.ts'
import { budgetOf, lengthOf } from '../voice/voice.ts'
import { lintTextVoice } from './lint-text.ts'

export function lintLines(persona: Persona, file: YamlFile): PersonaProblem[] {
  return [
    ...lintBio(persona, file),
    ...linePaths(file.value).flatMap((path) => {
      const lines = writtenLines(valueAt(file.value, path), path, persona.languages[0])
      return [
        ...missingLanguages(persona, file, path, lines),
        ...lines.flatMap((line) => lintLine(persona, file, line)),
        ...lines.flatMap((line) => lintDisclosure(file, line, path.join('.'))),
        ...(path.join('.') === 'lines.introduction' ? lines.flatMap((line) => lintRoom(persona, file, line)) : []),
      ]
    }),
  ]
}

/** Members of a group may read the profile before they hear a word. */
function lintBio(persona: Persona, file: YamlFile): PersonaProblem[] {
  const path = ['image', 'bio']
  return writtenLines(valueAt(file.value, path), path, persona.languages[0])
    .filter(({ text }) => !saysBot(text))
    .map((line) =>
      file.problem(line.path, 'does not say that it is a bot: in a group who reads the profile should know', {
        severity: 'warning',
      }),
    )
}

/** Every place where the persona's own lines stand. */
function linePaths(root: unknown): YamlPath[] {
  const children = (path: YamlPath): YamlPath[] => {
    const value = valueAt(root, path)
    return isRecord(value) ? Object.keys(value).map((key) => [...path, key]) : []
  }
  /** Handoff lines may stand by reason. */
  const linesUnder = (path: YamlPath): YamlPath[] => {
    const handoff = valueAt(root, [...path, 'handoff'])
    const isByReason = isRecord(handoff) && Object.keys(handoff).some((key) => !/^[a-z]{2,3}$/.test(key))
    return [
      ...children(path).filter((at) => at.at(-1) !== 'handoff' || !isByReason),
      ...(isByReason ? children([...path, 'handoff']) : []),
    ]
  }
  const boundaries = valueAt(root, ['boundaries'])
  const says = Array.isArray(boundaries) ? boundaries.map((_, index): YamlPath => ['boundaries', index, 'say']) : []
  const paths: YamlPath[] = [
    ...linesUnder(['lines']),
    ...says,
    ...children(['community', 'tone']).flatMap((path) => children([...path, 'lines'])),
    ...placesIn(root).flatMap((path) => linesUnder([...path, 'lines'])),
    ['disclosure', 'bot'],
    ['disclosure', 'person'],
    ['disclosure', 'maker'],
  ]
  return paths.filter((path) => valueAt(root, path) !== undefined)
}

function placesIn(root: unknown): YamlPath[] {
  const places = valueAt(root, ['places'])
  return Array.isArray(places) ? places.map((_, index) => ['places', index]) : []
}

function missingLanguages(
  persona: Persona,
  file: YamlFile,
  path: YamlPath,
  lines: readonly WrittenLine[],
): PersonaProblem[] {
  const missing = persona.languages.filter((lang) => !lines.some((line) => line.lang === lang))
  // In a place, what it does not say is said as everywhere.
  if (missing.length === 0 || path[0] === 'places') return []
  const message = `has no text in ${missing.join(', ')}: the built-in line, or another language, will be heard there`
  return [file.problem(path, message, { at: 'key', severity: 'warning' })]
}

function lintLine(persona: Persona, file: YamlFile, { path, lang, text }: WrittenLine): PersonaProblem[] {
  const known: readonly string[] = placeholders
  const unknown = [...text.matchAll(/\{([^{}\s]*)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = didYouMean(name, known) || `; there are ${known.map((word) => `{${word}}`).join(' ')}`
      return file.problem(path, `{${name}} is not a placeholder and would be seen as it stands${near}`)
    })
  const spoken = asSpoken(persona, text)
  const mayBeLong = path.some((step) => helping.has(step))
  return [...unknown, ...lintTextVoice(persona, file, path, { text: spoken, lang, author: 'line', mayBeLong })]
}

/** Lines in which what to do comes before how briefly it is said. */
const helping = new Set<string | number>(['crisis', 'violence', 'self-harm', 'health', 'safety', 'privacy'])

function asSpoken({ name, brand }: Persona, text: string): string {
  return fillLine(text, { fan: 'Ana', persona: name, brand: brand.name, hours: '09:00–18:00' })
}

/** Lines that must say what it is, each with when it is said. */
const disclosing: Readonly<Record<string, string>> = {
  'disclosure.bot': 'asked whether it is one, it must say so plainly',
  'lines.introduction': 'before its first answer to a fan it must say so plainly',
  'lines.plainIntroduction': 'after its first words to a fan in danger it must say so plainly',
}

function lintDisclosure(file: YamlFile, { path, text }: WrittenLine, key: string): PersonaProblem[] {
  const when = disclosing[key]
  return when === undefined || saysBot(text) ? [] : [file.problem(path, `does not say that it is a bot: ${when}`)]
}

/** The answer stands in the same message, and is what was asked for. */
const INTRODUCTION_SHARE = 1 / 3

function lintRoom(persona: Persona, file: YamlFile, { path, lang, text }: WrittenLine): PersonaProblem[] {
  if (!persona.languages.includes(lang)) return []
  const most = Math.floor(budgetOf(persona, { surface: 'group', lang }) * INTRODUCTION_SHARE)
  const length = lengthOf(asSpoken(persona, text))
  if (length <= most) return []
  const message = `is too long: ${length} characters, and before an answer in a group there is room for ${most} (a third of voice.length)`
  return [file.problem(path, message, { severity: 'warning' })]
}
