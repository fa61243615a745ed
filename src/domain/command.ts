/** A command as a person types it. */

export interface Command {
  /** Without slash, in lower case. */
  readonly name: string
  readonly args: string
}

/** What stands behind a command as one word or few, however it ends: `Everywhere!` → `everywhere`. */
export function commandWord(args: string): string {
  return args
    .replace(/[\s.!?…。！？،؟]+$/u, '')
    .trim()
    .toLowerCase()
}

/** `/quiet 2h` → `{name: 'quiet', args: '2h'}`; undefined for any other text. */
export function readCommand(text: string): Command | undefined {
  const match = /^\/(\p{L}{1,32})(?:\s+([\s\S]*))?$/u.exec(text.trim())
  return match?.[1] ? { name: match[1].toLowerCase(), args: (match[2] ?? '').trim() } : undefined
}
