/** The circle: invitations that are written once, rounds with where they were asked, and what came of them. */
import { sql } from 'kysely'
import { answerIdOfRound, seenAs } from '../../domain/circle.ts'
import { accountId, type ConversationId, platformOf, type ThreadId } from '../../domain/ids.ts'
import type { Lang } from '../../domain/message.ts'
import type { Circle, CircleRound, Talk } from '../../ports/circle.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { indexable, parse, storable } from '../database/text.ts'
import { lockThreads } from '../heard/apply-events.ts'
import { readReports } from '../issues/read-reports.ts'
import { staffConversation, writeOutbox } from '../sent/write-outbox.ts'
import { changeStanding } from './change-standing.ts'
import { createCircleLinks } from './circle-links.ts'
import { keepPolled } from './circle-votes.ts'
import { keepFirstWord } from './first-words.ts'

interface RoundRow {
  number: number
  question: string
  options: string | null
  closed_at: number | null
}

export function createCircle(context: StoreContext): Circle {
  const { db, brand } = context
  return {
    links: createCircleLinks(context),

    async wasAskedIn(number, conversation) {
      const { rows } = await sql`select 1 from circle_posts where conversation_id = ${conversation} and brand = ${brand}
        and number = cast(${number} as integer) limit 1`.execute(db)
      return rows.length > 0
    },

    async talkWith(account) {
      const { rows } = await sql<{ id: ConversationId; thread_id: ThreadId; lang: Lang | null }>`
        select id, thread_id, lang from conversations where brand = ${brand} and account_id = ${account}
          and surface = 'direct' and closed_reason is null order by touched_at desc limit 1`.execute(db)
      return rows.map(
        ({ id, thread_id: threadId, lang }): Talk => ({
          conversation: id,
          threadId,
          ...(lang === null ? {} : { lang }),
        }),
      )[0]
    },

    async invite(account, { conversation, threadId }, outgoing, now) {
      const isAsked = await context.transaction(async (trx) => {
        await lockThreads(context, trx, [threadId])
        await context.alone(trx, `circle ${brand} ${account}`)
        const { rows } = await sql`select 1 from standings where brand = ${brand} and account_id = ${account}
          and circle is not null`.execute(trx)
        if (rows.length > 0) return false
        await changeStanding(context, trx, { kind: 'circle', account, answer: 'asked' }, now)
        await keepFirstWord(context, trx, { reason: 'circle-invitation', conversation, accountId: account }, now)
        await writeOutbox(trx, conversation, outgoing, now)
        return true
      })
      if (isAsked) context.notify('outbox')
      return isAsked
    },

    async members() {
      const { rows } = await sql<{ count: number }>`select count(*) as count from standings
        where brand = ${brand} and circle = 'yes'`.execute(db)
      return Number(rows[0]?.count ?? 0)
    },

    async ask({ question, options, by }, posts, now) {
      const asked = await context.transaction(async (trx) => {
        await lockThreads(
          context,
          trx,
          posts.map(({ threadId }) => threadId),
        )
        await context.alone(trx, `circle ${brand}`)
        const open = await alike(context, trx, [question, ...(options ?? [])])
        if (open !== undefined) return { number: open, isOpenAlready: true }
        const next = await nextNumber(context, trx)
        const values = { brand, number: next, question: storable(question), asked_by: storable(by), at: now }
        await trx
          .insertInto('circle_rounds')
          .values({ ...values, options: options ? JSON.stringify(options) : null, closed_at: null })
          .execute()
        for (const { threadId, outgoing } of posts) {
          const conversation = await staffConversation(context, trx, threadId, now)
          for (const row of await writeOutbox(trx, conversation, outgoing(next), now))
            await trx
              .insertInto('circle_posts')
              .values({ brand, number: next, conversation_id: conversation, message_row: row })
              .execute()
          await keepFirstWord(context, trx, { reason: 'circle-question', conversation }, now)
        }
        return { number: next, isOpenAlready: false }
      })
      if (!asked.isOpenAlready) context.notify('outbox')
      return asked
    },

    async askedBy(conversation, messageId) {
      const id = indexable(messageId)
      const { rows } = await sql<RoundRow>`
        select circle_rounds.number, question, options, closed_at from circle_posts
          join messages on messages.id = circle_posts.message_row
          join circle_rounds on circle_rounds.brand = circle_posts.brand and circle_rounds.number = circle_posts.number
        where circle_posts.conversation_id = ${conversation} and circle_posts.brand = ${brand} and messages.message_id = ${id}
          and closed_at is null`.execute(db)
      return rows.map(roundOf)[0]
    },

    async get(number) {
      const [round] = (await rounds(context, sql`and number = ${number}`, 1)) ?? []
      if (!round) return undefined
      const suggestions = await readReports(
        db,
        sql`reports.brand = ${brand} and reports.answer_id = ${answerIdOfRound(number)} and reports.kind = 'suggestion' order by reports.id`,
      )
      const { rows } = await sql<{ choice: number; count: number }>`select choice, count(*) as count from circle_votes
        where brand = ${brand} and number = ${number} group by choice`.execute(db)
      const votes = (round.options ?? []).map((_, at) =>
        Number(rows.find(({ choice }) => Number(choice) === at)?.count ?? 0),
      )
      return { ...round, suggestions, votes }
    },

    list: (limit) => rounds(context, sql``, limit),

    async asked(number) {
      const { rows } = await sql<{ thread_id: ThreadId; message_id: string }>`
        select conversations.thread_id, messages.message_id from circle_posts
          join messages on messages.id = circle_posts.message_row
          join conversations on conversations.id = circle_posts.conversation_id
        where circle_posts.brand = ${brand} and circle_posts.number = cast(${number} as integer) and messages.message_id is not null
        order by messages.id`.execute(db)
      return rows.map(({ thread_id: threadId, message_id: messageId }) => ({ threadId, messageId }))
    },

    async keepPolled(number, thread, votes, now) {
      const platform = accountId(platformOf(thread), '')
      await context.transaction((trx) => keepPolled(context, trx, { number, platform, votes }, now))
    },

    async close(number, posts, now) {
      const isClosed = await context.transaction(async (trx) => {
        await lockThreads(
          context,
          trx,
          posts.map(({ threadId }) => threadId),
        )
        const { rows } = await sql`update circle_rounds set closed_at = cast(${now} as bigint)
          where brand = ${brand} and number = ${number} and closed_at is null returning number`.execute(trx)
        if (rows.length === 0) return false
        for (const { threadId, outgoing } of posts) {
          const conversation = await staffConversation(context, trx, threadId, now)
          await writeOutbox(trx, conversation, outgoing, now)
          await keepFirstWord(context, trx, { reason: 'circle-result', conversation }, now)
        }
        return true
      })
      if (isClosed && posts.length > 0) context.notify('outbox')
      return isClosed
    },
  }
}

