/** Finds every text of a line or answer as it stands in the YAML, in whichever of its shapes, with its place. Used by lint.ts. */
import type { Lang } from '../../domain/message.ts'
import { baseLanguage } from '../../words/languages/base-language.ts'
import { isRecord, type YamlPath } from '../load/problem.ts'

export interface WrittenLine {
  readonly path: YamlPath
  readonly lang: Lang
  readonly text: string
}

/** A text, a list, or either by language; bare ones are in the home language. */
export function writtenLines(value: unknown, path: YamlPath, home: Lang): WrittenLine[] {
  if (typeof value === 'string') return [{ path, lang: home, text: value }]
  if (Array.isArray(value)) return value.flatMap((item, index) => writtenLines(item, [...path, index], home))
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([lang, lines]) => writtenLines(lines, [...path, lang], baseLanguage(lang)))
}

/** `2026-11-22` in a time zone. */
export function dayIn(timeZone: string, at: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
}
