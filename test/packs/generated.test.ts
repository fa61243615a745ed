/** The modules of the language packs are what their YAML files say, and a mistake in those is told with its place. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askedSigns } from '../../bin/packs/asked-signs.ts'
import { packModules } from '../../bin/packs/pack-modules.ts'
import { packsFolder, readPacks } from '../../bin/packs/read-packs.ts'
import { signNames } from '../../src/hearing/packs/packs.ts'

describe('the generated modules', () => {
  it('are what `npm run packs` makes of the YAML files', async () => {
    for (const [file, text] of packModules(await readPacks()))
      expect(readFileSync(path.join(packsFolder, file), 'utf8') === text, `${file} is stale: npm run packs`).toBe(true)
  })
})

it('every sign that the program asks for is known in a language at least, and no other', () => {
  expect(askedSigns()).toEqual([...signNames])
})

describe('a mistake in a pack', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'packs-'))
    mkdirSync(path.join(folder, 'en'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const fails = async (yaml: string, file = 'threat.yaml') => {
    writeFileSync(path.join(folder, 'en', file), yaml)
    return readPacks(folder).then(
      () => '',
      (error: Error) => error.message.replaceAll(path.relative(process.cwd(), folder), '…'),
    )
  }

  it('is told at the key that no sign has', async () => {
    expect(await fails('says:\n  - watch your back\nsay:\n  - you\n')).toMatch(/^…\/en\/threat\.yaml:\d:1.*say/)
  })

  it('is told at the phrase that names a part which does not stand above it', async () => {
    expect(await fails('parts:\n  one: (a|b)\nsays:\n  - say <one>\n  - to <two>\n')).toBe(
      '…/en/threat.yaml:5:5 says[2]: <two> is no part that stands above: add it to parts, or mend the name',
    )
  })

  it('is told at the part that nothing uses', async () => {
    expect(await fails('parts:\n  one: (a|b)\nsays:\n  - you\n')).toBe(
      '…/en/threat.yaml:2:8 parts.one: is used by no phrase: take it out',
    )
  })

  it('is told at the phrase that repeats without bound', async () => {
    for (const phrase of ['very+ bad', 'very.* bad', 'very{2,} bad'])
      expect(await fails(`says:\n  - good\n  - ${phrase}\n`)).toBe(
        '…/en/threat.yaml:3:5 says[2]: repeats without bound: write how often, as in {0,4}',
      )
  })

  it('is told at the phrase whose brackets do not close', async () => {
    expect(await fails('says:\n  - (one|two\n')).toMatch(/^…\/en\/threat\.yaml:2:5 says\[1\]: cannot be read/)
  })

  it('is told at the list that its file does not have', async () => {
    expect(await fails('frames:\n  refunds:\n    - we pay\n', 'commitments.yaml')).toBe(
      '…/en/commitments.yaml:3:5 frames.refunds: is no list of this section',
    )
    expect(await fails('frame:\n  refund:\n    - we pay\n', 'commitments.yaml')).toBe(
      '…/en/commitments.yaml:2:3 frame: is no section of this file',
    )
  })

  it('is told at the phrase of a list', async () => {
    expect(await fails('frames:\n  refund:\n    says:\n      - we <pay>\n', 'commitments.yaml')).toBe(
      '…/en/commitments.yaml:4:9 frames.refund.says[1]: <pay> is no part that stands above: add it to parts, or mend the name',
    )
  })

  it('is told at the line where the YAML itself breaks', async () => {
    expect(await fails('says:\n  - "one\n')).toMatch(/^…\/en\/threat\.yaml:2:5 .*never closed/)
  })

  it('is told at the file that nobody would read, in whatever language, with the name that was meant', async () => {
    expect(await fails('says:\n  - gorv\n', 'selfharm.yaml')).toBe(
      "…/en/selfharm.yaml: nothing in src asks for a sign called selfharm (did you mean self-harm?); for a new one write signOf('selfharm') where it decides",
    )
    expect(await fails('says:\n  - gorv\n', 'smalltalk.yaml')).toContain('(did you mean small-talk?)')
  })

  it('is told at the folder that is named by no language, or not by its usual code', async () => {
    for (const name of ['Klingon', 'pt-BR', 'eng', 'iw']) mkdirSync(path.join(folder, name))
    const told = await fails('says:\n  - watch your back\n')
    expect(told).toContain('…/Klingon: is no code of a language: two or three small letters, as in ISO 639')
    expect(told).toContain('…/pt-BR: is no code of a language')
    expect(told).toContain('…/eng: is not the usual code of that language: name the folder en')
    expect(told).toContain('…/iw: is not the usual code of that language: name the folder he')
  })

  it('is none in a sign that begins in another language than English', async () => {
    mkdirSync(path.join(folder, 'fi'))
    writeFileSync(path.join(folder, 'fi', 'press.yaml'), 'says:\n  - lehdistö\n')
    expect(await fails('says:\n  - watch your back\n')).toBe('')
  })
})
