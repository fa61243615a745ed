/** The bytes of a file → its text: by the mark at its head, as UTF-8, in the encoding that was named, else in the likeliest. */
import { TextDecoder } from 'node:util'
import chardet from 'chardet'
import { changed, type Note, unreadable } from './brought.ts'

export interface Text {
  readonly text: string
  /** Told where the encoding was guessed. */
  readonly notes: readonly Note[]
}

/** `encoding`: as browsers name it, `gb18030`. @throws {MascotError} `usage` */
export function textOf(bytes: Uint8Array, file: string, encoding?: string): Text {
  const own = marked(bytes)
  if (own !== undefined) return { text: decoded(bytes, own, file), notes: [] }
  if (encoding !== undefined) return { text: decoded(bytes, encoding, file), notes: [] }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notes: [] }
  } catch {
    const guess = chardet.detect(bytes) ?? undefined
    if (guess === undefined || /^utf-8$/i.test(guess))
      throw unreadable(
        file,
        'it is not UTF-8. Say what it is in: --encoding gb18030, windows-1252 or shift_jis, for example.',
      )
    const why = `it is not UTF-8 and was read as ${guess}; where that looks wrong, name it with --encoding`
    return { text: decoded(bytes, guess, file), notes: [changed(file, why)] }
  }
}

function marked([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined
}

function decoded(bytes: Uint8Array, encoding: string, file: string): string {
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(encoding, { fatal: true })
  } catch (cause) {
    throw unreadable(file, `there is no encoding "${encoding}"; write it as gb18030, windows-1252 or shift_jis.`, cause)
  }
  try {
    return decoder.decode(bytes)
  } catch (cause) {
    throw unreadable(file, `it is not ${encoding}. Another one with --encoding?`, cause)
  }
}
