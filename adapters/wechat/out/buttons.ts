/** Buttons are items of a menu in the message. What comes back of one is its short name; long values are kept under it. */
import { createHash } from 'node:crypto'
import { type AdapterContext, type Button, DAY_MS } from '#mascot'

const OWN = 'v-'
const KEPT = 'k-'
const SHORT = 60
/** Longer than a window: an old one may still be tapped. */
const KEPT_MS = 30 * DAY_MS

export interface Buttons {
  items(buttons: readonly Button[]): Promise<readonly { readonly id: string; readonly content: string }[]>
  valueOf(id: string): Promise<string | undefined>
}

export function createButtons(context: () => Pick<AdapterContext, 'clock' | 'keyValues'> | undefined): Buttons {
  const known = new Map<string, string>()
  async function idFor(value: string): Promise<string> {
    if (value.length <= SHORT && /^[\w:.-]+$/.test(value)) return `${OWN}${value}`
    const name = createHash('sha256').update(value).digest('base64url').slice(0, 22)
    const { keyValues, clock } = context() ?? {}
    if (keyValues && clock) await keyValues.set(`button ${name}`, value, clock.now() + KEPT_MS)
    else known.set(name, value)
    return `${KEPT}${name}`
  }
  return {
    async items(buttons) {
      const items = []
      for (const { label, value } of buttons)
        if (value !== undefined) items.push({ id: await idFor(value), content: label })
      return items
    },
    async valueOf(id) {
      if (id.startsWith(OWN)) return id.slice(OWN.length)
      if (!id.startsWith(KEPT)) return undefined
      const name = id.slice(KEPT.length)
      return known.get(name) ?? (await context()?.keyValues?.get(`button ${name}`))?.value
    },
  }
}
