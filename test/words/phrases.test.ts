/** The phrase language keeps what it promises, whatever is written in it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oneLine } from '../../src/words/letters/one-line.ts'
import { textPattern } from '../../src/words/phrases/patterns.ts'
import { faultIn } from '../../src/words/phrases/phrases.ts'
import { createCount, createSign } from '../../src/words/phrases/signs.ts'
import { readText } from '../../src/words/read-text.ts'

const hears = (phrase: string, text: string) => createSign(() => [{ says: [phrase] }])(readText(text))
const hearsInText = (phrase: string, text: string) => {
  const pattern = textPattern(phrase)
  return pattern.test(oneLine(text))
}

const letter = fc.constantFrom(...'abcdefghijklmnoprstuvwxyzéüñçøжщяюλωδ')
const word = fc.string({ unit: letter, minLength: 2, maxLength: 9 }).filter((text) => !/(.)\1\1/u.test(text))
const words = fc.array(word, { minLength: 1, maxLength: 5 })
const ideographs = fc.string({ unit: fc.constantFrom(...'想死活跳楼退款人工客服店'), minLength: 1, maxLength: 8 })
const mark = fc.constantFrom('.', '!', '?', '。', '？！', '; ')

/** As somebody types it: in capitals, in wide letters, with accents of their own. */
const typed = (text: string) =>
  fc
    .array(fc.constantFrom('as it is', 'capital', 'wide', 'accent'), { minLength: text.length, maxLength: text.length })
    .map((ways) =>
      [...text]
        .map((character, at) => {
          if (ways[at] === 'capital') return character.toUpperCase()
          if (ways[at] === 'wide' && /[a-z]/.test(character))
            return String.fromCharCode(character.charCodeAt(0) + 0xfee0)
          return ways[at] === 'accent' && /[a-z]/.test(character) ? `${character}\u0301` : character
        })
        .join(''),
    )

describe('a phrase', () => {
  it('without operators is heard in itself, in any case, width and accents, wherever it stands', () => {
    const said = words
      .map((list) => list.join(' '))
      .chain((phrase) => fc.record({ phrase: fc.constant(phrase), text: typed(phrase), before: words, after: words }))
    fc.assert(
      fc.property(said, ({ phrase, text, before, after }) => {
        expect(hears(phrase, `${before.join(' ')} ${text} ${after.join(' ')}`)).toBe(true)
        expect(hears(phrase, `${text}!`)).toBe(true)
        expect(hearsInText(phrase, `${before.join(' ')}, ${text}? ${after.join(' ')}`)).toBe(true)
      }),
    )
  })

  it('is heard anywhere in a script without spaces', () => {
    fc.assert(
      fc.property(ideographs, ideographs, ideographs, (before, phrase, after) => {
        expect(hears(phrase, `${before}${phrase}${after}`)).toBe(true)
        expect(hearsInText(phrase, `${before}${phrase}${after}`)).toBe(true)
      }),
    )
  })

  it('begins and ends with a whole word elsewhere', () => {
    fc.assert(
      fc.property(word, word, (phrase, more) => {
        fc.pre(phrase !== more && !`${phrase}${more}`.includes(' '))
        expect(hears(phrase, `${phrase}x${more}`)).toBe(false)
        expect(hears(phrase, `x${phrase}`)).toBe(false)
        expect(hearsInText(phrase, `x${phrase}`)).toBe(false)
      }),
    )
  })

  it('is overlooked inside a saying of `butNot`, and heard beside it', () => {
    const sign = createSign(() => [{ says: ['die'], butNot: ['die hard'] }])
    expect(sign(readText('die hard'))).toBe(false)
    expect(sign(readText('die hard or die'))).toBe(true)
  })

  it('counts once, however often it is said', () => {
    const count = createCount(() => [{ says: ['(awful|terrible)', '差'] }])
    expect(count(readText('awful, awful, terrible. 差差'))).toBe(3)
  })
})

