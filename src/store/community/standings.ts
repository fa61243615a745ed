/** What sets a fan apart, read: evidence that was written down, and reactions that stand beside answers of theirs. */
import { type RawBuilder, sql } from 'kysely'
import { DAY_MS } from '../../domain/durations.ts'
import type { AccountId, ConversationId } from '../../domain/ids.ts'
import type { Choices, CircleAnswer, Evidence, EvidenceWhat, Standing } from '../../domain/standing.ts'
import type { Standings } from '../../ports/standings.ts'
import type { StoreContext } from '../database/context.ts'
import { parse } from '../database/text.ts'
import { joinedAccounts } from './joined-accounts.ts'

interface EvidenceRow {
  what: EvidenceWhat
  at: number
  weight: number
  conversation_id: ConversationId
  surface: 'direct' | 'group'
  by_account: AccountId | null
}

/** A reaction is less than words. */
const REACTION_WEIGHT = 0.5
/** Of the answers of one fan that are looked at for reactions. */
const ANSWERS_READ = 500
const MOST_REACTIONS = 50

export function createStandings(context: StoreContext): Standings {
  const { db, brand } = context
  return {
    async of(account) {
      const accounts = await joinedAccounts(context, db, account)
      const among = sql`(${sql.join(accounts)})`
      const choices = await choicesOf(context, among)
      if (choices.offAt !== undefined) return { choices, evidence: [] }
      const { rows } = await sql<EvidenceRow>`
        select what, evidence.at, evidence.weight, conversation_id, surface, by_account from evidence
          join conversations on conversations.id = evidence.conversation_id
        where evidence.brand = ${brand} and evidence.account_id in ${among}`.execute(db)
      const others = new Set(rows.flatMap(({ by_account }) => by_account ?? []))
      const fans = new Map<AccountId, string>()
      for (const other of others)
        if (!fans.has(other)) {
          const theirs = await joinedAccounts(context, db, other)
          for (const one of theirs) fans.set(one, other)
        }
      const written = rows.map(({ what, at, weight, conversation_id: conversation, surface, by_account }): Evidence => {
        const by = by_account === null ? undefined : fans.get(by_account)
        const seen = { what, at: Number(at), weight: Number(weight), conversation, isPublic: surface === 'group' }
        return by === undefined ? seen : { ...seen, by }
      })
      const evidence = [...written, ...(await reactionsTo(context, among))].toSorted((a, b) => b.at - a.at)
      return { choices, evidence } satisfies Standing
    },
  }
}

interface ChoicesRow {
  off_at: number | null
  hidden_at: number | null
  first_at: number | null
  first_off_at: number | null
  said_no: number
  circle: CircleAnswer | null
}

/** Who does not let things be remembered has nothing of this kept either. Of several accounts the narrowest choice holds. */
async function choicesOf({ db, brand }: StoreContext, among: RawBuilder<unknown>): Promise<Choices> {
  const { rows } = await sql<ChoicesRow>`
    select max(off_at) as off_at, max(hidden_at) as hidden_at, max(first_at) as first_at, max(first_off_at) as first_off_at,
      (select count(*) from accounts join fans on fans.id = accounts.fan_id
        where accounts.brand = ${brand} and accounts.id in ${among} and fans.consent = 'no') as said_no,
      (select circle from standings as latest where latest.brand = ${brand} and latest.account_id in ${among}
        and circle is not null order by case when circle = 'no' then 0 else 1 end, circle_at desc limit 1) as circle
    from standings where brand = ${brand} and account_id in ${among}`.execute(db)
  const [row] = rows
  if (row === undefined) return {}
  const off = row.off_at === null ? (Number(row.said_no) > 0 ? 0 : undefined) : Number(row.off_at)
  return {
    ...(off === undefined ? {} : { offAt: off }),
    ...(Number(row.said_no) > 0 ? { saidNo: true } : {}),
    ...(row.hidden_at === null ? {} : { hiddenAt: Number(row.hidden_at) }),
    ...(row.first_at === null || row.first_off_at !== null ? {} : { firstAt: Number(row.first_at) }),
    ...(row.circle === null ? {} : { circle: row.circle }),
  }
}

const kind = new Set([
  '👍',
  '❤',
  '❤️',
  '🔥',
  '👏',
  '🙏',
  '💯',
  '🎉',
  '🤩',
  '🏆',
  '🥰',
  '😍',
  '💪',
  '✅',
  '⭐',
  '🫶',
  '🤝',
  '👌',
])

/** To an answer to another member, in a group; of each member once a week, whatever they react to. */
async function reactionsTo({ db, brand }: StoreContext, among: RawBuilder<unknown>): Promise<readonly Evidence[]> {
  const { rows } = await sql<{ at: number; by: AccountId; emojis: string; conversation_id: ConversationId }>`
    select reactions.at, reactions.account_id as by, reactions.emojis, answers.conversation_id
    from (select messages.conversation_id, messages.message_id from messages
        join conversations on conversations.id = messages.conversation_id
      where messages.account_id in ${among} and messages.direction = 'in' and messages.message_id is not null
        and messages.body like '%"replyTo":%' and messages.body like '%"isToBot":false%'
        and conversations.brand = ${brand} and conversations.surface = 'group'
      order by messages.id desc limit ${ANSWERS_READ}) as answers
    join reactions on reactions.conversation_id = answers.conversation_id and reactions.message_id = answers.message_id
    where reactions.account_id not in ${among} order by reactions.at desc`.execute(db)
  const once = new Map<string, Evidence>()
  for (const { at, by, emojis, conversation_id: conversation } of rows) {
    const key = `${by} ${weekOf(Number(at))}`
    if (once.has(key) || !parse<readonly string[]>(emojis).some((emoji) => kind.has(emoji))) continue
    once.set(key, { what: 'reacted', at: Number(at), weight: REACTION_WEIGHT, conversation, isPublic: true })
    if (once.size === MOST_REACTIONS) break
  }
  return [...once.values()]
}

/** Counted from the epoch. */
function weekOf(at: number): number {
  return Math.floor(at / (7 * DAY_MS))
}
