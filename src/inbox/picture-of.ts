/** A photo as a model can be shown it: where it is on the web, or the platform's file in the request itself. */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Attachment } from '../domain/message.ts'
import type { Adapter } from '../ports/adapter.ts'

/** Larger ones are not shown: servers take about 20 MB in one request. */
const MOST_BYTES = 5 * 1024 * 1024
const mimes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
}

/** Undefined when it cannot be had. @throws what the adapter throws when it cannot fetch the file */
export async function pictureOf(
  attachment: Attachment,
  adapter: Pick<Adapter, 'fetchFile'>,
): Promise<string | undefined> {
  if (attachment.kind !== 'photo') return undefined
  if (attachment.url) return attachment.url
  const file = await adapter.fetchFile?.(attachment)
  if (file === undefined || (await stat(file)).size > MOST_BYTES) return undefined
  const mime = mimes[path.extname(file).toLowerCase()] ?? 'image/jpeg'
  return `data:${mime};base64,${(await readFile(file)).toString('base64')}`
}
