/** A fan's file, brought from WhatsApp into a file of this machine. */
import { type Attachment, bringFile, extensionIn, MOST_BROUGHT, SendError } from '#mascot'
import type { Api } from '../wire/api.ts'

const extensions: Readonly<Record<string, string>> = {
  ...{ 'image/jpeg': '.jpg', 'image/png': '.png', 'image/webp': '.webp', 'video/mp4': '.mp4', 'video/3gpp': '.3gp' },
  ...{ 'audio/ogg': '.ogg', 'audio/mpeg': '.mp3', 'audio/mp4': '.m4a', 'audio/amr': '.amr', 'application/pdf': '.pdf' },
}

/** @throws {SendError} */
export async function fetchFile(
  api: Api,
  { ref, name = '', mime = '' }: Attachment,
  fileFor: ((ref: string) => string) | undefined,
): Promise<string> {
  if (ref === undefined) throw new SendError('there is no file of WhatsApp’s in it', { isPermanent: true })
  const extension = extensionIn(name) || (extensions[mime.split(';')[0]?.trim().toLowerCase() ?? ''] ?? '')
  return await bringFile({ ref, extension, fileFor }, async () => (await api.download(ref, MOST_BROUGHT)).bytes)
}
