/** `mascot rehearse`: what a scene may expect, and where its outcome can be read. */
import { execFileSync } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { readPersona } from '../../src/persona/load/load.ts'
import { formatProblem } from '../../src/persona/load/problem.ts'
import { personaFolder, smallest } from '../persona/load/folder.ts'
import { startMockModel } from '../support/mock-model.ts'
import { runMascot } from '../support/run-mascot.ts'

const answers = `answers:
  - id: hours
    asks: [when do you open, opening hours, what time do you open, are you open today, how late are you open]
    answer: Open from eight to five.
  - id: refund
    asks: [can I get a refund, refund please, how do I get my money back, money back, refund policy]
    answer: You get a full refund within 30 days.
`
const teams = 'handoff: {teams: {care: {name: Care}}, route: {default: care}}\n'
const scene = (says: string, expects: string, more = '') =>
  `  - {id: s${says.length}, ${more}turns: [{says: ${JSON.stringify(says)}, expect: ${expects}}]}\n`

async function rehearsed(scenes: string, args: readonly string[] = [], persona = smallest + teams) {
  const folder = await personaFolder({
    'persona.yaml': persona,
    'answers.yaml': answers,
    'scenes.yaml': `scenes:\n${scenes}`,
  })
  return { folder, ...(await runMascot(['rehearse', '--persona', folder, ...args], { cwd: folder })) }
}

