/** A button's value in the 64 bytes Telegram lets it carry, and the durable row for one that does not fit. */
import { createHash } from 'node:crypto'
import type { Button, Cursor } from '#mascot'

const MAX_BYTES = 64
const CODE = '~#'

/** `value` itself if it fits, else a code made from it. */
export function callbackData(value: string): string {
  const fits = value !== '' && !value.startsWith(CODE) && Buffer.byteLength(value) <= MAX_BYTES
  return fits ? value : `${CODE}${createHash('sha256').update(value).digest('base64url').slice(0, 22)}`
}

export function isCode(data: string): boolean {
  return data.startsWith(CODE)
}

/**
 * The name under which a coded value is kept, beside the read position. A code is made from its value, so a row is
 * written once however often the button is shown, and a press finds it after any restart.
 */
export function codeCursor(botId: number, code: string): string {
  return `telegram:${botId}:button:${code}`
}

/** What has to be durable before these buttons are shown. */
export function codesOf(buttons: readonly Button[], botId: number): Cursor[] {
  return buttons.flatMap(({ value }) => {
    const data = value === undefined ? '' : callbackData(value)
    return value !== undefined && isCode(data) ? [{ name: codeCursor(botId, data), value }] : []
  })
}
