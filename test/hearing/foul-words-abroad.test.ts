/** A word that is everyday in one language is foul in another: slut is the end in Swedish, trois is three in French. */
import { describe, expect, it } from 'vitest'
import { readPacks } from '../../bin/packs/read-packs.ts'
import { offends } from '../../src/hearing/foul-words.ts'
import { signOf } from '../../src/hearing/sign-of.ts'
import { readText } from '../../src/words/read-text.ts'
import { listedLanguages, stopWords } from '../../src/words/terms/stop-words.ts'
import { tellingWords } from '../../src/words/terms/telling-words.ts'

const showsFoulWord = signOf('foul-words')
const isFoulAbroad = (text: string, lang: string): boolean => {
  const reading = readText(text)
  if (!showsFoulWord(reading)) return false
  const languages = showsFoulWord.languagesIn(reading)
  return languages.length > 0 && !languages.includes(lang)
}

it('no small word of a language is one', () => {
  const foul = listedLanguages.flatMap((lang) =>
    [...new Set([...stopWords(lang), ...tellingWords(lang)])]
      .filter((word) => isFoulAbroad(word, lang))
      .map((word) => `${lang}: ${word}`),
  )
  expect(foul).toEqual([])
})

it('no ordinary sentence of the packs holds one', async () => {
  const foul = (await readPacks()).flatMap(({ lang, data }) => {
    const ordinary = (data.get('ordinary') ?? []) as readonly string[]
    return ordinary.filter((text) => isFoulAbroad(text, lang)).map((text) => `${lang}: ${text}`)
  })
  expect(foul).toEqual([])
})

describe('no offence', () => {
  it.each([
    'deux à trois jours ouvrés',
    'il me l’a dit hier',
    'dit is goed, dank je',
    'le colis a du retard',
    'un cocktail con piña',
    'filmen är slut och jag fick inget',
    'can I send you a pic?',
    'jag fick paketet',
    'după ora nouă',
    'sambalnya pedes banget',
  ])('%s', (text) => {
    expect(offends(text)).toBe(false)
  })
})

describe('offence still', () => {
  it.each([
    'you retard',
    'total slut',
    'fick dich',
    'porca troia',
    'địt mẹ mày',
    'sale pédé',
    'te geci',
    'piç kurusu',
    'jak dupa',
  ])('%s', (text) => {
    expect(offends(text)).toBe(true)
  })
})
