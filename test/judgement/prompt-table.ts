/** Prints how long the prompts are that a model reads of each brand: `node test/judgement/prompt-table.ts`. */
import { measurePrompts } from './prompt-measure.ts'

const rows = (await measurePrompts()).map(({ brand, lang, turns, prefix, turn, longest, stable }) =>
  [brand, lang, turns, prefix, Math.round(turn), longest, `${(stable * 100).toFixed(1)} %`].join(' | '),
)
process.stdout.write(
  `${['brand | language | turns | prefix | turn, average | longest of all | the same in every turn', '--- | --- | ---: | ---: | ---: | ---: | ---:', ...rows].map((row) => `| ${row} |`).join('\n')}\n`,
)
