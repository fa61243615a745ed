import { expect, it } from 'vitest'
import { packs } from '../../src/hearing/packs/packs.ts'
import { isNod, yesOrNo } from '../../src/hearing/small-words.ts'

const languages = Object.entries(packs).flatMap(([lang, { words }]) => (words?.agrees ? [{ lang, words }] : []))

it.each(languages)('a yes and a no in one breath are never a yes: $lang', { timeout: 60_000 }, ({ lang, words }) => {
  const agrees = new Set(words.agrees)
  const heard = (words.agrees ?? []).flatMap((yes) =>
    [...(words.declines ?? []), ...(words.later ?? [])].flatMap((no) =>
      [`${yes} ${no}`, `${no}. ${yes}!`].filter((said) => !agrees.has(said) && yesOrNo(said, lang) === 'yes'),
    ),
  )
  expect(heard).toEqual([])
})

it.each(languages)('each yes and each no by itself is heard in a talk of its language: $lang', ({ lang, words }) => {
  expect((words.agrees ?? []).filter((said) => yesOrNo(said, lang) !== 'yes')).toEqual([])
  expect((words.declines ?? []).filter((said) => yesOrNo(said, lang) !== 'no')).toEqual([])
})

it.each(['ok no', 'ok, no thanks', 'OK. No.', 'ok ei', 'sure. nein', 'ja nej', 'yes, nein', 'da nu'])(
  'what holds a no of any language is no yes in any talk: %s',
  (said) => {
    for (const talk of [[], ['en'], ...languages.map(({ lang }) => [lang])])
      expect(yesOrNo(said, ...talk), talk.join()).not.toBe('yes')
  },
)

it.each(['đừng', 'Đừng!', 'dung', 'đừng mà', 'Dung.', 'ok đừng'])(
  'accents count where they tell a no from a yes: %s',
  (said) => {
    for (const talk of [['vi'], ['en'], ['en', 'vi'], []]) expect(yesOrNo(said, ...talk)).not.toBe('yes')
  },
)

it('an accented yes is a yes beside a no that looks alike without', () => {
  expect(yesOrNo('đúng', 'vi')).toBe('yes')
  expect(yesOrNo('Đúng ạ', 'vi')).toBe('yes')
  expect(yesOrNo('đừng', 'vi')).toBe('no')
})

it('a nod before a no is a no', () => {
  expect(yesOrNo('ok, no thanks', 'en')).toBe('no')
  expect(yesOrNo('好，不要', 'zh')).toBe('no')
})

it('a word that says yes as well as no thanks is neither', () => {
  expect(yesOrNo('いいです', 'ja')).toBeUndefined()
  expect(yesOrNo('no', 'pl')).not.toBe('yes')
  expect(isNod('いいです')).toBe(true)
})
