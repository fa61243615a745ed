/** `npm run licences`: every package that a running program may load, with its version and licence, as package-lock.json fixes them. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface Licensed {
  readonly name: string
  readonly version: string
  /** SPDX. */
  readonly licence: string
}

/** By SPDX identifier: use, change and pass on, with no more asked than to keep the notice. */
const permitted: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unicode-3.0',
  'CC0-1.0',
])

/** `MIT AND (Apache-2.0 OR GPL-3.0)`: of those joined by OR one is enough, of those joined by AND all count. */
export function isPermitted(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1')
  const inner = /\(([^()]+)\)/.exec(plain)
  if (inner?.[1] !== undefined)
    return isPermitted(plain.replace(inner[0], isPermitted(inner[1]) ? 'MIT' : 'none of these'))
  return plain.split(/\s+OR\s+/).some((all) => all.split(/\s+AND\s+/).every((one) => permitted.has(one.trim())))
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly license?: string; readonly dev?: boolean }>
  >
}

/** Without what only builds and tests need. The licence is read from the package itself where it is installed. */
export function productionPackages(): Licensed[] {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock
  const found = Object.entries(lock.packages)
    .filter(([place, { dev }]) => place !== '' && !dev)
    .map(([place, { version = '', license }]) => ({
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: installedLicence(path.join(root, place, 'package.json')) ?? license ?? 'unknown',
    }))
  const known = new Map(found.map((one) => [`${one.name}@${one.version}`, one]))
  return [...known.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function installedLicence(file: string): string | undefined {
  if (!existsSync(file)) return undefined
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly license?: string | { readonly type?: string }
    readonly licenses?: readonly { readonly type?: string }[]
  }
  if (typeof license === 'string') return license
  return license?.type ?? licenses?.map(({ type = 'unknown' }) => type).join(' OR ')
}

if (import.meta.main) {
  const all = productionPackages()
  const width = Math.max(...all.map(({ name, version }) => name.length + version.length + 1))
  for (const { name, version, licence } of all)
    process.stdout.write(`${`${name}@${version}`.padEnd(width)}  ${licence}\n`)
  const counts = Map.groupBy(all, ({ licence }) => licence)
  const sum = [...counts].map(([licence, some]) => `${some.length} ${licence}`).join(', ')
  process.stdout.write(`\n${all.length} packages: ${sum}\n`)
}
