/** Prints how long the prompts are that a model reads of each brand: `node test/judgement/prompt-table.ts`. */
import { measurePrompts } from './prompt-measure.ts'

const rows = (await measurePrompts()).map(({ brand, lang, turns, prefix, turn, longest, inLongTalk, stable }) =>
  [
    brand,
    lang,
    turns,
    prefix,
    Math.round(turn),
    longest,
    Math.round(inLongTalk),
    `${(stable * 100).toFixed(1)} %`,
  ].join(' | '),
)
process.stdout.write(
  `${['brand | language | turns | prefix | turn, average | longest of all | all told in a long talk, average | the same in every turn', '--- | --- | ---: | ---: | ---: | ---: | ---: | ---:', ...rows].map((row) => `| ${row} |`).join('\n')}\n`,
)
