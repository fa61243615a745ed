/** Whoever looks somebody up types the name as they read it, or as the record spells it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountId, accountsNamed, threadId, threadsNamed } from '../../src/domain/ids.ts'
import { runMascot } from '../support/run-mascot.ts'

let cwd: string
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'mascot-spellings-'))
  await runMascot(['chat', '--as', '小林'], { cwd, input: 'are you a bot?\n' })
})
afterAll(() => rmSync(cwd, { recursive: true }))

describe('who is meant', () => {
  it('is found in plain letters and escaped', () => {
    const account = accountId('terminal', '小林')
    expect(accountsNamed('terminal:小林')).toContain(account)
    expect(accountsNamed(account)).toContain(account)
    expect(accountsNamed(account.toLowerCase())).toContain(account)
  })

  it('is found with a colon or a percent sign of their own', () => {
    for (const id of ['@ana:home.example', '100%', '50%25 off'])
      expect(accountsNamed(`chat:${id}`)).toContain(accountId('chat', id))
    expect(threadsNamed('chat:a b:ü')).toContain(threadId('chat', 'a b', 'ü'))
  })
})

describe.each(['小林', encodeURIComponent('小林')])('looking up %s', (name) => {
  it('exports what is kept of them', async () => {
    const { code, out } = await runMascot(['export', `terminal:${name}`], { cwd })
    expect(code).toBe(0)
    expect(out).toContain('are you a bot?')
  })

  it('tells why it spoke there', async () => {
    const { code, out } = await runMascot(['doctor', '--why', `terminal:direct:${name}`], { cwd })
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('it was asked whether it is a bot') })
  })
})

it('somebody unknown is told in a sentence, and fails', async () => {
  const exported = await runMascot(['export', 'terminal:nobody'], { cwd })
  expect(exported).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('Nothing is kept of terminal:nobody.'),
  })
  const told = await runMascot(['doctor', '--why', 'terminal:direct:nobody'], { cwd })
  expect(told).toMatchObject({ code: 1, out: '', err: 'Nothing is recorded for terminal:direct:nobody.\n' })
})
