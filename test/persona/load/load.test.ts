import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MascotError } from '../../../src/errors.ts'
import { loadPersona, loadScenes, readPersona } from '../../../src/persona/load/load.ts'
import { formatProblem } from '../../../src/persona/load/problem.ts'
import { personaFolder, problemsOf, smallest } from './folder.ts'

const home = `${smallest}voice: {languages: [en, zh]}\n`

describe('loadPersona', () => {
  test('a name and a brand name are enough', async () => {
    const persona = await loadPersona(await personaFolder({ 'persona.yaml': smallest }))
    expect(persona).toMatchObject({ name: 'Pip', languages: ['en'], answers: [], brand: { id: 'tidewater' } })
  })

  test('a persona that does not say what it speaks speaks what its answers are written in, the most common first', async () => {
    const languagesWith = async (...answers: readonly string[]) => {
      const list = answers.map((answer, at) => `  - {id: a${at}, asks: [x], answer: ${answer}}\n`).join('')
      const persona = await loadPersona(
        await personaFolder({ 'persona.yaml': smallest, 'answers.yaml': `answers:\n${list}` }),
      )
      return persona.languages
    }
    expect(await languagesWith('{zh: 三十天}', '{zh: 可以}')).toEqual(['zh'])
    expect(await languagesWith('{de: Ja, fr: Oui}', '{de: Nein}')).toEqual(['de', 'fr'])
    expect(await languagesWith('{zh: 可以, en: Yes}')).toEqual(['en', 'zh'])
    expect(await languagesWith('ได้ค่ะ')).toEqual(['th'])
    expect(await languagesWith('Thirty days.')).toEqual(['en'])
  })

  test('every mistake of both files is told at once, each with its line and column', async () => {
    const folder = await personaFolder({
      'persona.yaml': 'name: 5\nhumour: dry\nbrand:\n  name: B\n  url: nope\n',
      'answers.yaml': 'answers:\n  - id: a\n    asks: hello\n    answer: Hi\n    ansewr: x\n',
    })
    const error = await loadPersona(folder).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(MascotError)
    expect(error).toMatchObject({ code: 'persona-invalid' })
    expect(String(error).replace('MascotError: ', '').split('\n')).toEqual([
      `${folder}/persona.yaml:1:7 name: is a number (5), but should be a text: put it in quotes`,
      `${folder}/persona.yaml:2:1 humour: is not a key here: it belongs under voice`,
      `${folder}/persona.yaml:5:8 brand.url: "nope" is not a web address such as https://example.com`,
      `${folder}/answers.yaml:3:11 answers[a].asks: is a text ("hello"), but should be a list`,
      `${folder}/answers.yaml:5:5 answers[a].ansewr: is not a key here (did you mean answer?)`,
    ])
  })

  test('the path is shown as the operator gave the folder, with or without a slash at its end', async () => {
    const folder = await personaFolder({ 'persona.yaml': 'name: x\n' })
    await expect(loadPersona(`${folder}/`)).rejects.toThrow(`${folder}/persona.yaml:1:1 brand: is missing`)
  })

  test('a folder that does not exist is named, with the one that was probably meant', async () => {
    const folder = await personaFolder({ 'coffee/persona.yaml': smallest })
    await expect(loadPersona(`${folder}/cofee`)).rejects.toThrow(
      'there is no such folder (did you mean coffee?). Name the persona’s folder with --persona or MASCOT_PERSONA',
    )
  })

  test('a file in the folder’s place, a folder without persona.yaml and a persona.yml are told apart', async () => {
    const folder = await personaFolder({ 'persona.yaml': smallest, 'empty/x': '', 'short/persona.yml': smallest })
    await expect(loadPersona(`${folder}/persona.yaml`)).rejects.toThrow('is a file')
    await expect(loadPersona(`${folder}/empty`)).rejects.toThrow('there is no persona.yaml in this folder')
    await expect(loadPersona(`${folder}/short`)).rejects.toThrow('rename persona.yml to persona.yaml')
  })

  test('a broken scenes.yaml does not keep the persona from loading', async () => {
    const folder = await personaFolder({ 'persona.yaml': smallest, 'scenes.yaml': 'scenes: 5\n' })
    await expect(loadPersona(folder)).resolves.toMatchObject({ name: 'Pip' })
    await expect(loadScenes(folder)).rejects.toThrow('scenes.yaml:1:9 scenes: is a number (5), but should be a list')
  })

  test('without scenes.yaml there are no scenes, and a scene has its defaults', async () => {
    expect(await loadScenes(await personaFolder({ 'persona.yaml': smallest }))).toEqual([])
    const scenes = 'scenes:\n  - id: hi\n    turns: [{says: hello}]\n'
    expect(await loadScenes(await personaFolder({ 'persona.yaml': smallest, 'scenes.yaml': scenes }))).toEqual([
      { id: 'hi', surface: 'direct', turns: [{ fan: 'Ana', says: 'hello', expect: {} }] },
    ])
  })

  test('what stands under extensions is kept as it is', async () => {
    const yaml = `${smallest}extensions: {crm: {id: 7, tags: [a, b]}, 小: true}\n`
    const persona = await loadPersona(await personaFolder({ 'persona.yaml': yaml }))
    expect(persona.extensions).toEqual({ crm: { id: 7, tags: ['a', 'b'] }, 小: true })
  })

  test('the files of a reading can place a problem found later', async () => {
    const { files } = await readPersona(await personaFolder({ 'persona.yaml': 'name: Pip\nbrand:\n  name: B\n' }))
    expect(files.persona.problem(['brand', 'name'], 'x')).toMatchObject({ line: 3, col: 9, path: 'brand.name' })
    expect(files.persona.problem(['brand', 'url'], 'x')).toMatchObject({ line: 2, col: 1 })
  })
})

