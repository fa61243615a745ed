/** Button values that need a code are durable before anybody can press the button. */
import { codesOf } from '../wire/button-value.ts'
import type { Presence } from '../wire/presence.ts'
import type { OutboundText } from './plan.ts'

export async function keepLongValues(presence: Presence, { buttons = [] }: OutboundText): Promise<void> {
  const { receive } = presence.started()
  for (const cursor of codesOf(buttons, presence.self?.id ?? 0)) await receive({ messages: [], cursor })
}
