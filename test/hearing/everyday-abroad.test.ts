/** What is an everyday word of the language that a fan writes hurts nobody, whatever it is in another. */
import { describe, expect, it } from 'vitest'
import { readPacks } from '../../bin/packs/read-packs.ts'
import { showsHarassment, showsInsult } from '../../src/hearing/abuse.ts'
import { assess } from '../../src/hearing/assess.ts'
import { signOf } from '../../src/hearing/sign-of.ts'
import { readText } from '../../src/words/read-text.ts'

const signs = [
  [signOf('insult'), showsInsult],
  [signOf('harassment'), showsHarassment],
] as const
const hurtsAbroad = (text: string, lang: string): boolean => {
  const reading = readText(text)
  return signs.some(([sign, shows]) => shows(reading) && !sign.languagesIn(reading).includes(lang))
}

it('no example of the packs hurts in another language', async () => {
  const hurting = (await readPacks()).flatMap(({ lang, data }) => {
    const texts = Object.values(
      (data.get('kinds') ?? {}) as Readonly<Record<string, string | readonly string[]>>,
    ).flat()
    return texts.filter((text) => hurtsAbroad(text, lang)).map((text) => `${lang}: ${text}`)
  })
  expect(hurting).toEqual([])
})

describe('no abuse', () => {
  it.each([
    ['es', '¿tenéis el Licol en negro?'],
    ['es', 'lo quiero en negro, por favor'],
    ['es', 'hay en negro'],
    ['es', 'un bolso negro para mi madre'],
    ['no', 'filteret får ikke puste'],
    ['id', 'hp saya tidak bisa connect'],
  ])('%s: %s', (lang, text) => {
    expect(assess({ text, lang, earlier: [] }).kind).not.toBe('abuse')
  })
})

describe('abuse still', () => {
  it.each([
    'sale negro',
    'eres un hp',
    'puşt herif',
    'you are all bastards',
    'espèce de connard',
    'hijo de puta',
    'du Hurensohn',
  ])('%s', (text) => {
    expect(showsInsult(readText(text))).toBe(true)
  })
})
