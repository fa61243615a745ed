/** Gathers what an onlooker is told of one turn, and how long each station took. */

import type { Timed } from '../domain/timed.ts'
import type { AskedModel, Onlooker, SeenTurn, TurnTrace, WantedText } from '../domain/trace.ts'

export interface Tracing {
  readonly onlooker: Onlooker
  /** To be handed to decide; goes on to `inner`. */
  readonly timed: Timed
  /** As far as it has come. */
  trace(): TurnTrace
}

/** `now`: milliseconds of a clock that counts on. */
export function createTracing(now: () => number, inner?: Timed): Tracing {
  const stations: TurnTrace['stations'][number][] = []
  const asked: AskedModel[] = []
  let step: string | undefined
  let seen: SeenTurn | undefined
  let wanted: readonly WantedText[] = []
  const timed: Timed = (station, work) => {
    const startedAt = now()
    const end = () => void stations.push({ station, tookMs: Math.round((now() - startedAt) * 10) / 10 })
    try {
      const done = inner ? inner(station, work) : work()
      if (done instanceof Promise) done.then(end, end)
      else end()
      return done
    } catch (error) {
      end()
      throw error
    }
  }
  return {
    timed,
    onlooker: {
      step: (name) => {
        step = name
      },
      seen: (what) => {
        seen = what
      },
      wanted: (texts) => {
        wanted = texts
      },
      asked: (one) => void asked.push(one),
    },
    trace: () => ({ stations, ...(step ? { step } : {}), ...(seen ? { seen } : {}), wanted, asked }),
  }
}
