/** The methods of the Bot API that send files, one or several, and give them back. */
import { checkCaption, isJson, openChat, whole } from './checks.ts'
import type { Method } from './methods.ts'
import type { Parameters, Upload } from './request.ts'
import { record, say } from './say.ts'
import { ApiError, type Json, type World } from './world.ts'

/** What bots may fetch and upload: core.telegram.org/bots/api#getfile, #sending-files. */
const MOST_FETCHED = 20 * 1024 * 1024
const MOST_UPLOADED = 50 * 1024 * 1024
const MOST_PHOTO = 10 * 1024 * 1024

const fields = {
  sendPhoto: 'photo',
  sendSticker: 'sticker',
  sendDocument: 'document',
  sendVideo: 'video',
  sendVoice: 'voice',
}

export function mediaMethods(world: World): Record<string, Method> {
  const single = Object.entries(fields).map(([method, field]): [string, Method] => [
    method,
    ({ payload, uploads }) => {
      mayHaveFiles(world, payload)
      const id = fileId(world, field, { given: payload[field], field, uploads })
      const caption = field === 'sticker' ? {} : { caption: checkCaption(payload) }
      return say(world, method, payload, { ...caption, file: shown(world, field, id) })
    },
  ])
  return {
    ...Object.fromEntries(single),
    ...thingMethods(world),
    sendMediaGroup: (parameters) => sendAlbum(world, parameters),
  }
}

/** What is no file (core.telegram.org/bots/api#sendlocation, #sendvenue, #sendcontact, #sendpoll). A caption is passed over, as any unknown parameter. */
function thingMethods(world: World): Record<string, Method> {
  const place = (payload: Json) => {
    const [latitude, longitude] = [Number(payload.latitude), Number(payload.longitude)]
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180))
      throw new ApiError(400, 'Bad Request: wrong location specified')
    return { latitude, longitude }
  }
  const filled = (payload: Json, field: string, most: number, refusal: string) => {
    const value = payload[field]
    if (typeof value !== 'string' || value.trim() === '' || value.length > most) throw new ApiError(400, refusal)
    return value
  }
  return {
    sendLocation: ({ payload }) => say(world, 'sendLocation', payload, { file: { location: place(payload) } }),
    sendVenue({ payload }) {
      const title = filled(payload, 'title', 256, 'Bad Request: venue title must be non-empty')
      const address = filled(payload, 'address', 256, 'Bad Request: venue address must be non-empty')
      const location = place(payload)
      return say(world, 'sendVenue', payload, { file: { location, venue: { location, title, address } } })
    },
    sendContact({ payload }) {
      const phone_number = filled(payload, 'phone_number', 64, 'Bad Request: phone number must be non-empty')
      const first_name = filled(payload, 'first_name', 64, 'Bad Request: first name must be non-empty')
      return say(world, 'sendContact', payload, { file: { contact: { phone_number, first_name } } })
    },
    sendPoll({ payload }) {
      const question = filled(payload, 'question', 300, 'Bad Request: poll question must be non-empty')
      const options: readonly unknown[] = Array.isArray(payload.options) ? payload.options : []
      if (options.length < 2) throw new ApiError(400, 'Bad Request: poll must have at least 2 option')
      if (options.length > 12) throw new ApiError(400, "Bad Request: poll can't have more than 12 options")
      const choices = options.map((one) => {
        const text = isJson(one) && typeof one.text === 'string' ? one.text : ''
        if (text === '' || text.length > 100) throw new ApiError(400, 'Bad Request: poll options must be non-empty')
        return { text, voter_count: 0 }
      })
      const poll = { id: String(world.nextId()), question, options: choices, type: 'regular', is_closed: false }
      return say(world, 'sendPoll', payload, { file: { poll } })
    },
  }
}

export function fileMethods(world: World): Record<string, Method> {
  return {
    getFile({ payload }) {
      const file = world.files.get(String(payload.file_id))
      if (!file) throw new ApiError(400, 'Bad Request: wrong file_id or the file is temporarily unavailable')
      const size = file.size ?? file.bytes.length
      if (size > MOST_FETCHED) throw new ApiError(400, 'Bad Request: file is too big')
      const { file_id } = payload
      return { file_id, file_unique_id: `unique-${file_id}`, file_size: size, file_path: `files/${file_id}` }
    },
  }
}

function mayHaveFiles(world: World, payload: Json): void {
  const { refusesFiles } = openChat(world, payload)
  if (refusesFiles !== undefined) throw new ApiError(400, refusesFiles)
}

/** Which kinds may stand in one album (core.telegram.org/bots/api#sendmediagroup). */
const mixing: Readonly<Record<string, string>> = { photo: 'seen', video: 'seen', audio: 'audio', document: 'document' }