describe('~', () => {
  it('stands for up to four words, no more', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), (between) => {
        fc.pre(!between.includes('stop'))
        const text = ['start', ...between, 'stop'].join(' ')
        expect(hears('start ~ stop', text)).toBe(between.length <= 4)
      }),
    )
  })

  it('stands for up to six characters in a script without spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'的了很在'), maxLength: 10 }), (between) => {
        expect(hears('想~死', `想${between}死`)).toBe(between.length <= 6)
      }),
    )
  })

  it('stands in a text for up to 40 characters of the clause, in a script without spaces for up to ten', () => {
    fc.assert(
      fc.property(words, mark, (between, end) => {
        fc.pre(!between.includes('stop'))
        const gap = between.join(' ')
        expect(hearsInText('start ~ stop', `start ${gap} stop`)).toBe(gap.length < 40)
        expect(hearsInText('start ~ stop', `start ${gap}${end} stop`)).toBe(false)
        expect(hearsInText('start ~ stop', `start, ${gap} stop`)).toBe(false)
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'的了很在'), maxLength: 14 }), (between) => {
        expect(hearsInText('想~死', `想${between}死`)).toBe(between.length <= 10)
      }),
    )
  })

  it('never leaves the sentence', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 2 }), mark, fc.array(word, { maxLength: 2 }), (one, end, other) => {
        fc.pre(![...one, ...other].some((text) => text === 'start' || text === 'stop'))
        expect(hears('start ~ stop', `start ${one.join(' ')}${end} ${other.join(' ')} stop`)).toBe(false)
        expect(hears('想~死', `想很${end}很死`)).toBe(false)
      }),
    )
  })
})

describe('a search', () => {
  it('takes linear time: twice the text, no more than about twice the work, for whatever may be written', () => {
    const piece = fc.constantFrom(
      '(a|b)',
      '(a |a a |b ){0,5}',
      'a?',
      'a{0,3}',
      '(a|aa){1,4}',
      'b',
      ' ',
      ' ~ ',
      '(a ?){0,4}',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
        const phrase = `a${pieces.join('')}c`
        fc.pre(faultIn(phrase) === undefined)
        const text = readText('a '.repeat(4000))
        // Processor time: what else the machine does is no fault of the search.
        const start = process.cpuUsage()
        createSign(() => [{ says: [phrase] }])(text)
        expect(process.cpuUsage(start).user / 1_000).toBeLessThan(2_000)
      }),
      { numRuns: 60 },
    )
  })

  it.each(['very+', 'very.*', '(a|b)+ c', 'x{2,}'])('refuses what repeats without bound: %s', (phrase) => {
    expect(faultIn(phrase)).toMatch(/without bound/)
  })

  it.each(['f\\*{1,3}ck', '[+*]', 'a{0,4} b', 'what\\?'])('takes %s', (phrase) => {
    expect(faultIn(phrase)).toBeUndefined()
  })
})

describe('a phrase of several that stand in one sentence', () => {
  const shows = (phrase: string, text: string) => createSign(() => [{ says: [phrase] }])(readText(text))
  it.each([
    ['(glass|metal) & (salad|bun)', 'There was glass in my salad.', true],
    ['(glass|metal) & (salad|bun)', 'My bun, honestly, it had a big piece of metal right in it', true],
    ['(glass|metal) & (salad|bun)', 'I like glass. And salad.', false],
    ['(glass|metal) & (salad|bun)', 'glassy salads', false],
    ['glass & salad & !(is|does)', 'is there glass in the salad?', false],
    ['glass & salad & !(is|does)', 'Glass in the salad. Does it hurt?', true],
    ['玻璃 & 沙拉', '你们的沙拉里有玻璃', true],
    ['玻璃 & 沙拉', '玻璃杯很好看。沙拉也好吃', false],
    ['玻璃 & 沙拉 & !(吗|会不会)', '沙拉里会不会有玻璃', false],
  ])('%s in %j: %s', (phrase, text, isShown) => {
    expect(shows(phrase, text)).toBe(isShown)
  })
})