describe('a scene expects', () => {
  const open = 'when do you open'
  it.each([
    ['words by a pattern', open, '{matches: "from (eight|nine)"}', '{matches: "from (ten|nine)"}', /should match/],
    ['a length', open, '{atMost: 40}', '{atMost: 10}', /should be 10 characters at most, was 2\d/],
    ['no commitment', 'refund please', '{decision: reply}', '{commits: false}', /should commit to nothing: "/],
    ['a team', 'I want to talk to a person', '{team: care}', '{team: desk}', /team should be desk, was care/],
    ['a decision', open, '{decision: reply}', '{decision: silent}', /decision should be silent, was reply/],
  ])('%s', async (_, says, right, wrong, message) => {
    const { out, code } = await rehearsed(scene(says, right) + scene(`${says} `, wrong))
    expect(out).toMatch(message)
    expect(out).toContain('1 of 2 scenes as written')
    expect(code).toBe(1)
  })

  it('that it keeps to the voice', async () => {
    const calm = `${smallest}${teams}voice: {length: {direct: 20}}\n`
    const { out } = await rehearsed(scene(open, '{voice: true}'), [], calm)
    expect(out).toMatch(/should keep to the voice: too-long/)
    expect((await rehearsed(scene(open, '{voice: true}'))).code).toBe(0)
  })

  it('what holds on a platform, by rules of that place', async () => {
    const rule = 'handoff: {when: [{channels: [discord], words: [open], reason: rule}]}\n'
    const scenes = scene(open, '{decision: handoff}', 'platform: discord, ') + scene(`${open}?`, '{decision: reply}')
    const { code, out } = await rehearsed(scenes, [], smallest + rule)
    expect([code, out]).toEqual([0, expect.stringContaining('2 of 2')])
  })

  it('no pattern that could run for ever, nor one that cannot be read', async () => {
    const evil = `{matches: "(a+)+$"}`
    const { out } = await rehearsed(scene('a'.repeat(3000), evil))
    expect(out).toContain('should match')
    const files = { 'persona.yaml': smallest, 'scenes.yaml': `scenes:\n${scene('x', '{matches: "(?=a)"}')}` }
    const { problems } = await readPersona(await personaFolder(files))
    expect(problems.map(formatProblem)).toEqual([
      expect.stringMatching(/scenes\.yaml:2:\d+ .*is not a pattern that can be read/),
    ])
  })
})

describe('the outcome', () => {
  const one = scene('when do you open', '{answer: refund}') + scene('opening hours', '{answer: hours}')

  test('is one object with --json', async () => {
    const { out } = await rehearsed(one, ['--json'])
    expect(JSON.parse(out)).toMatchObject({
      ...{ asWritten: 1, failed: 1 },
      scenes: [
        {
          ...{ id: 's16', isAsWritten: false },
          turns: [
            {
              ...{ fan: 'Ana', heard: 'when do you open', said: 'Open from eight to five.' },
              ...{ decision: 'reply', failures: ['answer should be refund, was hours'] },
            },
          ],
        },
        { id: 's13', isAsWritten: true },
      ],
    })
  })

  test('is read by CI as JUnit, whatever was said', async () => {
    const { folder } = await rehearsed(one + scene('<b>&\u0007 "hi"', '{decision: silent}'), ['--junit', 'r.xml'])
    const xml = await readFile(join(folder, 'r.xml'), 'utf8')
    expect(xml).toContain('<testsuites tests="3" failures="2">')
    expect(xml).toMatch(/<testcase classname="Pip" name="s16"><failure message="answer should be refund, was hours">/)
    expect(xml).toContain('<testcase classname="Pip" name="s13"></testcase>')
    expect(xml).toContain('&lt;b&gt;&amp;')
    expect(xml).not.toContain('\u0007')
  })

  test('of those that failed is found again by --failed', async () => {
    const { folder } = await rehearsed(one)
    const again = await runMascot(['rehearse', '--failed', '--persona', folder], { cwd: folder })
    expect(again.out).toContain('0 of 1 scenes as written')
    await writeFile(join(folder, 'scenes.yaml'), `scenes:\n${one.replace('refund', 'hours')}`)
    expect((await runMascot(['rehearse', '--failed', '--persona', folder], { cwd: folder })).code).toBe(0)
    const none = await runMascot(['rehearse', '--failed', '--persona', folder], { cwd: folder })
    expect(none.out).toContain(
      'None of these scenes failed the last time: nothing was played. mascot rehearse plays all',
    )
    expect(none.out).not.toContain('0 of 0')
  })

  test('is that of the way of a scene that failed, too', async () => {
    const across = scene('opening hours', '{matches: Nowhere}', 'across: {pressure: [polite, angry]}, ')
    const { folder, out } = await rehearsed(across, ['--matrix'])
    const again = await runMascot(['rehearse', '--failed', '--persona', folder], { cwd: folder })
    for (const one of [out, again.out]) expect(one).toContain('0 of 3 scenes as written')
    expect(again.out).toContain('✗ s13-angry')
  })

  test('with --failed before any rehearsal, or where there are no scenes, says what to do and does not pass', async () => {
    const { folder } = await rehearsed('')
    const early = await runMascot(['rehearse', '--failed', '--persona', folder], { cwd: folder })
    expect(early.code).toBe(2)
    expect(early.err).toContain('nothing was rehearsed here yet: mascot rehearse plays all scenes')
    await rm(join(folder, 'scenes.yaml'))
    const none = await runMascot(['rehearse', '--persona', folder], { cwd: folder })
    expect(none.code).toBe(2)
    expect(none.err).toContain('There are no scenes: write the first into scenes.yaml')
  })
})

describe('a scene with a place', () => {
  test('plays there: in its channel, on its surface, at its hour', async () => {
    const places =
      'places:\n  - {id: night-group, in: ["telegram:-100:7"], surface: group, hours: ["22:00-05:00"], lines: {greeting: Psst.}}\n'
    const folder = await personaFolder({
      'persona.yaml': `${smallest}image: {moods: {greeting: [wave.png]}}\n${places}`,
      'scenes.yaml':
        'scenes:\n  - id: there\n    place: night-group\n    turns: [{says: hello Pip, expect: {says: Psst, mood: greeting}}]\n' +
        '  - id: elsewhere\n    at: "12:00"\n    turns: [{says: hello Pip, expect: {not: Psst}}]\n',
    })
    const { out } = await runMascot(['rehearse', '--persona', folder], { cwd: folder })
    expect(out).toContain('2 of 2 scenes as written')
  })
})

describe('against another', () => {
  const one = scene('when do you open', '{answer: hours}')

  test('folder, what sounds otherwise is told side by side, and nothing else', async () => {
    const scenes = one + scene('refund please', '{answer: refund}')
    const { folder } = await rehearsed(scenes)
    const other = await personaFolder({
      'persona.yaml': smallest + teams,
      'answers.yaml': answers.replace('Open from eight', 'Open from nine'),
    })
    await writeFile(
      join(folder, 'persona.yaml'),
      `${smallest}${teams}lines: {farewell: "Off to the harbour, {fan}."}\n`,
    )
    const args = ['rehearse', '--persona', folder, '--against', other, '--json']
    const { scenes: compared, unheard } = JSON.parse((await runMascot(args, { cwd: folder })).out)
    expect(unheard).toEqual([{ path: 'lines.farewell.en', text: 'Off to the harbour, {fan}.' }])
    expect(compared[0].turns[0]).toMatchObject({
      said: 'Open from eight to five.',
      before: { said: 'Open from nine to five.', decision: 'reply' },
    })
    expect(compared[1].turns[0]).not.toHaveProperty('before')
  })

  test('revision of git, the persona as it was then', async () => {
    const { folder } = await rehearsed(one)
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@a.example', ...args], { cwd: folder })
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'before')
    await writeFile(join(folder, 'answers.yaml'), answers.replace('Open from eight', 'From eight'))
    const { out } = await runMascot(['rehearse', '--persona', folder, '--against', 'HEAD'], { cwd: folder })
    expect(out).toContain('Pip, HEAD: Open from eight to five.')
    expect(out).toContain('Pip: From eight to five.')
    for (const [revision, message] of [
      ['nowhere', /neither a folder nor a revision/],
      ['--output=x', /neither a folder nor a revision/],
    ] as const) {
      const wrong = await runMascot(['rehearse', '--persona', folder, `--against=${revision}`], { cwd: folder })
      expect([wrong.code, wrong.err]).toEqual([2, expect.stringMatching(message)])
    }
  })

  test('which is the same, nothing sounds otherwise', async () => {
    const args = ['rehearse', '--persona', 'personas/coffee', '--against', 'personas/coffee', '--json']
    const { out } = await runMascot([...args, '--at', 'tue 14:00'], {
      cwd: process.cwd(),
      env: { DATABASE_URL: 'sqlite:/tmp/none/x.db' },
    })
    expect(out.includes('"before"')).toBe(false)
  })
})

