/** Light marks as what they mean: bold, slanted, code, links. Nothing else of a text is more than its letters. */
import type { ComponentChildren } from 'preact'

const MARKS = new RegExp(
  [
    String.raw`\*\*(?<bold>[^*\n]+)\*\*`,
    String.raw`\*(?<strong>[^*\n]+)\*`,
    String.raw`_(?<slant>[^_\n]+)_`,
    '`(?<code>[^`\\n]+)`',
    String.raw`\[(?<label>[^\]\n]+)\]\((?<to>https?:\/\/[^\s)]+)\)`,
    String.raw`(?<url>https?:\/\/[^\s<>"]+[^\s<>".,!?;:)])`,
  ].join('|'),
  'gu',
)

export function rich(text: string): ComponentChildren[] {
  const parts: ComponentChildren[] = []
  let from = 0
  for (const match of text.matchAll(MARKS)) {
    if (isInWord(text, match)) continue
    parts.push(text.slice(from, match.index))
    parts.push(shown(match.groups ?? {}))
    from = match.index + match[0].length
  }
  return [...parts, text.slice(from)]
}

/** `snake_case_word` and `2*3*4` hold no marks. */
function isInWord(text: string, { index, 0: { length } }: RegExpExecArray): boolean {
  const isMark = /[*_]/.test(text[index] ?? '')
  return isMark && (/[\p{L}\p{N}]/u.test(text[index - 1] ?? '') || /[\p{L}\p{N}]/u.test(text[index + length] ?? ''))
}

function shown({ bold, strong, slant, code, label, to, url }: Readonly<Record<string, string | undefined>>) {
  if (code !== undefined) return <code>{code}</code>
  if (slant !== undefined) return <em>{slant}</em>
  const address = to ?? url
  if (address === undefined) return <strong>{bold ?? strong}</strong>
  return (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow">
      {label ?? url}
    </a>
  )
}
