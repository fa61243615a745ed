/** The platform's limits, kept as a real server would: so many in any second or minute, then 429 with the seconds to wait. */
import { ApiError } from './world.ts'

export interface Limits {
  readonly overallPerSecond: number
  readonly chatPerSecond: number
  readonly groupPerMinute: number
}

/** Methods that count. Typing and reactions do not, nor do reads. */
const counted = /^(?:send(?!ChatAction)|edit|copy|forward)/

export function createLimiter(limits: Limits): (method: string, chatId: number) => void {
  const taken = new Map<string, number[]>()
  function check(key: string, count: number, periodMs: number, now: number): void {
    const times = (taken.get(key) ?? []).filter((at) => at > now - periodMs)
    const oldest = times.at(-count)
    if (oldest !== undefined) {
      const seconds = Math.max(1, Math.ceil((oldest + periodMs - now) / 1000))
      throw new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
    }
    taken.set(key, times)
  }
  return (method, chatId) => {
    if (!counted.test(method)) return
    const now = Date.now()
    const rules: readonly (readonly [string, number, number])[] = [
      ['overall', limits.overallPerSecond, 1_000],
      [`chat ${chatId}`, limits.chatPerSecond, 1_000],
      ...(chatId < 0 ? [[`group ${chatId}`, limits.groupPerMinute, 60_000] as const] : []),
    ]
    for (const [key, count, periodMs] of rules) check(key, count, periodMs, now)
    for (const [key] of rules) taken.get(key)?.push(now)
  }
}
