/** What bad input gets: one clear error that names the file or the variable and says what to do; nothing half started. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runMascot } from '../support/run-mascot.ts'

const coffee = fileURLToPath(new URL('../../personas/coffee', import.meta.url))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mascot-bad-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A persona folder with these files. */
function brand(files: Readonly<Record<string, string>>): string {
  const path = join(folder, 'brand')
  mkdirSync(path, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return path
}

const good = 'name: Sam\nbrand: {name: Example}\n'

describe('a command line that is wrong ends with 2', () => {
  it.each([
    [['chekc'], /no verb "chekc" \(did you mean check\?\)/],
    [['check', '--strct'], /--strct'.* \(did you mean strict\?\)/],
    [['dance'], /no verb "dance"[\s\S]*mascot VERB/],
    [['ask', '--loud'], /--loud[\s\S]*mascot ask/],
    [['chat', '--as'], /as[\s\S]*mascot chat/],
    [['export'], /Which account/],
  ])('%j', async (args, message) => {
    const { code, err, out } = await runMascot(args)
    expect(err).toMatch(message)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  it('a line of input that is broken JSON is named by its number', async () => {
    const { code, err } = await runMascot(['ask', '--json'], { input: '{"text":"hi"}\n{"txt": 1}\n' })
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/line 2 .*"text"/) })
  })
})

describe('a persona that cannot be used ends with 1', () => {
  it('names the folder that is not there', async () => {
    const { code, err } = await runMascot(['ask', '--persona', join(folder, 'nobody')])
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(join(folder, 'nobody')) })
  })

  it('names MASCOT_PERSONA’s folder too', async () => {
    const { code, err } = await runMascot(['ask'], { env: { MASCOT_PERSONA: join(folder, 'elsewhere') } })
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(join(folder, 'elsewhere')) })
  })

  it.each([
    ['YAML that is not YAML', { 'persona.yaml': 'name: [Sam\nbrand: {' }, [/persona\.yaml:\d+:\d+/]],
    [
      'a wrong type',
      { 'persona.yaml': 'name: [Sam]\nbrand: {name: Example}\n' },
      [/persona\.yaml:1:7 name: .*list.*text/],
    ],
    ['an unknown key', { 'persona.yaml': `${good}voise: {}\n` }, [/persona\.yaml:3:1 voise: .*did you mean voice\?/]],
    [
      'every mistake of both files at once',
      {
        'persona.yaml': `${good}voice: {energy: wild}\nlinez: {}\n`,
        'answers.yaml': 'answers:\n  - id: a\n    asks: []\n    answer: ""\n',
      },
      [
        /persona\.yaml:3:\d+ voice\.energy: /,
        /persona\.yaml:4:1 linez: .*lines\?/,
        /answers\.yaml:3:\d+ /,
        /answers\.yaml:4:\d+ /,
      ],
    ],
    [
      'an answer id used twice, with both places',
      {
        'persona.yaml': good,
        'answers.yaml': 'answers:\n  - {id: a, asks: [x], answer: y}\n  - {id: a, asks: [z], answer: y}\n',
      },
      [/answers\.yaml:3:\d+ .*a.*2/],
    ],
    [
      'a language without text',
      {
        'persona.yaml': `${good}voice: {languages: [en, zh]}\n`,
        'answers.yaml': 'answers:\n  - {id: a, asks: [x], answer: {zh: 好}}\n',
      },
      [/answers\.yaml:2:\d+ .*en/],
    ],
  ])('%s', async (_, files, messages) => {
    const { code, err } = await runMascot(['ask', '--persona', brand(files)])
    for (const message of messages) expect(err).toMatch(message)
    expect(code).toBe(1)
  })
})

