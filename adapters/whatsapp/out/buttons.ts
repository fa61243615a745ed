/** Buttons: up to three below the words, else a list to open. What comes back of one is its value, or the short name under which a long one is kept. */
import { createHash } from 'node:crypto'
import { type AdapterContext, type Button, DAY_MS } from '#mascot'

/** Of an interactive message: three buttons of twenty letters, or ten rows. */
export const limits = { most: 10, labelLength: 20, valueLength: 200 } as const
const MOST_BELOW = 3
const KEPT = 'kept:'
const KEPT_MS = 30 * DAY_MS

export interface Buttons {
  /** `choose`: what opens a list says. Undefined where none of them answers. */
  action(
    buttons: readonly Button[],
    choose: string,
  ): Promise<{ readonly type: string; readonly action: object } | undefined>
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
    async action(buttons, choose) {
      const rows: { readonly id: string; readonly title: string }[] = []
      for (const { label, value } of buttons)
        if (value !== undefined) rows.push({ id: await nameFor(value), title: label.slice(0, limits.labelLength) })
      if (rows.length === 0) return undefined
      if (rows.length <= MOST_BELOW)
        return { type: 'button', action: { buttons: rows.map((reply) => ({ type: 'reply', reply })) } }
      return { type: 'list', action: { button: choose, sections: [{ rows: rows.slice(0, limits.most) }] } }
    },
    async meantBy(name) {
      if (!name.startsWith(KEPT)) return name
      return known.get(name) ?? (await context()?.keyValues?.get(`button ${name}`))?.value ?? name
    },
  }
}
