/** What a language brings besides signs: every phrase is its own example, and a mistake is told with its place. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPacks } from '../../bin/packs/read-packs.ts'
import { languagesInOrder } from '../../src/hearing/in-order.ts'
import { packs } from '../../src/hearing/packs/packs.ts'
import { recogniseSmallTalk } from '../../src/hearing/small-talk.ts'
import { yesOrNo } from '../../src/hearing/small-words.ts'
import { subjectsOf } from '../../src/hearing/subjects/subjects.ts'
import { withoutCourtesies } from '../../src/knowledge/courtesies.ts'
import { segment } from '../../src/words/terms/segment.ts'

describe.each(Object.entries(packs))('in %s', (lang, { 'small-talk': smallTalk = {}, words = {}, subjects = {} }) => {
  const { filler: _, ...occasions } = smallTalk

  it('every phrase of small talk is small talk as a whole message', () => {
    for (const phrase of Object.values(occasions).flat())
      expect(recogniseSmallTalk(phrase, { languages: [lang], names: [] }), phrase).toBeDefined()
  })

  it('every yes is a yes, and every no a no', () => {
    for (const text of words.agrees ?? []) expect(yesOrNo(text, lang), text).toBe('yes')
    for (const text of words.declines ?? []) expect(yesOrNo(text, lang), text).toBe('no')
  })

  it('every courtesy leaves nothing behind', () => {
    for (const text of words.courtesies?.around ?? []) expect(withoutCourtesies(text), text).toBe('')
  })

  it('every word of a subject finds it', () => {
    for (const [subject, list] of Object.entries(subjects)) {
      for (const word of list.split(/\s+/))
        expect(subjectsOf(segment(word.replaceAll('_', ' ')), lang), `${subject}: ${word}`).toContain(subject)
    }
  })
})

describe('the order of the languages', () => {
  it('has each of them once', () => {
    expect([...languagesInOrder].sort()).toEqual(Object.keys(packs).sort())
  })
})

describe('a mistake in the data of a language', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'packs-'))
    mkdirSync(path.join(folder, 'en'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const fails = async (file: string, yaml: string) => {
    writeFileSync(path.join(folder, 'en', file), yaml)
    return readPacks(folder).then(
      () => '',
      (error: Error) => error.message.replaceAll(path.relative(process.cwd(), folder), '…'),
    )
  }

  it('is told at the occasion that small talk does not have', async () => {
    expect(await fails('small-talk.yaml', 'thanks:\n  - ta\ngreetings:\n  - hi\n')).toBe(
      '…/en/small-talk.yaml:3:1 greetings: is not a key here (did you mean greeting?)',
    )
  })

  it('is told for each line that a language with lines lacks', async () => {
    expect(await fails('lines.yaml', 'greeting:\n  - Hi.\n')).toMatch(
      /^…\/en\/lines\.yaml:1:1 crisis: is missing: it should be a list$/m,
    )
  })

  it('is told at the courtesy that repeats without bound', async () => {
    expect(await fails('words.yaml', 'courtesies:\n  after:\n    - ha+\n')).toBe(
      '…/en/words.yaml:3:7 courtesies.after[1]: repeats without bound: write how often, as in {0,4}',
    )
  })

  it('is told at the subject that is not named in English', async () => {
    expect(await fails('subjects.yaml', 'refund: back\nÉtage: floor\n')).toBe(
      '…/en/subjects.yaml:2:1 Étage: "Étage" is no subject: name it in English, in small letters',
    )
  })
})
