/** `mascot insights`: the figures of some days as Markdown, CSV or JSON, brought up to date first. */
import { systemClock } from '../clock.ts'
import { MascotError } from '../errors.ts'
import { rangeNames } from '../insights/calendar.ts'
import { createInsightParts } from '../program/insights.ts'
import { openStore } from '../store/open-store.ts'
import { countAll } from './count-all.ts'
import { logOf, setUp } from './set-up.ts'
import type { RunVerb, VerbInput } from './verb.ts'

export const insights: RunVerb = async (input) => {
  const range = rangeOf(input)
  const { config, persona } = await setUp(input)
  await using store = await openStore(config.databaseUrl, { brand: persona.brand.id, clock: systemClock })
  const parts = createInsightParts(store, {
    ...{ persona: () => persona, clock: systemClock, log: logOf(config), deskUrl: () => config.publicUrl },
  })
  const { values } = input
  // Read first: what is asked wrongly is said at once.
  await parts.reader.read(range)
  await countAll(parts, store)
  const text =
    values['json'] === true
      ? `${JSON.stringify(await parts.reader.read(range), null, 2)}\n`
      : await parts.reader.text(range, values['csv'] === true ? 'csv' : 'markdown')
  process.stdout.write(text)
  return 0
}

function rangeOf({ values }: VerbInput) {
  const named = rangeNames.filter((name) => values[name] === true)
  const of = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined)
  const [from, to] = [of('from'), of('to')]
  if (named.length > 1 || (named.length > 0 && (from ?? to) !== undefined))
    throw new MascotError('usage', `One of ${rangeNames.map((name) => `--${name}`).join(', ')}, or --from and --to.`)
  if (values['csv'] === true && values['json'] === true) throw new MascotError('usage', 'Either --csv or --json.')
  return { range: named[0], from, to }
}
