/** What Telegram's refusals mean, in words for the operator and without the token, and whether trying again helps. */
import { GrammyError, HttpError } from 'grammy'
import { MINUTE_MS, SendError } from '#mascot'

export type FailureKind =
  /** The fan blocked us or is gone, we were removed, or there is no such chat. */
  | 'chat-gone'
  | 'topic-gone'
  | 'no-rights'
  | 'too-long'
  | 'reply-gone'
  | 'message-gone'
  | 'not-modified'
  | 'no-text-to-edit'
  | 'media-refused'
  | 'reaction-refused'
  | 'button-refused'
  | 'moved'
  | 'flood'
  | 'token-refused'
  | 'conflict'
  | 'refused'
  /** Network trouble or a fault of the server: nobody knows yet whether the call took effect. */
  | 'unavailable'

export interface Failure {
  readonly kind: FailureKind
  /** For the operator: what happened and what to do. */
  readonly reason: string
  readonly isPermanent: boolean
  readonly retryAfterMs?: number
  /** The chat's new id, of `moved`. */
  readonly movedTo?: number
}

/**
 * First match wins. The texts are the server's own (telegram-bot-api, Client.cpp and tdlib), matched loosely because they
 * change between versions.
 */
const refusals: readonly (readonly [RegExp, FailureKind, string])[] = [
  [/bot was blocked by the user|USER_IS_BLOCKED/i, 'chat-gone', 'the fan blocked the bot'],
  [/user is deactivated|INPUT_USER_DEACTIVATED/i, 'chat-gone', 'the fan’s Telegram account is deleted'],
  [
    /bot was kicked|bot is not a member|CHANNEL_PRIVATE|CHAT_FORBIDDEN/i,
    'chat-gone',
    'the bot was removed from the chat',
  ],
  [/group chat was deleted|chat was deactivated|group is deactivated/i, 'chat-gone', 'the group was deleted'],
  [
    /can't initiate conversation|can't send messages to bots|chat not found|PEER_ID_INVALID|user not found|CHAT_ID_INVALID/i,
    'chat-gone',
    'Telegram knows no such chat for this bot: a fan has to press Start first, a group has to have the bot as a member',
  ],
  [
    /message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID|MESSAGE_THREAD_INVALID|topic not found/i,
    'topic-gone',
    'the topic was deleted',
  ],
  [/TOPIC_CLOSED/i, 'topic-gone', 'the topic is closed: reopen it, or give the bot the right to manage topics'],
  [
    /not enough rights to send (?!text)|CHAT_SEND_(?!PLAIN)\w+_FORBIDDEN|VOICE_MESSAGES_FORBIDDEN/i,
    'media-refused',
    'such a file may not be sent there: check the bot’s rights in the chat (docs/telegram.md, Permissions)',
  ],
  [
    new RegExp(
      [
        String.raw`not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|CHAT_SEND_\w+_FORBIDDEN`,
        'administrator rights|CHAT_ADMIN_REQUIRED|USER_RESTRICTED|MESSAGE_DELETE_FORBIDDEN',
        `message can't be deleted|can't (?:write|send|post)`,
      ].join('|'),
      'i',
    ),
    'no-rights',
    'the bot may not do this here: check its rights in the chat (docs/telegram.md, Permissions)',
  ],
  [
    /message is too long|caption is too long|MESSAGE_TOO_LONG|MEDIA_CAPTION_TOO_LONG/i,
    'too-long',
    'the text is too long',
  ],
  [/(?:repl(?:y|ied)|replied to).*not found|REPLY_MESSAGE_ID_INVALID/i, 'reply-gone', 'the message replied to is gone'],
  [
    /message is not modified|MESSAGE_NOT_MODIFIED|TOPIC_NOT_MODIFIED/i,
    'not-modified',
    'the message reads like this already',
  ],
  [/no text in the message to edit/i, 'no-text-to-edit', 'the message is a picture with a caption'],
  [
    /REACTION_INVALID|REACTIONS?_TOO_MANY|REACTION_EMPTY/i,
    'reaction-refused',
    'this reaction is not allowed in the chat',
  ],
  [
    /message (?:to edit|to react|to delete)?\s?(?:was )?not found|message can't be edited|MESSAGE_ID_INVALID|MESSAGE_AUTHOR_REQUIRED/i,
    'message-gone',
    'the message is gone or cannot be changed any more',
  ],
  [
    new RegExp(
      [
        `wrong (?:file|remote file|http url|type of)|failed to get http url|can't upload file`,
        "type of file mismatch|can't be mixed|as an album",
        String.raw`IMAGE_PROCESS_FAILED|PHOTO_\w+|STICKER_\w+|MEDIA_(?:INVALID|EMPTY)|WEBPAGE_\w+|file is too big|Request Entity Too Large`,
        'EXTERNAL_URL_INVALID',
      ].join('|'),
      'i',
    ),
    'media-refused',
    'Telegram cannot use the file',
  ],
  [/BUTTON_\w+|reply markup|inline keyboard button/i, 'button-refused', 'Telegram refuses a button'],
]

