/** The page's own words, in the reader's language; `{name}` is the persona's. */
import { readFileSync } from 'node:fs'
import type { Lang } from '#mascot'
import type { PageWords } from '../wire.ts'

const byLang: Readonly<Record<Lang, PageWords>> = JSON.parse(
  readFileSync(new URL('./words.json', import.meta.url), 'utf8'),
)

export const pageLangs: readonly Lang[] = Object.keys(byLang)

export function wordsFor(lang: Lang, name: string): PageWords {
  const words = byLang[lang] ?? byLang['en']
  if (words === undefined) throw new Error('the page has English words')
  const filled = Object.entries(words).map(([key, text]) => [key, text.replaceAll('{name}', () => name)])
  return { ...words, ...Object.fromEntries(filled) }
}

/** The first of the browser's languages that the page has words in, else the persona's first. */
export function pageLangOf(langs: readonly string[], home: readonly Lang[]): Lang {
  const asked = langs.map((one) => primaryOf(one.slice(0, 40)))
  return [...asked, ...home].find((one) => byLang[one] !== undefined) ?? 'en'
}

/** Bokmål and Nynorsk are read by who reads either. */
function primaryOf(tag: string): Lang {
  const primary = tag.toLowerCase().split('-')[0] ?? ''
  return primary === 'nb' || primary === 'nn' ? 'no' : primary
}

export function dirOf(lang: Lang): 'ltr' | 'rtl' {
  return ['ar', 'he', 'fa', 'ur'].includes(lang) ? 'rtl' : 'ltr'
}
