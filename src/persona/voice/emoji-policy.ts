/** Holds emoji to what the persona allows itself: a number by `use`, and its favourites if it names any. */
import { bareEmoji, emojiOf, emojiPattern } from '../../words/letters/emoji.ts'
import type { Voice } from '../persona.ts'

/** Most emoji in one message. `rare` means one in a while: the prompt asks for the while, this holds to the one. */
const emojiBudget = { none: 0, rare: 1, some: 2, many: 4 } as const satisfies Record<Voice['emoji']['use'], number>

/** The text with no more emoji than allowed, and those taken out. */
export function holdEmoji(text: string, policy: Voice['emoji']): { text: string; removed: readonly string[] } {
  const all = emojiOf(text)
  if (all.length === 0) return { text, removed: [] }
  const favourites = new Set(policy.favourites.map(bareEmoji))
  let left: number = emojiBudget[policy.use]
  const removed: string[] = []
  const marked = text.replace(emojiPattern, (emoji) => {
    const isWanted = left > 0 && (favourites.size === 0 || favourites.has(bareEmoji(emoji)))
    if (isWanted) {
      left--
      return emoji
    }
    removed.push(emoji)
    // A keycap that numbers a line stays a number.
    const digit = /^\d/.exec(emoji)?.[0]
    return digit ? `${digit}.` : gap
  })
  return { text: removed.length === 0 ? text : closeGaps(marked), removed }
}

/** Stands where an emoji was until the space around it is tidied; the text holds no control characters of its own. */
const gap = '\u0001'
// biome-ignore lint/suspicious/noControlCharactersInRegex: `gap`
const gaps = /[ \u00A0]*\u0001[\u0001 \u00A0]*/g

function closeGaps(text: string): string {
  return text.replace(gaps, (run, index: number) => {
    const before = text.slice(Math.max(0, index - 40), index)
    const after = text.slice(index + run.length, index + run.length + 2)
    if (before === '' || before.endsWith('\n') || after === '' || /^[\s\p{P}]/u.test(after)) {
      return /^[(“"«[—–-]/.test(after) && before !== '' && !before.endsWith('\n') ? ' ' : ''
    }
    // An emoji that stood for the full stop: "Thanks so much 🎉 See you there".
    const isStop = /\s\p{L}+\s+\p{L}{2,}$/u.test(before) && /^\p{Lu}/u.test(after)
    if (isStop && run.length > 2) return '. '
    return run.length > 1 || /^[\p{sc=Latn}\p{N}]/u.test(after) ? ' ' : ''
  })
}
