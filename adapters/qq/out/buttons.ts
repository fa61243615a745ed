/** Buttons as QQ's keyboard. What comes back of one is its value, or the short name under which a long one is kept, with what was read on it. */
import { type AdapterContext, type Button, keptValues } from '#mascot'

/** In a row of one: labels are read whole. */
const LINK = 0
const CALLBACK = 1
const ANYBODY = 2
const STYLE = 1

export interface Buttons {
  keyboard(buttons: readonly Button[]): Promise<object>
  /** By what came back of one; itself where nothing is kept under it. */
  valueOf(name: string): Promise<{ readonly label?: string; readonly value: string }>
}

export function createButtons(context: () => Pick<AdapterContext, 'clock' | 'keyValues'> | undefined): Buttons {
  const kept = keptValues(context)
  const nameFor = (label: string, value: string) => kept.nameFor(JSON.stringify([label, value]))
  return {
    async keyboard(buttons) {
      const rows = []
      for (const [nth, { label, value, url }] of buttons.entries()) {
        const action =
          url === undefined ? { type: CALLBACK, data: await nameFor(label, value) } : { type: LINK, data: url }
        rows.push({
          buttons: [
            {
              id: String(nth + 1),
              render_data: { label, visited_label: label, style: STYLE },
              action: { ...action, permission: { type: ANYBODY }, unsupport_tips: label },
            },
          ],
        })
      }
      return { content: { rows } }
    },
    async valueOf(name) {
      const packed = await kept.valueOf(name)
      if (packed === undefined) return { value: name }
      const [label, value] = JSON.parse(packed) as [string, string]
      return { label, value }
    },
  }
}
