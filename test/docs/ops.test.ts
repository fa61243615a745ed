/** The systemd unit and the container file name what exists, ask for no more rights than they need, and what they run does run. */
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { productionPackages } from '../../bin/licences.ts'
import { environmentNames } from '../../src/environment/variables.ts'
import { verbs } from '../../src/verbs/verbs.ts'
import { freePort } from '../support/free-port.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
/** How long the program itself takes to end, in s. */
const STOP_S = 8
const NOBODY = 65_534

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mascot-ops-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function names(source: string, pattern: RegExp): string[] {
  return [...source.matchAll(pattern)].map(([, name = '']) => name)
}

describe('ops/mascot.service', () => {
  const unit = read('ops/mascot.service')
  const value = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(unit)?.[1]

  it.skipIf(!has('systemd-analyze'))('is taken by systemd without a complaint', () => {
    const here = unit.replaceAll('/opt/mascot/node_modules/.bin/node', process.execPath).replaceAll('/opt/mascot', root)
    const file = path.join(folder, 'mascot.service')
    writeFileSync(file, here)
    expect(execFileSync('systemd-analyze', ['verify', file], { encoding: 'utf8', stdio: 'pipe' })).toBe('')
    const judged = execFileSync('systemd-analyze', ['security', '--offline=yes', '--threshold=20', file], {
      encoding: 'utf8',
    })
    expect(judged).toMatch(/Overall exposure level for mascot.service: 1\.\d OK/)
  })

  it('sets variables that exist, also those that are only shown', () => {
    const set = names(unit, /^#?Environment=(\w+)=/gm)
    expect(set.length).toBeGreaterThan(3)
    expect(set.filter((name) => !environmentNames.includes(name))).toEqual([])
  })

  it('runs a file and a verb that exist, as nobody in particular, and gives it the time to stop', () => {
    const [, file = '', verb = ''] = /\/opt\/mascot\/(bin\/\S+) (\w+)$/.exec(value('ExecStart') ?? '') ?? []
    expect([existsSync(path.join(root, file)), verb in verbs]).toEqual([true, true])
    expect([value('DynamicUser'), value('CapabilityBoundingSet'), value('ProtectSystem')]).toEqual([
      'yes',
      '',
      'strict',
    ])
    expect(Number(value('TimeoutStopSec'))).toBeGreaterThan(STOP_S)
  })
})

describe('ops/Containerfile', () => {
  const source = read('ops/Containerfile').replace(/\\\n\s*/g, ' ')
  const [, last = ''] = source.split(/^(?=FROM )/m).filter((stage) => stage.startsWith('FROM '))
  const copied = names(last, /^COPY --from=build \/app\/(\S+) \/app\/\1$/gm)

  it('copies what exists, and neither tests nor anything secret', () => {
    expect(copied).toContain('src')
    // `npm ci` makes it there, and not every checkout has it.
    const made = ['dist']
    expect(copied).toEqual(expect.arrayContaining(made))
    expect(copied.filter((place) => !made.includes(place) && !existsSync(path.join(root, place)))).toEqual([])
    const ignored = read('.dockerignore').split('\n')
    expect(ignored).toEqual(expect.arrayContaining(['.env', '.git', 'data', 'node_modules', 'test']))
    expect(copied.filter((place) => place !== 'node_modules' && ignored.includes(place))).toEqual([])
  })

  it('runs as nobody, sets variables that exist, and calls verbs that exist', () => {
    expect(/^USER (\d+):\d+$/m.exec(last)?.[1]).toBe(String(NOBODY))
    const set = names(last.replace(/^(?!ENV).*$/gm, ''), /(?:ENV| )\s*(\w+)=/g)
    expect(set).toContain('DATABASE_URL')
    expect(set.filter((name) => name !== 'NODE_ENV' && !environmentNames.includes(name))).toEqual([])
    const calls = [...last.matchAll(/^(?:ENTRYPOINT|CMD|HEALTHCHECK.* CMD) (\[.*\])$/gm)].map(([, list = '']) =>
      JSON.parse(list),
    )
    expect(calls).toEqual([
      ['node', '/app/bin/mascot.js', 'doctor', '--healthy'],
      ['node', '/app/bin/mascot.js'],
      ['start'],
    ])
    expect([verbs.doctor?.options, 'start' in verbs]).toEqual([
      expect.objectContaining({ healthy: { type: 'boolean' } }),
      true,
    ])
  })

  it.skipIf(process.getuid?.() !== 0)(
    'what it copies is enough: nobody starts it where only /data can be written, and finds it healthy',
    async () => {
      const [app, data] = [path.join(folder, 'app'), path.join(folder, 'data')]
      chmodSync(folder, 0o755)
      for (const place of copied.filter((one) => one !== 'node_modules' && existsSync(path.join(root, one))))
        cpSync(path.join(root, place), path.join(app, place), { recursive: true })
      const packages = new Set(productionPackages().map(({ name }) => name))
      for (const name of packages) if (!/^node(?:-bin|$)/.test(name)) copyPackage(name, app)
      mkdirSync(data)
      execFileSync('chown', [String(NOBODY), data])
      const port = await freePort()
      const env = {
        PATH: process.env['PATH'] ?? '',
        NODE_ENV: 'production',
        DATABASE_URL: `sqlite:${data}/mascot.db`,
        HTTP_PORT: String(port),
        TMPDIR: data,
      }
      const run = (...args: string[]) =>
        spawn(process.execPath, [path.join(app, 'bin/mascot.js'), ...args], {
          ...{ env, cwd: data, uid: NOBODY, gid: NOBODY },
          stdio: ['ignore', 'pipe', 'pipe'],
        })
      const program = run('start')
      const ended = new Promise((resolve) => program.on('close', resolve))
      const said: string[] = []
      for await (const line of createInterface({ input: program.stderr })) {
        said.push(line)
        if (line.includes('"started')) break
      }
      const check = run('doctor', '--healthy')
      const [out, err] = await Promise.all([text(check.stdout), text(check.stderr)])
      program.kill('SIGTERM')
      expect({ out, err, said: said.filter((line) => !line.startsWith('{')) }).toEqual({
        out: expect.stringContaining('"status":"ready"'),
        err: '',
        said: [],
      })
      expect(await ended).toBe(0)
    },
  )
})

it('ops/compose.yaml runs it read-only, without rights, with secrets as files of variables that exist', () => {
  const { services, secrets } = parse(read('ops/compose.yaml')) as {
    services: {
      mascot: Record<string, unknown> & { environment: Record<string, string>; build: { dockerfile: string } }
    }
    secrets: Record<string, unknown>
  }
  const { mascot } = services
  expect(mascot).toMatchObject({ read_only: true, cap_drop: ['ALL'], secrets: Object.keys(secrets) })
  expect(existsSync(path.join(root, mascot.build.dockerfile))).toBe(true)
  expect(Object.keys(mascot.environment).filter((name) => !environmentNames.includes(name))).toEqual([])
  expect(Number.parseInt(String(mascot.stop_grace_period), 10)).toBeGreaterThan(STOP_S)
})

/** By links where the disk is the same. */
function copyPackage(name: string, app: string): void {
  const from = path.join(root, 'node_modules', name)
  if (!existsSync(from)) return
  const to = path.join(app, 'node_modules', name)
  mkdirSync(path.dirname(to), { recursive: true })
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'pipe' })
  } catch {
    cpSync(from, to, { recursive: true })
  }
}

function has(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
