/** Language tags are kept under the code of their language; what they say of the characters is not lost. */
import { expect, it } from 'vitest'
import { baseLanguage, chineseScriptOf } from '../../src/words/languages/base-language.ts'

it.each([
  ['zh', 'zh', undefined],
  ['zh-TW', 'zh', 'Hant-TW'],
  ['zh-Hant', 'zh', 'Hant-TW'],
  ['zh_HK', 'zh', 'Hant-HK'],
  ['zh-Hant-HK', 'zh', 'Hant-HK'],
  ['yue', 'zh', 'Hant-HK'],
  ['zh-CN', 'zh', 'Hans'],
  ['nb', 'no', undefined],
  ['nn-NO', 'no', undefined],
  ['pt-BR', 'pt', undefined],
])('%s is %s', (tag, lang, script) => {
  expect([baseLanguage(tag), chineseScriptOf(tag)]).toEqual([lang, script])
})
