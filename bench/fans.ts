/**
 * What joining accounts, `/mydata`, the pages of a community and its export take among many fans, in processor time of this process (the database
 * included: SQLite).
 *
 * node bench/fans.ts [--fans 100000] [--messages 10] [--rounds 40]
 *
 * Half of the fans have a second account joined. Each line: milliseconds in the middle and at worst.
 */

import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { fansLeadPage } from '../adapters/desk/leads/community/fans-page.ts'
import { healthLeadPage } from '../adapters/desk/leads/community/health-page.ts'
import { worksLeadPage } from '../adapters/desk/leads/community/works-page.ts'
import type { LeadPage } from '../adapters/desk/leads/lead-page.ts'
import { fansPage } from '../adapters/fans/index.ts'
import { own } from '../adapters/fans/own-page.ts'
import { systemClock } from '../src/clock.ts'
import { countHealth } from '../src/community/health.ts'
import { writeLines } from '../src/community/portable/write-lines.ts'
import { type AccountId, accountId, type TurnId, threadId } from '../src/domain/ids.ts'
import type { LinkChange } from '../src/domain/link.ts'
import { ownRows } from '../src/engine/recall/data-files.ts'
import { createLog } from '../src/log.ts'
import { loadPersona } from '../src/persona/load/load.ts'
import type { Store } from '../src/ports/store.ts'
import { createCommunityView } from '../src/program/community-view.ts'
import { faceOf } from '../src/program/face.ts'
import { fanPageWords } from '../src/program/fan-page-words.ts'
import { openStore } from '../src/store/open-store.ts'
import { fill } from '../test/support/fill-database.ts'

const brand = 'pip'
const at = Date.UTC(2026, 10, 18, 12)
const { values } = parseArgs({
  options: {
    fans: { type: 'string', default: '100000' },
    messages: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '40' },
  },
})
const rounds = Number(values.rounds)
const folder = mkdtempSync(join(tmpdir(), 'mascot-fans-'))
try {
  const file = join(folder, 'mascot.db')
  const fans = Number(values.fans)
  await fill(`sqlite:${file}`, {
    brand,
    at,
    conversations: fans,
    messages: Number(values.messages),
    open: 100,
    closed: 1_000,
  })
  const known = addSeconds(file)
  await using store = await openStore(`sqlite:${file}`, { brand })
  console.log(`${fans} fans, ${known.length} of them joined to a second account, ${values.messages} messages each`)
  const some = (round: number) => known[(round * 7_919) % known.length] as AccountId
  await measure('who is joined to an account', (round) => store.links.joinedTo(some(round)))
  await measure('/mydata, both files', async (round) => {
    const own = ownRows(await store.memory.exportFan(some(round)))
    return JSON.stringify(own, null, 1)
  })
  await measure('/link, from the code to the word of both', (round) => linked(store, round))
  await measurePages(store, some)
  await measureExport(store)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Every second fan has written on Discord too, and joined both. Returns their first accounts. */
function addSeconds(file: string): AccountId[] {
  const db = new DatabaseSync(file)
  db.exec(`
    insert into fans (id, brand, consent, lang, created_at) select 'second ' || id, brand, consent, lang, created_at from fans
      where rowid % 2 = 0;
    insert into accounts (brand, id, fan_id, name, created_at) select brand, replace(id, 'telegram:', 'discord:'), 'second ' || fan_id,
      name, created_at from accounts where fan_id in (select id from fans where rowid % 2 = 0) and id like 'telegram:%'
      and exists (select 1 from fans as seconds where seconds.id = 'second ' || accounts.fan_id);
    insert into links (id, brand, account_a, account_b, made_at) select 'link ' || id, brand, replace(id, 'discord:', 'telegram:'), id,
      created_at from accounts where id like 'discord:%';`)
  const rows = db.prepare(`select account_a as id from links order by id`).all()
  db.close()
  return rows.map(({ id }) => String(id) as AccountId)
}

async function measure(what: string, work: (round: number) => Promise<unknown>): Promise<void> {
  const took: number[] = []
  await work(rounds + 1)
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage()
    await work(round)
    took.push(cpuMs(before))
  }
  took.sort((a, b) => a - b)
  const middle = took[Math.floor(took.length / 2)] ?? 0
  console.log(
    `${what.padEnd(46)} ${middle.toFixed(2).padStart(8)} ${(took.at(-1) ?? 0).toFixed(2).padStart(8)} ms of processor time`,
  )
}

