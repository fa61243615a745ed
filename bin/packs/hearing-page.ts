/** What is heard in which language, as `docs/hearing.md` shows it, and what the packs still owe. */
import type { PackSource } from './read-packs.ts'

/** Between which marks a table stands on the page. */
interface Marks {
  readonly begin: string
  readonly end: string
}

const heard: Marks = { begin: '<!-- the table, written by npm run hearing -->', end: '<!-- end of the table -->' }
export const figures: Marks = {
  begin: '<!-- the figures, written by npm run learn -->',
  end: '<!-- end of the figures -->',
}

/** Signs down, languages across; a cell holds phrases and, behind a stroke, examples. */
export function hearingTable(packs: readonly PackSource[]): string {
  const names = [...new Set(packs.flatMap(({ signs }) => [...signs.keys()]))].sort()
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const cell = ({ signs }: PackSource, name: string) => {
    const written = signs.get(name)?.written
    return written ? `${written.says.length}/${(written.yes?.length ?? 0) + (written.no?.length ?? 0)}` : '·'
  }
  return [
    row(['sign', ...packs.map(({ lang }) => lang)]),
    row(['---', ...packs.map(() => '---:')]),
    ...names.map((name) => row([name, ...packs.map((pack) => cell(pack, name))])),
  ].join('\n')
}

/** The page with the table put between its marks. */
export function withTable(page: string, table: string, { begin, end }: Marks = heard): string {
  const [head, rest = ''] = page.split(begin)
  return `${head}${begin}\n\n${table}\n\n${end}${rest.split(end)[1] ?? ''}`
}

/** Languages in which the persona speaks of its own accord and danger to life is not heard. @param spoken the languages it speaks */
export function withoutDanger(packs: readonly PackSource[], spoken: Iterable<string>): readonly string[] {
  const known = new Set(packs.filter(({ signs }) => signs.has('self-harm')).map(({ lang }) => lang))
  return [...new Set(spoken)].filter((lang) => !known.has(lang)).sort()
}
