/** What the playground takes a platform's surface for is what the platform's adapter says of it. */
import { expect, it } from 'vitest'
import { createDiscordAdapter } from '../../../adapters/discord/index.ts'
import { createTelegramAdapter } from '../../../adapters/telegram/index.ts'
import { parseConfig } from '../../../src/config.ts'
import { surfaces } from '../../../src/program/playground/surfaces.ts'

it('is the same for each', () => {
  const { telegram, discord } = parseConfig({ TELEGRAM_BOT_TOKEN: '1:abc', DISCORD_BOT_TOKEN: 'abc.def.ghi' })
  if (!telegram || !discord) throw new Error('both are configured')
  for (const adapter of [createTelegramAdapter(telegram), createDiscordAdapter(discord)])
    expect(surfaces[adapter.platform]).toEqual(adapter.abilities)
})
