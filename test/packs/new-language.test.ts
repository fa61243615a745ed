/** A new language is one folder: a made-up one is built in a copy of the program, and the command line hears and speaks it. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { occasions } from '../../src/persona/schema/lines.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Of the codes that are set aside for private use. */
const lang = 'qaa'
const files = {
  'self-harm': { says: ['zumi (bren|brenu) falat'] },
  'small-talk': { thanks: ['gralu'], greeting: ['zorbit', 'zorbit plen'], filler: ['vey'] },
  words: { stop: 'ka lo vey mib', agrees: ['yup-zo'], declines: ['nup-zo'] },
  subjects: { refund: 'drekal' },
  texts: { labels: { yes: 'Yupzo', no: 'Nupzo', person: 'Kelu', private: 'Shum' } },
  lines: {
    ...Object.fromEntries(occasions.map((occasion) => [occasion, [`Qaa ${occasion}.`]])),
    handoff: { default: ['Qaa kelu {team}.'] },
    bot: ['Qaa bot {persona}.'],
    person: 'Qaa {staff}.',
  },
}

describe('a folder of a new language', () => {
  let program: string
  beforeAll(() => {
    program = mkdtempSync(path.join(tmpdir(), 'new-language-'))
    for (const part of ['src', 'bin', 'adapters', 'package.json'])
      cpSync(path.join(root, part), path.join(program, part), { recursive: true })
    symlinkSync(path.join(root, 'node_modules'), path.join(program, 'node_modules'))
    const folder = path.join(program, 'src/hearing/packs', lang)
    mkdirSync(folder)
    for (const [name, data] of Object.entries(files)) writeFileSync(path.join(folder, `${name}.yaml`), stringify(data))
    mkdirSync(path.join(program, 'persona'))
    writeFileSync(
      path.join(program, 'persona', 'persona.yaml'),
      `name: Pip\nbrand: {name: Tidewater}\nvoice: {languages: [${lang}]}\n`,
    )
    writeFileSync(
      path.join(program, 'persona', 'answers.yaml'),
      'answers:\n  - {id: back, asks: [vey drekal ka], answer: Drekal ka lo mib.}\n',
    )
    execFileSync(process.execPath, ['bin/build-packs.ts'], { cwd: program })
  })
  afterAll(() => rmSync(program, { recursive: true }))

  const ask = (messages: readonly string[]) =>
    execFileSync(process.execPath, ['bin/mascot.js', 'ask', '--json', '--persona', 'persona'], {
      cwd: program,
      input: messages.join('\n'),
      env: { PATH: process.env['PATH'] ?? '' },
      encoding: 'utf8',
    })
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))

  it('is heard and spoken: its small talk, its danger, its lines', () => {
    const [greeted, thanked, harmed] = ask(['Zorbit plen vey!', 'gralu', 'vey, zumi brenu falat'])
    expect(greeted).toMatchObject({ decision: 'reply', text: 'Qaa greeting.' })
    expect(thanked).toMatchObject({ decision: 'reply', text: 'Qaa thanks.' })
    expect(harmed).toMatchObject({ decision: 'handoff', handoff: { reason: 'self-harm' } })
    expect(harmed).toMatchObject({ text: expect.stringContaining('Qaa crisis.') })
  })

  it('is told of a file whose name is no sign, and of a folder whose name is no language', () => {
    const folder = path.join(program, 'src/hearing/packs', lang)
    writeFileSync(path.join(folder, 'selfharm.yaml'), 'says: [gorv]\n')
    cpSync(folder, path.join(program, 'src/hearing/packs/Qaa-new'), { recursive: true })
    const { status, stderr } = spawnSync(process.execPath, ['bin/build-packs.ts'], { cwd: program, encoding: 'utf8' })
    rmSync(path.join(program, 'src/hearing/packs/Qaa-new'), { recursive: true })
    rmSync(path.join(folder, 'selfharm.yaml'))
    expect(status).toBe(1)
    expect(stderr).toContain(
      'qaa/selfharm.yaml: nothing in src asks for a sign called selfharm (did you mean self-harm?)',
    )
    expect(stderr).toContain('Qaa-new: is no code of a language: two or three small letters')
  })

  it('goes as it came: renamed or gone, everything is built and heard as before', () => {
    const built = () => execFileSync(process.execPath, ['bin/build-packs.ts'], { cwd: program, encoding: 'utf8' })
    const folders = path.join(program, 'src/hearing/packs')
    renameSync(path.join(folders, lang), path.join(folders, 'qab'))
    expect(built()).toMatch(/^\d+ languages, 2 files written\n$/)
    rmSync(path.join(folders, 'qab'), { recursive: true })
    expect(built()).toMatch(/^\d+ languages, 2 files written\n$/)
    expect(ask(['i want to kill myself'])[0]).toMatchObject({ handoff: { reason: 'self-harm' } })
  })
})
