/** A command as a person types it. */

export interface Command {
  /** Without slash, in lower case. */
  readonly name: string
  readonly args: string
}

/** `/quiet 2h` → `{name: 'quiet', args: '2h'}`; undefined for any other text. */
export function readCommand(text: string): Command | undefined {
  const match = /^\/(\p{L}{1,32})(?:\s+([\s\S]*))?$/u.exec(text.trim())
  return match?.[1] ? { name: match[1].toLowerCase(), args: (match[2] ?? '').trim() } : undefined
}
