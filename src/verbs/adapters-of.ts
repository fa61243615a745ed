/** The adapters of the platforms that are configured; the SDK of any other is never loaded. */
import type { Config } from '../config.ts'
import type { Adapter } from '../ports/adapter.ts'
import type { VerbInput } from './verbs.ts'

export async function adaptersOf(config: Config, catalog: VerbInput['catalog']): Promise<readonly Adapter[]> {
  const adapters: Adapter[] = []
  if (config.telegram) adapters.push((await catalog.telegram()).createTelegramAdapter(config.telegram))
  if (config.discord) adapters.push((await catalog.discord()).createDiscordAdapter(config.discord))
  return adapters
}
