/** A fan's file, brought from LINE, which keeps it for a while, into a file of this machine. */
import { type Attachment, bringFile, extensionIn, MOST_BROUGHT, SendError } from '#mascot'
import type { Api } from '../wire/api.ts'

const fallback: Readonly<Record<string, string>> = { photo: '.jpg', video: '.mp4', voice: '.m4a' }

/** @throws {SendError} */
export async function fetchFile(
  api: Api,
  { ref, name = '', kind }: Attachment,
  fileFor: ((ref: string) => string) | undefined,
): Promise<string> {
  if (ref === undefined) throw new SendError('there is no file of LINE’s in it', { isPermanent: true })
  const extension = extensionIn(name) || (fallback[kind] ?? '')
  return await bringFile({ ref, extension, fileFor }, async () => (await api.download(ref, MOST_BROUGHT)).bytes)
}
