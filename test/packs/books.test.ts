/** The examples beside the lists of what a voice never says: found by the phrases of their own language, the near misses by none. */
import { describe, expect, it } from 'vitest'
import { listOf } from '../../src/hearing/packs/book.ts'
import { checkVoice } from '../../src/persona/voice/voice.ts'
import { oneLine } from '../../src/words/letters/one-line.ts'
import { anyOf, occurs } from '../../src/words/phrases/patterns.ts'
import { examplesOf } from '../support/book-examples.ts'
import { testPersona } from '../support/persona.ts'

describe.each(['forbidden', 'beside-name', 'asked', 'person'])('in %s', (section) => {
  const rows = (key: 'yes' | 'no') =>
    examplesOf('voice', section, key).map(({ lang, list, text }) => [list, lang, text] as const)
  const isFound = (list: string, lang: string, text: string) =>
    occurs(anyOf(listOf('voice', section, list, lang)), oneLine(text))

  it.each(rows('yes'))('%s (%s) is found: %s', (list, lang, text) => {
    expect(isFound(list, lang, text)).toBe(true)
  })

  it.each(rows('no'))('%s (%s) is not in: %s', (list, lang, text) => {
    expect(isFound(list, lang, text)).toBe(false)
  })
})

/** How a fan is addressed where the other way is the fault. */
const usual: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  familiar: {
    zh: '您',
    fr: 'vous',
    de: 'Sie',
    es: 'usted',
    it: 'Lei',
    pt: 'você',
    nl: 'u',
    ru: 'вы',
    uk: 'ви',
    pl: 'Pan',
    cs: 'vy',
  },
  formal: {
    zh: '你',
    fr: 'tu',
    de: 'du',
    es: 'tú',
    it: 'tu',
    pt: 'tu',
    nl: 'je',
    ru: 'ты',
    uk: 'ти',
    pl: 'ty',
    cs: 'ty',
  },
}
const more: typeof usual = {
  familiar: {
    sv: 'ni',
    da: 'De',
    no: 'De',
    fi: 'te',
    hu: 'ön',
    ro: 'dumneavoastră',
    el: 'εσείς',
    tr: 'siz',
    hi: 'आप',
    vi: 'quý khách',
    id: 'Anda',
  },
  formal: {
    sv: 'du',
    da: 'du',
    no: 'du',
    fi: 'sinä',
    hu: 'te',
    ro: 'tu',
    el: 'εσύ',
    tr: 'sen',
    hi: 'तुम',
    vi: 'bạn',
    id: 'kamu',
  },
}
const addressed = (list: string, lang: string) => usual[list]?.[lang] ?? more[list]?.[lang]

describe('an address', () => {
  const rows = (['yes', 'no'] as const).flatMap((key) =>
    examplesOf('voice', 'address', key).flatMap(({ lang, list, text }) => {
      const word = addressed(list, lang)
      return word === undefined ? [] : [[lang, word, text, key === 'yes'] as const]
    }),
  )
  it.each(rows)('in %s, with %s for the fan: %s is a fault: %s', (lang, word, text, isFault) => {
    const persona = testPersona({ voice: { languages: [lang], address: { [lang]: word } } })
    const { findings } = checkVoice(persona, { text, author: 'line', surface: 'direct', lang })
    expect(findings.some(({ code }) => code === 'address')).toBe(isFault)
  })
})
