/** A fan's file, brought from Discord's own servers into a file of this machine for the desk page to show. */
import { createHash } from 'node:crypto'
import { type Attachment, bringFile, broughtBytes, extensionIn, MOST_BROUGHT, SendError, tooLarge } from '#mascot'

/** Where attachments and stickers lie: https://discord.com/developers/docs/reference#cdn-endpoints */
const own: readonly string[] = ['https://cdn.discordapp.com', 'https://media.discordapp.net']
const TIMEOUT_MS = 30_000

/**
 * The same file is fetched once; its link is good for a day. Nothing is asked of any other server, whatever a link says.
 * `apiRoot`: another server in Discord's place gives its own files.
 */
export function createFetchFile({
  apiRoot,
  fileFor,
}: {
  readonly apiRoot?: string
  /** How the path of a reference's file begins, once that is known. */
  readonly fileFor?: (ref: string) => string | undefined
}) {
  const origins = apiRoot === undefined ? own : [new URL(apiRoot).origin]
  return async ({ ref, url, name = '', size }: Attachment): Promise<string> => {
    if (ref === undefined || url === undefined || !URL.canParse(url) || !origins.includes(new URL(url).origin))
      throw new SendError('there is no file of Discord’s in it', { isPermanent: true })
    if (size !== undefined && size > MOST_BROUGHT) throw tooLarge()
    const whose = createHash('sha256')
      .update(`discord\n${apiRoot ?? ''}`)
      .digest('hex')
      .slice(0, 8)
    const begins = fileFor?.(ref)
    const of = {
      ref,
      extension: `-${whose}${extensionIn(name)}`,
      ...(begins !== undefined && { fileFor: () => begins }),
    }
    return await bringFile(of, () => download(url))
  }
}

async function download(url: string): Promise<Uint8Array> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
    (cause: unknown) => {
      throw new SendError('Discord’s file server cannot be reached', { isPermanent: false, cause })
    },
  )
  if (!response.ok || response.body === null)
    throw new SendError(`Discord does not give the file: ${response.status}`, { isPermanent: true })
  return await broughtBytes(response)
}
