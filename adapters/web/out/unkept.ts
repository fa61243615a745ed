/** What was said, where the program keeps no talk: the last lines of each visitor, for as long as this process runs. */
import type { Button } from '#mascot'
import type { Line } from '../wire.ts'

const MOST_LINES = 100
const MOST_VISITORS = 1_000

export function createUnkept() {
  const talks = new Map<string, { readonly line: Line; readonly values: readonly (string | undefined)[] }[]>()
  return {
    add(visitor: string, line: Line, buttons: readonly Button[] = []): void {
      const [oldest] = talks.keys()
      if (talks.size >= MOST_VISITORS && oldest !== undefined && !talks.has(visitor)) talks.delete(oldest)
      const before = (talks.get(visitor) ?? []).filter((one) => one.line.id !== line.id)
      talks.set(visitor, [...before, { line, values: buttons.map(({ value }) => value) }].slice(-MOST_LINES))
    },
    lines: (visitor: string): readonly Line[] => (talks.get(visitor) ?? []).map(({ line }) => line),
    value: (visitor: string, id: string, nth: number): string | undefined =>
      talks.get(visitor)?.find(({ line }) => line.id === id)?.values[nth],
  }
}
