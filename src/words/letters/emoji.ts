/** What counts as one emoji: everything a reader sees as one, flags, keycaps and unqualified hearts included; never a digit, ★ or ™. */

const unqualified = String.raw`[\p{Emoji}&&[\u2600-\u27BF\u{1F000}-\u{1FAFF}]]\uFE0F?\p{EMod}?`

/** One emoji. Global: use with `match`, `replace` and `matchAll`. */
export const emojiPattern = new RegExp(
  String.raw`\p{RGI_Emoji}|\p{RI}{1,2}|${unqualified}(?:\u200D${unqualified})*`,
  'gv',
)

/** The emoji of a text, in order. */
export function emojiOf(text: string): string[] {
  return text.match(emojiPattern) ?? []
}

/** An emoji without its presentation selector and skin tone, so that ❤ and ❤️, 👍 and 👍🏽 are the same. */
export function bareEmoji(emoji: string): string {
  return emoji.replace(/[\uFE0F\u{1F3FB}-\u{1F3FF}]/gu, '')
}
