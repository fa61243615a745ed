/** The persona's colour as an accent that can be read: moved towards black or white until the contrast suffices. Pure. */

type Rgb = readonly [number, number, number]

/** WCAG 2.2, 1.4.3, with a little to spare for tinted grounds. */
const CONTRAST = 5.2
const GROUND_LIGHT: Rgb = [244, 245, 247]
const GROUND_DARK: Rgb = [30, 34, 40]
const WHITE: Rgb = [255, 255, 255]
const BLACK: Rgb = [0, 0, 0]

function parse(colour: string): Rgb | undefined {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour)
  if (!match) return undefined
  const [, r = '0', g = '0', b = '0'] = match
  return [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)]
}

/** Relative luminance, WCAG 2.2. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}

export function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function mix([r, g, b]: Rgb, [tr, tg, tb]: Rgb, part: number): Rgb {
  const channel = (from: number, to: number) => Math.round(from + (to - from) * part)
  return [channel(r, tr), channel(g, tg), channel(b, tb)]
}

function readable(from: Rgb, ground: Rgb, towards: Rgb): string {
  for (let step = 0; step <= 20; step++) {
    const mixed = mix(from, towards, step / 20)
    if (contrast(mixed, ground) >= CONTRAST) return `rgb(${mixed.join(' ')})`
  }
  return `rgb(${towards.join(' ')})`
}

/** The accent on light ground (white is read on it) and on dark (near-black is read on it); undefined for no colour. */
export function accents(colour: string): { readonly light: string; readonly dark: string } | undefined {
  const rgb = parse(colour)
  if (rgb === undefined) return undefined
  return { light: readable(rgb, GROUND_LIGHT, BLACK), dark: readable(rgb, GROUND_DARK, WHITE) }
}
