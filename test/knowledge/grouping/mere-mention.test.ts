/** Who only mentions a thing that there is trouble with, and who tells of the trouble. */
import { expect, it } from 'vitest'
import { plainMatterOf } from '../../../src/knowledge/grouping/bears-on.ts'
import { isMereMention, toldIn } from '../../../src/knowledge/grouping/mere-mention.ts'

const says = {
  en: ['the zip of my bag is stuck', 'my bag zip broke', 'the zip does not close'],
  zh: ['包的拉链坏了', '拉链拉不上'],
  de: ['der Reißverschluss meiner Tasche klemmt', 'der Reißverschluss geht nicht zu'],
  fr: ['la fermeture du sac est bloquée', 'la fermeture de mon sac est cassée'],
}
const phrasings = Object.entries(says).flatMap(([lang, texts]) => texts.map((text) => plainMatterOf(text, lang)))
const isMention = (text: string, lang: string, kind?: string) => isMereMention(toldIn(text, lang, kind), phrasings)

it('praise, and what is asked of something else, only mentions it', () => {
  for (const [lang, text] of [
    ['en', 'I love the zip of my bag'],
    ['en', 'what does a new zip cost?'],
    ['en', 'do you have the zip in another colour?'],
    ['en', 'the zip of my bag is gorgeous'],
    ['en', 'is the zip made of metal?'],
    ['zh', '这个包的拉链真好看'],
    ['zh', '拉链有什么颜色？'],
    ['de', 'der Reißverschluss meiner Tasche ist wunderschön'],
    ['de', 'was kostet ein neuer Reißverschluss?'],
    ['fr', 'j’adore la fermeture de mon sac'],
  ] as const)
    expect(isMention(text, lang), text).toBe(true)
})

it('what tells of the trouble in calm or in anger, or asks about it, is more than a mention', () => {
  for (const [lang, text] of [
    ['en', 'the zip on my bag is stuck again'],
    ['en', 'is your bag zip stuck for others too?'],
    ['en', 'terrible zip, I am so annoyed'],
    ['zh', '我的包拉链坏了'],
    ['de', 'bei meiner Tasche klemmt der Reißverschluss'],
    ['fr', 'la fermeture du sac est encore bloquée'],
  ] as const)
    expect(isMention(text, lang), text).toBe(false)
  expect(isMention('about the zip', 'en')).toBe(false)
  expect(isMention('a zip for me', 'en', 'complaint')).toBe(false)
})
