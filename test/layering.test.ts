/** Holds the table of who may import whom; the sources' own imports are read afresh. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Folder → what it may import: other folders, files of src, and packages. Importing from oneself is always allowed. */
const table: Readonly<Record<string, { from: readonly string[]; packages?: readonly string[] }>> = {
  domain: { from: ['errors'] },
  ports: { from: ['domain', 'errors'] },
  words: { from: ['domain'], packages: ['tinyld'] },
  hearing: { from: ['domain', 'ports', 'words', 'hearing/packs', 'errors'] },
  'hearing/packs': { from: ['words', 'hearing'] },
  persona: { from: ['domain', 'ports', 'words', 'hearing/packs', 'errors'], packages: ['zod', 'yaml', 'chokidar'] },
  knowledge: { from: ['domain', 'ports', 'words', 'hearing', 'persona', 'errors'], packages: ['zod'] },
  commitments: { from: ['domain', 'ports', 'words', 'hearing', 'hearing/packs', 'persona', 'errors'] },
  inbox: { from: ['domain', 'ports', 'words', 'hearing', 'persona', 'knowledge', 'commitments', 'errors', 'log'] },
  engine: {
    from: [
      'domain',
      'ports',
      'words',
      'hearing',
      'persona',
      'knowledge',
      'commitments',
      'errors',
      'log',
      'desk',
      'community',
      'issues',
    ],
  },
  desk: { from: ['domain', 'ports', 'words', 'hearing', 'persona', 'knowledge', 'commitments', 'errors', 'log'] },
  outbox: { from: ['domain', 'ports', 'words', 'hearing', 'persona', 'knowledge', 'commitments', 'errors', 'log'] },
  store: { from: ['domain', 'ports', 'errors', 'log'], packages: ['kysely', 'pg', 'keyv'] },
  model: { from: ['domain', 'ports', 'errors', 'log'], packages: ['zod'] },
  http: { from: ['domain', 'ports', 'errors', 'log'], packages: ['hono', '@hono/node-server'] },
}

/** The files at the root of src, each with what it may import. */
const rootTable: Readonly<Record<string, { from: readonly string[]; packages?: readonly string[] }>> = {
  main: { from: ['adapters', 'errors', 'log', 'verbs'] },
  index: { from: ['domain', 'errors', 'model', 'ports'] },
  config: { from: ['errors', 'domain', 'ports', 'words'], packages: ['zod'] },
  errors: { from: [] },
  log: { from: ['ports', 'config', 'words'], packages: ['pino'] },
  clock: { from: ['ports'] },
  wake: { from: ['ports'] },
}

/** Each adapter's own SDK, and nothing else from outside. */
const sdks: Readonly<Record<string, readonly string[]>> = {
  terminal: ['wrap-ansi'],
  desk: ['hono', 'preact', 'zod'],
  telegram: ['grammy'],
  discord: ['discord.js'],
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

/** `src/store/x.ts` importing `../errors.ts` → `errors`; a package → its name. */
function target({ file, specifier }: Import): { kind: 'inside' | 'adapter' | 'package' | 'node'; name: string } {
  if (specifier.startsWith('node:')) return { kind: 'node', name: specifier }
  if (!specifier.startsWith('.')) {
    const [first = '', second = ''] = specifier.split('/')
    return { kind: 'package', name: first.startsWith('@') ? `${first}/${second}` : first }
  }
  const parts = path.relative(root, path.resolve(root, path.dirname(file), specifier)).split(path.sep)
  if (parts.slice(1, 3).join('/') === 'hearing/packs') return { kind: 'inside', name: 'hearing/packs' }
  if (parts[0] === 'adapters') return { kind: 'adapter', name: parts[1] ?? '' }
  return { kind: 'inside', name: (parts[1] ?? '').replace(/\.ts$/, '') }
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
    const wrong = importsOf(`src/${folder}/**/*.ts`).filter((found) => {
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

  it('nobody stands in a circle of imports, of types or of values', () => {
    expect(
      circlesOf([...globSync('src/**/*.ts', { cwd: root }), ...globSync('adapters/**/*.{ts,tsx}', { cwd: root })]),
    ).toEqual([])
  })

  it('ports are types only', () => {
    const values = globSync('src/ports/*.ts', { cwd: root }).filter((file) =>
      /^export (?:const|function|class|let|async)/m.test(readFileSync(path.join(root, file), 'utf8')),
    )
    expect(values).toEqual([])
  })
})
