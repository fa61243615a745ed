/** Buttons: up to three below the words, else a list to open. What comes back of one is its value, or the short name under which a long one is kept. */
import { type AdapterContext, type Button, keptValues } from '#mascot'
import { limits } from '../abilities.ts'

/** Of an interactive message: three buttons of twenty letters, or ten rows. */
const MOST_BELOW = 3

export interface Buttons {
  /** `choose`: what opens a list says. Undefined where none of them answers. */
  action(
    buttons: readonly Button[],
    choose: string,
  ): Promise<{ readonly type: string; readonly action: object } | undefined>
  meantBy(name: string): Promise<string>
}

export function createButtons(context: () => Pick<AdapterContext, 'clock' | 'keyValues'> | undefined): Buttons {
  const kept = keptValues(context)
  return {
    async action(buttons, choose) {
      const rows: { readonly id: string; readonly title: string }[] = []
      for (const { label, value } of buttons)
        if (value !== undefined)
          rows.push({ id: await kept.shortFor(value, limits.valueLength), title: label.slice(0, limits.labelLength) })
      if (rows.length === 0) return undefined
      if (rows.length <= MOST_BELOW)
        return { type: 'button', action: { buttons: rows.map((reply) => ({ type: 'reply', reply })) } }
      return { type: 'list', action: { button: choose, sections: [{ rows: rows.slice(0, limits.most) }] } }
    },
    meantBy: kept.meantBy,
  }
}
