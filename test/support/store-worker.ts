/**
 * A process that accepts, claims, settles and delivers, to be killed at any moment.
 * Arguments: database URL, file for what is sent, life (its number: each later life begins an hour after the one before,
 * so that the leases of the killed one have run out), how many messages to accept, after how many steps to kill itself if
 * nobody did: a parent on a busy machine may be late.
 * Message n goes to thread n % threads, and is answered by its own id. Every step is told on standard output.
 */
import { appendFileSync } from 'node:fs'
import { accountId, type TurnId, threadId } from '../../src/domain/ids.ts'
import type { InboundMessage, ReviewedText } from '../../src/domain/message.ts'
import type { Claim } from '../../src/ports/inbox.ts'
import type { Store } from '../../src/ports/store.ts'
import { openStore } from '../../src/store/open-store.ts'

const [url = '', sentFile = '', life = '0', messages = '0', last = 'Infinity'] = process.argv.slice(2)
const threads = 7
const batch = 5
const leaseMs = 60_000
let told = 0
let now = 1_000_000 + Number(life) * 3_600_000

const store = await openStore(url, { brand: 'pip' })
tell('open')
let accepted = Number((await store.inbox.cursor('worker')) ?? 0)
while (
  accepted < Number(messages) ||
  (await store.inbox.nextDueAt()) !== undefined ||
  (await store.outbox.nextDueAt()) !== undefined
) {
  await Promise.all([acceptSome(store), settleSome(store), deliverSome(store)])
  now += 1
}
await store[Symbol.asyncDispose]()
tell('done')

/** As a platform does: the messages after the committed cursor come, some of them again. */
async function acceptSome({ inbox }: Store): Promise<void> {
  const until = Math.min(accepted + batch, Number(messages))
  if (until === accepted) return
  const again = Math.max(0, accepted - 3)
  const numbers = Array.from({ length: until - again }, (_, index) => again + index)
  await inbox.accept(numbers.map(inbound), { now, burstMs: 0, cursor: { name: 'worker', value: String(until) } })
  accepted = until
  tell(`accepted ${until}`)
}

function inbound(number: number): InboundMessage {
  const name = String(number % threads)
  const author = { accountId: accountId('test', name), name, isBot: false }
  return {
    id: String(number),
    threadId: threadId('test', name),
    sentAt: now,
    author,
    surface: 'direct',
    text: '',
    isMention: false,
  }
}

async function settleSome({ inbox }: Store): Promise<void> {
  const claims = await inbox.claim({ now, leaseMs, limit: 3 })
  await Promise.all(claims.map((claim) => settleOne(claim)))
}

async function settleOne(claim: Claim): Promise<void> {
  const turn = `${life}-${claim.lease}-${claim.unread[0].row}` as TurnId
  const outbox = claim.unread.map(
    ({ id }) => ({ kind: 'text', text: id as ReviewedText, speaker: { kind: 'bot' } }) as const,
  )
  const decision = { kind: 'silent', reason: 'spam', alternatives: [], flags: [] } as const
  const rows = claim.unread.map(({ row }) => row)
  if (await store.inbox.settle(claim, { id: turn, rows }, { outbox, decision }, now)) tell('settled')
}

async function deliverSome({ outbox }: Store): Promise<void> {
  const parcels = await outbox.due({ now, leaseMs, limit: 3 })
  for (const parcel of parcels) {
    const { message } = parcel
    if (message.kind === 'text') appendFileSync(sentFile, `${message.threadId} ${message.id} ${message.text}\n`)
    await outbox.sent(parcel, `platform-${message.id}`, now)
    tell('sent')
  }
}

function tell(step: string): void {
  process.stdout.write(`${step}\n`)
  told += 1
  if (told === Number(last)) process.kill(process.pid, 'SIGKILL')
}
