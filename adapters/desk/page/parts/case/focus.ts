/** The two places of an open case where the focus goes: its heading, and the box one writes in. */

export const HEADING_ID = 'case-heading'
export const BOX_ID = 'box'

export function focusHeading(): void {
  document.getElementById(HEADING_ID)?.focus({ preventScroll: true })
}

/** At once, so that no key typed next is taken for a command; then behind the words, once they are drawn. */
export function focusBox(): void {
  const box = document.getElementById(BOX_ID)
  if (!(box instanceof HTMLTextAreaElement)) return
  box.focus()
  requestAnimationFrame(() => box.setSelectionRange(box.value.length, box.value.length))
}

/** A button that goes away with what it did leaves the focus nowhere. Called when it is done; looks once that is drawn. */
export function keepFocus(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === null || document.activeElement === document.body) focusHeading()
  })
}
