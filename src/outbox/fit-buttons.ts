/** Buttons as a platform can show them: labels cut, and those too many as words of the message. Pure. */
import type { Button, OutboundMessage } from '../domain/message.ts'
import { withLines } from '../persona/voice/voice.ts'
import type { SurfaceAbilities } from '../ports/adapter.ts'

export function fitButtons(
  message: OutboundMessage,
  { buttons: areShown, buttonLimits }: SurfaceAbilities,
): OutboundMessage {
  if (message.kind !== 'text' || !message.buttons || !areShown || buttonLimits === undefined) return message
  const { most, labelLength } = buttonLimits
  const shown = message.buttons.slice(0, most)
  const rest = message.buttons.slice(most)
  const buttons = shown.map((one): Button => ({ ...one, label: cut(one.label, labelLength) }))
  return {
    ...message,
    buttons,
    text: withLines(
      message.text,
      rest.map(({ label, url }) => (url === undefined ? `· ${label}` : `· ${label}: ${url}`)),
    ),
  }
}

function cut(label: string, length: number): string {
  if (label.length <= length) return label
  return `${label
    .slice(0, length - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`
}