/** @param token is masked wherever it turns up */
export function failureOf(error: unknown, token: string): Failure {
  if (error instanceof GrammyError) return refusalOf(error, token)
  const wrapped = error instanceof HttpError ? error.error : error
  const detail = wrapped instanceof Error ? wrapped.message : String(wrapped)
  if (wrapped instanceof Error && 'code' in wrapped && (wrapped.code === 'ENOENT' || wrapped.code === 'EACCES'))
    return { kind: 'media-refused', reason: `the file cannot be read: ${detail}`, isPermanent: true }
  return { kind: 'unavailable', reason: `Telegram could not be reached: ${scrub(detail, token)}`, isPermanent: false }
}

function refusalOf({ error_code: code, description, parameters }: GrammyError, token: string): Failure {
  const said = scrub(String(description), token)
  if (code === 429) {
    const seconds = parameters?.retry_after ?? 1
    return {
      kind: 'flood',
      reason: `Telegram asks to wait ${seconds} s`,
      isPermanent: false,
      retryAfterMs: seconds * 1000,
    }
  }
  if (parameters?.migrate_to_chat_id !== undefined)
    return {
      kind: 'moved',
      reason: 'the group became a supergroup',
      isPermanent: false,
      movedTo: parameters.migrate_to_chat_id,
    }
  // 404 is what the server says to a token it never issued.
  if (code === 401 || (code === 404 && /^not found$/i.test(said)))
    return { kind: 'token-refused', reason: tokenRefused, isPermanent: false, retryAfterMs: MINUTE_MS }
  if (code === 409) return { kind: 'conflict', reason: conflict(said), isPermanent: false }
  if (code >= 500) return { kind: 'unavailable', reason: `Telegram has a fault: ${said}`, isPermanent: false }
  const match = refusals.find(([pattern]) => pattern.test(said))
  if (match) return { kind: match[1], reason: `${match[2]} (${said})`, isPermanent: true }
  return { kind: 'refused', reason: `Telegram refused it: ${said}`, isPermanent: true }
}

const tokenRefused =
  'Telegram does not accept TELEGRAM_BOT_TOKEN: compare it with the one @BotFather shows under /mybots → API Token'

function conflict(said: string): string {
  return /webhook/i.test(said)
    ? 'a webhook is set for this bot while it polls'
    : 'another program polls with the same TELEGRAM_BOT_TOKEN: stop it, or give it a bot of its own'
}

/** A token stands in the URL of every call, so also in the messages of network errors. */
function scrub(text: string, token: string): string {
  return text.replaceAll(token, '[token]').replaceAll(encodeURIComponent(token), '[token]')
}

export function sendErrorOf({ kind, reason, isPermanent, retryAfterMs }: Failure): SendError {
  const isMediaRefused = kind === 'media-refused'
  return new SendError(reason, { isPermanent, isMediaRefused, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) })
}
