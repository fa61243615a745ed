/** A picture of a fan's on its way to the gallery: known by its first bytes, since what a file is called is a fan's to choose. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'

const kinds: readonly { readonly type: string; readonly isIt: (begins: string) => boolean }[] = [
  { type: 'image/png', isIt: (begins) => begins.startsWith('\x89PNG\r\n\x1a\n') },
  { type: 'image/jpeg', isIt: (begins) => begins.startsWith('\xff\xd8\xff') },
  { type: 'image/gif', isIt: (begins) => /^GIF8[79]a/.test(begins) },
  { type: 'image/webp', isIt: (begins) => /^RIFF[\s\S]{4}WEBP/.test(begins) },
]

/** Undefined for what is gone, or is no picture. */
export async function pictureIn(
  file: string,
): Promise<{ readonly type: string; readonly body: ReadableStream<Uint8Array> } | undefined> {
  const handle = await open(file).catch(() => undefined)
  if (handle === undefined) return undefined
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0)
  await handle.close()
  const begins = buffer.subarray(0, bytesRead).toString('latin1')
  const kind = kinds.find(({ isIt }) => isIt(begins))
  return kind && { type: kind.type, body: Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array> }
}
