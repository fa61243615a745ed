/** What Telegram's refusals mean. The descriptions are the server's own, from telegram-bot-api and tdlib. */
import { GrammyError, HttpError } from 'grammy'
import { describe, expect, it } from 'vitest'
import { failureOf, sendErrorOf } from '../../../adapters/telegram/wire/errors.ts'

const TOKEN = '7000000001:AAF-secret_secret_secret_0000000'
const refused = (code: number, description: string, parameters = {}) =>
  failureOf(
    new GrammyError('Call failed', { ok: false, error_code: code, description, parameters }, 'sendMessage', {}),
    TOKEN,
  )

const table: readonly (readonly [number, string, string, boolean])[] = [
  [403, 'Forbidden: bot was blocked by the user', 'chat-gone', true],
  [403, 'Forbidden: user is deactivated', 'chat-gone', true],
  [403, 'Forbidden: bot was kicked from the supergroup chat', 'chat-gone', true],
  [403, 'Forbidden: bot was kicked from the group chat', 'chat-gone', true],
  [403, 'Forbidden: bot is not a member of the supergroup chat', 'chat-gone', true],
  [403, 'Forbidden: the group chat was deleted', 'chat-gone', true],
  [403, "Forbidden: bot can't initiate conversation with a user", 'chat-gone', true],
  [403, "Forbidden: bot can't send messages to bots", 'chat-gone', true],
  [400, 'Bad Request: chat not found', 'chat-gone', true],
  [400, 'Bad Request: PEER_ID_INVALID', 'chat-gone', true],
  [400, 'Bad Request: message thread not found', 'topic-gone', true],
  [400, 'Bad Request: TOPIC_DELETED', 'topic-gone', true],
  [400, 'Bad Request: TOPIC_CLOSED', 'topic-gone', true],
  [400, 'Bad Request: not enough rights to send text messages to the chat', 'no-rights', true],
  [400, 'Bad Request: have no rights to send a message', 'no-rights', true],
  [400, 'Bad Request: need administrator rights in the channel chat', 'no-rights', true],
  [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', 'no-rights', true],
  [400, 'Bad Request: message is too long', 'too-long', true],
  [400, 'Bad Request: message caption is too long', 'too-long', true],
  [400, 'Bad Request: message to be replied not found', 'reply-gone', true],
  [400, 'Bad Request: replied message not found', 'reply-gone', true],
  [400, 'Bad Request: message to edit not found', 'message-gone', true],
  [400, 'Bad Request: message to react not found', 'message-gone', true],
  [400, "Bad Request: message can't be edited", 'message-gone', true],
  [400, 'Bad Request: message is not modified: specified new message content is the same', 'not-modified', true],
  [400, 'Bad Request: REACTION_INVALID', 'reaction-refused', true],
  [400, 'Bad Request: BUTTON_DATA_INVALID', 'button-refused', true],
  [400, 'Bad Request: wrong file identifier/HTTP URL specified', 'media-refused', true],
  [400, 'Bad Request: failed to get HTTP URL content', 'media-refused', true],
  [400, 'Bad Request: PHOTO_INVALID_DIMENSIONS', 'media-refused', true],
  [400, 'Bad Request: something new', 'refused', true],
  [401, 'Unauthorized', 'token-refused', false],
  [404, 'Not Found', 'token-refused', false],
  [409, 'Conflict: terminated by other getUpdates request', 'conflict', false],
  [500, 'Internal Server Error: restart', 'unavailable', false],
  [502, 'Bad Gateway', 'unavailable', false],
]

describe('a failure of Telegram', () => {
  it.each(table)('%i %s is %s', (code, description, kind, isPermanent) => {
    const failure = refused(code, description)
    expect(failure).toMatchObject({ kind, isPermanent })
    expect(sendErrorOf(failure)).toMatchObject({ code: 'send-failed', isPermanent, message: failure.reason })
  })

  it('429 carries the wait in ms', () => {
    expect(refused(429, 'Too Many Requests: retry after 9', { retry_after: 9 })).toMatchObject({
      kind: 'flood',
      isPermanent: false,
      retryAfterMs: 9_000,
    })
  })

  it('a group that became a supergroup names its new id', () => {
    const parameters = { migrate_to_chat_id: -1009 }
    expect(refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', parameters)).toMatchObject({
      kind: 'moved',
      movedTo: -1009,
    })
  })

  it.each([
    new HttpError('Network request failed', new Error(`request to https://api.telegram.org/bot${TOKEN}/getMe failed`)),
    new Error(`https://x/bot${encodeURIComponent(TOKEN)}/`),
    `bot${TOKEN}`,
  ])('no error shows the token', (error) => {
    const failure = failureOf(error, TOKEN)
    expect(failure).toMatchObject({ kind: 'unavailable', isPermanent: false, reason: /\[token\]/ })
    expect(JSON.stringify([failure, sendErrorOf(failure).stack])).not.toContain('secret_secret')
  })
})
