/** A platform that lets us speak only for a while after the fan: what leaves when, what waits, and what became of it. */
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../src/domain/durations.ts'
import { accountId, threadId } from '../../../src/domain/ids.ts'
import { type InboundMessage, type Outgoing, type ReviewedText, wordsOfOutgoing } from '../../../src/domain/message.ts'
import type { ReplyWindow } from '../../../src/domain/reply-window.ts'
import { createLog } from '../../../src/log.ts'
import { createDeliver } from '../../../src/outbox/deliver.ts'
import type { Adapter } from '../../../src/ports/adapter.ts'
import { createWake } from '../../../src/wake.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import {
  accept,
  answer,
  at,
  claimOne,
  message,
  type StoreUnderTest,
  says,
  settle,
} from '../../support/store-harness.ts'
import { createWindowedAdapter, createWindowedPlatform } from '../../support/windowed-platform.ts'

const ana = accountId('windowed', 'ana')
const thread = threadId('windowed', 'ana')
const byThread: ReplyWindow = {
  hangsOn: 'thread',
  opens: { message: { forMs: 48 * HOUR_MS, messages: 5 }, follow: { forMs: MINUTE_MS, messages: 3 } },
  personForMs: 7 * DAY_MS,
}
const byMessage: ReplyWindow = { hangsOn: 'message', opens: { message: { forMs: HOUR_MS, messages: 2 } } }
const person = { kind: 'person', name: 'Mia', id: 'telegram:mia' } as const

function open(under: StoreUnderTest, rule: ReplyWindow) {
  const clock = createManualClock({ startsAt: at.now })
  const platform = createWindowedPlatform(rule, clock)
  const adapter = createWindowedAdapter(platform)
  const { store } = under
  const onTelegram: string[] = []
  const telegram: Adapter = {
    platform: 'telegram',
    abilities: { maxLength: 4096, markdown: 'none', buttons: false },
    start: async () => {},
    stop: async () => {},
    send: async (sent) => ({ messageId: String(onTelegram.push(wordsOfOutgoing(sent))) }),
  }
  const options = () => ({
    now: clock.now(),
    burstMs: 0,
    windowOf: ({ surface }: { surface: 'direct' | 'group' }) => adapter.replyWindow?.(surface),
  })
  const deliver = createDeliver({
    outbox: store.outbox,
    adapterOf: (name) => (name === 'windowed' ? adapter : telegram),
    platforms: ['windowed', 'telegram'],
    apology: () => 'Sorry for the wait.' as ReviewedText,
    leaseMs: at.leaseMs,
    wake: createWake(clock),
    clock,
    log: createLog({ level: 'silent' }),
  })
  return {
    ...{ store, clock, platform, adapter, options, onTelegram },
    async says(text: string, more: Partial<InboundMessage> = {}) {
      platform.says('ana', text, more)
      const { message: heard } = platform.inbox.at(-1) ?? {}
      if (heard) await store.inbox.accept([heard], options())
    },
    /** The turn that is due ends with these words. */
    async answers(...outbox: Outgoing[]) {
      await settle(store, await claimOne(store, { now: clock.now() }), { outbox }, clock.now())
    },
    /** All that is due now is sent. */
    delivers: () => deliver.run(AbortSignal.abort()),
    /** What the fan sees. */
    seen: () => platform.sent.map(({ text }) => text),
    states: async () =>
      (await under.database.query("select state from messages where direction = 'out' order by id")).map(
        ({ state }) => state,
      ),
  }
}

