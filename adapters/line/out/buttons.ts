/**
 * Buttons are LINE's quick replies, which stand above the keyboard until something is said. A pressed one gives back a name; what it means is
 * kept under it.
 */
import { type AdapterContext, type Button, keptValues } from '#mascot'
import { limits } from '../abilities.ts'

export interface Buttons {
  /** Undefined where there are none. */
  quickReply(buttons: readonly Button[]): Promise<object | undefined>
  /** Itself where nothing is kept under it. */
  meantBy(name: string): Promise<{ readonly label?: string; readonly value: string }>
}

export function createButtons(context: () => Pick<AdapterContext, 'clock' | 'keyValues'> | undefined): Buttons {
  const kept = keptValues(context)
  const nameFor = (label: string, value: string) => kept.nameFor(JSON.stringify([label, value]))
  return {
    async quickReply(buttons) {
      const items = []
      for (const { label, value, url } of buttons.slice(0, limits.most)) {
        const shown = label.slice(0, limits.labelLength)
        const action =
          url === undefined
            ? { type: 'postback', label: shown, data: await nameFor(label, value), displayText: label }
            : { type: 'uri', label: shown, uri: url }
        items.push({ type: 'action', action })
      }
      return items.length === 0 ? undefined : { items }
    },
    async meantBy(name) {
      const packed = await kept.valueOf(name)
      if (packed === undefined) return { value: name }
      const [label, value] = JSON.parse(packed) as [string, string]
      return { label, value }
    },
  }
}
