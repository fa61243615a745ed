/** `mascot export`: everything kept of one fan, table by table, as JSON on standard output; or the persona as a card. */
import { systemClock } from '../clock.ts'
import { accountsNamed } from '../domain/ids.ts'
import { MascotError } from '../errors.ts'
import { openStore } from '../store/open-store.ts'
import { exportCard } from './export-card.ts'
import { setUp } from './set-up.ts'
import type { RunVerb } from './verb.ts'

export const exportFan: RunVerb = async (input) => {
  if (typeof input.values.card === 'string') return await exportCard(input, input.values.card)
  const [account] = input.positionals
  if (!account?.includes(':'))
    throw new MascotError('usage', 'Which account? mascot export ACCOUNT, for example telegram:77; or --card FILE')
  const { config, persona } = await setUp(input)
  await using store = await openStore(config.databaseUrl, { brand: persona.brand.id, clock: systemClock })
  for (const id of accountsNamed(account)) {
    const tables = await store.memory.exportFan(id)
    if (Object.values(tables).every((rows) => rows.length === 0)) continue
    process.stdout.write(`${JSON.stringify(tables, null, 2)}\n`)
    return 0
  }
  process.stderr.write(
    `Nothing is kept of ${account}. Is the account written as PLATFORM:ID, for example telegram:77?\n`,
  )
  return 1
}
