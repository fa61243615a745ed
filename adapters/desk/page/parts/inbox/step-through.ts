/** The row the keys are at. A step counts though the row it leads to is not drawn yet: only rows in sight are, and a held key is quicker. */
import { inbox } from '../../state/inbox.ts'

/** Of the case a step leads to, until its row is drawn and has the focus. */
let wanted: string | undefined
/** Of the row that had the focus last: scrolled out of sight, a row loses it. */
let last: string | undefined

const rows = () => [...document.querySelectorAll<HTMLAnchorElement>('a.case-item')]
const isThere = (id: string | undefined) => inbox.get().cases?.some((row) => row.id === id)

/** From the case in focus, else from the open one, else from the last in focus, else onto the first. */
export function step(by: number): void {
  const { cases = [] } = inbox.get()
  const drawn = rows()
  const focused = drawn.find((row) => row === document.activeElement)
  const open = drawn.find((row) => row.getAttribute('aria-current') === 'true')
  const from = [wanted, focused?.dataset.case, open?.dataset.case, last].find(isThere)
  const at = cases.findIndex((row) => row.id === from)
  wanted = cases[at < 0 ? 0 : Math.min(cases.length - 1, Math.max(0, at + by))]?.id
  focusWanted()
}

/** After each drawing of the list. A row out of sight is scrolled to first, which draws it. */
export function focusWanted(): void {
  if (wanted === undefined) return
  const at = inbox.get().cases?.findIndex((row) => row.id === wanted) ?? -1
  const drawn = rows()
  const [first] = drawn
  if (at < 0 || first === undefined) {
    wanted = undefined
    return
  }
  const row = drawn.find((each) => each.dataset.case === wanted)
  const list = first.closest('.cases')
  if (row) row.focus()
  else if (list) list.scrollTop = at * (first.closest('li')?.offsetHeight ?? 0)
}

/** Whatever gave a row the focus, keys go on from there. */
export function keepFocused({ target }: FocusEvent): void {
  const id = target instanceof HTMLElement ? target.closest<HTMLElement>('a.case-item')?.dataset.case : undefined
  if (id === undefined) return
  last = id
  wanted = undefined
}
