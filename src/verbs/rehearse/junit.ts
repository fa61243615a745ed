/** A rehearsal as JUnit XML, which CI services read: a scene is a test case. Pure. */
import type { PlayedScene } from '../play-scenes.ts'

export function junitOf(played: readonly PlayedScene[], persona: string): string {
  const failed = played.filter(({ isAsWritten }) => !isAsWritten).length
  const cases = played.map(({ id, turns }) => {
    const failures = turns.flatMap(({ heard, said, failures: of }) => of.map((failure) => ({ failure, heard, said })))
    const [first] = failures
    const body = failures.map(({ failure, heard, said }) => `${failure}\n> ${heard}\n< ${said}`).join('\n\n')
    const inside = first ? `<failure message="${xml(first.failure)}">${xml(body)}</failure>` : ''
    return `    <testcase classname="${xml(persona)}" name="${xml(id)}">${inside}</testcase>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="${played.length}" failures="${failed}">
  <testsuite name="${xml(persona)}" tests="${played.length}" failures="${failed}">
${cases.join('\n')}
  </testsuite>
</testsuites>
`
}

/** Control characters have no place in XML 1.0, also escaped (2.2). */
function xml(value: string): string {
  const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return value
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '')
    .replaceAll(/[&<>"]/g, (mark) => marks[mark] ?? mark)
    .replaceAll('\n', '&#10;')
}
