/** A file that a community is read from: read once to see that it is whole and sound, and once more to be taken in. */
import type { Portable } from '../../domain/portable.ts'
import { MascotError } from '../../errors.ts'

export interface Source {
  /** As the operator knows it: `A community of Mascot`, `Telegram Desktop`, `DiscordChatExporter`, `CSV`. */
  readonly format: string
  /** From the beginning each time. @throws {MascotError} `usage`, at the first thing that is wrong, with its line */
  read(): AsyncIterable<Portable>
}

export interface SourceOptions {
  readonly file: string
  /** Told how many bytes more were read. */
  readonly onBytes?: (bytes: number) => void
  /** Of a CSV that does not say it: the platform of its ids. */
  readonly platform?: string
  /** Those that there are. If absent, a CSV may name any. */
  readonly platforms?: readonly string[]
  /** Of a CSV that is not UTF-8, as browsers name it: `gb18030`, `windows-1252`. */
  readonly encoding?: string
  /** Of an export of many chats: those that are meant, by name or id; `all`. */
  readonly chats?: readonly string[]
}

export function unreadable(file: string, why: string, cause?: unknown): MascotError {
  return new MascotError('usage', `${file}: ${why} Nothing was written.`, { cause })
}

/** Text as far as an error should show it. */
export function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
