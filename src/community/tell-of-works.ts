/** Staff are told that works wait to be looked through: their numbers alone, since what a fan gave may be taken back. */
import type { Clock } from '../ports/clock.ts'
import type { Works } from '../ports/works.ts'

const AT_ONCE = 20

export interface TellOfWorksDeps {
  readonly works: Pick<Works, 'untold' | 'keepTold'>
  /** False where staff have no chat: then the pages for leads show what waits. */
  readonly tellStaff: (says: string) => Promise<boolean>
  readonly clock: Pick<Clock, 'now'>
}

/** Of several processes one tells. Whoever could not be told is told later. */
export async function tellOfWorks({ works, tellStaff, clock }: TellOfWorksDeps): Promise<void> {
  const numbers = await works.keepTold(await works.untold(AT_ONCE), clock.now())
  if (numbers.length === 0) return
  const isTold = await tellStaff(wordsFor(numbers)).catch(async (err: unknown) => {
    await works.keepTold(numbers, undefined)
    throw err
  })
  if (!isTold) await works.keepTold(numbers, undefined)
}

function wordsFor(numbers: readonly number[]): string {
  const list = numbers.toSorted((a, b) => a - b).map((number) => `#${number}`)
  return `🎁 ${list.join(', ')} ${list.length === 1 ? 'waits' : 'wait'} to be looked through: /works, then /work N accept [ANSWER-ID …] or /work N decline.`
}
