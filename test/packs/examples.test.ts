/** Every example of every pack shows its sign, or does not; and what the packs owe only shrinks. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hearingTable, withoutDanger, withTable } from '../../bin/packs/hearing-page.ts'
import { owed } from '../../bin/packs/owed.ts'
import { unreachedOf } from '../../bin/packs/reach.ts'
import { readPacks } from '../../bin/packs/read-packs.ts'
import { asksForPerson } from '../../src/hearing/asks-for-person.ts'
import { asksWhetherBot } from '../../src/hearing/disclosure.ts'
import { type SignName, signNames } from '../../src/hearing/packs/packs.ts'
import { signOf } from '../../src/hearing/sign-of.ts'
import { unheardIn } from '../../src/hearing/unheard-in.ts'
import { readText } from '../../src/words/read-text.ts'

const packs = await readPacks()

function testOf(name: SignName): (text: string) => boolean {
  if (name === 'asks-for-person') return asksForPerson
  if (name === 'asks-whether-bot') return (text) => asksWhetherBot(text)
  const sign = signOf(name)
  return (text) => sign(readText(text))
}

describe.each(signNames)('%s', (name) => {
  const shows = testOf(name)
  const examples = (key: 'yes' | 'no') => packs.flatMap(({ signs }) => signs.get(name)?.written[key] ?? [])

  it('is shown by every message that must show it', () => {
    expect(examples('yes').filter((text) => !shows(text))).toEqual([])
  })

  it('is shown by none of its near misses', () => {
    expect(examples('no').filter(shows)).toEqual([])
  })
})

describe('what the packs owe', () => {
  it.each(owed(packs))('stands in a list that may only shrink: $file', ({ file, what, listed, now }) => {
    expect(
      now.filter((line) => !listed.includes(line)),
      what,
    ).toEqual([])
    expect(
      listed.filter((line) => !now.includes(line)),
      `paid: npm run hearing takes it out of ${file}`,
    ).toEqual([])
  })

  it('names a phrase that no example reaches, and one of butNot that no near miss does', () => {
    const written = { says: ['go away', 'get lost'], butNot: ['get lost in it'], yes: ['Go AWAY!'] }
    const signs = new Map([['insult', { file: '', written, filled: written }]])
    expect(unreachedOf([{ lang: 'en', signs, books: new Map(), data: new Map() }])).toEqual([
      'en/insult says: get lost',
      'en/insult butNot: get lost in it',
    ])
    expect(withoutDanger([{ lang: 'en', signs, books: new Map(), data: new Map() }], ['en', 'en'])).toEqual(['en'])
  })
})

describe('docs/hearing.md', () => {
  it('shows the table as it is', () => {
    const page = readFileSync('docs/hearing.md', 'utf8')
    expect(withTable(page, hearingTable(packs)) === page, 'npm run hearing writes it').toBe(true)
  })
})

describe('what an operator is told of a language', () => {
  it('is nothing where danger, anger and asking for a person are heard, with a region or without', () => {
    expect(unheardIn('fr')).toEqual([])
    expect(unheardIn('zh-Hant')).toEqual([])
  })

  it('is nothing in one that is known, and all of it in an unknown one', () => {
    expect(unheardIn('pl-PL')).toEqual([])
    expect(unheardIn('is')).toEqual(['danger to life', 'anger', 'asking for a person'])
  })
})
