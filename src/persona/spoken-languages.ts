/** What a persona speaks that does not say so: the languages its approved answers are written in. Part of load.ts; pure. */

import type { Lang } from '../domain/message.ts'
import { baseLanguage, type ChineseScript, chineseScriptOf } from '../words/languages/base-language.ts'
import { chineseScriptIn } from '../words/letters/chinese-script.ts'
import { scripts } from '../words/letters/scripts.ts'
import { isRecord, valueAt } from './load/problem.ts'

export type Spoken = readonly [Lang, ...Lang[]]

/**
 * `persona`, `answers`: the values of the two files, as read. Languages that are stated hold; else the one most answers have
 * is home, English before others it ties with, and the rest follow. With no answers to tell by: English.
 */
export function spokenLanguages(persona: unknown, answers: unknown): Spoken {
  const stated = valueAt(persona, ['voice', 'languages'])
  const [first, ...more] = Array.isArray(stated)
    ? new Set(stated.filter((lang) => typeof lang === 'string').map(baseLanguage))
    : []
  if (first !== undefined) return [first, ...more]
  const list = valueAt(answers, ['answers'])
  const counts = new Map<Lang, number>()
  for (const answer of Array.isArray(list) ? list : []) {
    const texts = isRecord(answer) ? answer.answer : undefined
    for (const lang of languagesOf(texts)) counts.set(lang, (counts.get(lang) ?? 0) + 1)
  }
  const weight = ([lang, count]: [Lang, number]) => count + (lang === 'en' ? 0.5 : 0)
  const [home = 'en', ...others] = [...counts].sort((a, b) => weight(b) - weight(a)).map(([lang]) => lang)
  return [home, ...others]
}

/** How the persona's own Chinese is written: as its languages say, else as most of its texts are. */
export function ownChineseScript(persona: unknown, answers: unknown): ChineseScript {
  const stated = valueAt(persona, ['voice', 'languages'])
  const told = (Array.isArray(stated) ? stated : []).flatMap((lang) =>
    typeof lang === 'string' ? (chineseScriptOf(lang) ?? []) : [],
  )[0]
  if (told) return told
  const list = valueAt(answers, ['answers'])
  const scripts = (Array.isArray(list) ? list : [])
    .flatMap((answer) => (isRecord(answer) ? JSON.stringify(answer.answer ?? '') : []))
    .flatMap((text) => chineseScriptIn(text) ?? [])
  const isMostly = scripts.filter((script) => script !== 'Hans').length * 2 > scripts.length
  return isMostly ? (scripts.find((script) => script !== 'Hans') ?? 'Hant-TW') : 'Hans'
}

/** Of a map its keys; of a bare text what its script tells, which for Latin letters is nothing. */
function languagesOf(texts: unknown): readonly Lang[] {
  if (isRecord(texts))
    return Object.keys(texts)
      .map(baseLanguage)
      .filter((key) => /^[a-z]{2,3}$/.test(key))
  const said = [texts].flat().join(' ')
  const lang = scripts.find(({ letter }) => letter.test(said))?.languages[0]
  return lang ? [lang] : []
}
