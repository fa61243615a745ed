/** What takes longer than two seconds shows how far it has come, to whoever watches. */
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createProgress } from '../../src/verbs/progress.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function screen(isTTY: boolean) {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY })
  return { stream, shown: () => String(stream.read() ?? '') }
}

it('a bar is shown on a terminal once it takes longer than two seconds, and taken away at the end', () => {
  const { stream, shown } = screen(true)
  {
    using progress = createProgress('import', stream)
    progress.reached(0.4)
    vi.advanceTimersByTime(1_900)
    expect(shown()).toBe('')
    progress.reached(0.5)
    vi.advanceTimersByTime(200)
    expect(shown()).toMatch(/import █{12}░{12} 50 %/)
  }
  expect(shown()).toContain('\u001b[')
  vi.advanceTimersByTime(10_000)
  expect(shown()).toBe('')
})

it('what is counted is shown as a count', () => {
  const { stream, shown } = screen(true)
  using progress = createProgress('rehearsing', stream)
  progress.at(3, 12)
  vi.advanceTimersByTime(2_100)
  expect(shown()).toMatch(/rehearsing █{6}░{18} 3 of 12/)
})

it('nothing is shown into a pipe', () => {
  const { stream, shown } = screen(false)
  const progress = createProgress('import', stream)
  progress.reached(0.5)
  vi.advanceTimersByTime(5_000)
  progress.end()
  expect(shown()).toBe('')
})
