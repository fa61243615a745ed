/** The one stylesheet of the lead pages: the desk's own, what the lead pages add, and the persona's colour. */
import { readFileSync } from 'node:fs'
import { accents } from '../../page/show/accent.ts'

const ofDesk = ['tokens', 'base', 'controls', 'frame', 'views']

export function createStyles(): (colour: string) => string {
  let read: string | undefined
  return (colour) => {
    read ??= [
      ...ofDesk.map((name) => new URL(`../../page/styles/${name}.css`, import.meta.url)),
      new URL('./lead.css', import.meta.url),
    ]
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const accent = accents(colour)
    return accent === undefined
      ? read
      : `${read}\n:root { --persona-light: ${accent.light}; --persona-dark: ${accent.dark}; }\n`
  }
}
