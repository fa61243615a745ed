/** Discord's markdown as a person of staff typed it → the light markdown in which words leave, so that the fan sees what they saw. Pure. */

const CODE = /(```[\s\S]{1,4000}?```|`[^`\n]{1,1000}`)/
const WORD = String.raw`[\p{L}\p{N}]`
const MARKS = new RegExp(
  [
    String.raw`(?<!\\)\*\*\*(?=[^\s*])(?<both>[^*\n]{1,1000}?)(?<=\S)\*\*\*`,
    String.raw`(?<!\\)\*\*(?=[^\s])(?<bold>(?:[^*\n]|\*(?!\*)){1,1000}?)(?<=\S)\*\*(?!\*)`,
    String.raw`(?<!\\)__(?=[^\s])(?<underlined>(?:[^_\n]|_(?!_)){1,1000}?)(?<=\S)__(?!_)`,
    String.raw`(?<!${WORD}|[*\\])\*(?=[^\s*])(?<italic>[^*\n]{1,1000}?)(?<=[^\s*])\*(?!${WORD}|\*)`,
    String.raw`<(?<address>https?:\/\/[^\s<>]{1,2048})>`,
  ].join('|'),
  'gu',
)

/** Underlining, of which there is none elsewhere, is left out. */
export function lightMarkdown(text: string): string {
  return text
    .split(CODE)
    .map((piece, nth) => (nth % 2 === 1 ? piece : converted(piece)))
    .join('')
}

function converted(text: string): string {
  return text.replace(MARKS, (whole, ...more) => {
    const { both, bold, underlined, italic, address }: Partial<Record<string, string>> = more.at(-1) ?? {}
    if (both !== undefined) return `*_${both}_*`
    if (bold !== undefined) return `*${converted(bold)}*`
    if (italic !== undefined) return `_${italic}_`
    return underlined === undefined ? (address ?? whole) : converted(underlined)
  })
}
