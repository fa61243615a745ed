/** Buttons → Discord's components, five in a row; and the label of one that was pressed. */
import { ButtonStyle, ComponentType } from 'discord.js'
import type { Button } from '#mascot'
import { buttonId } from '../wire/button-value.ts'
import { doorValue } from '../wire/link.ts'

const PER_ROW = 5
/** https://discord.com/developers/docs/components/reference */
const MOST_BUTTONS = 25
const LONGEST_LABEL = 80
const LONGEST_URL = 512

export interface Components {
  readonly rows: readonly object[]
  /** Links that Discord's buttons cannot hold (mailto:, tel:, very long): lines for the text. */
  readonly leftOver: readonly string[]
}

export function componentsOf(buttons: readonly Button[]): Components {
  const shown: object[] = []
  const leftOver: string[] = []
  for (const [index, button] of buttons.entries()) {
    const component = shown.length < MOST_BUTTONS ? componentOf(button, index) : undefined
    if (component) shown.push(component)
    else leftOver.push(button.url === undefined ? button.label : `${button.label}: ${button.url}`)
  }
  const rows = Array.from({ length: Math.ceil(shown.length / PER_ROW) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: shown.slice(row * PER_ROW, (row + 1) * PER_ROW),
  }))
  return { rows, leftOver }
}

function componentOf(button: Button, index: number): object | undefined {
  const label = shortened(button.label.trim() || '…')
  const door = button.url === undefined ? undefined : doorValue(button.url)
  const doorId = door === undefined ? undefined : buttonId(door, index)
  if (doorId !== undefined)
    return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: doorId }
  if (button.url !== undefined) {
    const isShowable = /^(?:https?|discord):\/\//i.test(button.url) && button.url.length <= LONGEST_URL
    return isShowable ? { type: ComponentType.Button, style: ButtonStyle.Link, label, url: button.url } : undefined
  }
  // A value that fits in no id is said as its label: pressing it is then the fan saying those words.
  const custom_id = buttonId(button.value, index) ?? buttonId('', index)
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id }
}

/** Whole graphemes of at most 80 UTF-16 units. */
function shortened(label: string): string {
  if (label.length <= LONGEST_LABEL) return label
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(label)) {
    if (kept.length + segment.length >= LONGEST_LABEL) break
    kept += segment
  }
  return `${kept}…`
}
