/** One line has to do: for what was read too late to answer as if it were new, and for a fan who asks faster than anybody can. Pure. */
import type { Recalled } from '../stages.ts'
import { line, reply, type Verdict } from '../verdict.ts'

export function late({ isLate, isAmbient }: Recalled): Verdict | undefined {
  return isLate && !isAmbient ? reply('late', [line('late')]) : undefined
}

export function atLimit({ standing, isAmbient, isFirst }: Recalled): Verdict | undefined {
  return standing === 'last' && !isAmbient && !isFirst ? reply('fan-limit-told', [line('slowDown')]) : undefined
}
