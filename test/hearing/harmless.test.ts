/** Words of danger in which nobody is in danger call nobody, and take nothing from a cry beside them. */
import { describe, expect, it } from 'vitest'
import { readPacks } from '../../bin/packs/read-packs.ts'
import { assess } from '../../src/hearing/assess.ts'
import { overlooking, signOf } from '../../src/hearing/sign-of.ts'
import { readText } from '../../src/words/read-text.ts'

const packs = await readPacks()
const read = (text: string) => assess({ text, lang: 'en', earlier: [] })
const examples = (sign: string, key: 'yes' | 'no') =>
  packs.flatMap(({ lang, signs }) => (signs.get(sign)?.written[key] ?? []).map((text) => `${lang}: ${text}`))
const textOf = (example: string) => example.replace(/^\w+: /, '')

describe('words of danger in which nobody is in danger', () => {
  it('call nobody, in whatever language', () => {
    const called = examples('harmless', 'yes').filter((example) => {
      const { handoff, maybe } = read(textOf(example))
      return handoff !== undefined || maybe !== undefined
    })
    expect(called).toEqual([])
  })

  it('are told from a cry that comes near', () => {
    const unheard = examples('harmless', 'no').filter((example) => {
      const { handoff, maybe } = read(textOf(example))
      return handoff === undefined && maybe === undefined
    })
    expect(unheard).toEqual([])
  })

  it.each([
    ['My brother beat me at chess, and then he started hitting me, please help', 'safety'],
    ['this deadline is killing me and I want to kill myself', 'self-harm'],
    ['我爸打车回来，又打我', 'safety'],
    ['mój brat ograł mnie w szachy. chcę się zabić', 'self-harm'],
    ['ma soeur m’a battue au scrabble. mon mari me bat tous les soirs', 'safety'],
  ])('take nothing from a cry beside them: %s', (text, handoff) => {
    expect(read(text).handoff).toBe(handoff)
  })

  it.each(['self-harm', 'violence-now', 'threat', 'health', 'safety'] as const)('stand in no example of %s', (sign) => {
    const shows = signOf(sign)
    const withoutHarmless = overlooking('harmless')
    expect(examples(sign, 'yes').filter((example) => !shows(withoutHarmless(readText(textOf(example)))))).toEqual([])
  })
})
