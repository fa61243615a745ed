/** Files on the way to the page and from it: a picture is shown, anything else is a download that runs nothing. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { DeskView, SaidLine, ShopDesk } from '#mascot'
import { Refusal } from '../refusal.ts'

/** By their first bytes: what a file is called, or says of itself, is a fan's to choose. */
const pictures: readonly { readonly type: string; readonly isIt: (begins: string) => boolean }[] = [
  { type: 'image/png', isIt: (begins) => begins.startsWith('\x89PNG\r\n\x1a\n') },
  { type: 'image/jpeg', isIt: (begins) => begins.startsWith('\xff\xd8\xff') },
  { type: 'image/gif', isIt: (begins) => /^GIF8[79]a/.test(begins) },
  { type: 'image/webp', isIt: (begins) => /^RIFF[\s\S]{4}WEBP/.test(begins) },
]

/** @throws {Refusal} 404 when there is no such attachment, or its platform does not bring it */
export async function mediaResponse(
  line: SaidLine | undefined,
  nth: number,
  platform: string,
  view: Pick<DeskView, 'file'>,
): Promise<Response> {
  const file = await fileOf(line, nth, platform, view).catch(() => undefined)
  if (file === undefined) throw new Refusal(404, 'no-file', 'That file cannot be had (any more).')
  return await fileResponse(file, line?.attachments[nth]?.name ?? path.basename(file))
}

async function fileOf(
  line: SaidLine | undefined,
  nth: number,
  platform: string,
  view: Pick<DeskView, 'file'>,
): Promise<string | undefined> {
  if (line?.media) {
    const file = [line.media, ...(line.moreMedia ?? [])][nth]?.path
    return file?.startsWith('/') ? file : undefined
  }
  const attachment = line?.attachments[nth]
  return attachment && (await view.file(platform, attachment))
}

/** Of a product: a file of ours, or the bytes of another site's picture. @throws {Refusal} 404 where there is none, or it is no picture */
export async function pictureResponse(found: Awaited<ReturnType<ShopDesk['picture']>>): Promise<Response> {
  const none = new Refusal(404, 'no-file', 'That picture cannot be had.')
  if (found instanceof Uint8Array) {
    const picture = pictureIn(Buffer.from(found.subarray(0, 16)))
    if (!picture) throw none
    return new Response(new Uint8Array(found), { headers: { ...alone, 'content-type': picture.type } })
  }
  if (found?.path === undefined) throw none
  return await fileResponse(found.path, path.basename(found.path))
}

function pictureIn(bytes: Buffer) {
  const begins = bytes.toString('latin1')
  return pictures.find(({ isIt }) => isIt(begins))
}

const alone = { 'content-security-policy': "default-src 'none'; sandbox" }

async function fileResponse(file: string, name: string): Promise<Response> {
  const handle = await open(file).catch(() => undefined)
  if (handle === undefined) throw new Refusal(404, 'no-file', 'That file cannot be had (any more).')
  const { size } = await handle.stat()
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0)
  await handle.close()
  const picture = pictureIn(buffer.subarray(0, bytesRead))
  const headers = {
    ...alone,
    'content-type': picture?.type ?? 'application/octet-stream',
    'content-length': String(size),
    'content-disposition': `${picture ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(name)}`,
  }
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>, { headers })
}

/** RFC 8187. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed().slice(0, 150)).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
