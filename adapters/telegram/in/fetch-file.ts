/** A member's file, brought into a file of this machine for another platform to send. */
import { createHash } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Attachment, SendError } from '#mascot'
import type { RawApi } from '../wire/api.ts'
import { failureOf, sendErrorOf } from '../wire/errors.ts'

const TELEGRAM = 'https://api.telegram.org'
const TIMEOUT_MS = 30_000
/** Bots may fetch so much: https://core.telegram.org/bots/api#getfile. A server of one's own has no limit, so it is ours too. */
const MOST_BYTES = 20 * 1024 * 1024

interface FetchOptions {
  readonly token: string
  readonly apiRoot?: string
  /** How the path of a reference's file begins, once that is known. */
  readonly fileFor?: (ref: string) => string | undefined
}

/** The same file is fetched once. What is too large is known before a byte of it is asked for. */
export function createFetchFile(api: RawApi, { token, apiRoot = TELEGRAM, fileFor }: FetchOptions) {
  return async ({ ref, size }: Attachment): Promise<string> => {
    if (ref === undefined) throw new SendError('there is no file in it', { isPermanent: true })
    refuseLarge(size)
    const begins = fileFor?.(ref) ?? path.join(tmpdir(), 'mascot-files', createHash('sha256').update(ref).digest('hex'))
    const whose = createHash('sha256').update(`${token}\n${apiRoot}`).digest('hex').slice(0, 8)
    try {
      const { file_path: remote = '', file_size } = await api.getFile({ file_id: ref })
      refuseLarge(file_size)
      const target = `${begins}-${whose}${/\.[a-z0-9]{1,5}$/i.exec(remote)?.[0] ?? ''}`
      if (await isThere(target)) return target
      const bytes = await download(`${apiRoot.replace(/\/+$/, '')}/file/bot${token}/${remote}`)
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
      // A kill while it is written leaves no half a file under its name.
      await writeFile(`${target}.part`, bytes, { mode: 0o600 })
      await rename(`${target}.part`, target)
      return target
    } catch (error) {
      if (error instanceof SendError) throw error
      throw sendErrorOf(failureOf(error, token))
    }
  }
}

async function download(url: string): Promise<Uint8Array> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (!response.ok || response.body === null)
    throw new SendError(`Telegram does not give the file: ${response.status}`, { isPermanent: true })
  refuseLarge(Number(response.headers.get('content-length') ?? 0))
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body) {
    size += part.length
    refuseLarge(size)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** @throws {SendError} permanent */
function refuseLarge(size: number | undefined): void {
  if (size !== undefined && size > MOST_BYTES)
    throw new SendError('the file is larger than the 20 MB that can be brought here', {
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
