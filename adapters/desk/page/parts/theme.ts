/** Lays the persona's colour over the page. Set through the style object, which a strict content policy allows. */
import { accents } from '../show/accent.ts'

export function dressIn(colour: string | undefined): void {
  const { style } = document.documentElement
  const found = colour === undefined ? undefined : accents(colour)
  if (found === undefined) {
    style.removeProperty('--persona-light')
    style.removeProperty('--persona-dark')
    return
  }
  style.setProperty('--persona-light', found.light)
  style.setProperty('--persona-dark', found.dark)
}
