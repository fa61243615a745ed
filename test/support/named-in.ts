/** Which names of a list no source ever gives. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** A name asked for, and not given: compared with, the case of a switch, a member of a type, the key of a table. */
const asked = /(?:[!=]== |\bcase |\| )'[\w-]+'|'[\w-]+':/g

/** `pattern`: of the sources. `list`: the file with the list, whose rows do not count. */
export function notGivenIn(names: readonly string[], pattern: string, list: string): string[] {
  const given = globSync(pattern, { cwd: root })
    .map((file) => {
      const source = readFileSync(path.join(root, file), 'utf8').replace(asked, '')
      return file === list ? source.replace(/^ {2}'[\w-]+',$/gm, '') : source
    })
    .join('\n')
  return names.filter((name) => !given.includes(`'${name}'`))
}