async function rounds({ db, brand }: StoreContext, which: ReturnType<typeof sql>, limit: number) {
  const { rows } = await sql<RoundRow>`select number, question, options, closed_at from circle_rounds
    where brand = ${brand} ${which} order by number desc limit ${limit}`.execute(db)
  return rows.map(roundOf)
}

/** The open round whose question, and choices in their order, look just so. */
async function alike({ brand }: StoreContext, trx: Connection, asks: readonly string[]): Promise<number | undefined> {
  const { rows } = await sql<RoundRow>`select number, question, options, closed_at from circle_rounds
    where brand = ${brand} and closed_at is null order by number`.execute(trx)
  const seen = (texts: readonly string[]) => JSON.stringify(texts.map(seenAs))
  return rows.map(roundOf).find(({ question, options = [] }) => seen([question, ...options]) === seen(asks))?.number
}

async function nextNumber({ brand }: StoreContext, trx: Connection): Promise<number> {
  const { rows } = await sql<{
    last: number | null
  }>`select max(number) as last from circle_rounds where brand = ${brand}`.execute(trx)
  return Number(rows[0]?.last ?? 0) + 1
}

function roundOf({ number, question, options, closed_at }: RoundRow): CircleRound {
  return {
    number: Number(number),
    question,
    isOpen: closed_at === null,
    ...(options === null ? {} : { options: parse<readonly string[]>(options) }),
  }
}
