/** Buttons as an inline keyboard. */
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import type { Button } from '#mascot'
import { callbackData } from '../wire/button-value.ts'

/** Telegram clips wider labels by itself, in the middle of a word. */
const MAX_LABEL = 48
/** Two labels up to this length share a row. */
const SHORT_LABEL = 14
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

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
