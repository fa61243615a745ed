/** The words on what was pressed: they are what the fan says by it. */
import { isRecord, records } from '../wire/payload.ts'

/** What stood on the button, or on the chosen option of a select. */
export function pressedLabel(message: unknown, customId: string, chosen: string | undefined): string | undefined {
  for (const row of isRecord(message) ? records(message.components) : []) {
    const component = records(row.components).find((one) => one.custom_id === customId)
    const holder = chosen === undefined ? component : records(component?.options).find((one) => one.value === chosen)
    if (typeof holder?.label === 'string') return holder.label
  }
  return undefined
}
