/** Who waits for a model, and who does not have to. */
import { describe, expect, it } from 'vitest'
import { ModelError } from '../../src/errors.ts'
import { createModelLane, createThinkingLane } from '../../src/inbox/lanes.ts'

const going = new AbortController().signal

describe('the lane of those that wait for a model', () => {
  it('asks for a few at once, the rest in the order in which they came', async () => {
    const lane = createModelLane({ asked: 2, waiting: 5 })
    const begun: number[] = []
    const gates = [0, 1, 2, 3].map(() => Promise.withResolvers<number>())
    const all = gates.map((gate, n) =>
      lane.run(() => {
        begun.push(n)
        return gate.promise
      }, going),
    )
    await new Promise(setImmediate)
    expect(begun).toEqual([0, 1])
    gates[1]?.resolve(1)
    expect(await all[1]).toBe(1)
    await new Promise(setImmediate)
    expect(begun).toEqual([0, 1, 2])
    gates[0]?.reject(new Error('no answer'))
    await expect(all[0]).rejects.toThrow('no answer')
    await new Promise(setImmediate)
    expect(begun).toEqual([0, 1, 2, 3])
  })

  it('sends away who would wait behind too many, as a model does that is too busy', async () => {
    const lane = createModelLane({ asked: 1, waiting: 1 })
    const never = () => new Promise<never>(() => {})
    void lane.run(never, going)
    void lane.run(never, going)
    await expect(lane.run(never, going)).rejects.toBeInstanceOf(ModelError)
  })

  it('is left by whoever is told to stop, and nobody else loses a place by it', async () => {
    const lane = createModelLane({ asked: 1, waiting: 2 })
    const first = Promise.withResolvers<string>()
    const stopping = new AbortController()
    const one = lane.run(() => first.promise, going)
    const left = lane.run(async () => 'left', stopping.signal)
    const last = lane.run(async () => 'last', going)
    stopping.abort(new Error('stopping'))
    await expect(left).rejects.toThrow('stopping')
    first.resolve('first')
    expect([await one, await last]).toEqual(['first', 'last'])
    await expect(lane.run(async () => '', AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped')
  })
})

it('a place among those that think is given up once, and it is told when there is one again', () => {
  let told = 0
  const lane = createThinkingLane(2, () => {
    told += 1
  })
  const [one, two] = [lane.take(), lane.take()]
  expect(lane.free()).toBe(0)
  one.leave()
  one.leave()
  expect([lane.free(), told]).toEqual([1, 1])
  two.leave()
  expect([lane.free(), told]).toEqual([2, 1])
})
