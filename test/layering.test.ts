/** Holds the table of who may import whom; the sources' own imports are read afresh. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rooms as table } from './support/rooms.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The files at the root of src, each with what it may import. */
const rootTable: Readonly<Record<string, { from: readonly string[]; packages?: readonly string[] }>> = {
  main: { from: ['adapters', 'errors', 'log', 'verbs'] },
  index: { from: ['domain', 'errors', 'http', 'model', 'ports', 'words'] },
  config: { from: ['environment', 'errors'] },
  errors: { from: [] },
  log: { from: ['ports', 'config', 'words'], packages: ['pino'] },
  clock: { from: ['ports'] },
  wake: { from: ['ports'] },
}

/** Each adapter's own SDK, and nothing else from outside. */
const sdks: Readonly<Record<string, readonly string[]>> = {
  terminal: ['wrap-ansi'],
  desk: ['hono', 'preact', 'zod', 'd3-scale', 'd3-shape'],
  fans: ['hono'],
  web: ['hono', 'preact'],
  telegram: ['grammy'],
  wechat: ['fast-xml-parser'],
  // The gateway of discord.js is a package of its own, whose manager of connections discord.js hides behind one of the same name.
  discord: ['discord.js', '@discordjs/ws'],
}

const LONGEST_LINE = 160

/** Made from other files, and saying so at its head. */
function isGenerated(source: string): boolean {
  return /^\/\/ Generated /m.test(source.slice(0, 300))
}

interface Import {
  readonly file: string
  readonly specifier: string
}

function importsOf(pattern: string): Import[] {
  return globSync(pattern, { cwd: root }).flatMap((file) => {
    const source = readFileSync(path.join(root, file), 'utf8')
    const found = source.matchAll(
      /^(?:import|export)\s+(?:type\s+)?(?:[\w$*\s{},]*?\sfrom\s+)?'([^'\n]+)'|\bimport\('([^'\n]+)'\)/gm,
    )
    return [...found].map((match) => ({ file, specifier: match[1] ?? match[2] ?? '' }))
  })
}

/** The row of the table that a file belongs to: the one that names the most of its path. */
function roomOf(file: string): string | undefined {
  const rooms = Object.keys(table).filter((room) => file.startsWith(path.join('src', room) + path.sep))
  return rooms.sort((a, b) => b.length - a.length)[0]
}

/** `src/store/x.ts` importing `../errors.ts` → `errors`; a package → its name. */
function target({ file, specifier }: Import): { kind: 'inside' | 'adapter' | 'package' | 'node'; name: string } {
  if (specifier.startsWith('node:')) return { kind: 'node', name: specifier }
  if (!specifier.startsWith('.')) {
    const [first = '', second = ''] = specifier.split('/')
    return { kind: 'package', name: first.startsWith('@') ? `${first}/${second}` : first }
  }
  const at = path.relative(root, path.resolve(root, path.dirname(file), specifier))
  const [top, name = ''] = at.split(path.sep)
  if (top === 'adapters') return { kind: 'adapter', name }
  return { kind: 'inside', name: roomOf(at) ?? name.replace(/\.ts$/, '') }
}

/** Every set of files that import each other in a circle, by Tarjan's walk. */
function circlesOf(files: readonly string[]): string[][] {
  const known = new Set(files)
  const imports = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .map(({ specifier }) => (specifier === '#mascot' ? 'src/index.ts' : path.join(path.dirname(file), specifier)))
        .filter((to) => known.has(to)),
    ]),
  )
  const order = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []
  const visit = (file: string): number => {
    const at = order.size
    order.set(file, at)
    let low = at
    open.push(file)
    for (const to of imports.get(file) ?? []) {
      if (!order.has(to)) low = Math.min(low, visit(to))
      else if (open.includes(to)) low = Math.min(low, order.get(to) ?? low)
    }
    if (low === at) {
      const circle = open.splice(open.indexOf(file))
      if (circle.length > 1 || imports.get(file)?.includes(file)) circles.push(circle.sort())
    }
    return low
  }
  for (const file of files) if (!order.has(file)) visit(file)
  return circles
}

