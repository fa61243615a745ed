/** What words stand for: each is looked up in the dictionary of the language that knows most of the message. */
import { describe, expect, it } from 'vitest'
import { dictionaryText } from '../../bin/packs/learn/dictionary-text.ts'
import { readPacks } from '../../bin/packs/read-packs.ts'
import { dictionary } from '../../src/hearing/learned/dictionary.ts'
import { lexiconFrom } from '../../src/hearing/learned/lexicon.ts'
import { likestDanger } from '../../src/hearing/learned/likeness.ts'
import { meaningFeatures } from '../../src/hearing/learned/meaning-features.ts'
import { meanings } from '../../src/hearing/learned/meanings.ts'
import { readMeanings } from '../../src/hearing/learned/read-meanings.ts'
import { readText } from '../../src/words/read-text.ts'

const idOf = (name: (typeof meanings)[number]) => meanings.indexOf(name)
const lines = (lang: string, entries: Partial<Record<(typeof meanings)[number], string[]>>) =>
  [`=${lang}`, ...Object.entries(entries).map(([name, all]) => [idOf(name as 'self'), ...all].join('\t'))].join('\n')
const lexicon = lexiconFrom(
  [
    lines('en', {
      self: ['i', 'me', 'my'],
      child: ['baby', 'daughter*'],
      ingests: ['swallow*'],
      suicide: ['kill myself'],
      kills: ['kill*'],
      death: ['die', 'dead'],
    }),
    lines('de', {
      self: ['ich'],
      child: ['tochter*'],
      death: ['tot*'],
      weapon: ['*messer'],
      'other-person': ['die', 'der'],
    }),
    lines('zh', { self: ['~我'], death: ['~死'], wants: ['~想'], suicide: ['~想死'] }),
    lines('ar', { child: ['طفل*'] }),
  ].join('\n'),
)
const namesIn = (text: string) =>
  readMeanings(readText(text), lexicon).map((word) => word.meanings.map((id) => meanings[id]).sort())

describe('a word means', () => {
  it('what its own entry says, or the longest beginning that is known', () => {
    expect(namesIn('My baby swallowed it')).toEqual([['self'], ['child'], ['ingests'], []])
  })
  it('in a compound, what its end says', () => {
    expect(namesIn('ich, ein Brotmesser')).toEqual([['self'], [], ['weapon']])
  })
  it('together with others what these say together, and alone what each says', () => {
    expect(namesIn('i kill myself')).toEqual([['self'], ['kills', 'suicide'], []])
  })
  it('in a script without spaces, what the longest entry says, and its parts', () => {
    expect(namesIn('我想死了')).toEqual([['self'], ['death', 'suicide', 'wants'], []])
  })
  it('without the article that is written together with it', () => {
    expect(namesIn('والطفل')).toEqual([['child']])
  })
})

it('a word of two languages is read in the one that knows more of the message', () => {
  expect(namesIn('die Tochter, ich')).toEqual([['other-person'], ['child'], ['self']])
  expect(namesIn('i die')).toEqual([['self'], ['death']])
})

it('sentences are told apart, and a text that no dictionary knows has no words', () => {
  expect(readMeanings(readText('I. My baby'), lexicon).map(({ sentence }) => sentence)).toEqual([0, 1, 1])
  expect(readMeanings(readText('xyzzy plugh'), lexicon)).toEqual([])
})

it('what is denied is another feature than what is not, and the order counts', () => {
  const featuresOf = (...ids: number[]) => [
    ...meaningFeatures(ids.map((id) => ({ meanings: [id], sentence: 0, text: '' }))),
  ]
  const [not, death, child] = [idOf('not'), idOf('death'), idOf('child')]
  expect(featuresOf(not, death)).not.toEqual(featuresOf(death, not))
  expect(new Set(featuresOf(child, death))).not.toEqual(new Set(featuresOf(death, child)))
  expect(featuresOf()).toEqual([])
})

it('is read from the packs as they are; else npm run learn', async () => {
  expect(dictionary()).toBe(dictionaryText(await readPacks()))
})

describe('what no phrase holds is heard by what its words mean', () => {
  it.each([
    'my toddler licked the oven cleaner and she only screams now',
    'der Opa hat die Entkalkertabletten gelutscht und zittert am ganzen Leib',
    'mon petit a avalé la pile du porte-clés',
    '我家娃把洁厕剂喝了两口，一直哭',
  ])('%s', (text) => {
    expect(likestDanger(readText(text))).toBeDefined()
  })
})