/** Each as its text, with what is read for it; and what is counted for the page of health, which is done beside it. */
async function measurePages(store: Store, some: (round: number) => AccountId): Promise<void> {
  const persona = await loadPersona(fileURLToPath(new URL('../personas/coffee', import.meta.url)))
  const terms = { licence: { en: 'You may.' }, months: 12, asks: true, gallery: true }
  const open = { ...persona, community: { ...persona.community, works: terms } }
  const log = createLog({ level: 'error' })
  const nobody = {
    view: { file: async () => undefined },
    forget: async () => undefined,
    forgetPictures: async () => undefined,
  }
  const community = createCommunityView({ store, persona: () => open, clock: systemClock, log, ...nobody })
  const face = () => faceOf(open)
  const context = {
    community,
    face,
    log,
    fanWords: (accepted?: string) => fanPageWords(accepted, 'en'),
    view: { timeZone: () => 'UTC' },
  } as never
  const session = { csrf: 'x', staff: { id: 'desk:dana', name: 'Dana' } } as never
  const lead = async ({ views }: LeadPage, nth: number, given: Record<string, string> = {}) => {
    const query = (name: string) => given[name]
    const asked = { context, session, param: (name: string) => query(name) ?? '', query }
    const shown = await views[nth]?.show(asked)
    return shown && 'body' in shown ? String(await shown.body) : ''
  }
  await measure('page: fans, the first', () => lead(fansLeadPage, 0))
  await measure('page: fans, one in the middle', (round) => lead(fansLeadPage, 0, { page: String(900 + round) }))
  await measure('page: fans, searched', (round) => lead(fansLeadPage, 0, { search: `n ${round}` }))
  await measure('page: one fan', (round) => lead(fansLeadPage, 1, { account: some(round) }))
  await measure('page: works', () => lead(worksLeadPage, 0))
  await store.keyValues.set('community::health', JSON.stringify(await countHealth(store.fanViews, Date.now(), 'en')))
  await measure('page: health', () => lead(healthLeadPage, 0))
  const [gallery] = fansPage(context).filter(({ path }) => path === '/works/*')
  await measure(
    'page: the gallery',
    async () => await gallery?.handle(new Request('http://x/works/')).then((one) => one.text()),
  )
  await measure('page: a fan’s own', async (round) => {
    const account = some(round)
    await store.ownLinks.keep(`hash ${round}`, account, Number.MAX_SAFE_INTEGER)
    const held = await store.fanViews.held(account)
    const shown = { works: await store.works.ofFan(account), standing: await store.standings.of(account) }
    return (
      held &&
      String(await own({ page: 'x', held, ...shown, titles: [] }, { face: face(), words: fanPageWords('en', 'en') }))
    )
  })
  const before = process.cpuUsage()
  await countHealth(store.fanViews, Date.now(), 'en')
  console.log(
    `counting the health, in small steps             ${cpuMs(before).toFixed(0).padStart(8)} ms of processor time`,
  )
}

async function measureExport(store: Store): Promise<void> {
  const before = process.cpuUsage()
  let bytes = 0
  for await (const line of writeLines(store.portables.all(), { brand, exportedAt: at })) bytes += line.length
  const took = cpuMs(before)
  console.log(
    `the whole as a file, ${(bytes / 1e6).toFixed(1)} MB                     ${took.toFixed(0).padStart(8)} ms of processor time`,
  )
}

function cpuMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** Four turns: a code offered, taken, agreed to by the second, and by the first. */
async function linked(store: Store, round: number): Promise<void> {
  const [from, by] = [accountId('telegram', `new-${round}`), accountId('discord', `new-${round}`)]
  const id = randomUUID()
  const expiresAt = at + 300_000
  const turn = async (account: AccountId, change: (conversation: never) => LinkChange) => {
    const thread = threadId(account.startsWith('t') ? 'telegram' : 'discord', `new-${round}`)
    const author = { accountId: account, name: 'New', isBot: false }
    const said = {
      id: randomUUID(),
      threadId: thread,
      sentAt: at,
      author,
      surface: 'direct',
      text: '/link',
      isMention: true,
    } as const
    await store.inbox.accept([said], { now: at, burstMs: 0 })
    for (const claim of await store.inbox.claim({ now: at, leaseMs: 60_000, limit: 10 })) {
      const rows = claim.unread.map(({ row }) => row)
      const link = change(claim.conversation.id as never)
      const decision = { kind: 'silent', reason: 'acknowledgement', alternatives: [], flags: [] } as const
      await store.inbox.settle(
        claim,
        { id: randomUUID() as string as TurnId, rows },
        { outbox: [], decision, link },
        at,
      )
    }
  }
  await turn(from, (conversation) => ({
    kind: 'offered',
    id,
    account: from,
    conversation,
    codeHash: id,
    isOpen: false,
    expiresAt,
  }))
  await store.links.byCode(id)
  await turn(by, (conversation) => ({ kind: 'taken', id, account: by, conversation, expiresAt }))
  await turn(by, () => ({ kind: 'agreed', id, expiresAt }))
  await turn(from, () => ({ kind: 'joined', id }))
  const joined = await store.links.joinedTo(by)
  if (joined.length !== 1) throw new Error('they are not joined')
}
