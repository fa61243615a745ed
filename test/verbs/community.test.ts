/** `mascot community`: a community carried by a file, through the real command. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountId, threadId } from '../../src/domain/ids.ts'
import type { Portable } from '../../src/domain/portable.ts'
import { openStore } from '../../src/store/open-store.ts'
import { runMascot } from '../support/run-mascot.ts'

const coffee = fileURLToPath(new URL('../../personas/coffee', import.meta.url))
const ana = accountId('telegram', '77')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mascot-community-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const url = (name: string) => `sqlite:${join(folder, name)}.db`
const run = (database: string, ...args: string[]) =>
  runMascot(['community', ...args], { cwd: folder, env: { DATABASE_URL: url(database), MASCOT_PERSONA: coffee } })

async function fansIn(database: string): Promise<Portable[]> {
  await using store = await openStore(url(database), { brand: 'tidewater' })
  const records: Portable[] = []
  for await (const record of store.portables.all()) records.push(record)
  return records
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Of the home database, with one fan in it. */
async function exported(): Promise<string> {
  {
    await using store = await openStore(url('home'), { brand: 'tidewater' })
    const fact = {
      key: 'city',
      value: 'Turin',
      toldAt: 2,
      thread: threadId('telegram', '77'),
      surface: 'direct',
    } as const
    const fan = { kind: 'fan', accounts: [{ id: ana, name: 'Ana', since: 1 }], consent: 'yes' } as const
    await store.portables.take([fan, { kind: 'fact', account: ana, ...fact }], 10)
  }
  const { code, err } = await run('home', 'export', 'community.jsonl')
  expect(err).toMatch(/^2 records of tidewater/)
  expect(code).toBe(0)
  return join(folder, 'community.jsonl')
}

describe('a community in a file', () => {
  it('is taken in elsewhere, and the second time changes nothing; others on the machine cannot read it', async () => {
    const path = await exported()
    expect(statSync(path).mode & 0o077).toBe(0)
    expect((await run('away', 'import', path)).out).toMatch(/^A community of Mascot: 1 fan, 0 consents, 1 fact, /)
    expect(await fansIn('away')).toEqual(await fansIn('home'))
    expect((await run('away', 'import', path)).out).toMatch(/: 0 fans, 0 consents, 0 facts.*; 2 stood already/)
    expect((await run('home', 'export', path)).err).toContain('is there already')
    expect((await run('home', 'export')).out.split('\n').slice(1, 3)).toEqual(
      readFileSync(path, 'utf8').split('\n').slice(1, 3),
    )
  })

  it.each<[string, (lines: string[]) => string[], RegExp]>([
    ['cut behind a line', (lines) => lines.slice(0, 2), /ends after line 2, and its last line is missing/],
    ['cut within a line', (lines) => [lines[0] ?? '', (lines[1] ?? '').slice(0, 20)], /line 2 is not JSON, or was cut/],
    ['without one of its lines', (lines) => lines.toSpliced(1, 1), /3 lines were written, and 2 are there/],
    ['changed since', (lines) => lines.map((line) => line.replace('Turin', 'Milan')), /was changed since/],
    ['with a line that is none of its kinds', (lines) => lines.with(1, '{"kind":"fan"}'), /line 2: "accounts"/],
    ['of a newer program', (lines) => lines.with(0, (lines[0] ?? '').replace(':1,', ':9,')), /of version 9/],
    ['with more behind its end', (lines) => [...lines.slice(0, 4), '{}'], /line 4 stands behind the last line/],
  ])('that is %s is refused, and nothing of it is written', async (_, change, says) => {
    const lines = readFileSync(await exported(), 'utf8').split('\n')
    const path = file('other.jsonl', change(lines).join('\n'))
    const { code, err } = await run('away', 'import', path)
    expect(err).toMatch(says)
    expect(err).toContain('Nothing was written.')
    expect(code).not.toBe(0)
    expect(existsSync(join(folder, 'away.db'))).toBe(false)
  })

  it('reaches who was erased since in a database that took in an older one, by a newer file or by the list alone', async () => {
    const path = await exported()
    for (const database of ['away', 'afar']) expect((await run(database, 'import', path)).code).toBe(0)
    {
      await using store = await openStore(url('home'), { brand: 'tidewater' })
      await store.memory.forget(ana, {}, Date.now())
    }
    expect((await run('home', 'export', 'newer.jsonl')).code).toBe(0)
    expect((await run('home', 'export', 'erased.jsonl', '--erased')).err).toMatch(/^2 records of tidewater/)
    for (const [database, name] of Object.entries({ away: 'newer.jsonl', afar: 'erased.jsonl' })) {
      expect(readFileSync(join(folder, name), 'utf8')).not.toContain('telegram:77')
      const { out } = await run(database, 'import', name)
      expect(out).toMatch(/; 1 account forgotten here, as it was erased elsewhere\.$/m)
      expect(JSON.stringify(await fansIn(database))).not.toMatch(/telegram:77|Turin/)
      expect((await run(database, 'import', name)).out).not.toContain('forgotten here')
    }
  })

  it('that was sent through another system’s line ends is the same', async () => {
    const path = file('crlf.jsonl', readFileSync(await exported(), 'utf8').replaceAll('\n', '\r\n'))
    expect((await run('away', 'import', path)).out).toContain('1 fan,')
  })
})

it('a table with a platform that there is none of is refused, in a row and as an option', async () => {
  const rows = file('rows.csv', 'account,name\ntelegram:1,Ana\ntelgram:2,Bo\n')
  expect((await run('away', 'import', rows)).err).toMatch(
    /line 3: "telgram" is no platform\. There are telegram, discord,/,
  )
  const ids = file('ids.csv', 'id,name\n1,Ana\n')
  expect((await run('away', 'import', ids, '--platform', 'fax')).err).toMatch(
    /"fax" is no platform\. There are telegram/,
  )
  expect(existsSync(join(folder, 'away.db'))).toBe(false)
})

it('members of another program’s export come in without consent, once; --dry-run only looks', async () => {
  const path = file('members.csv', 'id,name\n1,Müller\n')
  const options = ['import', path, '--platform', 'telegram'] as const
  expect((await run('away', ...options, '--dry-run')).out).toBe(
    'CSV: 1 record, whole and sound. Nothing was written.\n',
  )
  expect(existsSync(join(folder, 'away.db'))).toBe(false)
  expect((await run('away', ...options)).out).toMatch(/^CSV: 1 fan,/)
  expect((await run('away', ...options)).out).toMatch(/^CSV: 0 fans/)
  expect(await fansIn('away')).toMatchObject([{ accounts: [{ id: 'telegram:1' }], consent: 'unasked', from: 'csv' }])
})
