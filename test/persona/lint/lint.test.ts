import { describe, expect, test } from 'vitest'
import { unheardIn } from '../../../src/hearing/unheard-in.ts'
import { lintPersona } from '../../../src/persona/lint/lint.ts'
import { readPersona } from '../../../src/persona/load/load.ts'
import { formatProblem } from '../../../src/persona/load/problem.ts'
import { personaFolder, smallest } from '../load/folder.ts'

const now = Date.UTC(2026, 10, 22)

async function lint(files: Record<string, string>): Promise<string[]> {
  const folder = await personaFolder({ 'persona.yaml': smallest, ...files })
  const reading = await readPersona(folder)
  expect(reading.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return (await lintPersona(reading, now, unheardIn)).map((problem) =>
    formatProblem(problem).replaceAll(`${folder}/`, ''),
  )
}
const answer = (rest: string) => `answers:\n  - id: a\n    asks: [one, two, three]\n    ${rest}\n`

describe('answers', () => {
  test('a good one has nothing to say about', async () => {
    expect(await lint({ 'answers.yaml': answer('answer: Thirty days, any reason.') })).toEqual([])
  })

  test('a word that never leaves makes an answer that never leaves', async () => {
    const persona = `${smallest}voice: {neverSay: [valued friend]}\n`
    const [problem, ...rest] = await lint({
      'persona.yaml': persona,
      'answers.yaml': answer('answer: Hello, valued friend.'),
    })
    expect(problem).toBe('answers.yaml:4:13 answers[a].answer: says "valued friend", which voice.neverSay forbids')
    expect(rest).toEqual([
      'answers.yaml:4:13 answers[a].answer: would not be sent at all: nothing of it passes the voice check',
    ])
  })

  test('one that is longer than the persona speaks in groups is told, at the variant', async () => {
    const persona = `${smallest}voice: {length: {direct: 200, group: 40}}\n`
    const text = 'This is a sentence about beans. And here is another about cups.'
    expect(await lint({ 'persona.yaml': persona, 'answers.yaml': answer(`answer: [Short., ${text}]`) })).toEqual([
      'answers.yaml:4:22 answers[a].answer[2]: note: in groups is too long: 63 of 40 characters',
    ])
  })

  test('phrasings that lead to two answers name both places', async () => {
    const yaml =
      'answers:\n  - {id: a, asks: [Where is it, b, c], answer: x}\n  - {id: d, asks: [where is it?, e, f], answer: y}\n'
    expect(await lint({ 'answers.yaml': yaml })).toEqual([
      'answers.yaml:3:20 answers[d].asks[1]: warning: "where is it?" also leads to another answer, at answers.yaml:2:20: keep it in one of them',
    ])
  })

  test('few phrasings, dates past and near, and placeholders are told', async () => {
    const yaml = [
      'answers:',
      '  - {id: a, asks: [x], answer: y}',
      '  - {id: b, asks: [p, q, r], answer: y, expires: 2026-11-21}',
      '  - {id: c, asks: [s, t, u], answer: y, expires: 2026-12-01}',
      '  - {id: d, asks: [v, w, z], answer: "Hi {fan}, y"}',
    ].join('\n')
    const problems = await lint({ 'answers.yaml': yaml })
    expect(problems.map((line) => line.replace(/ (?:warning: )?.*?: (?:warning: )?/, ' '))).toEqual([
      'answers.yaml:2:13 has one phrasing: with fewer than 3 it is often not recognised; five or more are good',
      'answers.yaml:3:50 expired on 2026-11-21 and is no longer used',
      'answers.yaml:4:50 expires in 9 days (2026-12-01)',
      expect.stringContaining('answers.yaml:5:38'),
      expect.stringContaining('answers.yaml:5:38'),
    ])
    expect(problems).toContain(
      'answers.yaml:5:38 answers[d].answer: an answer is sent as it stands: {fan} would be seen',
    )
  })

  test('a language that an answer lacks is told', async () => {
    const persona = `${smallest}voice: {languages: [en, fr]}\n`
    expect(await lint({ 'persona.yaml': persona, 'answers.yaml': answer('answer: {en: Hello.}') })).toEqual([
      'answers.yaml:4:5 answers[a].answer: warning: has no text in fr: those fans get it in en',
    ])
  })
})

describe('lines', () => {
  test('an unknown placeholder is told with the nearest', async () => {
    const problems = await lint({ 'persona.yaml': `${smallest}lines: {thanks: "Sure, {fam}."}\n` })
    expect(problems[0]).toBe(
      'persona.yaml:3:17 lines.thanks: {fam} is not a placeholder and would be seen as it stands (did you mean fan?)',
    )
  })

  test('a line that a language lacks is told', async () => {
    const yaml = `${smallest}voice: {languages: [en, zh]}\nlines: {thanks: Sure.}\n`
    expect(await lint({ 'persona.yaml': yaml })).toEqual([
      'persona.yaml:4:9 lines.thanks: warning: has no text in zh: the built-in line, or another language, will be heard there',
    ])
  })

  test('a line that breaks the voice is told, whether of an occasion, a handoff reason or a boundary', async () => {
    const yaml = `${smallest}voice: {emoji: none}\nlines: {thanks: Sure 🎉, handoff: {legal: Wait 🎉}}\nboundaries: [{id: b, about: x, say: No 🎉}]\n`
    expect(await lint({ 'persona.yaml': yaml })).toEqual([
      'persona.yaml:4:17 lines.thanks: warning: has more or other emoji than voice.emoji allows: 🎉',
      'persona.yaml:4:43 lines.handoff.legal: warning: has more or other emoji than voice.emoji allows: 🎉',
      'persona.yaml:5:37 boundaries[b].say: warning: has more or other emoji than voice.emoji allows: 🎉',
    ])
  })

  test('a disclosure that does not say it is a bot is an error', async () => {
    const yaml = `${smallest}disclosure: {bot: ["I am a bot.", "I am Pip and I love coffee."]}\n`
    expect(await lint({ 'persona.yaml': yaml })).toEqual([
      'persona.yaml:3:35 disclosure.bot[2]: does not say that it is a bot: asked whether it is one, it must say so plainly',
    ])
  })

  test('an introduction that does not say it is a bot, leaves no room or lacks a language is told with its place', async () => {
    const long =
      'I am Pip, the bot with which this house has talked to everybody who came in by the door since it opened'
    const yaml = `${smallest}voice: {languages: [en, de]}\nlines: {introduction: {en: ["Pip here.", "${long}", "Pip, a bot."]}}\n`
    expect(await lint({ 'persona.yaml': yaml })).toEqual([
      'persona.yaml:4:9 lines.introduction: warning: has no text in de: the built-in line, or another language, will be heard there',
      'persona.yaml:4:29 lines.introduction.en[1]: does not say that it is a bot: before its first answer to a fan it must say so plainly',
      'persona.yaml:4:42 lines.introduction.en[2]: warning: is too long: 103 characters, and before an answer in a group there is room for 86 (a third of voice.length)',
    ])
  })

  test('a profile that does not say it is a bot is told, in each language', async () => {
    const yaml = `${smallest}voice: {languages: [en, de]}\nimage: {bio: {en: "The voice of the shop.", de: "Der Bot des Ladens."}}\n`
    expect(await lint({ 'persona.yaml': yaml })).toEqual([
      'persona.yaml:4:19 image.bio.en: warning: does not say that it is a bot: in a group who reads the profile should know',
    ])
  })

  test('a disclosure is understood in the language it is written in', async () => {
    const bots = [
      'Je suis un robot',
      'Ich bin eine Maschine',
      '我是机器人',
      'ボットです',
      'Я бот',
      'मैं एक बॉट हूँ',
      'أنا بوت',
    ]
    const yaml = `${smallest}disclosure: {bot: [${bots.join(', ')}]}\n`
    expect(await lint({ 'persona.yaml': yaml })).toEqual([])
  })
})

describe('what a persona points at', () => {
  test('pictures must be there, under the folder or its assets', async () => {
    const yaml = `${smallest}image: {avatar: pip.png, moods: {happy: [assets/yay.webp, ../out.png, no.png]}}\n`
    expect(await lint({ 'persona.yaml': yaml, 'assets/pip.png': 'x', 'assets/yay.webp': 'x' })).toEqual([
      'persona.yaml:3:59 image.moods.happy[2]: there is no file "../out.png" under assets/',
      'persona.yaml:3:71 image.moods.happy[3]: there is no file "no.png" under assets/',
    ])
  })

  test('links are https', async () => {
    const yaml =
      'name: Pip\nbrand: {name: B, url: "http://b.example", products: [{id: p, name: P, url: "javascript:alert(1)"}]}\n'
    expect(await lint({ 'persona.yaml': yaml })).toEqual([
      'persona.yaml:2:23 brand.url: warning: "http://b.example" is not https',
      'persona.yaml:2:76 brand.products[p].url: "javascript:alert(1)" is not a link that fans can open: it should begin with https://',
    ])
  })

  test('a nickname that people say all day is told', async () => {
    expect(await lint({ 'persona.yaml': `${smallest}nicknames: [Pipkin, Coffee, 豆]\n` })).toEqual([
      'persona.yaml:3:21 nicknames[2]: warning: "Coffee" is an everyday word: the persona would answer whenever somebody says it',
      'persona.yaml:3:29 nicknames[3]: warning: "豆" is an everyday word: the persona would answer whenever somebody says it',
    ])
  })

  test('a scene expects answers and reasons that exist', async () => {
    const scenes = 'scenes:\n  - id: s\n    turns:\n      - says: hi\n        expect: {answer: b, reason: greetings}\n'
    expect(await lint({ 'answers.yaml': answer('answer: Hi.'), 'scenes.yaml': scenes })).toEqual([
      'scenes.yaml:5:26 scenes[s].turns[1].expect.answer: "b" is not an answer in answers.yaml',
      'scenes.yaml:5:37 scenes[s].turns[1].expect.reason: "greetings" is not a reason code (did you mean greeting?)',
    ])
  })
})

test('a scene names teams, moods, places, platforms and languages that exist', async () => {
  const folder = await personaFolder({
    'persona.yaml': `${smallest}handoff: {teams: {care: {name: the desk}}}\nplaces: [{id: night, surface: group, voice: {humour: dry}}]\n`,
    'scenes.yaml': `scenes:
  - id: s
    platform: telegran
    place: nigth
    across: {platforms: [discord, slack], languages: [en, zz]}
    turns:
      - says: {en: hi, zz: ho}
        expect: {team: cate, lang: fr, mood: happy}
  - id: fine
    platform: telegram
    place: night
    across: {languages: [de]}
    turns:
      - says: {en: hi, de: hallo}
        expect: {team: care, lang: en}
`,
  })
  const problems = await lintPersona(await readPersona(folder), now, unheardIn, ['telegram', 'discord'])
  expect(
    problems
      .filter(({ severity }) => severity === 'error')
      .map(({ line, col, path, message }) => `${line}:${col} ${path.replace(/^scenes\[s\]\./, '')} ${message}`),
  ).toEqual([
    '3:15 platform "telegran" is not a platform (did you mean telegram?)',
    '4:12 place "nigth" is not a place in places (did you mean night?)',
    '5:35 across.platforms[2] "slack" is not a platform',
    '5:59 across.languages[2] "zz" is not a language that is heard (did you mean zh?)',
    '7:24 turns[1].says.zz "zz" is not a language that is heard (did you mean zh?)',
    '8:24 turns[1].expect.team "cate" is not a team in handoff.teams (did you mean care?)',
    '8:36 turns[1].expect.lang "fr" is none of voice.languages: nothing is said in it',
    '8:46 turns[1].expect.mood "happy" is not a mood of image.moods',
  ])
})

describe('languages', () => {
  test('one that is not understood is told at its place, with what goes unnoticed', async () => {
    const warnings = await lint({ 'persona.yaml': `${smallest}voice: {languages: [en, th, zh-TW, is]}\n` })
    expect(warnings.filter((warning) => warning.includes('voice.languages'))).toEqual([
      'persona.yaml:3:36 voice.languages[4]: warning: is: danger to life, anger, and asking for a person are not understood in this language; what fans write in it goes unnoticed unless one of the staff reads along',
    ])
  })
})
