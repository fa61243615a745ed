import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadPersona } from '../../../src/persona/load/load.ts'
import { personaFolder, problemsOf, smallest } from './folder.ts'

describe('YAML that is not well formed', () => {
  const cases: Record<string, [yaml: string, expected: string]> = {
    'a tab is told at its line': [
      'name: Pip\nbrand:\n\tname: B\n',
      'persona.yaml:3:1 a tab stands where spaces should: indent with spaces only',
    ],
    'a key that stands twice is told at the second': [
      `${smallest}name: Pop\n`,
      'persona.yaml:3:1 this key stands here a second time: keep one of them',
    ],
    'a colon inside a text asks for quotes': [
      'name: Pip: the cup\nbrand: {name: B}\n',
      'persona.yaml:1:7 a second ": " in one line, or a list at the wrong depth: put the text in quotes, or line the list up',
    ],
    'an unclosed quote is told where it opens': [
      'name: "Pip\nbrand: {name: B}\n',
      'persona.yaml:1:7 the quote that opens here is never closed: add the closing "',
    ],
    'an @ at the beginning asks for quotes': [
      'name: @pip\nbrand: {name: B}\n',
      'persona.yaml:1:7 a text that begins with @ needs quotes',
    ],
    'an & at the beginning asks for quotes, since the word behind it would be lost': [
      'name: Pip\nbrand: {name: &Beans of the Quay}\n',
      'persona.yaml:2:15 &Beans is the name of an anchor to which nothing refers, and would not be said: a text that begins with & needs quotes',
    ],
    'a # inside a text asks for quotes, since the rest of the line would be lost': [
      'name: Pip\nbrand: {name: B}\npositioning: pier #4 by the lake\n',
      'persona.yaml:3:19 warning: #4 begins a comment, and the rest of the line is not said: put the text in quotes, or a space behind the #',
    ],
    'a star at the beginning asks for quotes': [
      'name: *pip\nbrand: {name: B}\n',
      'persona.yaml:1:7 *pip refers to nothing: a text that begins with * needs quotes',
    ],
    'a line at the wrong depth is told': [
      'brand:\n  name: B\n url: https://b.example\nname: Pip\n',
      'persona.yaml:3:1 this line is indented differently from its neighbours: line it up',
    ],
    'a second document is told': [
      `${smallest}---\nname: Pop\n`,
      'persona.yaml:3:1 a line of --- begins a second document: one file holds one',
    ],
    'an empty file is told': ['', 'persona.yaml:1:1 is empty'],
    'a file of comments only is told': ['# later\n', 'persona.yaml:1:1 is empty'],
    'a list in the place of the persona is told': [
      '- name: Pip\n',
      'persona.yaml:1:1 is a list, but should be a section with keys of its own',
    ],
  }
  for (const [name, [yaml, expected]] of Object.entries(cases))
    test(name, async () => {
      expect(await problemsOf({ 'persona.yaml': yaml })).toEqual([expected])
    })

  test('several syntax errors are all told', async () => {
    const problems = await problemsOf({ 'persona.yaml': 'name: @a\nbrand:\n  name: `b`\nlore:\n  - %c\n' })
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'persona.yaml:1:7',
      'persona.yaml:3:9',
      'persona.yaml:5:5',
    ])
  })

  test('a text that begins with ! loads, with a warning that it lost its meaning', async () => {
    expect(await problemsOf({ 'persona.yaml': 'name: !important Pip\nbrand: {name: B}\n' })).toEqual([
      'persona.yaml:1:7 warning: a text that begins with !important needs quotes: the ! makes it a YAML tag',
    ])
  })
})

describe('files that cannot be taken as they are', () => {
  test('a byte order mark and Windows line ends do no harm', async () => {
    const folder = await personaFolder({ 'persona.yaml': '\uFEFFname: Pip\r\nbrand:\r\n  name: B\r\n' })
    await expect(loadPersona(folder)).resolves.toMatchObject({ name: 'Pip', brand: { name: 'B' } })
    expect(await problemsOf({ 'persona.yaml': '\uFEFFname: 5\r\nbrand: {name: B}\r\n' })).toEqual([
      'persona.yaml:1:7 name: is a number (5), but should be a text: put it in quotes',
    ])
  })

  test('bytes that are not UTF-8 are told with their line', async () => {
    const latin1 = Buffer.from('name: Pip\nbrand: {name: Caf\xe9}\n', 'latin1')
    expect(await problemsOf({ 'persona.yaml': latin1 })).toEqual([
      'persona.yaml: is not UTF-8 (first wrong byte in line 2): save it as UTF-8',
    ])
    expect(await problemsOf({ 'persona.yaml': Buffer.from('\uFEFFname: Pip', 'utf16le') })).toEqual([
      'persona.yaml: is written in UTF-16: save it as UTF-8',
    ])
  })

  test('a file of more than four megabytes is refused without being read', async () => {
    const [problem] = await problemsOf({ 'persona.yaml': smallest, 'answers.yaml': `#${'x'.repeat(4_200_000)}` })
    expect(problem).toBe('answers.yaml: is 4.0 MB; more than 4 MB is refused')
  })

  test('a folder in the place of a file is told', async () => {
    expect(await problemsOf({ 'persona.yaml': smallest, 'answers.yaml/x': '' })).toEqual([
      'answers.yaml: is a folder, but should be a file',
    ])
  })

  test.skipIf(process.getuid?.() === 0)('a file without the right to read it is told', async () => {
    const folder = await personaFolder({ 'persona.yaml': smallest })
    await chmod(join(folder, 'persona.yaml'), 0)
    await expect(loadPersona(folder)).rejects.toThrow('may not be read')
  })

  test('aliases that multiply are refused', async () => {
    const levels = Array.from({ length: 12 }, (_, i) => `  l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}*l${i}]`)
    const bomb = `${smallest}extensions:\n  l0: &l0 [x, x, x]\n${levels.join('\n')}\n`
    expect(await problemsOf({ 'persona.yaml': bomb })).toEqual([
      'persona.yaml:1:1 repeats itself by aliases (*name) far too often; write it out',
    ])
  })

  test('a few aliases are welcome', async () => {
    const yaml = `${smallest}lines: {thanks: &short [Any time.], praise: *short}\n`
    expect((await loadPersona(await personaFolder({ 'persona.yaml': yaml }))).lines.praise).toEqual({
      en: ['Any time.'],
    })
  })

  test('brackets nested beyond reason are refused', async () => {
    const problems = await problemsOf({ 'persona.yaml': `${smallest}extensions: {a: ${'['.repeat(60_000)}` })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/nested too deeply|never closed/)
  })
})
