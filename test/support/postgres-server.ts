/** One PostgreSQL for a whole test run, started when the first test asks for it, stopped and removed at the end. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { isOpenToAll, type RunAs, runnableBinaries, userForServer } from './postgres-binaries.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Port of 127.0.0.1 that answers each connection with `{url}` or `{error}` as JSON. */
    postgresDoor: number
  }
}

export interface PostgresServer {
  /** Of the server's own database, as its superuser. */
  readonly url: string
  stop(): Promise<void>
}

const user = 'mascot'

/**
 * `fsync`: off for tests, which never cut the power; on for measuring.
 * @throws Error with the server's own words when it does not come up
 */
export async function startPostgres(options: { readonly fsync?: boolean } = {}): Promise<PostgresServer> {
  const runAs = await userForServer()
  const home = await makeHome(runAs)
  try {
    const native = await runnableBinaries(home, runAs)
    const password = randomBytes(12).toString('hex')
    await initialise(native, home, password, runAs)
    const port = await freePort()
    const server = await run(native, home, { port, fsync: options.fsync ?? false }, runAs)
    return {
      url: `postgres://${user}:${password}@127.0.0.1:${port}/postgres`,
      async stop() {
        const ended = once(server, 'close')
        server.stdin?.end()
        await ended
        await rm(home, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await rm(home, { recursive: true, force: true })
    throw error
  }
}

/** A temporary folder of the server's user, whose path it may walk. */
async function makeHome(runAs: RunAs | undefined): Promise<string> {
  const temporary = tmpdir()
  const parent = runAs === undefined || (await isOpenToAll(temporary)) ? temporary : '/tmp'
  const home = await mkdtemp(join(parent, 'mascot-postgres-'))
  await chmod(home, 0o700)
  if (runAs) await chown(home, runAs.uid, runAs.gid)
  return home
}

async function initialise(native: string, home: string, password: string, runAs: RunAs | undefined): Promise<void> {
  const passwordFile = join(home, 'password')
  await writeFile(passwordFile, password)
  if (runAs) await chown(passwordFile, runAs.uid, runAs.gid)
  const flags = [
    `--username=${user}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]
  await promisify(execFile)(join(native, 'bin', 'initdb'), ['-D', join(home, 'data'), ...flags], {
    ...runAs,
    cwd: home,
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  })
}

/**
 * The server hangs on our pipe: when it closes, also because we were killed, a shell stops the server and removes its folder.
 * A session of its own keeps a Ctrl-C meant for the tests from reaching it first.
 */
const watchman = '"$@" </dev/null & server=$!; cat >/dev/null; kill -QUIT $server; wait $server; rm -rf "$MASCOT_HOME"'

async function run(
  native: string,
  home: string,
  { port, fsync }: { port: number; fsync: boolean },
  runAs: RunAs | undefined,
): Promise<ChildProcess> {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'shared_buffers=64MB',
    `fsync=${fsync ? 'on' : 'off'}`,
    // What a power cut would need is not written either, and no database of a test lives long enough to be swept.
    ...(fsync ? [] : ['full_page_writes=off', 'autovacuum=off', 'checkpoint_timeout=1h']),
  ]
  const command = [
    join(native, 'bin', 'postgres'),
    '-D',
    join(home, 'data'),
    ...settings.flatMap((setting) => ['-c', setting]),
  ]
  const server = spawn('/bin/sh', ['-c', watchman, 'sh', ...command], {
    ...runAs,
    cwd: home,
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C', MASCOT_HOME: home },
  })
  let said = ''
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk).slice(-4_000)
    if (said.includes('ready to accept connections')) resolve()
  })
  server.once('close', () => reject(new Error(`PostgreSQL did not start: ${said}`)))
  server.once('error', reject)
  await promise
  return server
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  server.close()
  await once(server, 'close')
  return port
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

let door: Server | undefined
let starting: Promise<PostgresServer> | undefined

/** vitest's globalSetup: a door at which a test asks for the server. */
export async function setup(project: TestProject): Promise<void> {
  door = createServer((socket) => {
    starting ??= startPostgres()
    starting.then(
      ({ url }) => socket.end(JSON.stringify({ url })),
      (error: unknown) => socket.end(JSON.stringify({ error: String(error) })),
    )
    socket.on('error', () => undefined)
  })
  project.provide('postgresDoor', await listen(door))
}

export async function teardown(): Promise<void> {
  door?.close()
  const server = await starting?.catch(() => undefined)
  await server?.stop()
}
