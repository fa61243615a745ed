/** A member's file, brought into a file of this machine for another platform to send. */
import { createHash } from 'node:crypto'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Attachment, SendError } from '#mascot'
import type { RawApi } from '../wire/api.ts'
import { failureOf, sendErrorOf } from '../wire/errors.ts'

const TELEGRAM = 'https://api.telegram.org'
const TIMEOUT_MS = 30_000

/** The same file is fetched once. Bots may fetch 20 MB: https://core.telegram.org/bots/api#getfile */
export function createFetchFile(
  api: RawApi,
  { token, apiRoot = TELEGRAM }: { readonly token: string; readonly apiRoot?: string },
) {
  return async ({ ref }: Attachment): Promise<string> => {
    if (ref === undefined) throw new SendError('there is no file in it', { isPermanent: true })
    const folder = path.join(tmpdir(), 'mascot-files')
    const name = createHash('sha256').update(`${token}\n${ref}`).digest('hex').slice(0, 32)
    try {
      const { file_path: remote = '' } = await api.getFile({ file_id: ref })
      const target = path.join(folder, name + (/\.[a-z0-9]{1,5}$/i.exec(remote)?.[0] ?? ''))
      if (await isThere(target)) return target
      const url = `${apiRoot.replace(/\/+$/, '')}/file/bot${token}/${remote}`
      const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
      if (!response.ok)
        throw new SendError(`Telegram does not give the file: ${response.status}`, { isPermanent: true })
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(target, Buffer.from(await response.arrayBuffer()), { mode: 0o600 })
      return target
    } catch (error) {
      if (error instanceof SendError) throw error
      throw sendErrorOf(failureOf(error, token))
    }
  }
}

async function isThere(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  )
}
