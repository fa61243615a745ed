/** Buttons as an inline keyboard, and the values that do not fit the 64 bytes a button may carry. */
import { createHash } from 'node:crypto'
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import type { Button, Cursor } from '#mascot'

const MAX_BYTES = 64
/** Telegram clips wider labels by itself, in the middle of a word. */
const MAX_LABEL = 48
/** Two labels up to this length share a row. */
const SHORT_LABEL = 14
const CODE = '~#'
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

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

/** undefined when there is nothing to show. A link the server would refuse, and the whole message with it, is left out. */
export function keyboardOf(buttons: readonly Button[] = []): InlineKeyboardMarkup | undefined {
  const shown = buttons.flatMap((button): InlineKeyboardButton[] => {
    if (button.value !== undefined)
      return [{ text: labelOf(button.label, '…'), callback_data: callbackData(button.value) }]
    return isLink(button.url) ? [{ text: labelOf(button.label, new URL(button.url).host), url: button.url }] : []
  })
  if (shown.length === 0) return undefined
  const rows: InlineKeyboardButton[][] = []
  for (const button of shown) {
    const row = rows.at(-1)
    const isPair = row?.length === 1 && [...row, button].every(({ text }) => text.length <= SHORT_LABEL)
    if (row && isPair) row.push(button)
    else rows.push([button])
  }
  return { inline_keyboard: rows }
}

function isLink(url: string): boolean {
  return URL.canParse(url) && /^(?:https?:\/\/[^/]+\.[^/]+|tg:)/i.test(url)
}

function labelOf(label: string, empty: string): string {
  const text = label.trim() || empty
  const whole = [...graphemes.segment(text)].map(({ segment }) => segment)
  return whole.length <= MAX_LABEL
    ? text
    : `${whole
        .slice(0, MAX_LABEL - 1)
        .join('')
        .trimEnd()}…`
}
