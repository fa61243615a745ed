/** A message of ours that can no longer be deleted holds nothing any more: other words, or another file. */
import { crc32, deflateSync } from 'node:zlib'
import { InputFile } from 'grammy'
import type { InputMedia } from 'grammy/types'
import type { RawApi } from '../wire/api.ts'

const BLANK = '[deleted]'
const SIDE = 64

/** Of an album a file stays of its kind, so each kind is tried; a sticker and a voice note can be nothing else. */
export async function isBlanked(api: RawApi, chatId: number, messageId: number): Promise<boolean> {
  const target = { chat_id: chatId, message_id: messageId }
  const media = (item: InputMedia) => () => api.editMessageMedia({ ...target, media: item })
  const tries = [
    () => api.editMessageText({ ...target, text: BLANK }),
    media({ type: 'photo', media: new InputFile(greyPicture(), 'deleted.png') }),
    media({ type: 'document', media: new InputFile(Buffer.from(BLANK), 'deleted.txt') }),
  ]
  for (const attempt of tries) {
    const isDone = await attempt().then(
      () => true,
      () => false,
    )
    if (isDone) return true
  }
  return false
}

/** A PNG of one grey: https://www.w3.org/TR/png-3/ */
function greyPicture(): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIDE, 0)
  header.writeUInt32BE(SIDE, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc(SIDE * (SIDE + 1), 0xcc)
  for (let row = 0; row < SIDE; row++) rows[row * (SIDE + 1)] = 0
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
