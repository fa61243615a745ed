/** Letters in disguise: those with a plain twin are written plainly, so that every check reads what a reader sees; the others have no place in a reply. */
import type { Lang } from '../../domain/message.ts'
import { isWrittenIn } from '../../words/letters/scripts.ts'

/** Cyrillic and Greek letters that look like a Latin one. */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...zip('авекмнорстухіјѕԁһԛԝьɡ', 'abekmhopctyxijsdhqwbg'),
    ...zip('АВЕКМНОРСТУХІЈЅԚԜЗ', 'ABEKMHOPCTYXIJSQW3'),
    ...zip('αβεικνορτυχω', 'abeikvoptuxw'),
    ...zip('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
  ].filter(([odd]) => odd !== ''),
)
const mixable = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{N}]+/gu
const foreign = /[\p{sc=Cyrillic}\p{sc=Greek}]/u
const latin = /\p{sc=Latin}/u
const wide = /[\uFF04\uFF05\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g
/** A figure of several keycaps, or of per cent; one alone numbers a line of a list. */
const keycaps = /(?:[0-9]\uFE0F?\u20E3){2,}|[0-9]\uFE0F?\u20E3(?=\s?%)/g
/** Between two letters or figures of one word: a mark that cuts it apart. */
const wedge = /(?<=[\p{sc=Han}\p{N}])[·•‧・.\u00B7](?=[\p{sc=Han}])/gu
const wedged = /(?:[\p{sc=Han}][·•‧・]){3,}[\p{sc=Han}]/gu

/**
 * Wide letters and keycaps as plain ones; a Latin word spelled with Cyrillic or Greek look-alikes as that word. In a text with
 * real Cyrillic or Greek in it, or in a language written so, only words that mix the scripts.
 */
export function plainLetters(text: string, lang?: Lang): string {
  const narrow = text
    .replace(wide, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(keycaps, (run) => run.replace(/[\uFE0F\u20E3]/g, ''))
    .replace(wedged, (run) => run.replace(wedge, ''))
  if (!foreign.test(narrow)) return narrow
  // One word that is truly Cyrillic or Greek, and all such words are taken for what they are.
  const isOwn = lang !== undefined && isWrittenIn(lang, 'Cyrillic', 'Greek')
  const hasReal =
    isOwn || (narrow.match(mixable) ?? []).some((word) => !latin.test(word) && foreign.test(toLatin(word)))
  return narrow.replace(mixable, (word) => {
    if (!foreign.test(word) || (hasReal && !latin.test(word))) return word
    const plain = toLatin(word)
    return foreign.test(plain) ? word : plain
  })
}

const toLatin = (word: string) => [...word].map((char) => lookalikes[char] ?? char).join('')

/** A word up to the letter after a figure that stands for one: `b3s`. */
const withFigure = "[\\p{L}\\p{N}'’]{0,12}\\p{sc=Latin}[013457@$]{1,2}\\p{sc=Latin}"

/** Turned, small, circled, squared and struck letters, letters set apart one by one, figures within words: nobody writes so in a chat. */
export const oddLetters: readonly RegExp[] = [
  /[\u0250-\u02AF\u1D00-\u1DBF\uA720-\uA7FF\u24B6-\u24E9\u{1F110}-\u{1F16B}\u{1F170}-\u{1F189}\u{1D400}-\u{1D7FF}]/gu,
  /[\u0334-\u0338\u20D2\u20D3\u20E5]/gu,
  /(?<![\p{L}\p{N}'’])(?:[\p{sc=Latin}][\s.·_*|/-]{1,3}){5,}[\p{sc=Latin}](?![\p{L}\p{N}])/gu,
  new RegExp(`(?:${withFigure}[\\p{L}\\p{N}]{0,12}(?:\\s+[\\p{L}\\p{N}'’]{1,12}){0,3}?\\s+){2,}${withFigure}`, 'gu'),
]

function zip(odd: string, plain: string): (readonly [string, string])[] {
  return [...odd].map((char, at) => [char, plain[at] ?? ''] as const)
}
