/** Lints the persona's own lines: voice, placeholders, languages, and that it admits to being a bot. Part of lint.ts. */

import { once } from '../../words/once.ts'
import { inAllLanguages } from '../../words/terms/in-all-languages.ts'
import { type WrittenLine, writtenLines } from '../lines/written-lines.ts'
import { fillLine, placeholders } from '../load/fill.ts'
import { isRecord, type PersonaProblem, valueAt, type YamlPath } from '../load/problem.ts'
import { didYouMean } from '../load/suggest.ts'
import type { YamlFile } from '../load/yaml-file.ts'
import type { Persona } from '../persona.ts'
import { lintTextVoice } from './lint-text.ts'

export function lintLines(persona: Persona, file: YamlFile): PersonaProblem[] {
  return linePaths(file.value).flatMap((path) => {
    const lines = writtenLines(valueAt(file.value, path), path, persona.languages[0])
    return [
      ...missingLanguages(persona, file, path, lines),
      ...lines.flatMap((line) => lintLine(persona, file, line)),
      ...(path.join('.') === 'disclosure.bot' ? lines.flatMap((line) => lintDisclosure(file, line)) : []),
    ]
  })
}

/** Every place where the persona's own lines stand. */
function linePaths(root: unknown): YamlPath[] {
  const children = (path: YamlPath): YamlPath[] => {
    const value = valueAt(root, path)
    return isRecord(value) ? Object.keys(value).map((key) => [...path, key]) : []
  }
  const handoff = valueAt(root, ['lines', 'handoff'])
  const isByReason = isRecord(handoff) && Object.keys(handoff).some((key) => !/^[a-z]{2,3}$/.test(key))
  const boundaries = valueAt(root, ['boundaries'])
  const says = Array.isArray(boundaries) ? boundaries.map((_, index): YamlPath => ['boundaries', index, 'say']) : []
  const paths: YamlPath[] = [
    ...children(['lines']).filter(([, occasion]) => occasion !== 'handoff' || !isByReason),
    ...(isByReason ? children(['lines', 'handoff']) : []),
    ...says,
    ['disclosure', 'bot'],
    ['disclosure', 'person'],
    ['disclosure', 'maker'],
  ]
  return paths.filter((path) => valueAt(root, path) !== undefined)
}

function missingLanguages(
  persona: Persona,
  file: YamlFile,
  path: YamlPath,
  lines: readonly WrittenLine[],
): PersonaProblem[] {
  const missing = persona.languages.filter((lang) => !lines.some((line) => line.lang === lang))
  if (missing.length === 0) return []
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
  const spoken = fillLine(text, {
    fan: 'Ana',
    persona: persona.name,
    brand: persona.brand.name,
    hours: '09:00–18:00',
  })
  const mayBeLong = path.some((step) => helping.has(step))
  return [...unknown, ...lintTextVoice(persona, file, path, { text: spoken, lang, author: 'line', mayBeLong })]
}

/** Lines in which what to do comes before how briefly it is said. */
const helping = new Set<string | number>(['crisis', 'violence', 'self-harm', 'health', 'safety', 'privacy'])

/** Words that say what it is, in the languages people write personas in. */
const saysBot = once(() => new RegExp(inAllLanguages((words) => words.bot).join('|'), 'iu'))

function lintDisclosure(file: YamlFile, { path, text }: WrittenLine): PersonaProblem[] {
  if (saysBot().test(text)) return []
  return [file.problem(path, 'does not say that it is a bot: asked whether it is one, it must say so plainly')]
}