describe('who may import whom', () => {
  it('is read from the sources: the engine is seen to import the voice check', () => {
    expect(importsOf('src/engine/review/review.ts').map(({ specifier }) => specifier)).toContain(
      '../../persona/voice/voice.ts',
    )
  })

  it.each(Object.keys(table))('src/%s keeps to its row of the table', (folder) => {
    const { from, packages = [] } = table[folder] ?? { from: [] }
    const own = importsOf(`src/${folder}/**/*.ts`).filter(({ file }) => roomOf(file) === folder)
    const wrong = own.filter((found) => {
      const { kind, name } = target(found)
      if (kind === 'node') return folder === 'domain' || folder === 'ports'
      if (kind === 'package') return !packages.includes(name)
      return kind === 'adapter' || (name !== folder && !from.includes(name))
    })
    expect(wrong).toEqual([])
  })

  it('every folder of src has its row', () => {
    const folders = globSync('src/*/', { cwd: root }).map((folder) => path.basename(folder))
    expect(folders.filter((folder) => folder !== 'verbs' && folder !== 'program' && !(folder in table))).toEqual([])
  })

  it('an adapter imports itself, #mascot, node and its own SDK', () => {
    const wrong = importsOf('adapters/*/**/*.{ts,tsx}').filter((found) => {
      const own = found.file.split(path.sep)[1] ?? ''
      const { kind, name } = target(found)
      if (kind === 'adapter') return name !== own
      return kind === 'inside' || (kind === 'package' && name !== '#mascot' && !(sdks[own] ?? []).includes(name))
    })
    expect(wrong).toEqual([])
  })

  it('in an adapter what comes in and what goes out know the wire and not each other, and the wire knows neither', () => {
    const sideways = importsOf('adapters/*/{in,out,wire}/**/*.ts').filter(({ file, specifier }) => {
      const room = (whole: string) => /^adapters.\w+.(in|out|wire)\b/.exec(whole)?.[1]
      const [from, to] = [room(file), specifier.startsWith('.') && room(path.join(path.dirname(file), specifier))]
      return Boolean(to) && to !== from && to !== 'wire'
    })
    expect(sideways).toEqual([])
  })

  it('an SDK is imported by its own adapter alone; the HTTP server and the schemas are the pages’ too', () => {
    const all = Object.values(sdks)
      .flat()
      .filter((name) => name !== 'hono' && name !== 'zod')
    const outside = importsOf('src/**/*.ts').filter((found) => all.includes(target(found).name))
    expect(outside).toEqual([])
  })

  it('only the command line knows that adapters exist', () => {
    const knowing = importsOf('src/**/*.ts').filter((found) => target(found).kind === 'adapter')
    expect([...new Set(knowing.map(({ file }) => file))].sort()).toEqual(['src/main.ts', 'src/verbs/verb.ts'])
  })

  it('the root of src holds a handful, and each of its files keeps to its row', () => {
    const files = globSync('src/*.ts', { cwd: root }).map((file) => path.basename(file, '.ts'))
    expect(files.sort()).toEqual(Object.keys(rootTable).sort())
    const wrong = Object.entries(rootTable).flatMap(([file, { from, packages = [] }]) =>
      importsOf(`src/${file}.ts`).filter((found) => {
        const { kind, name } = target(found)
        if (kind === 'node') return false
        return kind === 'package' ? !packages.includes(name) : !from.includes(kind === 'adapter' ? 'adapters' : name)
      }),
    )
    expect(wrong).toEqual([])
  })

  it('one clock: the time is asked of it alone, but in a browser', () => {
    const asking = globSync(['src/**/*.ts', 'adapters/**/*.ts'], { cwd: root })
      .filter((file) => !/adapters.(?:desk|web).page/.test(file))
      .filter((file) => /\bDate\.now\b|\bnew Date\(\)/.test(readFileSync(path.join(root, file), 'utf8')))
    expect(asking).toEqual([path.join('src', 'clock.ts')])
  })

  it('one place for durations: a minute, an hour and a day are written out there alone, but in a browser', () => {
    const writing = globSync(['src/**/*.ts', 'adapters/**/*.ts'], { cwd: root })
      .filter((file) => !/adapters.(?:desk|web).page/.test(file))
      .filter((file) => /(?<![\d_])(?:60_000|3_600_000|86_400_000)\b/.test(readFileSync(path.join(root, file), 'utf8')))
    expect(writing).toEqual([])
  })

  it('nobody stands in a circle of imports, of types or of values', () => {
    expect(
      circlesOf([...globSync('src/**/*.ts', { cwd: root }), ...globSync('adapters/**/*.{ts,tsx}', { cwd: root })]),
    ).toEqual([])
  })

  it('every folder of tests lies as what it tests lies', () => {
    const others = ['contracts', 'conversations', 'docs', 'judgement', 'pages', 'support']
    const astray = globSync('test/*/**/', { cwd: root })
      .map((folder) => path.relative('test', folder))
      .filter((folder) => !others.includes(folder.split(path.sep)[0] ?? ''))
      .filter((folder) => ['src', 'bin', '.'].every((home) => !existsSync(path.join(root, home, folder))))
    expect(astray).toEqual([])
  })

  it('no line is longer than a screen is wide', () => {
    const long = globSync(['{src,adapters,bin,bench}/**/*.{ts,tsx,js}'], { cwd: root })
      .filter((file) => !/^adapters.(?:desk|web).dist/.test(file))
      .map((file) => ({ file, source: readFileSync(path.join(root, file), 'utf8') }))
      .filter(({ source }) => !isGenerated(source) && source.split('\n').some((line) => line.length > LONGEST_LINE))
      .map(({ file }) => file)
    expect(long).toEqual([])
  })

  it('the language packs are data: from outside they import types alone, and Node’s way to read files', () => {
    const values = globSync('src/hearing/packs/**/*.ts', { cwd: root }).filter((file) =>
      /^import (?!type )[^']*'(?!\.\/|node:fs')/m.test(readFileSync(path.join(root, file), 'utf8')),
    )
    expect(values).toEqual([])
  })

  it('ports are types only', () => {
    const values = globSync('src/ports/*.ts', { cwd: root }).filter((file) =>
      /^export (?:const|function|class|let|async)/m.test(readFileSync(path.join(root, file), 'utf8')),
    )
    expect(values).toEqual([])
  })
})
