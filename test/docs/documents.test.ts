/** The documents keep their word: every variable, verb and link they name exists, and none that exists is missing. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../src/config.ts'
import { reasonCodes } from '../../src/domain/decision.ts'
import { environmentNames } from '../../src/environment/variables.ts'
import { verbs } from '../../src/verbs/verbs.ts'
import { rooms } from '../support/rooms.ts'

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

/** `src/hearing/packs/<lang>/` → there is at least one such place. */
const exists = (place: string) => globSync(place.replace(/<\w+>/g, '*'), { cwd: root }).length > 0

describe.each(['CONTRIBUTING.md', 'README.md', 'docs/architecture.md'])('%s', (file) => {
  it('names only places that exist', () => {
    const places = [...read(file).matchAll(/(?<![\w/.])(?:src|adapters|test|docs|bin|personas)\/[\w./<>-]*/g)].map(
      ([place]) => place.replace(/\.$/, ''),
    )
    expect(places.length).toBeGreaterThan(5)
    expect([...new Set(places)].filter((place) => !exists(place))).toEqual([])
  })
})

it('CONTRIBUTING.md says what to touch for each thing one may want to add', () => {
  const sections = read('CONTRIBUTING.md').split(/^## /m)
  for (const thing of ['a language', 'a sign', 'a stage', 'an adapter', 'a table']) {
    const section = sections.find((one) => one.startsWith(`Add ${thing}\n`)) ?? ''
    expect([thing, (section.match(/`(?:src|adapters|test)\//g) ?? []).length > 2]).toEqual([thing, true])
  }
})

it('docs/architecture.md gives every room what it may touch, and no more', () => {
  const rows = [...read('docs/architecture.md').matchAll(/^\| `src\/([\w/]+)` \| .+ \| (.+) \|$/gm)]
  const written = Object.fromEntries(
    rows.map(([, room = '', touches = '']) => [room, [...touches.matchAll(/[@\w/-]+/g)].map(String).sort()]),
  )
  const isThere = (name: string) => existsSync(path.join(root, 'src', name)) || exists(`src/${name}.ts`)
  const held = Object.entries(rooms).map(([room, { from, packages = [] }]) => [
    room,
    [...from.filter(isThere), ...packages].sort(),
  ])
  expect(written).toEqual({
    ...Object.fromEntries(held),
    program: ['any', 'of', 'room', 'src'],
    verbs: ['any', 'of', 'room', 'src'],
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
