/** Buttons stand below the words. What comes back of a pressed one is its value, or the short name under which a long one is kept. */
import { createHash } from 'node:crypto'
import { type AdapterContext, type Button, DAY_MS } from '#mascot'
import { limits } from '../abilities.ts'
import { OURS } from '../wire/names.ts'

const KEPT = 'kept:'
const KEPT_MS = 30 * DAY_MS

export interface Buttons {
  /** Undefined where there are none. */
  block(buttons: readonly Button[]): Promise<object | undefined>
  meantBy(name: string): Promise<string>
}

export function createButtons(context: () => Pick<AdapterContext, 'clock' | 'keyValues'> | undefined): Buttons {
  const known = new Map<string, string>()
  async function nameFor(value: string): Promise<string> {
    if (Buffer.byteLength(value) <= limits.valueLength && !value.startsWith(KEPT)) return value
    const name = `${KEPT}${createHash('sha256').update(value).digest('base64url').slice(0, 22)}`
    const { keyValues, clock } = context() ?? {}
    if (keyValues && clock) await keyValues.set(`button ${name}`, value, clock.now() + KEPT_MS)
    else known.set(name, value)
    return name
  }
  return {
    async block(buttons) {
      const elements = []
      for (const [nth, { label, value, url }] of buttons.slice(0, limits.most).entries())
        elements.push({
          ...{ type: 'button', action_id: `${OURS}${nth}` },
          text: { type: 'plain_text', text: label.slice(0, limits.labelLength), emoji: true },
          ...(url === undefined ? { value: await nameFor(value) } : { url }),
        })
      return elements.length === 0 ? undefined : { type: 'actions', elements }
    },
    async meantBy(name) {
      if (!name.startsWith(KEPT)) return name
      return known.get(name) ?? (await context()?.keyValues?.get(`button ${name}`))?.value ?? name
    },
  }
}
