/** The last lines we said to each visitor, for as long as this process runs: where the program keeps no talk, and until it has written them down. */
import { type Button, type Media, mediaOf, type OutboundMessage } from '#mascot'
import type { Line } from '../wire.ts'

const MOST_LINES = 50
const MOST_VISITORS = 1_000

interface Remembered {
  readonly line: Line
  readonly buttons: readonly Button[]
  readonly media: readonly Media[]
}

export function createUnkept() {
  const talks = new Map<string, readonly Remembered[]>()
  const talkOf = (visitor: string) => talks.get(visitor) ?? []
  return {
    add(visitor: string, line: Line, message: Extract<OutboundMessage, { kind: 'text' }>): void {
      const [oldest] = talks.keys()
      if (talks.size >= MOST_VISITORS && oldest !== undefined && !talks.has(visitor)) talks.delete(oldest)
      const before = talkOf(visitor).filter((one) => one.line.id !== line.id)
      const fresh = { line, buttons: message.buttons ?? [], media: mediaOf(message) }
      talks.set(visitor, [...before, fresh].slice(-MOST_LINES))
    },
    lines: (visitor: string): readonly Line[] => talkOf(visitor).map(({ line }) => line),
    value: (visitor: string, id: string, nth: number): string | undefined =>
      talkOf(visitor).find(({ line }) => line.id === id)?.buttons[nth]?.value,
    media: (visitor: string, row: number, nth: number): Media | undefined =>
      talkOf(visitor).find(({ line }) => line.row === row)?.media[nth],
  }
}
export type Unkept = ReturnType<typeof createUnkept>
