/** What is not counted as it happens, but measured when somebody asks. */
import { SECOND_MS } from '../domain/durations.ts'
import type { Waiting, Workload } from '../ports/records.ts'
import type { Up } from '../ports/watch.ts'
import type { LoopDelay } from './loop-delay.ts'
import type { Metrics } from './metrics.ts'

interface Measured {
  readonly now: number
  readonly platforms: Readonly<Record<string, Up | 'starting'>>
  readonly delay: ReturnType<LoopDelay['read']>
}

const MICROS = 1e6

export function setGauges(metrics: Metrics, workload: Workload | undefined, { now, platforms, delay }: Measured): void {
  metrics.databaseUp.set(workload ? 1 : 0)
  for (const [platform, state] of Object.entries(platforms))
    metrics.platformUp.set({ platform }, state === 'up' ? 1 : 0)
  for (const [quantile, seconds] of Object.entries(delay)) metrics.loopDelay.set({ quantile }, seconds)
  const { user, system } = process.cpuUsage()
  metrics.cpu.set((user + system) / MICROS)
  metrics.memory.set(process.memoryUsage.rss())
  metrics.startedAt.set(Math.round(now / SECOND_MS - process.uptime()))
  if (workload) setWorkload(metrics, workload, now)
  else forgetWorkload(metrics)
}

function setWorkload(metrics: Metrics, workload: Workload, now: number): void {
  const { unread, unsent, cases, promiseDueAt } = workload
  const age = ({ since }: Waiting) => (since === undefined ? 0 : Math.max(0, now - since) / SECOND_MS)
  metrics.unread.set(unread.count)
  metrics.unreadAge.set(age(unread))
  metrics.failing.set(workload.failing)
  metrics.unsent.set(unsent.count)
  metrics.unsentAge.set(age(unsent))
  metrics.deadLetters.set(workload.deadLetters)
  metrics.casesWaiting.set(cases.waiting.count)
  for (const status of ['waiting', 'assigned'] as const) {
    metrics.cases.set({ status }, cases[status].count)
    metrics.caseAge.set({ status }, age(cases[status]))
  }
  metrics.casesBreached.set(workload.breached)
  if (promiseDueAt === undefined) metrics.promiseDue.remove()
  else metrics.promiseDue.set((promiseDueAt - now) / SECOND_MS)
}

/** An old figure would pass for a new one. */
function forgetWorkload(metrics: Metrics): void {
  const { unread, unreadAge, failing, unsent, unsentAge, deadLetters, casesWaiting, casesBreached, promiseDue } =
    metrics
  for (const gauge of [
    unread,
    unreadAge,
    failing,
    unsent,
    unsentAge,
    deadLetters,
    casesWaiting,
    casesBreached,
    promiseDue,
  ])
    gauge.remove()
  for (const status of ['waiting', 'assigned']) {
    metrics.cases.remove({ status })
    metrics.caseAge.remove({ status })
  }
}
