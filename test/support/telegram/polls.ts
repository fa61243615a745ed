/** Polls: sent and stopped by the bot, as core.telegram.org/bots/api#sendpoll says; voted in by members. */
import { isJson, openChat, topicIn, whole } from './checks.ts'
import type { Method } from './methods.ts'
import { record } from './say.ts'
import type { Updates } from './updates.ts'
import { ApiError, addMessage, type Chat, type Json, type Person, topicParts, type World } from './world.ts'

const length = (text: unknown) => (typeof text === 'string' ? text.trim().length : 0)

export function pollMethods(world: World): Record<string, Method> {
  return {
    sendPoll({ payload }) {
      const chat = openChat(world, payload)
      const topicId = topicIn(chat, payload)
      if (chat.is_direct_messages) throw new ApiError(400, "Bad Request: polls can't be sent to the chat")
      if (chat.refusesPolls) throw new ApiError(400, 'Bad Request: not enough rights to send polls to the chat')
      const { question, options, is_anonymous = true, allows_multiple_answers = false } = payload
      if (length(question) === 0) throw new ApiError(400, 'Bad Request: poll question must be non-empty')
      if (length(question) > 300) throw new ApiError(400, 'Bad Request: poll question length must not exceed 300')
      if (!Array.isArray(options) || options.length === 0)
        throw new ApiError(400, 'Bad Request: poll must have at least 1 option')
      if (options.length > 12) throw new ApiError(400, "Bad Request: poll can't have more than 12 options")
      const texts = options.map((option) => (isJson(option) ? option.text : undefined))
      if (texts.some((text) => length(text) === 0))
        throw new ApiError(400, 'Bad Request: poll options must be non-empty')
      if (texts.some((text) => length(text) > 100))
        throw new ApiError(400, 'Bad Request: poll options length must not exceed 100')
      const poll = {
        id: String(world.nextId()),
        question,
        options: texts.map((text, at) => ({ persistent_id: `p${at}`, text, voter_count: 0 })),
        total_voter_count: 0,
        is_closed: false,
        is_anonymous,
        type: 'regular',
        allows_multiple_answers,
      }
      const message = addMessage(world, chat, { from: world.bot, ...topicParts(chat, topicId), poll })
      const words = { text: String(question), entities: [] }
      record(world, 'sendPoll', chat, payload, {
        ...{ messageId: message.message_id, words },
        ...(topicId === undefined ? {} : { topicId }),
      })
      return message
    },
    stopPoll({ payload }) {
      const chat = openChat(world, payload)
      const message = chat.messages.get(whole(payload.message_id) ?? 0)
      const isOwn = isJson(message?.from) && message.from.id === world.bot.id
      if (!message || !isJson(message.poll)) throw new ApiError(400, 'Bad Request: message with poll to stop not found')
      if (!isOwn) throw new ApiError(400, "Bad Request: poll can't be stopped")
      if (message.poll.is_closed) throw new ApiError(400, 'Bad Request: poll has already been closed')
      const poll = { ...message.poll, is_closed: true }
      chat.messages.set(message.message_id, { ...message, poll })
      record(world, 'stopPoll', chat, payload, { messageId: message.message_id })
      return poll
    },
  }
}

/** In the last poll of the chat; without an option the vote is taken back. */
export function castVote(updates: Updates, chat: Chat, voter: Person, option: string | undefined): void {
  const message = [...chat.messages.values()].findLast(({ poll }) => isJson(poll))
  const poll: Json = isJson(message?.poll) ? message.poll : {}
  if (!message || poll.is_closed !== false) throw new Error('no poll is open')
  const options = Array.isArray(poll.options) ? poll.options.filter(isJson) : []
  const choice = options.findIndex(({ text }) => text === option)
  if (option !== undefined && choice === -1) throw new Error(`no option ${option}`)
  // Of an anonymous poll its bot is not told who voted.
  if (poll.is_anonymous === true) return
  const ids = choice === -1 ? [] : [choice]
  updates.push({
    poll_answer: {
      poll_id: poll.id,
      user: voter,
      option_ids: ids,
      option_persistent_ids: ids.map((id) => `p${id}`),
    },
  })
}
