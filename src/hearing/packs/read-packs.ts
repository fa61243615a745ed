/**
 * The packs as `npm run packs` wrote them. They are data and no modules: a module of that size takes longer to start with, and
 * stays in memory twice, as text and as what it says. The phrases of signs, which are most of it, are read when a first text comes.
 */
import { readFileSync } from 'node:fs'
import type { NeedleLines, Pack } from './pack.ts'

/** By language, in the given order. */
export function packsOf(langs: readonly string[]): Readonly<Record<string, Pack>> {
  return Object.fromEntries(langs.map((lang) => [lang, packOf(lang)]))
}

function packOf(lang: string): Pack {
  const rest: Omit<Pack, 'signs'> = JSON.parse(read(`${lang}/pack.json`))
  let signs: Pack['signs'] | undefined
  return {
    ...rest,
    get signs() {
      signs ??= signsOf(lang)
      return signs
    },
  }
}

const signsOf = (lang: string): Pack['signs'] => JSON.parse(read(`${lang}/signs.json`))

export function readNeedles(): Readonly<Record<string, Readonly<Record<string, NeedleLines>>>> {
  return JSON.parse(read('needles.json'))
}

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8')
