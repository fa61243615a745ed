/** The fields of a form that was sent, with a limit on how much. */
import type { Context } from 'hono'
import type { Env } from '../../door/doorway.ts'
import { Refusal } from '../../refusal.ts'

const MOST_BYTES = 256 * 1024

/** @throws {Refusal} 413, 415 */
export async function fieldsOf(c: Context<Env>): Promise<URLSearchParams> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded')
    throw new Refusal(415, 'content-type', 'This is to be sent as a form.')
  const tooLong = () => new Refusal(413, 'too-long', 'That is too long for one form.')
  const reader = c.req.raw.body?.getReader()
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true as const, value: undefined }
    if (done) return new URLSearchParams(text + decoder.decode())
    bytes += value.byteLength
    if (bytes > MOST_BYTES) {
      await reader?.cancel()
      throw tooLong()
    }
    text += decoder.decode(value, { stream: true })
  }
}
