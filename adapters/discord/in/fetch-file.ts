/** A fan's file, brought from Discord's own servers into a file of this machine for the desk page to show. */
import { createHash } from 'node:crypto'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Attachment, SendError } from '#mascot'

/** Where attachments and stickers lie: https://discord.com/developers/docs/reference#cdn-endpoints */
const own: readonly string[] = ['https://cdn.discordapp.com', 'https://media.discordapp.net']
const TIMEOUT_MS = 30_000
const MOST_BYTES = 25 * 1024 * 1024

/**
 * The same file is fetched once; its link is good for a day. Nothing is asked of any other server, whatever a link says.
 * `apiRoot`: another server in Discord's place gives its own files.
 */
export function createFetchFile({ apiRoot }: { readonly apiRoot?: string }) {
  const origins = apiRoot === undefined ? own : [new URL(apiRoot).origin]
  return async ({ ref, url, name = '' }: Attachment): Promise<string> => {
    if (ref === undefined || url === undefined || !URL.canParse(url) || !origins.includes(new URL(url).origin))
      throw new SendError('there is no file of Discord’s in it', { isPermanent: true })
    const folder = path.join(tmpdir(), 'mascot-files')
    const key = createHash('sha256')
      .update(`discord\n${apiRoot ?? ''}\n${ref}`)
      .digest('hex')
      .slice(0, 32)
    const target = path.join(folder, key + (/\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''))
    if (await isThere(target)) return target
    const bytes = await download(url)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(target, bytes, { mode: 0o600 })
    return target
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
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body) {
    size += part.length
    if (size > MOST_BYTES) throw new SendError('the file is too large to be brought here', { isPermanent: true })
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function isThere(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  )
}
