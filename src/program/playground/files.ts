/** A persona's files as the playground reads and writes them: these four, in their folder and nowhere else, and never over what somebody else saved. */
import { createHash } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { changeFile } from '../../desk/learning/change-file.ts'
import { MascotError } from '../../errors.ts'
import { unheardIn } from '../../hearing/unheard-in.ts'
import { helpAt } from '../../persona/edit/help-at.ts'
import { lintPersona } from '../../persona/lint/lint.ts'
import { type PersonaReading, readPersona } from '../../persona/load/load.ts'
import type { PersonaProblem } from '../../persona/load/problem.ts'
import type { Clock } from '../../ports/clock.ts'
import type { PlayFile, PlayLooked, PlayProblem, PlayText } from '../../ports/playground.ts'

const playFiles: readonly PlayFile[] = ['persona', 'answers', 'issues', 'scenes']

/** Characters of a file that is edited in a page. */
const MOST = 2 * 1024 * 1024

export interface PlayFilesDeps {
  readonly folder: () => string
  readonly clock: Clock
}

export function createPlayFiles({ folder, clock }: PlayFilesDeps) {
  const read = async (file: PlayFile): Promise<PlayText> => {
    await inside(folder(), file)
    const text = await readFile(join(folder(), `${file}.yaml`), 'utf8').catch(unlessMissing)
    return { file, text: text ?? '', stamp: stampOf(text ?? '') }
  }
  let last: { readonly texts: Readonly<Record<PlayFile, string>>; readonly reading: PersonaReading } | undefined
  return {
    read,

    /** All of it as it lies there, with what is wrong. */
    async reading(): Promise<{ readonly reading: PersonaReading; readonly texts: Readonly<Record<PlayFile, string>> }> {
      const found = await Promise.all(
        playFiles.map(async (file) => [file, await read(file).then(({ text }) => text, notOpened)] as const),
      )
      const texts = Object.fromEntries(found.filter(([, text]) => text !== ''))
      const whole = { persona: '', answers: '', issues: '', scenes: '', ...texts }
      // Asked for again and again while a page is open.
      if (last && isDeepStrictEqual(last.texts, whole)) return last
      last = { texts: whole, reading: await readPersona(folder(), { texts }) }
      return last
    },

    async look(file: PlayFile, text: string, line: number): Promise<PlayLooked> {
      const reading = await readPersona(folder(), { texts: { [file]: limited(text) } })
      const doubts = await lintPersona(reading, clock.now(), unheardIn)
      const problems = problemsOf([...reading.problems, ...doubts]).filter((problem) => problem.file === file)
      return { problems, ...helpAt(file, text, line) }
    },

    async write(file: PlayFile, text: string, stamp: string): Promise<PlayText> {
      await inside(folder(), file)
      await changeFile(
        folder(),
        { file: `${file}.yaml`, part: file },
        {
          change(now) {
            if (stampOf(now) !== stamp)
              throw new MascotError(
                'persona-invalid',
                `${file}.yaml was saved by somebody else since you opened it. Yours is still here: copy what you changed, then read it anew.`,
              )
            return limited(text)
          },
        },
      )
      return { file, text, stamp: stampOf(text) }
    },
  }
}

export function problemsOf(problems: readonly PersonaProblem[]): readonly PlayProblem[] {
  return problems.flatMap(({ file, line, col, path, message, severity }) => {
    const name = basename(file, '.yaml')
    const part = playFiles.find((one) => one === name) ?? 'persona'
    return [{ file: part, line, col, path, message, severity }]
  })
}

function limited(text: string): string {
  if (text.length <= MOST) return text
  throw new MascotError('usage', `That is too long for a page: at most ${MOST / 1024 / 1024} MB.`)
}

function stampOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}

/** A link may lead to another file of the folder, as where it is mounted, and not out of it. @throws {MascotError} `usage` */
async function inside(folder: string, file: PlayFile): Promise<void> {
  const [home, target] = await Promise.all([
    realpath(folder),
    realpath(join(folder, `${file}.yaml`)).catch(unlessMissing),
  ])
  const way = target === undefined ? '' : relative(home, target)
  if (way.startsWith('..') || way.startsWith('/'))
    throw new MascotError('usage', `${file}.yaml is a link out of the persona’s folder: it is not opened here.`)
}

/** What is not opened here is read by the program alone. */
function notOpened(error: unknown): string {
  if (error instanceof MascotError) return ''
  throw error
}

function unlessMissing(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}
