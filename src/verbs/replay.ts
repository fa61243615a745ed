/** `mascot replay`: messages that were heard before, from standard input, and what would have been noticed, as it would have been. */
import { once } from 'node:events'
import { readJsonLines } from './json-lines.ts'
import { createReplay, heardSchema, type Line } from './replay-lines.ts'
import { setUp } from './set-up.ts'
import { untilInterrupted } from './until-interrupted.ts'
import type { RunVerb } from './verb.ts'

export const replay: RunVerb = async (input) => {
  const { persona } = await setUp(input)
  const { signal } = untilInterrupted()
  const notice = createReplay(persona)
  const show = input.values.json === true ? (line: Line) => JSON.stringify(line) : readable
  let heardAll = 0
  let early = 0
  let latest = 0
  for await (const heard of readJsonLines(process.stdin, heardSchema, { where: 'the input', signal })) {
    heardAll += 1
    if (heard.at < latest) early += 1
    latest = Math.max(latest, heard.at)
    const lines = notice(heard).map((line) => `${show(line)}\n`)
    // Whoever reads slowly is waited for, so that nothing piles up.
    if (lines.length > 0 && !process.stdout.write(lines.join(''))) await once(process.stdout, 'drain')
  }
  if (early > 0)
    process.stderr.write(
      `${early} of ${heardAll} lines came out of order, earlier than one before them: waves are told wrongly. Sort them by "at".\n`,
    )
  return 0
}

function readable({ at, event, ...rest }: Line): string {
  const fields = Object.entries(rest).map(
    ([name, value]) => `${name} ${Array.isArray(value) ? value.join(', ') : String(value)}`,
  )
  return `${at}  ${event.padEnd(11)}  ${fields.join(' · ')}`
}
