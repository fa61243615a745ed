/** `--against`: the persona as it was at a revision of git, or as it is in another folder. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { MascotError } from '../../errors.ts'
import { loadPersona } from '../../persona/load/load.ts'
import type { Persona } from '../../persona/persona.ts'

const run = promisify(execFile)
const files = ['persona.yaml', 'answers.yaml', 'issues.yaml'] as const

/** @param named a folder, else a revision of the repository that `folder` lies in. @throws {MascotError} `usage`, `persona-invalid` */
export async function personaAgainst(named: string, folder: string): Promise<Persona> {
  const found = await stat(named).catch(() => undefined)
  if (found?.isDirectory()) return await loadPersona(named)
  const commit = await commitOf(named, folder)
  const old = await mkdtemp(path.join(tmpdir(), 'mascot-against-'))
  try {
    for (const file of files) {
      const text = await git(['show', `${commit}:./${file}`], folder).catch(() => undefined)
      if (text === undefined && file === 'persona.yaml')
        throw new MascotError('usage', `--against ${named}: there was no persona.yaml in ${folder} then`)
      if (text !== undefined) await writeFile(path.join(old, file), text)
    }
    return { ...(await loadPersona(old)), folder }
  } finally {
    await rm(old, { recursive: true, force: true })
  }
}

async function commitOf(revision: string, folder: string): Promise<string> {
  // What begins with a dash would be an option of git.
  const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]
  const commit = await git(asked, folder).catch((cause: unknown) => {
    const why = `neither a folder nor a revision of the repository that ${folder} lies in`
    throw new MascotError('usage', `--against ${revision}: is ${why}`, { cause })
  })
  return commit.trim()
}

async function git(args: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await run('git', [...args], { cwd, maxBuffer: 16 * 1024 * 1024, encoding: 'utf8' })
  return stdout
}
