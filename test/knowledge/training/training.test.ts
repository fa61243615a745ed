import { describe, expect, it } from 'vitest'
import { createKnowledge, type Knowledge } from '../../../src/knowledge/create-knowledge.ts'
import { answer, bikes, tea } from '../brands.ts'

const texts = ['my money back', 'openning hours', '退货', 'who won the match', 'how long']
const found = (knowledge: Knowledge) =>
  texts.map((text) => {
    const { outcome, hits } = knowledge.search({ text })
    return [outcome, ...hits.map((hit) => [hit.answer.id, hit.score, hit.phrasing])]
  })

function memory() {
  const kept = new Map<string, string>()
  let written = 0
  return {
    kept,
    writes: () => written,
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: string) => {
      written++
      kept.set(key, value)
    },
  }
}

/** Large enough to be learned in a thread of its own. */
const large = ['red', 'green', 'blue', 'black', 'white', 'yellow', 'violet', 'orange'].flatMap((colour) =>
  ['shirt', 'coat', 'scarf', 'hat'].map((thing) =>
    answer(
      `${colour}-${thing}`,
      Array.from(
        { length: 36 },
        (_, at) => `${['is', 'do you have', 'show me', 'price of'][at % 4]} the ${colour} ${thing} number ${at}`,
      ),
    ),
  ),
)

describe('what is learned', () => {
  it('is the same every time, to the last digit', async () => {
    const brand = [...bikes, ...tea]
    expect(found(await createKnowledge(brand))).toEqual(found(await createKnowledge(brand)))
  })

  it('is the same from the cache, which is written once', async () => {
    const cache = memory()
    const fresh = await createKnowledge(bikes, { cache })
    const again = await createKnowledge(bikes, { cache })
    expect(found(again)).toEqual(found(fresh))
    expect(cache.writes()).toBe(1)
  })

  it('is not taken from the cache once a phrasing has changed', async () => {
    const cache = memory()
    await createKnowledge(bikes, { cache })
    await createKnowledge([...bikes, answer('new', ['gift voucher', 'voucher please', 'buy vouchers'])], { cache })
    expect(cache.kept.size).toBe(2)
  })

  it('is learned anew when the cache holds nonsense or fails', async () => {
    const cache = memory()
    const fresh = await createKnowledge(bikes, { cache })
    for (const key of cache.kept.keys()) cache.kept.set(key, '{"starts":"AAAA"}')
    expect(found(await createKnowledge(bikes, { cache }))).toEqual(found(fresh))
    const broken = { get: () => Promise.reject(new Error('gone')), set: () => Promise.reject(new Error('gone')) }
    expect(found(await createKnowledge(bikes, { cache: broken }))).toEqual(found(fresh))
  })

  it('comes from a thread of its own for a large brand, and finds its answers', async () => {
    const knowledge = await createKnowledge(large)
    const { outcome, hits } = knowledge.search({ text: 'could you show me a violet scarf' })
    expect([outcome, hits[0]?.answer.id]).toEqual(['answer', 'violet-scarf'])
  })

  it('does not keep the process busy while a large brand is learned', async () => {
    let turns = 0
    const learning = createKnowledge(large).then(() => 'learned')
    const busy = (async () => {
      while ((await Promise.race([learning, new Promise((resolve) => setImmediate(resolve, 'waiting'))])) === 'waiting')
        turns++
    })()
    await Promise.all([learning, busy])
    expect(turns).toBeGreaterThan(10)
  })

  describe('of a large brand with a few changes, from what was learnt before', () => {
    const asked = ['could you show me a violet scarf', 'do you sell gift vouchers', 'price of the red hat']
    const outcomes = (knowledge: Knowledge, texts = asked) =>
      texts.map((text) => {
        const { outcome, hits } = knowledge.search({ text })
        return [outcome, outcome === 'unknown' ? '' : hits[0]?.answer.id]
      })
    const vouchers = answer('vouchers', [
      'do you have gift vouchers',
      'gift voucher please',
      'can i buy a voucher',
      'voucher',
    ])
    const brand = [...large, ...tea]
    const seen: string[] = []
    const cache = {
      get: async (key: string) => void seen.push(key),
      set: async (_: string, value: string) => seen.push(value),
    }
    const changesIn = (value = '{}') => JSON.parse(value).changed ?? 'learnt whole'

    it('an answer that came, went, moved or has other words is found as if all were learnt anew', async () => {
      const first = await createKnowledge(brand)
      const [gone, reworded = vouchers, ...rest] = brand
      const next = [vouchers, ...rest, { ...reworded, answer: { en: ['Other words.'] } }]
      const adapted = await createKnowledge(next, { like: first, cache })
      // Four phrasings came and 36 went.
      expect(changesIn(seen.at(-1))).toBe(40)
      expect(outcomes(adapted)).toEqual(outcomes(await createKnowledge(next)))
      expect(outcomes(adapted)[1]).toEqual(['answer', 'vouchers'])
      const own = next.flatMap(({ id, asks }) =>
        asks.filter((_, at) => at % 9 === 0).map((text) => [id, text] as const),
      )
      const texts = own.map(([, text]) => text)
      expect(outcomes(adapted, texts)).toEqual(own.map(([id]) => ['answer', id]))
      expect(adapted.search({ text: gone?.asks[0] ?? '' }).hits.map(({ answer: { id } }) => id)).not.toContain(gone?.id)
    })

    it('and all anew once much of it has changed, save after save', async () => {
      let knowledge = await createKnowledge(large)
      let changing = large
      const told: unknown[] = []
      for (const round of [0, 1, 2, 3]) {
        changing = changing.map((one, at) =>
          at === round ? { ...one, asks: one.asks.map((ask) => `${ask} at all`) } : one,
        )
        knowledge = await createKnowledge(changing, { like: knowledge, cache })
        told.push(changesIn(seen.at(-1)))
      }
      // A tenth of 1,152 phrasings is 115; of each answer 36 go and 36 come.
      expect(told).toEqual([72, 'learnt whole', 72, 'learnt whole'])
    })
  })
})
