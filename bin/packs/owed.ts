/** What the packs owe, in two lists that may only shrink: a test fails on what is owed and not listed, and on what is listed and no longer owed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lexicon } from '../../src/hearing/small-talk/lexicon.ts'
import { defaultLines } from '../../src/persona/lines/default-lines.ts'
import { withoutDanger } from './hearing-page.ts'
import { unreachedOf } from './reach.ts'
import type { PackSource } from './read-packs.ts'

export interface Owed {
  readonly file: string
  /** What its lines have in common, and how one is paid, in a writer's words. */
  readonly what: string
  readonly listed: readonly string[]
  readonly now: readonly string[]
}

/** Phrases that no example reaches, and languages spoken in which danger is not heard. */
export function owed(packs: readonly PackSource[]): readonly Owed[] {
  const spoken = [
    ...[...lexicon().phrases.values()].flatMap((langs) => [...langs.keys()]),
    ...Object.keys(defaultLines),
  ]
  return [
    listOf(
      'phrases-without-example.txt',
      'reached by no example: write a message for it under yes:, for one of butNot under no:',
      unreachedOf(packs),
    ),
    listOf(
      'languages-without-danger.txt',
      'spoken, and danger to life is not heard in it: write self-harm.yaml',
      withoutDanger(packs, spoken),
    ),
  ]
}

function listOf(name: string, what: string, now: readonly string[]): Owed {
  const file = fileURLToPath(new URL(`owed/${name}`, import.meta.url))
  return { file, what, listed: readFileSync(file, 'utf8').split('\n').filter(Boolean), now }
}

/** Takes out of a list what has been paid; nothing is ever added. */
export function strike({ file, listed, now }: Owed): void {
  writeFileSync(
    file,
    listed
      .filter((line) => now.includes(line))
      .map((line) => `${line}\n`)
      .join(''),
  )
}
