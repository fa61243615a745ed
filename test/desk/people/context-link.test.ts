/** The signed link to the shop's page for a fan, checked as docs/staff.md tells a shop to. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseConfig } from '../../../src/config.ts'
import { type ContextLink, createContextLink } from '../../../src/desk/people/context-link.ts'
import { accountId, caseId } from '../../../src/domain/ids.ts'
import type { Persona } from '../../../src/persona/persona.ts'
import { personaSchema } from '../../../src/persona/schema/schema.ts'
import { startChat } from '../../support/chat.ts'

const secret = 'a-secret-that-is-long-enough-to-be-one'
const template = 'https://shop.example/crm?platform={platform}&fan={fan}&case={case}'
const NOW = Date.UTC(2026, 10, 18, 10, 30)
const HOUR_MS = 3_600_000
const one = { id: caseId('c-1'), accountId: accountId('telegram', 'a&b=c ü/7') }

const linkOf = (more: Partial<Parameters<typeof createContextLink>[0]> = {}): ContextLink =>
  createContextLink({ template: () => template, secret, clock: { now: () => NOW }, ...more })

let isFromMascot: (url: string, secret: string, now?: number) => boolean
beforeAll(async () => {
  const docs = await readFile(new URL('../../../docs/staff.md', import.meta.url), 'utf8')
  const example = /```js\n([\s\S]*?)```/.exec(docs)?.[1]
  if (example === undefined) throw new Error('docs/staff.md shows how a shop checks the link')
  expect(example.trim().split('\n').length).toBeLessThanOrEqual(12)
  const folder = await mkdtemp(join(tmpdir(), 'mascot-link-'))
  await writeFile(join(folder, 'check.mjs'), example)
  ;({ isFromMascot } = await import(pathToFileURL(join(folder, 'check.mjs')).href))
  await rm(folder, { recursive: true })
})

describe('the link to what the shop knows', () => {
  it('names fan, platform and case, and passes the check that the docs give a shop, for a day', () => {
    const url = linkOf()(one) ?? ''
    const { searchParams } = new URL(url)
    expect(searchParams.get('fan')).toBe('a&b=c ü/7')
    expect(searchParams.get('platform')).toBe('telegram')
    expect(searchParams.get('case')).toBe('c-1')
    expect(isFromMascot(url, secret, NOW)).toBe(true)
    expect(isFromMascot(url, secret, NOW + 24 * HOUR_MS - 1)).toBe(true)
    expect(isFromMascot(url, secret, NOW + 24 * HOUR_MS)).toBe(false)
    // As a browser asks for it.
    expect(new URL(url).href).toBe(url)
  })

  it.each([
    ['another fan', (url: string) => url.replace('fan=a', 'fan=b')],
    ['a later end', (url: string) => url.replace(/exp=\d/, 'exp=9')],
    ['one more thing', (url: string) => url.replace('&sig=', '&admin=1&sig=')],
    ['another server', (url: string) => url.replace('shop.example', 'shop.evil')],
    ['no signature', (url: string) => url.replace(/&sig=.*/, '')],
    ['half a signature', (url: string) => url.slice(0, -2)],
  ])('does not pass with %s, or with another secret', (_, change) => {
    const url = linkOf()(one) ?? ''
    expect(isFromMascot(change(url), secret, NOW)).toBe(false)
    expect(isFromMascot(url, `${secret}!`, NOW)).toBe(false)
  })

  it('is signed in an address without a query, too', () => {
    const url = linkOf({ template: () => 'https://shop.example/fans/{fan}' })(one) ?? ''
    expect(url).toMatch(/^https:\/\/shop\.example\/fans\/[^?]*\?exp=\d+&sig=[0-9a-f]{64}$/)
    expect(isFromMascot(url, secret, NOW)).toBe(true)
  })

  it('is none without a secret, an address, or an account', () => {
    expect(linkOf({ secret: undefined })(one)).toBeUndefined()
    expect(linkOf({ template: () => undefined })(one)).toBeUndefined()
    expect(linkOf()({ id: one.id })).toBeUndefined()
  })

  it.each([
    ['http://shop.example/{fan}', /no https address/],
    ['https://shop.example/crm', /must have \{fan\}/],
    ['https://shop.example/{fan}?name={name}', /knows \{fan\}, \{platform\} and \{case\} alone/],
    ['https://shop.example/{fan}?exp=1', /must not have exp or sig/],
    ['https://shop.example/{fan}#top', /no # part/],
    ['https://{fan}.shop.example/', /name of the server/],
  ])('is refused where it could not be trusted: %s', (contextUrl, why) => {
    const parsed = personaSchema.safeParse({ name: 'Pip', brand: { name: 'Tidewater' }, handoff: { contextUrl } })
    expect(parsed.error?.issues.map(({ message }) => message).join('\n')).toMatch(why)
  })

  it('has a secret that nobody guesses, and that no log shows', () => {
    expect(() => parseConfig({ CONTEXT_LINK_SECRET: 'short' })).toThrow(/CONTEXT_LINK_SECRET must have 32 characters/)
    expect(parseConfig({ CONTEXT_LINK_SECRET: secret }).secrets).toContain(secret)
  })

  it('is a button on the card in the staff thread; no fan hears it, and no log holds it', async () => {
    await using chat = await startChat('coffee', {
      hasStaffChat: true,
      env: { CONTEXT_LINK_SECRET: secret },
      tune: (persona: Persona) => ({ ...persona, handoff: { ...persona.handoff, contextUrl: template } }),
    })
    const ana = chat.fan('Ana')
    const dana = chat.staff('Dana')
    await ana.says('can I speak to a person please')
    const heard = await ana.hears()
    await chat.mascot.settled()
    const card = dana.card()
    const url = card.kind === 'text' ? card.buttons?.find((button) => button.url)?.url : undefined
    expect(isFromMascot(url ?? '', secret)).toBe(true)
    expect(new URL(url ?? '').searchParams.get('fan')).toBe('Ana')
    expect(JSON.stringify(heard)).not.toContain('shop.example')
    expect(chat.logged.join('\n')).not.toContain('shop.example')
  })
})