export function replyWindowsContract(under: StoreUnderTest): void {
  describe('reply windows', () => {
    it('what comes too late waits, and leaves before anything else once the fan writes again, with a word of apology', async () => {
      const talk = open(under, byThread)
      await talk.says('where is my parcel?')
      talk.clock.advance(49 * HOUR_MS)
      await talk.answers(says('It is on its way.'))
      await talk.delivers()
      expect(talk.seen()).toEqual([])
      expect(await talk.states()).toEqual(['held'])
      expect(await talk.store.outbox.nextDueAt()).toBeUndefined()
      talk.clock.advance(HOUR_MS)
      await talk.says('hello?')
      await talk.answers(says('Hello again.'))
      await talk.delivers()
      expect(talk.seen()).toEqual(['Sorry for the wait.\nIt is on its way.', 'Hello again.'])
    })

    it('more than is left is joined, so that all of it arrives', async () => {
      const talk = open(under, byThread)
      await talk.says('tell me all')
      await talk.answers(...['1', '2', '3', '4', '5', '6', '7', '8'].map(says))
      await talk.delivers()
      expect(talk.seen()).toHaveLength(5)
      expect(talk.seen().join('\n').split('\n')).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
      expect(new Set(await talk.states())).toEqual(new Set(['sent']))
    })

    it('what cannot be joined to fit waits in its order', async () => {
      const talk = open(under, byThread)
      await talk.says('tell me all')
      const long = (nth: number) => says(`${nth} ${'x'.repeat(500)}`)
      await talk.answers(...[1, 2, 3, 4, 5, 6].map(long))
      await talk.delivers()
      expect(talk.seen().map(([first]) => first)).toEqual(['1', '2', '3', '4', '5'])
      expect((await talk.states()).at(-1)).toBe('held')
      await talk.says('go on')
      await talk.delivers()
      expect(talk.seen().at(-1)).toMatch(/^Sorry for the wait\.\n6 x/)
    })

    it('a person may write for longer than the bot, and is not held up by what the bot has to keep', async () => {
      const talk = open(under, byThread)
      await talk.says('is anybody there?')
      talk.clock.advance(3 * DAY_MS)
      await talk.answers(says('I am a bot.'), { ...says('Mia here, sorry.'), speaker: person } as Outgoing)
      await talk.delivers()
      expect(talk.seen()).toEqual(['Mia here, sorry.'])
      expect(await talk.states()).toEqual(['held', 'sent'])
    })

    it('names in private, too, the message on which it hangs, and goes over to another when that is used up', async () => {
      const talk = open(under, byMessage)
      await talk.says('one')
      await talk.says('two')
      await talk.answers({ ...says('to one'), replyTo: 'in-1' } as Outgoing, ...['a', 'b', 'c'].map(says))
      await talk.delivers()
      expect(talk.platform.sent.map(({ to, text }) => [to, text])).toEqual([
        ['in-1', 'to one'],
        ['in-2', 'a'],
        ['in-2', 'b'],
        ['in-1', 'c'],
      ])
    })

    it('where the platform shut the window before its time, nothing is tried again until the fan writes', async () => {
      const talk = open(under, byThread)
      await talk.says('hello')
      talk.platform.shuts('ana')
      await talk.answers(says('Hi.'))
      await talk.delivers()
      expect(await talk.states()).toEqual(['held'])
      talk.clock.advance(HOUR_MS)
      await talk.delivers()
      await talk.says('still there?')
      await talk.delivers()
      expect(talk.seen()).toEqual(['Sorry for the wait.\nHi.'])
    })

    it('what the bot had to say is of no use a day later, and what a person said still is', async () => {
      const talk = open(under, byThread)
      await talk.says('hello')
      talk.clock.advance(8 * DAY_MS)
      await talk.answers(says('bot'), { ...says('person'), speaker: person } as Outgoing)
      await talk.delivers()
      expect(await talk.states()).toEqual(['held', 'held'])
      talk.clock.advance(2 * DAY_MS)
      await talk.says('hello again')
      await talk.delivers()
      expect(talk.seen()).toEqual(['Sorry for the wait.\nperson'])
      expect(await talk.states()).toEqual(['dead', 'sent'])
    })

    it('a scan or a new follower opens it as the platform says, and no other event does', async () => {
      const talk = open(under, byThread)
      await talk.says('hello')
      talk.clock.advance(49 * HOUR_MS)
      await talk.answers(says('one'))
      await talk.delivers()
      const scan = { kind: 'reopened', threadId: thread, by: 'scan', at: talk.clock.now() } as const
      await talk.store.inbox.accept([], { ...talk.options(), events: [scan] })
      await talk.delivers()
      expect(talk.seen()).toEqual([])
      await talk.store.inbox.accept([], { ...talk.options(), events: [talk.platform.follows('ana')] })
      await talk.delivers()
      expect(talk.seen()).toEqual(['Sorry for the wait.\none'])
    })

    it('what the platform says later did not arrive waits, or is given up, with its reason', async () => {
      const talk = open(under, byThread)
      await talk.says('hello')
      await talk.answers(says('one'), says('two'))
      await talk.delivers()
      const [one, two] = talk.platform.sent.map(({ id }) => id)
      const event = { kind: 'undelivered', threadId: thread, at: talk.clock.now() } as const
      talk.platform.shuts('ana')
      await talk.store.inbox.accept([], {
        ...talk.options(),
        events: [
          { ...event, messageId: one ?? '', reason: 'the phone is off for good' },
          { ...event, messageId: two ?? '', reason: 'more than a day ago', isWindowClosed: true },
        ],
      })
      await talk.delivers()
      expect(await talk.states()).toEqual(['dead', 'held'])
      talk.clock.advance(1)
      await talk.says('hm?')
      await talk.delivers()
      expect(talk.seen().at(-1)).toBe('Sorry for the wait.\ntwo')
    })

    it('what is delivered once more opens nothing anew', async () => {
      const talk = open(under, byThread)
      await talk.says('hello')
      await talk.answers(...['1', '2', '3', '4', '5'].map(says))
      await talk.delivers()
      const heard = talk.platform.inbox[0]?.message
      if (heard) await talk.store.inbox.accept([heard], talk.options())
      const [row] = await under.database.query('select reply_windows from conversations')
      expect(JSON.parse(String(row?.reply_windows))).toMatchObject([{ left: 0 }])
    })

    it('news that may not be told there are told where the same fan can be told them', async () => {
      const talk = open(under, byThread)
      await accept(under.store, message('1'))
      await talk.says('hello')
      await under.database.query(
        `insert into links (id, brand, account_a, account_b, made_at) values ('1', 'pip', '${ana}', 'telegram:ana', 1)`,
      )
      talk.clock.advance(49 * HOUR_MS)
      const news = { ...says('It is mended.'), mayGoElsewhere: true } as Outgoing
      for (const claim of await talk.store.inbox.claim({ ...at, now: talk.clock.now() })) {
        const isHere = claim.conversation.threadId === thread
        await settle(talk.store, claim, { outbox: isHere ? [news, says('And this waits.')] : [] }, talk.clock.now())
      }
      await talk.delivers()
      expect(talk.seen()).toEqual([])
      expect(talk.onTelegram).toEqual(['It is mended.'])
      expect(await talk.states()).toEqual(['sent', 'held'])
    })

    it('a fan who is forgotten leaves nothing that waits', async () => {
      const talk = open(under, byThread)
      await talk.says('hello')
      talk.clock.advance(49 * HOUR_MS)
      await talk.answers(says('a secret word'))
      await talk.delivers()
      await talk.store.memory.forget(ana, {}, talk.clock.now())
      expect(await under.everything()).not.toContain('a secret word')
    })

    it('a platform without windows keeps no count of anything', async () => {
      await answer(under.store, message('1'), 'one')
      await accept(under.store, message('2'))
      const [row] = await under.database.query('select reply_windows from conversations')
      expect(row?.reply_windows).toBeNull()
    })
  })
}