describe('with a model', () => {
  it('asks it once with --live, keeps what it said and thought, and plays that again without a key', async () => {
    await using model = await startMockModel()
    model.says('rye', { bubbles: ['Rye is for Fridays, and Fridays are for rye.'] })
    model.writes(/rubric/, 'Yes: it is dry and warm.')
    const scenes =
      '  - id: rye\n    turns: [{says: tell me about your love of rye, expect: {says: Fridays, judge: It is dry.}}]\n'
    const folder = await personaFolder({ 'persona.yaml': smallest, 'scenes.yaml': `scenes:\n${scenes}` })
    const play = (args: readonly string[], env = {}) =>
      runMascot(['rehearse', '--persona', folder, ...args], { cwd: folder, env })
    const env = { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'm' }
    expect((await play([])).out).toContain('0 of 1 scenes as written')
    expect((await play(['--live'])).err).toContain('none is configured')

    const live = await play(['--live'], env)
    expect(live.out).toContain('opinion of a model: holds, “It is dry.”: it is dry and warm.')
    expect([live.code, live.out]).toEqual([0, expect.stringContaining('1 of 1 scenes as written')])
    const asked = model.requests().length
    expect(asked).toBeGreaterThan(1)

    const again = await play(['--html', 'page.html'])
    expect([again.code, again.err]).toEqual([0, ''])
    expect(again.out).toBe(live.out)
    expect(await readFile(join(folder, 'page.html'), 'utf8')).toContain('opinion of a model')
    expect(model.requests()).toHaveLength(asked)
    expect(await readFile(join(folder, 'scenes.recorded.json'), 'utf8')).not.toContain('sk-test')

    await writeFile(
      join(folder, 'scenes.yaml'),
      `scenes:\n${scenes.replace('turns: [', 'turns: [{says: and spelt?}, ')}`,
    )
    expect((await play([])).err).toContain('mascot rehearse --live asks it anew')
    await writeFile(join(folder, 'scenes.recorded.json'), '{"scenes": 1}')
    expect(await play([])).toMatchObject({ code: 2, err: expect.stringContaining('write it anew, or take it away') })
    for (const broken of ['{"scenes": 1}', '{"scenes": {', '']) {
      await writeFile(join(folder, 'scenes.recorded.json'), broken)
      expect((await play(['--live'], env)).err).toBe('')
      expect((await play([])).err).toBe('')
    }
  })
})

describe('a scene in several ways', () => {
  it('is played with --matrix on each platform, in each language and under each pressure; the report has a table of them', async () => {
    const scenes =
      '  - id: open\n    across: {platforms: [telegram, discord], languages: [en, de], pressure: [polite, angry]}\n' +
      '    turns: [{says: {en: when do you open, de: wann macht ihr auf}, expect: {decision: reply}}]\n'
    const persona = `${smallest}voice: {languages: [en, de]}\n${teams}`
    const plain = await rehearsed(scenes, [], persona)
    expect(plain.out).toContain('1 of 1 scenes as written')
    const { out, folder } = await rehearsed(scenes, ['--matrix', '--html', 'page.html'], persona)
    expect(out).toMatch(/of 9 scenes as written/)
    expect(out).toContain('open-telegram-de-polite')
    expect(out).toMatch(/Hallo! .* wann macht ihr auf/)
    const html = await readFile(join(folder, 'page.html'), 'utf8')
    expect(html).toContain('<th scope="col">discord · en · angry</th>')
    const one = await rehearsed(scenes, ['--matrix', 'open-discord-de-angry'], persona)
    expect(one.out).toMatch(/of 1 scenes as written/)
  })
})
