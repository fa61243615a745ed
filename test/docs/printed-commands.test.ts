/** Whatever the program prints as a command is taken as it stands: what staff copy from its words, and what fans read in their language. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readAct } from '../../src/desk/acts/read-act.ts'
import { packs } from '../../src/hearing/packs/packs.ts'
import { readIssueAct } from '../../src/issues/live/read-issue-act.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { startChat } from '../support/chat.ts'
import { startTwoPlatforms } from '../support/two-platforms.ts'

const root = new URL('../../src/', import.meta.url)
const folders = ['community/', 'issues/', 'desk/']

function sources(): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(new URL(folder + file, root), 'utf8').replace(/^\s*(?:\/\*\*|\*|\/\/).*$/gm, '')),
  )
}

/** What stands for something: a number, a name, words, a report. */
const placeholder = /^(?:\$\{[^}]*\}|[A-Z]{3,}|N|ONE|TWO|r\d+|#?\d+[hdm]?|words)$/
const filled = (token: string) => {
  if (/kind\}$/.test(token)) return 'answer'
  if (/lang\}$/.test(token)) return 'en'
  // Another than the one that goes on in it.
  if (/into\}$/.test(token)) return '2'
  if (/^\$\{|^N$|^NUMBER$/.test(token)) return '1'
  if (token === 'TEAM') return 'care'
  return /^[A-Z]{3,}$|^words$/.test(token) ? 'Grey lids' : token
}

interface Printed {
  readonly shown: string
  /** From the shortest that has all placeholders to all that may belong to it; prose may follow a command. */
  readonly tries: readonly string[]
}

function commandsIn(text: string): readonly Printed[] {
  const found = text.matchAll(
    /(?<=^|[\s'"`(“])\/([a-z]{2,10})((?: (?:\$\{[^}]*\}|r\d+|[A-Za-z]+(?:\|[a-z]+)*|#?\d+[hdm]?|\|))*)/gm,
  )
  return [...found].map(([shown, name = '', rest = '']) => {
    const tokens = rest.split(' ').filter((token) => token !== '')
    const least = tokens.findLastIndex((token) => placeholder.test(token)) + 1
    const said = tokens.map((token) => filled(token.split('|').find((part) => part !== '') ?? '|'))
    const tries = Array.from(
      { length: tokens.length - least + 1 },
      (_, more) => `/${[name, ...said.slice(0, least + more)].join(' ')}`,
    )
    return { shown, tries }
  })
}

const known = (name: string) => !/^⛔ There is no \//.test(saysWrong(`/${name}`))

function saysWrong(text: string): string {
  const act = readAct({ text })
  if (act?.kind === 'wrong') return act.says
  if (act?.kind !== 'issues' || (act.name !== 'issue' && act.name !== 'issues')) return ''
  const issue = readIssueAct(act.name, act.args)
  return issue.kind === 'wrong' ? issue.says : ''
}

const printed = sources()
  .flatMap(commandsIn)
  .filter(({ tries: [first = ''] }) => known(first.slice(1).split(' ')[0] ?? ''))

it('finds what is printed', () => {
  const shown = printed.map((one) => one.shown)
  expect(shown).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^\/issue new TITLE/),
      expect.stringMatching(/^\/issue N attach/),
      '/circle poll WORDS | ONE | TWO',
    ]),
  )
  expect(printed.length).toBeGreaterThan(40)
})

it('a command that is printed for staff is read as one', () => {
  const refused = printed.filter(({ shown, tries }) => {
    // A usage line that begins with the bare name may not be typed bare.
    const isBare = !/ [A-Zr$#\d]/.test(shown)
    return (
      !isBare && tries.every((text) => [text, `${text}: words`, `${text} words`].every((one) => saysWrong(one) !== ''))
    )
  })
  expect(refused.map(({ shown }) => shown)).toEqual([])
})

const tune = (persona: Persona): Persona => ({
  ...persona,
  community: {
    ...persona.community,
    works: { licence: { en: 'We may show it.' }, months: 12, asks: false, gallery: false },
    circle: { groups: { test: 'group:circle' }, kinds: ['helper'], from: 3 },
  },
})

it('what the circle said becomes an issue by the very line that is printed for it', async () => {
  await using chat = await startChat('coffee', { hasStaffChat: true, tune })
  const zoe = chat.fan('Zoe')
  await zoe.says('can I talk to a human please?')
  await chat.mascot.settled()
  const dana = chat.staff('Dana')
  await dana.hears()
  await dana.says('/circle ask What should we roast next?')
  await dana.hears(/1/)
  await chat.mascot.settled()
  const ana = chat.fan('Ana', { group: 'circle' })
  for (const words of ['A lighter decaf', 'Maybe later', 'Yes']) {
    await ana.repliesTo(/roast next/, words)
    await chat.mascot.settled()
  }
  await dana.says('/circle 1')
  const shown = await dana.hears(/lighter decaf/)
  const text = shown.kind === 'text' ? shown.text : ''
  const reports = [...text.matchAll(/^r(\d+) /gm)].map(([, id]) => `r${id}`)
  expect(reports).toHaveLength(1)
  await dana.says(`/issue new Lighter decaf ${reports.join(' ')}`)
  await dana.hears(/it is a new issue/)
})

describe('to fans', () => {
  /** Of a line that says how something is sent, the command up to where words of the sentence begin. */
  const typed =
    /\/(start|help|human|privacy|mydata|forget|remember|helper|me|circle|work|link|unlink)\b((?: (?:on|off|here|everywhere|title|first|withdraw|credit|yes|no|none|\d+-\d+|1|\{code\})(?!\p{L}))*)( [\p{L}\p{M}]+)?/gu
  const not = (word: string) => word.replaceAll(/[{}]/g, '')

  it.each(Object.keys(packs))('what is printed in %s is taken', async (lang) => {
    const pack = packs[lang]
    const all = JSON.stringify([
      pack?.linking,
      pack?.remembering,
      pack?.helping,
      pack?.standing,
      pack?.working,
      pack?.lines,
      pack?.texts,
    ]).replaceAll('{number}', '1')
    const commands = new Set(
      [...all.matchAll(typed)].map(([, name = '', args = '', name2 = '']) =>
        not(`/${name}${args}${/credit 1$/.test(args) ? ` Ana${name2 && ''}` : ''}`).replace(' code', ' K3TQ-8ZPB'),
      ),
    )
    await using talk = await startTwoPlatforms({ tune })
    const author = { name: 'Ana', isBot: false, lang }
    const refusals = [pack?.working?.unclear, pack?.helping?.hours, pack?.standing?.circleAsk].filter(
      (text) => text !== undefined,
    )
    for (const [nth, command] of [...commands].entries()) {
      const isOfGroup = command.startsWith('/helper')
      const ana = talk.fan('alpha', `Ana${nth}`, isOfGroup ? 'beans' : undefined)
      const said = await ana.says(command, { author: { ...author, accountId: ana.accountId } })
      const whole = said.join('\n')
      expect(
        refusals.filter((text) => whole.includes(text)),
        command,
      ).toEqual([])
      if (command !== '/helper') expect(whole === pack?.helping?.how, command).toBe(false)
      expect(said, command).not.toEqual([])
      expect(whole, command).not.toMatch(/^(?:❤|👍)$/u)
    }
    expect([...commands].length).toBeGreaterThan(10)
  })
})
