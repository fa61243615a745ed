/** The two places of an open case where the focus goes: its heading, and the box one writes in. */

export const HEADING_ID = 'case-heading'
export const BOX_ID = 'box'

export function focusHeading(): void {
  document.getElementById(HEADING_ID)?.focus({ preventScroll: true })
}

/** Behind the words that are there. */
export function focusBox(): void {
  requestAnimationFrame(() => {
    const box = document.getElementById(BOX_ID)
    if (!(box instanceof HTMLTextAreaElement)) return
    box.focus()
    box.setSelectionRange(box.value.length, box.value.length)
  })
}
