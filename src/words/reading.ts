/** A text as the recognisers of fans' questions read it: folded, chat spellings spelled out, one Chinese script; and typos. */

import { asMandarin } from './cantonese.ts'
import { fold } from './fold.ts'
import { rememberFew } from './remember-last.ts'

/** Folded, in simplified characters, white space single. Length may change. */
export const readingForm: (text: string) => string = rememberFew((text) =>
  asMandarin(fold(text)).replace(/\s+/g, ' ').trim(),
)

/** English chat spellings spelled out: "r u a bott" → "are you a bot". For a text in reading form. */
export function spelledOut(reading: string): string {
  return reading
    .replace(
      /(?<![\p{L}\p{N}'])(?:r|ar|aer|rae|are) (?:u|ya|yu|yuo|yoi|yous|yo|you|yoy|tou|youu)(?![\p{L}\p{N}'])/gu,
      'are you',
    )
    .replace(/(?<![\p{L}\p{N}'])(?:ru|areyou|areu)(?![\p{L}\p{N}'])/gu, 'are you')
    .replace(/(?<![\p{L}\p{N}'])(?:u|yu|yuo)(?![\p{L}\p{N}'])/gu, 'you')
    .replace(/(?<![\p{L}\p{N}'])(?:ur|youre|your a|your an|ure|you re)(?![\p{L}\p{N}'])/gu, (found) =>
      found.startsWith('your ') ? `you're ${found.slice(5)}` : "you're",
    )
    .replace(/(?<![\p{L}\p{N}'])(?:tlak|takl|tal|tawk|talkk)(?![\p{L}\p{N}'])/gu, 'talk')
    .replace(/(?<![\p{L}\p{N}'])(?:tp|ot)(?![\p{L}\p{N}'])/gu, 'to')
    .replace(
      /(?<![\p{L}\p{N}'])(?:robit|robto|rebot|robo|robott|rbot|bto|bott|botz|botti|botty)(?![\p{L}\p{N}'])/gu,
      'bot',
    )
    .replace(/(?<![\p{L}\p{N}'])(?:chat ?gtp|chat gpt|chatgbt|chatgp|gpt)(?![\p{L}\p{N}'])/gu, 'chatgpt')
}

/** One slip away (one letter more, fewer, other, or two swapped); for long words two. Short words are never typos. */
export function isTypoOf(word: string, wanted: string): boolean {
  if (word === wanted) return true
  const allowed = wanted.length >= 10 ? 3 : wanted.length >= 8 ? 2 : 1
  if (wanted.length < 5 || Math.abs(word.length - wanted.length) > allowed || word[0] !== wanted[0]) return false
  if (word === `${wanted}s` || distinct.has(word)) return false
  return distance(word, wanted) <= allowed
}

/** Words of their own that lie one letter from a wanted one. */
const distinct = new Set([
  'humane',
  'humans',
  'humus',
  'hume',
  'persons',
  'persona',
  'parson',
  'prison',
  'agents',
  'agency',
  'argent',
  'aged',
  'managed',
  'manage',
  'mangers',
  'operated',
  'operate',
  'operates',
  'operators',
  'represent',
  'represents',
  'robots',
  'machines',
  'reason',
  'regent',
  'urgent',
  'again',
])

/** Damerau–Levenshtein with adjacent swaps; words are short. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 0
}

/** The reading with the persona's names left out ("are you a bot, pip?") and with them as `you` ("is pip a bot?"). */
export function withoutNames(reading: string, names: readonly string[]): string[] {
  const forms = names.map(readingForm).filter((name) => name !== '' && reading.includes(name))
  if (forms.length === 0) return []
  const source = forms.map(RegExp.escape).join('|')
  const name = new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`, 'gu')
  const you = reading.replace(name, (found) => (/^[\x20-\x7E]+$/.test(found) ? 'you' : '你'))
  return [reading.replace(name, ' ').replace(/\s+/g, ' ').trim(), you]
}
