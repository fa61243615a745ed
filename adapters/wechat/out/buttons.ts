/** Buttons are items of a menu in the message. What comes back of one is its short name; long values are kept under it. */
import { type AdapterContext, type Button, keptValues } from '#mascot'

const OWN = 'v-'
const SHORT = 60

export interface Buttons {
  items(buttons: readonly Button[]): Promise<readonly { readonly id: string; readonly content: string }[]>
  valueOf(id: string): Promise<string | undefined>
}

export function createButtons(context: () => Pick<AdapterContext, 'clock' | 'keyValues'> | undefined): Buttons {
  const kept = keptValues(context)
  const idFor = async (value: string) =>
    value.length <= SHORT && /^[\w:.-]+$/.test(value) ? `${OWN}${value}` : await kept.nameFor(value)
  return {
    async items(buttons) {
      const items = []
      for (const { label, value } of buttons)
        if (value !== undefined) items.push({ id: await idFor(value), content: label })
      return items
    },
    valueOf: async (id) => (id.startsWith(OWN) ? id.slice(OWN.length) : await kept.valueOf(id)),
  }
}
