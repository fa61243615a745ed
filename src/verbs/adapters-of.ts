/** The adapters of the platforms that are configured, the SDK of any other never loaded; and the pages. */
import type { Config } from '../config.ts'
import type { Adapter } from '../ports/adapter.ts'
import type { Page } from '../ports/page.ts'
import type { VerbInput } from './verb.ts'

/** What is served for people to open in a browser. */
export async function pagesOf(catalog: VerbInput['catalog']): Promise<readonly Page[]> {
  return [(await catalog.desk()).deskPage, (await catalog.fans()).fansPage]
}

/** The chat on the web, where it is served: beside whatever else is configured. */
export async function webOf({ web }: Config, catalog: VerbInput['catalog']): Promise<readonly Adapter[]> {
  return web ? [(await catalog.web()).createWebAdapter(web)] : []
}

/** What each platform there is shows of a message. */
export async function surfacesOf(catalog: VerbInput['catalog']) {
  return (await catalog.surfaces()).surfaces
}

/** The platforms there are, whatever is configured. */
export function platformsIn({
  desk: _,
  fans: __,
  surfaces: ___,
  ...platforms
}: VerbInput['catalog']): readonly string[] {
  return Object.keys(platforms)
}

/** Where it can be opened. */
export function chatUrlOf({ web, publicUrl }: Config, url: string): string | undefined {
  return web && `${(publicUrl ?? url).replace(/\/$/, '')}/chat/`
}

export async function adaptersOf(config: Config, catalog: VerbInput['catalog']): Promise<readonly Adapter[]> {
  const adapters: Adapter[] = []
  if (config.telegram) adapters.push((await catalog.telegram()).createTelegramAdapter(config.telegram))
  if (config.discord) adapters.push((await catalog.discord()).createDiscordAdapter(config.discord))
  if (config.wechat) adapters.push((await catalog.wechat()).createWeChatAdapter(config.wechat))
  if (config.line) adapters.push((await catalog.line()).createLineAdapter(config.line))
  if (config.whatsapp) adapters.push((await catalog.whatsapp()).createWhatsAppAdapter(config.whatsapp))
  if (config.slack) adapters.push((await catalog.slack()).createSlackAdapter(config.slack))
  if (config.qq) adapters.push((await catalog.qq()).createQQAdapter(config.qq))
  return adapters
}