/** An unknown parameter is passed over, as by the real server: an album is never ephemeral and has no buttons. */
function sendAlbum(world: World, { payload, uploads }: Parameters): readonly Json[] {
  const { media, ...rest } = payload
  mayHaveFiles(world, payload)
  if (!Array.isArray(media)) throw new ApiError(400, "Bad Request: can't parse media: expected an Array of InputMedia")
  if (media.length < 2 || media.length > 10)
    throw new ApiError(400, 'Bad Request: there must be from 2 to 10 messages to send as an album')
  const items = media.map((one: unknown) => {
    const type = isJson(one) ? String(one.type) : ''
    if (!isJson(one) || mixing[type] === undefined)
      throw new ApiError(400, `Bad Request: can't parse InputMedia: type ${type} can't be mixed into an album`)
    const id = fileId(world, type, { given: one.media, field: type, uploads })
    return { type, id, caption: checkCaption(one) }
  })
  const [first] = items
  if (items.some(({ type }) => mixing[type] !== mixing[first?.type ?? '']))
    throw new ApiError(400, "Bad Request: Document can't be mixed with other media types")
  const album = String(world.nextId())
  const { reply_markup: _, ephemeral_message_parameters: __, ...common } = rest
  return items.map(({ type, id, caption }, nth) => {
    const { reply_parameters: ___, ...later } = common
    const file = { ...shown(world, type, id), media_group_id: album }
    return say(world, 'sendMediaGroup', nth === 0 ? common : later, { caption, file })
  })
}

/** Text has no media; what stands in an album stays of its kind; a sticker and a voice note are never another file (core.telegram.org/bots/api#editmessagemedia). */
export function editMedia(world: World, { payload, uploads }: Parameters): Json {
  const chat = openChat(world, payload)
  const before = chat.messages.get(whole(payload.message_id) ?? 0)
  if (!before) throw new ApiError(400, 'Bad Request: message to edit not found')
  if (!isJson(before.from) || before.from.id !== world.bot.id)
    throw new ApiError(400, "Bad Request: message can't be edited")
  const item = isJson(payload.media) ? payload.media : {}
  const type = String(item.type)
  const was = Object.keys(mixing).find((kind) => before[kind] !== undefined)
  if (was === undefined) throw new ApiError(400, "Bad Request: message can't be edited")
  if (before.media_group_id !== undefined && mixing[was] !== mixing[type])
    throw new ApiError(400, 'Bad Request: type of file mismatch')
  const id = fileId(world, type, { given: item.media, field: type, uploads })
  const { [was]: _, caption: __, ...kept } = before
  const { text: caption } = checkCaption(item)
  const { message_id, date, chat: at } = before
  const after = { ...kept, message_id, date, chat: at, ...shown(world, type, id), ...(caption && { caption }) }
  chat.messages.set(before.message_id, after)
  record(world, 'editMessageMedia', chat, payload, { messageId: before.message_id })
  return after
}

/** As the file stands in a message. */
export function shown(world: World, field: string, id: string): Json {
  const kept = world.files.get(id)
  const file = {
    file_id: id,
    file_unique_id: `unique-${id}`,
    file_size: kept?.size ?? kept?.bytes.length ?? 0,
    ...(field === 'photo' || kept === undefined ? {} : { file_name: kept.name }),
  }
  const sizes = [
    { ...file, width: 90, height: 60 },
    { ...file, width: 900, height: 600 },
  ]
  return { [field]: field === 'photo' ? sizes : file }
}

interface Given {
  readonly given: unknown
  readonly field: string
  readonly uploads: ReadonlyMap<string, Upload>
}

function fileId(world: World, kind: string, { given, field, uploads }: Given): string {
  const upload = uploads.get(typeof given === 'string' ? given.replace('attach://', '') : field)
  if (upload) return keepFile(world, kind, upload)
  if (typeof given !== 'string' || given === '')
    throw new ApiError(400, `Bad Request: there is no ${field} in the request`)
  if (/^https?:/.test(given)) {
    if (!/\.[^/]+\//.test(given)) throw new ApiError(400, 'Bad Request: wrong HTTP URL specified')
    return keepFile(world, kind, { name: given, bytes: new Uint8Array(1) })
  }
  const kept = world.files.get(given)
  if (!kept) throw new ApiError(400, 'Bad Request: wrong remote file identifier specified: Wrong string length')
  // Photos are of their own kind; all other files are documents to the server.
  if (kept.kind !== undefined && (kept.kind === 'photo') !== (kind === 'photo'))
    throw new ApiError(400, 'Bad Request: type of file mismatch')
  return given
}

function keepFile(world: World, kind: string, upload: Upload): string {
  if (upload.bytes.length === 0) throw new ApiError(400, 'Bad Request: file must be non-empty')
  if (upload.bytes.length > (kind === 'photo' ? MOST_PHOTO : MOST_UPLOADED))
    throw new ApiError(413, 'Request Entity Too Large')
  const id = `file-${world.nextId()}`
  world.files.set(id, { ...upload, kind })
  return id
}