describe('an environment that is wrong ends with 1', () => {
  it('every variable is named at once and no secret is repeated', async () => {
    const env = {
      DATABASE_URL: 'mysql://me:hunter22@db',
      HTTP_PORT: '99999',
      OPENAI_BASE_URL: 'nowhere',
      OPENAI_TIMEOUT: 'long',
      OPENAI_PRICE_INPUT: '-1',
      LOG_LEVEL: 'loud',
      OPENAI_API_KEY: 'sk-very-secret-key',
    }
    const { code, err } = await runMascot(['start'], { env })
    const wrong = ['DATABASE_URL', 'HTTP_PORT', 'OPENAI_BASE_URL', 'OPENAI_TIMEOUT', 'OPENAI_PRICE_INPUT', 'LOG_LEVEL']
    for (const name of wrong) expect(err).toContain(name)
    expect(err).not.toMatch(/hunter22|sk-very-secret-key/)
    expect(code).toBe(1)
  })

  it('a database folder that cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '')
    const { code, err } = await runMascot(['start'], { env: { DATABASE_URL: `sqlite:${folder}/file/mascot.db` } })
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('DATABASE_URL') })
  })

  it('a file that is no database', async () => {
    const file = join(folder, 'mascot.db')
    writeFileSync(file, 'these are not the rows you are looking for, '.repeat(100))
    const { code, err } = await runMascot(['start'], { env: { DATABASE_URL: `sqlite:${file}` } })
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/DATABASE_URL|database/) })
  })

  it('a server that is not there, without its password', async () => {
    const { code, err } = await runMascot(['start'], {
      env: { DATABASE_URL: 'postgres://me:hunter22@127.0.0.1:1/none' },
    })
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('DATABASE_URL') })
    expect(err).not.toContain('hunter22')
  })

  it('a schema newer than the program', async () => {
    const file = join(folder, 'mascot.db')
    const url = `sqlite:${file}`
    // Nobody is known there yet, which is said; the tables are made all the same.
    expect((await runMascot(['export', 'test:ana'], { env: { DATABASE_URL: url } })).code).toBe(1)
    raiseVersion(file)
    const { code, err } = await runMascot(['start'], { env: { DATABASE_URL: url } })
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/newer/) })
  })

  it('a port in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const address = taken.address()
    const port = typeof address === 'object' && address ? address.port : 0
    try {
      const { code, err } = await runMascot(['start'], { env: { HTTP_PORT: String(port) } })
      expect({ code, err }).toEqual({
        code: 1,
        err: expect.stringMatching(new RegExp(`port ${port} .*in use[\\s\\S]*HTTP_PORT`)),
      })
    } finally {
      taken.close()
    }
  })
})

describe('a model that is not there', () => {
  it('leaves approved answers to answer', async () => {
    const env = { OPENAI_BASE_URL: 'http://127.0.0.1:1/v1', OPENAI_MODEL: 'none' }
    const { code, out } = await runMascot(['ask', '--persona', coffee, '--json'], {
      env,
      input: 'when are you open?\n',
    })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      decision: 'reply',
      flags: expect.arrayContaining([expect.stringMatching(/^model-/)]),
    })
  })

  it('is told by the doctor, by name and without the key', async () => {
    const env = {
      OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
      OPENAI_MODEL: 'absent-model',
      OPENAI_API_KEY: 'sk-very-secret-key',
    }
    const { code, out, err } = await runMascot(['doctor', '--persona', coffee], { env })
    expect(out).toMatch(/absent-model/)
    expect(out + err).not.toContain('sk-very-secret-key')
    expect(code).toBe(1)
  })
})

it('nothing is left behind by a start that failed', async () => {
  const cwd = join(folder, 'empty')
  mkdirSync(cwd)
  await runMascot(['start', '--persona', join(folder, 'nobody')], { cwd })
  expect(readdirSync(cwd)).toEqual([])
})

/** As a later program would have left it. */
function raiseVersion(file: string): void {
  const database = new DatabaseSync(file)
  const tables = database
    .prepare("select name from sqlite_schema where name like '%version%' or name like '%migration%'")
    .all()
  const [table] = tables.map((row) => String(row['name']))
  expect(table, 'a table of versions').toBeDefined()
  const columns = database.prepare(`select * from ${table}`).all()
  expect(columns.length).toBeGreaterThan(0)
  database.exec(`update ${table} set version = 9999, oldest = 9999`)
  database.close()
}
