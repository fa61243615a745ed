/** A fan's file, brought from QQ's own servers, which keep it for a while, into a file of this machine. */
import { createHash } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Attachment, SECOND_MS, SendError } from '#mascot'

/** Where files of talks lie: seen under these domains of Tencent's. */
const own = /(?:^|\.)(?:qq\.com|qq\.com\.cn|qpic\.cn)$/
const TIMEOUT_MS = 30 * SECOND_MS
const MOST_BYTES = 25 * 1024 * 1024

/** The same file is fetched once. Nothing is asked of any other server, whatever the push says. @throws {SendError} */
export async function fetchFile(
  { ref, url, name = '', size }: Attachment,
  { apiRoot, fileFor }: { readonly apiRoot?: string; readonly fileFor?: ((ref: string) => string) | undefined },
): Promise<string> {
  if (ref === undefined || url === undefined || !isOwn(url, apiRoot))
    throw new SendError('there is no file of QQ’s in it', { isPermanent: true })
  if (size !== undefined && size > MOST_BYTES) throw tooLarge()
  const begins = fileFor?.(ref) ?? path.join(tmpdir(), 'mascot-files', createHash('sha256').update(ref).digest('hex'))
  const target = `${begins}${/\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''}`
  const isThere = await stat(target).then(
    () => true,
    () => false,
  )
  if (isThere) return target
  const bytes = await download(url)
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
  // A kill while it is written leaves no half a file under its name.
  await writeFile(`${target}.part`, bytes, { mode: 0o600 })
  await rename(`${target}.part`, target)
  return target
}

/** `apiRoot`: another server in QQ's place gives its own files. */
function isOwn(url: string, apiRoot: string | undefined): boolean {
  if (!URL.canParse(url)) return false
  const { origin, protocol, hostname } = new URL(url)
  return apiRoot === undefined ? protocol === 'https:' && own.test(hostname) : origin === new URL(apiRoot).origin
}

async function download(url: string): Promise<Uint8Array> {
  const init = { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) } as const
  const response = await fetch(url, init).catch((cause: unknown) => {
    throw new SendError('QQ’s file server cannot be reached', { isPermanent: false, cause })
  })
  if (!response.ok || response.body === null)
    throw new SendError(`QQ does not give the file: ${response.status}`, { isPermanent: true })
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
  const reason = 'the file is larger than the 25 MB that can be brought here'
  return new SendError(reason, { isPermanent: true, isTooLarge: true })
}
