/** Buttons stand below the words. What comes back of a pressed one is its value, or the short name under which a long one is kept. */
import { type AdapterContext, type Button, keptValues } from '#mascot'
import { limits } from '../abilities.ts'
import { OURS } from '../wire/names.ts'

export interface Buttons {
  /** Undefined where there are none. */
  block(buttons: readonly Button[]): Promise<object | undefined>
  meantBy(name: string): Promise<string>
}

export function createButtons(context: () => Pick<AdapterContext, 'clock' | 'keyValues'> | undefined): Buttons {
  const kept = keptValues(context)
  return {
    async block(buttons) {
      const elements = []
      for (const [nth, { label, value, url }] of buttons.slice(0, limits.most).entries())
        elements.push({
          ...{ type: 'button', action_id: `${OURS}${nth}` },
          text: { type: 'plain_text', text: label.slice(0, limits.labelLength), emoji: true },
          ...(url === undefined ? { value: await kept.shortFor(value, limits.valueLength) } : { url }),
        })
      return elements.length === 0 ? undefined : { type: 'actions', elements }
    },
    meantBy: kept.meantBy,
  }
}
