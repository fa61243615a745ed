/** Places, people and polls: no files, so that Telegram has no reference to them; what shows one again is written into ours. */
import type { Message } from 'grammy/types'
import type { RawApi } from './api.ts'

type Params<Method extends 'sendLocation' | 'sendVenue' | 'sendContact' | 'sendPoll'> = Omit<
  Parameters<RawApi[Method]>[0],
  'chat_id'
>

export type OwnThing =
  | { readonly method: 'sendLocation'; readonly params: Params<'sendLocation'> }
  | { readonly method: 'sendVenue'; readonly params: Params<'sendVenue'> }
  | { readonly method: 'sendContact'; readonly params: Params<'sendContact'> }
  | { readonly method: 'sendPoll'; readonly params: Params<'sendPoll'> }

type Holder = Partial<Pick<Message, 'venue' | 'location' | 'contact' | 'poll'>>

/** Telegram takes so many choices (core.telegram.org/bots/api#sendpoll). */
const CHOICES = { least: 2, most: 12 }

/** A venue also comes as a location. Undefined where it cannot be shown again. A place that moves is shown where it is now. */
export function ownRefOf(message: Holder): string | undefined {
  const thing = thingOf(message)
  return thing && JSON.stringify(thing)
}

/** What `ownRefOf` wrote; undefined for anything else. */
export function readOwnRef(ref: string): OwnThing | undefined {
  try {
    const read: unknown = JSON.parse(ref)
    return isThing(read) ? read : undefined
  } catch {
    return undefined
  }
}

/** @throws as the API does */
export async function sendOwn(
  api: RawApi,
  { method, params }: OwnThing,
  common: Omit<Parameters<RawApi['sendLocation']>[0], 'latitude' | 'longitude'>,
): Promise<Message> {
  switch (method) {
    case 'sendLocation':
      return await api.sendLocation({ ...common, ...params })
    case 'sendVenue':
      return await api.sendVenue({ ...common, ...params })
    case 'sendContact':
      return await api.sendContact({ ...common, ...params })
    case 'sendPoll':
      return await api.sendPoll({ ...common, ...params })
    default:
      return method satisfies never
  }
}

function thingOf({ venue, location, contact, poll }: Holder): OwnThing | undefined {
  if (venue && location) {
    const { latitude, longitude } = location
    return { method: 'sendVenue', params: { latitude, longitude, title: venue.title, address: venue.address } }
  }
  if (location) {
    const { latitude, longitude, horizontal_accuracy } = location
    const accuracy = horizontal_accuracy === undefined ? {} : { horizontal_accuracy }
    return { method: 'sendLocation', params: { latitude, longitude, ...accuracy } }
  }
  if (contact) {
    const { phone_number, first_name, last_name, vcard } = contact
    const more = { ...(last_name !== undefined && { last_name }), ...(vcard !== undefined && { vcard }) }
    return { method: 'sendContact', params: { phone_number, first_name, ...more } }
  }
  return poll && asked(poll)
}

/** The right choice of a quiz is kept from bots: it is asked as a plain poll. */
function asked({ question, options, allows_multiple_answers }: NonNullable<Message['poll']>): OwnThing | undefined {
  if (options.length < CHOICES.least || options.length > CHOICES.most) return undefined
  const choices = options.map(({ text }) => ({ text }))
  return { method: 'sendPoll', params: { question, options: choices, allows_multiple_answers } }
}

function isThing(read: unknown): read is OwnThing {
  return typeof read === 'object' && read !== null && 'method' in read && 'params' in read
}
