/** What an operator should know of the bot before it starts: who it is, what reaches it, and what it may do among staff. */
import type { Examined } from '#mascot'
import type { TelegramOptions } from '../options.ts'
import type { RawApi } from './api.ts'
import { failureOf } from './errors.ts'

type Asked = Pick<TelegramOptions, 'token' | 'webhook' | 'staffChat'>

/** Asks and changes nothing. Never throws: what cannot be asked is said. https://core.telegram.org/bots/api#getwebhookinfo */
export async function examine(
  api: Pick<RawApi, 'getMe' | 'getWebhookInfo' | 'getChat' | 'getChatMember'>,
  { token, webhook, staffChat }: Asked,
): Promise<readonly Examined[]> {
  const failed = (what: string, error: unknown): Examined => ({
    says: `${what}: ${failureOf(error, token).reason}`,
    isGood: false,
  })
  let id: number
  const found: Examined[] = []
  try {
    const me = await api.getMe()
    id = me.id
    const hears = me.can_read_all_group_messages
      ? 'hears all that is said in groups'
      : 'privacy mode is on: in groups only mentions, replies and commands reach it (@BotFather, /setprivacy)'
    found.push({ says: `@${me.username ?? ''}; ${hears}`, isGood: true })
    if (!me.can_join_groups)
      found.push({ says: 'it cannot be added to groups (@BotFather, /setjoingroups)', isGood: true })
  } catch (error) {
    return [failed('not reached', error)]
  }
  try {
    found.push(ofWebhook(await api.getWebhookInfo(), webhook?.url))
  } catch (error) {
    found.push(failed('it is not known whether a webhook is set', error))
  }
  if (staffChat === undefined) return found
  try {
    const chat = await api.getChat({ chat_id: staffChat })
    if (chat.type !== 'supergroup' || !chat.is_forum)
      return [...found, { says: 'TELEGRAM_STAFF_CHAT has no topics: switch Topics on in its settings', isGood: false }]
    const member = await api.getChatMember({ chat_id: staffChat, user_id: id })
    const isMaster = member.status === 'creator'
    const mayManage = isMaster || (member.status === 'administrator' && member.can_manage_topics !== false)
    const says = mayManage
      ? 'TELEGRAM_STAFF_CHAT: it may open topics there'
      : 'TELEGRAM_STAFF_CHAT: it may not open topics: make it an administrator there who may manage topics'
    return [...found, { says, isGood: mayManage }]
  } catch (error) {
    return [...found, failed('TELEGRAM_STAFF_CHAT', error)]
  }
}

interface WebhookInfo {
  readonly url?: string
  readonly pending_update_count?: number
  readonly last_error_message?: string
  readonly last_error_date?: number
}

function ofWebhook(info: WebhookInfo, ours: string | undefined): Examined {
  const { url = '', pending_update_count: waiting = 0, last_error_message: wrong } = info
  const queue = waiting > 0 ? `; ${waiting} updates wait at Telegram` : ''
  if (ours === undefined) {
    if (url === '') return { says: `is asked for updates (polling)${queue}`, isGood: true }
    return { says: `a webhook is set, at ${hostOf(url)}: starting takes it away${queue}`, isGood: true }
  }
  if (url === '') return { says: `no webhook is set yet: starting sets it${queue}`, isGood: true }
  if (url !== ours)
    return {
      says: `the webhook leads to ${hostOf(url)}, not to TELEGRAM_WEBHOOK_URL: starting sets it${queue}`,
      isGood: false,
    }
  if (wrong === undefined) return { says: `the webhook is set${queue}`, isGood: true }
  return { says: `the webhook is set, and Telegram says of it: ${wrong}${queue}`, isGood: false }
}

/** A path may hold a secret. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'an address that cannot be read'
}
