/** The documents keep their word: every variable, verb and link they name exists, and none that exists is missing. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { environmentNames, parseConfig } from '../../src/config.ts'
import { reasonCodes } from '../../src/domain/decision.ts'
import { verbs } from '../../src/verbs/verbs.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

describe('.env.example', () => {
  const lines = read('.env.example')
    .split('\n')
    .filter((line) => /^[A-Z_]+=/.test(line))
  const values = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)))

  it('lists every variable, and no other', () => {
    expect(Object.keys(values).sort()).toEqual([...environmentNames].sort())
  })

  it('is a configuration that works as it stands', () => {
    expect(parseConfig(values)).toEqual(parseConfig({}))
  })
})

describe('README.md', () => {
  it('names only verbs that exist, with options that exist', () => {
    const commands = [...read('README.md').matchAll(/`(?:npx )?mascot ([a-z]+)((?: --[a-z]+)*)/g)]
    expect(commands.length).toBeGreaterThan(5)
    for (const [, verb = '', options = ''] of commands) {
      expect(Object.keys(verbs)).toContain(verb === 'help' ? 'start' : verb)
      for (const option of options.split(' --').filter(Boolean))
        expect(verb === 'help' ? {} : verbs[verb]?.options).toHaveProperty(option)
    }
  })

  it('names the npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    for (const [, script = ''] of read('README.md').matchAll(/npm (?:run )?(start|test|check|bench)\b/g))
      expect(scripts).toHaveProperty(script)
  })
})

it('every link between documents leads somewhere', () => {
  const documents = globSync(['*.md', 'docs/**/*.md', 'personas/*.md'], { cwd: root })
  const broken = documents.flatMap((file) =>
    [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(path.join(root, path.dirname(file), target)))
      .map((target) => `${file} → ${target}`),
  )
  expect(broken).toEqual([])
})

it('a reason code is written once', () => {
  expect(new Set(reasonCodes).size).toBe(reasonCodes.length)
})
