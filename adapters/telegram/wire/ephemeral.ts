/** Messages that one member of a group sees and nobody else: all of them have the number 0, so their ids here are made of what tells them apart. */
import { GrammyError } from 'grammy'
import type { Message } from 'grammy/types'
import type { RawApi } from './api.ts'

export interface Ephemeral {
  readonly ephemeralId: number
  /** The member who sees it. */
  readonly memberId: number
}

type Known = Pick<Message, 'message_id' | 'ephemeral_message_id' | 'receiver_user' | 'from' | 'date'>

/** The number of an ephemeral one may be used again later, so the time is part of its id: `e3-1760000001-501`. */
export function messageIdOf({ message_id, ephemeral_message_id: id, receiver_user, from, date }: Known): string {
  if (id === undefined) return String(message_id)
  const member = receiver_user && !receiver_user.is_bot ? receiver_user : from
  return `e${id}-${date}-${member?.id ?? 0}`
}

export function ephemeralOf(messageId: string): Ephemeral | undefined {
  const [, id, member] = /^e(\d{1,15})-\d{1,15}-(\d{1,16})(?!\d)/.exec(messageId) ?? []
  return id === undefined || member === undefined ? undefined : { ephemeralId: Number(id), memberId: Number(member) }
}

/** A server that never heard of them would show everybody what is meant for one: it is asked for a method it must have, about nothing. */
export async function knowsEphemeral(api: RawApi, botId: number): Promise<boolean> {
  const nothing = { chat_id: botId, receiver_user_id: botId, ephemeral_message_id: 1 }
  return await api.deleteEphemeralMessage(nothing).then(
    () => true,
    (error: unknown) => error instanceof GrammyError && error.error_code === 400,
  )
}

/** What a send method needs; under both names that the parameter has had. */
export function shownTo(memberId: number) {
  return { ephemeral_message_parameters: { receiver_user_id: memberId }, receiver_user_id: memberId }
}