describe('mistakes in an operator’s words', () => {
  const cases: Record<string, [yaml: string, expected: string]> = {
    'a missing key is told at its section': [
      'brand: {name: B}\n',
      'persona.yaml:1:1 name: is missing: it should be a text',
    ],
    'a key without a value is told at the key': [
      `${smallest}lore:\n`,
      'persona.yaml:3:1 lore: is empty, but should be a list: fill it in or remove the key',
    ],
    'an empty text is told': ['name: " "\nbrand: {name: B}\n', 'persona.yaml:1:7 name: is empty'],
    'a slip in a key is told with the right key': [
      `${smallest}nicknmaes: [P]\n`,
      'persona.yaml:3:1 nicknmaes: is not a key here (did you mean nicknames?)',
    ],
    'a slip in a key that stands in the wrong section is told with key and section': [
      `${smallest}langauges: [en]\n`,
      'persona.yaml:3:1 langauges: is not a key here (did you mean languages, under voice?)',
    ],
    'a key of the operator’s own is sent to extensions': [
      `${smallest}zzzz: 1\n`,
      'persona.yaml:3:1 zzzz: is not a key here; keys of your own go under extensions',
    ],
    'a wrong choice is told with the choices and the nearest': [
      `${smallest}voice: {humour: plaful}\n`,
      'persona.yaml:3:17 voice.humour: is a text ("plaful"), but should be one of none, dry, light, playful (did you mean playful?)',
    ],
    'in a union the branch that was meant is explained': [
      `${smallest}voice: {emoji: {use: lots}}\n`,
      'persona.yaml:3:22 voice.emoji.use: is a text ("lots"), but should be one of none, rare, some, many',
    ],
    'one of some words, or a list, is told with both': [
      `${smallest}manners: {drafts: sometimes}\n`,
      'persona.yaml:3:19 manners.drafts: is a text ("sometimes"), but should be one of off, all; or it is a list',
    ],
    'a union of kinds lists them': [
      `${smallest}lines: {thanks: 5}\n`,
      'persona.yaml:3:17 lines.thanks: is a number (5), but should be a text, a list or texts by language ({en: …, zh: …}): put it in quotes',
    ],
    'a slip in a handoff reason is not taken for a language': [
      `${smallest}lines: {handoff: {complain: Sorry, default: Wait}}\n`,
      'persona.yaml:3:19 lines.handoff.complain: is not a key here (did you mean complaint?)',
    ],
    'a number out of range is told with the range': [
      `${smallest}voice: {bubbles: 9}\n`,
      'persona.yaml:3:18 voice.bubbles: is too big: at most 5',
    ],
    'a phrasing with a colon in it asks for quotes': [
      `${smallest}nicknames: [Pip, the cup: Pip]\n`,
      'persona.yaml:3:18 nicknames[2]: is a section with keys of its own, but should be a text: a text with ": " in it needs quotes',
    ],
    'a colour is told with an example': [
      `${smallest}image: {colour: red}\n`,
      'persona.yaml:3:17 image.colour: "red" is not a colour such as #c0563b',
    ],
    'a key that is no id is told': [
      `${smallest}commitments: {a b: {}}\n`,
      'persona.yaml:3:15 commitments.a b: "a b" is not an id (letters, digits, - and _)',
    ],
    'a time zone is told with the nearest': [
      `${smallest}manners: {timeZone: Europe/Pariss}\n`,
      'persona.yaml:3:21 manners.timeZone: "Europe/Pariss" is not a time zone such as Europe/Paris (did you mean Europe/Paris?)',
    ],
    'a day that no calendar has is told': [
      `${smallest}commitments: {refund: {expires: 2027-02-30}}\n`,
      'persona.yaml:3:33 commitments.refund.expires: "2027-02-30" is not a day of the calendar',
    ],
    'a route to an unknown team is told with the teams': [
      `${smallest}handoff: {teams: {care: {name: Care}}, route: {default: cares}}\n`,
      'persona.yaml:3:57 handoff.route.default: "cares" is not a team in handoff.teams of persona.yaml (it has care) (did you mean care?)',
    ],
    'a text without the home language is told': [
      `${home}positioning: {zh: 好}\n`,
      'persona.yaml:4:1 positioning: has no text in en, the persona’s home language: add en:',
    ],
    'a text in a language the persona does not speak is told': [
      `${home}positioning: {en: Good, fr: Bon}\n`,
      'persona.yaml:4:25 positioning.fr: fr is not a language of this persona (en, zh): add it to voice.languages or remove the text',
    ],
    'a language code in capitals is told': [
      `${home}positioning: {en: Good, ZH: 好}\n`,
      'persona.yaml:4:25 positioning.ZH: "ZH" is not a language code such as en, zh, zh-TW or fr (did you mean zh?)',
    ],
  }
  for (const [name, [yaml, expected]] of Object.entries(cases))
    test(name, async () => {
      expect(await problemsOf({ 'persona.yaml': yaml })).toEqual([expected])
    })

  test('a persona too broken to be read brings no complaints about answers that rely on it', async () => {
    const answers = 'answers:\n  - {id: a, asks: [x], answer: {zh: y}, owner: care}\n'
    expect(await problemsOf({ 'persona.yaml': 'name: "Pip\n', 'answers.yaml': answers })).toHaveLength(1)
  })

  test('whatever the files hold, the mistakes are told and nothing is thrown', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'name: ',
        'brand: {name: B}\n',
        'voice:\n  ',
        'lines: ',
        '- ',
        ': ',
        '"',
        '[',
        '}',
        '&a ',
        '*a',
        '!t ',
      ),
      fc.constantFrom('\n', '\t', '? ', '<<: ', '__proto__: ', '---\n', '|\n', '\u0000'),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    )
    const yaml = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
    await fc.assert(
      fc.asyncProperty(yaml, yaml, async (persona, answers) => {
        const folder = await personaFolder({ 'persona.yaml': persona, 'answers.yaml': answers })
        const reading = await readPersona(folder)
        const errors = reading.problems.filter(({ severity }) => severity === 'error')
        expect(errors.length === 0).toBe(reading.persona !== undefined)
        for (const problem of reading.problems) expect(formatProblem(problem)).not.toMatch(/[\n\0]/)
      }),
      { numRuns: 60 },
    )
  })

  test('an id used twice names both places', async () => {
    const answers = 'answers:\n  - {id: a, asks: [x], answer: y}\n  - {id: a, asks: [z], answer: y}\n'
    expect(await problemsOf({ 'persona.yaml': smallest, 'answers.yaml': answers })).toEqual([
      'answers.yaml:3:10 answers[a].id: "a" is used twice; first at answers.yaml:2:10',
    ])
  })

  test('an unknown topic is an error beside known ones, and a warning where none is declared', async () => {
    const answers = 'answers:\n  - {id: a, asks: [x], answer: y, topic: refnd}\n'
    const declared = `${smallest}commitments: {refund: {mode: strict}}\n`
    expect(await problemsOf({ 'persona.yaml': declared, 'answers.yaml': answers })).toEqual([
      'answers.yaml:2:42 answers[a].topic: "refnd" is not a topic in commitments of persona.yaml (it has refund) (did you mean refund?)',
    ])
    const [warning] = await problemsOf({ 'persona.yaml': smallest, 'answers.yaml': answers })
    expect(warning).toMatch(/answers\.yaml:2:42 answers\[a\]\.topic: warning: "refnd" is not a topic/)
  })

  test('a persona that never said what it speaks is not held to it', async () => {
    const answers = 'answers:\n  - {id: a, asks: [x], answer: {en: y, zh: 好}}\n'
    const folder = await personaFolder({ 'persona.yaml': smallest, 'answers.yaml': answers })
    const persona = await loadPersona(folder)
    expect(persona.answers[0]?.answer).toEqual({ en: ['y'], zh: ['好'] })
  })

  test('catchphrases and forms of address may be in some languages only', async () => {
    const yaml = `${smallest}voice: {languages: [en, fr], address: {fr: vous}, catchphrases: {fr: Voilà.}}\n`
    expect(await problemsOf({ 'persona.yaml': yaml })).toEqual([])
  })
})
