/** A fan's file, brought from Slack into a file of this machine. */
import { type Attachment, bringFile, extensionIn, MOST_BROUGHT, SendError, tooLarge } from '#mascot'
import type { Api } from '../wire/api.ts'
import { part, text } from '../wire/data.ts'

/** Its address is asked for, since one of another workspace's member is told to nobody before. @throws {SendError} */
export async function fetchFile(
  api: Api,
  { ref, name = '', size, mime = '' }: Attachment,
  fileFor: ((ref: string) => string) | undefined,
): Promise<string> {
  if (ref === undefined) throw new SendError('there is no file of Slack’s in it', { isPermanent: true })
  if (size !== undefined && size > MOST_BROUGHT) throw tooLarge()
  return await bringFile({ ref, extension: extensionIn(name), fileFor }, async () => {
    const file = part(await api.call('files.info', { file: ref }), 'file')
    return await api.download(text(file.url_private_download) || text(file.url_private), mime, MOST_BROUGHT)
  })
}
