/** A fan's file, brought from Discord's own servers into a file of this machine for the desk page to show. */
import { createHash } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
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
    if (size !== undefined && size > MOST_BYTES) throw tooLarge()
    const begins = fileFor?.(ref) ?? path.join(tmpdir(), 'mascot-files', createHash('sha256').update(ref).digest('hex'))
    const whose = createHash('sha256')
      .update(`discord\n${apiRoot ?? ''}`)
      .digest('hex')
      .slice(0, 8)
    const extension = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''
    const target = `${begins}-${whose}${extension}`
    if (await isThere(target)) return target
    const bytes = await download(url)
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    // A kill while it is written leaves no half a file under its name.
    await writeFile(`${target}.part`, bytes, { mode: 0o600 })
    await rename(`${target}.part`, target)
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
    if (size > MOST_BYTES) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function tooLarge(): SendError {
  return new SendError('the file is larger than the 25 MB that can be brought here', {
    isPermanent: true,
    isTooLarge: true,
  })
}

async function isThere(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  )
}
