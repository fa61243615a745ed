/** How loud and how near the persona speaks: exclamation marks, doubled punctuation, capitals, laughter in writing. */

import { once } from '../../words/once.ts'
import { either } from '../../words/phrases/either.ts'
import type { Persona, Voice } from '../persona.ts'
import { voiceList } from './lists.ts'
import { outside, type Range, tidySpace, urlRanges } from './sentences.ts'

/** Most exclamation marks in one message. */
const exclamationBudget = { calm: 0, steady: 1, lively: 3 } as const satisfies Record<Voice['energy'], number>

/** URLs and the names of persona, brand, products and competitors, which keep their capitals and marks ("Yahoo!"). */
function namedRanges(text: string, persona: Persona): Range[] {
  const names = namesOf(persona)
  const ranges = urlRanges(text)
  for (const name of names) {
    for (let hit = text.indexOf(name); hit !== -1; hit = text.indexOf(name, hit + name.length)) {
      ranges.push({ start: hit, end: hit + name.length })
    }
  }
  const sorted = ranges.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return sorted.filter((range) => {
    if (range.start < end) return false
    end = range.end
    return true
  })
}

const names = new WeakMap<Persona, readonly string[]>()
function namesOf(persona: Persona): readonly string[] {
  let list = names.get(persona)
  if (!list) {
    const { brand } = persona
    const products = brand.products.flatMap((product) => Object.values(product.name))
    const all = [persona.name, ...persona.nicknames, brand.name, ...products, ...brand.competitors]
    // Only a name that capitals or marks belong to needs to be kept.
    list = [...new Set(all.filter((name) => /!|！|\p{Lu}{2}/u.test(name)))]
    names.set(persona, list)
  }
  return list
}

/** One mark for a run of them, and no more exclamation marks than the energy allows; the rest become full stops. */
export function holdExclamations(text: string, persona: Persona): string {
  let left: number = exclamationBudget[persona.voice.energy]
  const changed = outside(text, namedRanges(text, persona), (part, start) =>
    part
      .replace(/[!！?？]{2,}/g, (run) => (/[?？]/.test(run) ? (/[？！]/.test(run) ? '？' : '?') : run.slice(0, 1)))
      .replace(/。{2,}/g, '。')
      .replace(/([,，、;；])\1+/g, '$1')
      .replace(/\.{4,}/g, '...')
      .replace(/[~～]{2,}/g, (run) => run.slice(0, 1))
      .replace(/[ \u00A0\u202F]?[!！]/g, (mark, index: number) => {
        const next = part[index + mark.length] ?? text[start + index + mark.length] ?? ''
        const isInside = mark.length === 1 && /[\p{L}\p{N}=]/u.test(next) && mark === '!' && !/\p{Lu}/u.test(next)
        if (isInside) return mark
        if (left > 0) {
          left--
          return mark
        }
        return mark.endsWith('！') ? '。' : '.'
      }),
  )
  return orphanedInversion(changed).replace(
    /([.。])[.。](?![.。])/g,
    (run, first: string, index: number, all: string) => (all[index - 1] === '.' ? run : first),
  )
}

/** Takes out each ¡ whose sentence no longer ends with an exclamation mark. */
function orphanedInversion(text: string): string {
  if (!text.includes('¡')) return text
  return text.replace(/¡([^¡!.?\n]{0,500})([!.?\n]|$)/g, (all, inner: string, end: string) =>
    end === '!' ? all : inner + end,
  )
}

const shoutWords = once(() => new Set(voiceList('plain', 'shouted')))
// Two or more words in capitals; a code such as SPRING20 or A-12 has a digit and is none.
const capitals = /(?<![\p{L}\p{N}_&#@/-])\p{Lu}[\p{Lu}'’]*(?:[ ,]{1,2}\p{Lu}[\p{Lu}'’]*){0,40}(?![\p{L}\p{N}_&#@/-])/gu

/** Words shouted in capitals, set in small letters; acronyms, names and codes stay. */
export function holdCapitals(text: string, persona: Persona): { text: string; shouted: readonly string[] } {
  const shouted: string[] = []
  const changed = outside(text, namedRanges(text, persona), (part, start) =>
    part.replace(capitals, (run, index: number) => {
      const words = run.split(/[ ,]+/)
      const letters = words.join('').length
      const isShout =
        words.length >= 2
          ? letters >= 6 &&
            words.some((word) => word.length >= 4) &&
            (words.length >= 3 || words.some((word) => shoutWords().has(word)) || letters >= 9)
          : shoutWords().has(run) && run.length >= 3
      if (
        !isShout ||
        /(?:code|coupon|voucher|codigo|código)[:\s"'“]{1,3}$/i.test(part.slice(Math.max(0, index - 16), index))
      )
        return run
      shouted.push(run)
      const isStart = /(?:^|[.!?。！？\n]["'”)]?\s*|[“"«¡¿(]\s*)$/u.test(
        text.slice(Math.max(0, start + index - 8), start + index),
      )
      const low = run.toLowerCase().replace(/\bi\b/g, 'I')
      return isStart ? low.charAt(0).toUpperCase() + low.slice(1) : low
    }),
  )
  return { text: changed, shouted }
}

const laughterInLatin =
  /(?<![\p{L}\p{N}])(?:(?:ha){2,40}h?|(?:he){2,40}h?|(?:ja){2,40}j?|lo{1,20}l|lmf?ao{1,20}|rofl|mdr+|ptdr|hihi(?:hi)*|xd+|kkk+|rsrs(?:rs)*)(?![\p{L}\p{N}])/u
const laughterInSigns = /[哈嘻嘿呵]{2,}|[ㅋㅎ]{2,}|(?<![a-z])w{3,}(?![a-z.])|[(（]笑[)）]/u
const laughter = either('giu', laughterInLatin, laughterInSigns)

/** "haha" and its kin in any language. */
export function laughterIn(text: string): string[] {
  return outsideMatches(text, laughter)
}

function outsideMatches(text: string, pattern: RegExp): string[] {
  const found: string[] = []
  outside(text, urlRanges(text), (part) => {
    found.push(...(part.match(pattern) ?? []))
    return part
  })
  return found
}

/** The text without laughter; the sentence goes on with a capital where it began with it. */
export function withoutLaughter(text: string): string {
  const gone = outside(text, urlRanges(text), (part) =>
    part.replace(
      new RegExp(`[,，、]?[ \\u00A0]?(?:${laughter.source})[,，!！.。~～ ]*`, 'giu'),
      (run, index: number) => {
        const before = part.slice(Math.max(0, index - 1), index)
        const end = /[.。!！]/.exec(run)?.[0]
        if (before === '' || /[\n.!?。！？]/.test(before))
          return run.startsWith(' ') || /^[.!?]$/.test(before) ? ' ' : ''
        return end ? `${end} ` : ' '
      },
    ),
  )
  const tidy = tidySpace(gone)
    .replace(/\s+([,.!?，。！？])/g, '$1')
    .replace(/^[,.，。!！\s]+/, '')
  const isCapital = /^[^\p{L}]*\p{Lu}/u.test(text)
  return isCapital ? tidy.replace(/^[^\p{L}]*\p{Ll}/u, (head) => head.toUpperCase()) : tidy
}
