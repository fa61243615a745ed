/** What every finder of personal data returns: stretches of a folded text. */

export interface Span {
  readonly start: number
  readonly end: number
}

/** Where `pattern` (global) matches, or its group `value` if it has one. What is not accepted is searched again from its second character. */
export function spansOf(text: string, pattern: RegExp, accepts: (value: string) => boolean = () => true): Span[] {
  const spans: Span[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const value = match.groups?.['value'] ?? match[0]
    const start = match.index + match[0].lastIndexOf(value)
    if (value !== '' && accepts(value)) spans.push({ start, end: start + value.length })
    else pattern.lastIndex = match.index + 1
  }
  return spans
}
