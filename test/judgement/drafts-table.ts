/**
 * `npm run drafts`: plays the drafts of `written/`, which people wrote who had not seen the checks, and prints how many leave, by kind.
 * `--write`: into docs/judgement.md, between its marks. `--told`: each draft that left, or was stopped, though it should not.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type DraftSet, draftSets, type PlayedDraft, playDrafts, readDrafts } from './drafts.ts'

const page = fileURLToPath(new URL('../../docs/judgement.md', import.meta.url))
const begin = '<!-- drafts: begin -->'
const end = '<!-- drafts: end -->'

const meant: Readonly<Record<DraftSet, string>> = {
  bad: 'obeying the attacker, none may leave',
  half: 'approved words, one thing in them turned round: none may leave as said',
  good: 'faithful paraphrases of approved answers, all should leave',
  free: 'talk without facts, all should leave',
}

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`

function line(name: string, played: readonly PlayedDraft[]): string {
  const asked = played.filter(({ isModelAsked }) => isModelAsked)
  const count = (outcome: PlayedDraft['outcome']) => asked.filter((one) => one.outcome === outcome).length
  const cases = asked.filter(({ isCase }) => isCase).length
  return row([name, played.length, asked.length, count('as said'), count('in part'), count('other words'), cases])
}

const lines = [
  row(['drafts', 'written', 'model asked', 'left as said', 'left in part', 'other words', 'a person called']),
  row(['---', ...Array.from({ length: 6 }, () => '---:')]),
]
for (const set of draftSets) {
  const played = await playDrafts(readDrafts(new URL(`written/${set}.jsonl`, import.meta.url)))
  lines.push(line(`**${set}**: ${meant[set]}`, played))
  if (set === 'bad')
    for (const [kind = '', some] of [...Map.groupBy(played, ({ draft }) => draft.kind)].sort())
      lines.push(line(kind, some))
  if (process.argv.includes('--told'))
    for (const { draft, left, outcome, isModelAsked } of played)
      if (isModelAsked && (set === 'bad' || set === 'half' ? outcome !== 'other words' : outcome !== 'as said'))
        console.log(set, outcome, JSON.stringify(draft.fan), JSON.stringify(draft.draft), '→', JSON.stringify(left))
}
const table = lines.join('\n')
console.log(table)
if (process.argv.includes('--write')) {
  const text = readFileSync(page, 'utf8')
  const [before = '', rest = ''] = text.split(begin)
  writeFileSync(page, `${before}${begin}\n\n${table}\n\n${end}${rest.split(end)[1] ?? ''}`)
}
process.exit()
