/** Chinese is told by its characters, and written in those of the fan. */
import * as toOthers from 'opencc-js/cn2t'
import * as toOurs from 'opencc-js/t2cn'
import { describe, expect, it } from 'vitest'
import { packs } from '../../src/hearing/packs/packs.ts'
import { chineseScriptIn, inChineseScript } from '../../src/words/letters/chinese-script.ts'

describe('the characters of a text', () => {
  it.each([
    ['運費多少', 'Hant-TW'],
    ['运费多少', 'Hans'],
    ['你係咪機械人', 'Hant-HK'],
    ['搵真人', 'Hant-HK'],
    ['你好', undefined],
    ['何時まで開いていますか', undefined],
    ['hello', undefined],
  ])('%s: %s', (text, script) => {
    expect(chineseScriptIn(text)).toBe(script)
  })
})

it('a text is written in others, but for names and what is not Chinese', () => {
  const text = '后面有只小狗皮皮，发给你：https://a.example/发 £3'
  expect(inChineseScript(text, 'Hant-TW', ['皮皮'])).toBe('後面有隻小狗皮皮，發給你：https://a.example/發 £3')
  expect(inChineseScript('運費 3 鎊', 'Hans')).toBe('运费 3 镑')
  expect(inChineseScript('叶记的叶子', 'Hant-TW', ['叶记'])).toBe('叶记的葉子')
})

it.each([
  ['Hans', toOurs.Converter({ from: 'tw', to: 'cn' })],
  ['Hant-TW', toOthers.Converter({ from: 'cn', to: 'tw' })],
  ['Hant-HK', toOthers.Converter({ from: 'cn', to: 'hk' })],
] as const)('%s: as OpenCC writes it', (script, convert) => {
  const texts = JSON.stringify(packs.zh).match(/\p{sc=Han}[^"\\]+/gu) ?? []
  expect(texts.length).toBeGreaterThan(1000)
  expect(texts.filter((text) => inChineseScript(text, script) !== convert(text))).toEqual([])
})
