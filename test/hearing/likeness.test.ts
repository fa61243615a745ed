/** What no list holds is heard by its likeness to the examples of the packs; what is ordinary is not. */
import { describe, expect, it } from 'vitest'
import { digestOf } from '../../bin/packs/learn/learnt-module.ts'
import { samplesOf } from '../../bin/packs/learn/sample-phrase.ts'
import { readPacks } from '../../bin/packs/read-packs.ts'
import { digest } from '../../src/hearing/learned/learnt.ts'
import { guessKind, likestDanger } from '../../src/hearing/learned/likeness.ts'
import { readText } from '../../src/words/read-text.ts'

it('is learnt from the packs as they are; else npm run learn', async () => {
  expect(digestOf(await readPacks())).toBe(digest)
})

describe('ordinary words are like no danger', () => {
  it.each([
    'what time do you open on sunday',
    'I would like two bags of the dark roast please',
    'wie lange dauert der Versand nach Österreich',
    'est-ce que vous livrez en Belgique',
    '请问你们周末几点开门',
    '明日は何時まで開いていますか',
    'gracias, todo perfecto con mi pedido',
    'gdzie jest moja paczka',
  ])('%s', (text) => {
    expect(likestDanger(readText(text))).toBeUndefined()
  })
})

it('of a few words nothing is sure', () => {
  expect(likestDanger(readText('burning'))?.likeness).not.toBe('sure')
})

it('a kind is guessed with how sure it is', () => {
  const { kind, confidence } = guessKind(readText('my parcel has still not arrived, where is it'))
  expect(kind).toBe('order-trouble')
  expect(confidence).toBeGreaterThan(0.5)
})

it('which number an order has moves nothing', () => {
  const read = (number: string) => guessKind(readText(`where is my order ${number}, it should be here`))
  expect(read('TW-204711')).toEqual(read('TW-998032'))
  expect(read('20471193')).toEqual(read('55555'))
})

describe('a phrase is sampled', () => {
  it.each([
    ['i (really )?want to (die|disappear)', /^i (really )?want to (die|disappear)$/],
    ['<not a part> x{2,3}', /^<not a part> x{2,3}$/],
    ['a & b & !c', /^a b$/],
    ['(?<!no )glass(?= in) ~ salad', /^glass salad$/],
    ['[ab]\\d', /^a3$/],
    ['药~吃', /^药吃$/],
  ])('%s', (phrase, one) => {
    const samples = samplesOf(phrase, 4)
    expect(samples.length).toBeGreaterThan(0)
    for (const sample of samples) expect(sample).toMatch(one)
  })
})
