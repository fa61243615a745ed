/** An app of ours against Slack's wire, with two members, a channel of a community and the channel of staff; anew for each test. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach } from 'vitest'
import { createSlackAdapter, type SlackOptions } from '../../adapters/slack/index.ts'
import { threadId } from '../../src/domain/ids.ts'
import type { InboundMessage } from '../../src/domain/message.ts'
import type { Adapter } from '../../src/ports/adapter.ts'
import { type AdapterHost, createAdapterHost } from './adapter-host.ts'
import { createManualClock, type ManualClock } from './manual-clock.ts'
import { words } from './outbound-message.ts'
import { type RouteServer, serveRoutes } from './serve-routes.ts'
import { app, type SlackServer, startSlack } from './slack-server.ts'

export const MINUTE_MS = 60_000
export const [fan, other, talk, staffRoom] = ['U0ANA', 'U0BEN', 'C0TALK', 'C0CARE'] as const
export const [ana, inTalk] = [threadId('slack', 'D0ANA'), threadId('slack', talk)] as const

export const inGroup = (text: string, more: Parameters<typeof words>[2] = {}) =>
  words(inTalk, text, { surface: 'group', ...more })

export interface UnderSlack {
  readonly clock: ManualClock
  readonly server: SlackServer
  readonly host: AdapterHost
  readonly adapter: Adapter
  readonly listening: AbortController
  made(more?: Partial<SlackOptions>): Adapter
  /** Another program beside, which is pushed to from now on. */
  launch(): Promise<Adapter>
  /** Another in the place of the one that there was. */
  restart(): Promise<void>
  hears(text: string): Promise<InboundMessage | undefined>
  /** All that was pushed before has been worked on. */
  settled(): Promise<void>
  heard(): readonly InboundMessage[]
}

export function useSlack(): UnderSlack {
  let clock: ManualClock
  let server: SlackServer
  let web: RouteServer
  let host: AdapterHost
  let adapter: Adapter
  let listening: AbortController

  const made = (more: Partial<SlackOptions> = {}) =>
    createSlackAdapter({ ...app, apiRoot: `${server.root}/api`, staffChannel: staffRoom, ...more })
  async function launch(): Promise<Adapter> {
    const one = made()
    await one.start(host.context(), listening.signal)
    web.serve(one.routes?.() ?? [])
    server.goTo(web.url)
    return one
  }
  async function hears(text: string) {
    await host.until(() => host.messages.some((one) => one.text === text))
    return host.messages.find((one) => one.text === text)
  }

  beforeEach(async () => {
    clock = createManualClock({ skipsBelowMs: 10 * MINUTE_MS })
    web = await serveRoutes()
    host = createAdapterHost({ clock })
    listening = new AbortController()
    server = await startSlack({ clock })
    server.member(fan, { display_name: 'Ana' })
    server.member(other, { real_name: 'Ben Okoro', is_admin: true })
    server.channel(talk, [fan, other, app.user])
    server.channel(staffRoom, [other, app.user])
    adapter = await launch()
    await server.verifies()
  })
  afterEach(async () => {
    listening.abort()
    await adapter.stop()
    await server[Symbol.asyncDispose]()
    await web[Symbol.asyncDispose]()
  })
  return {
    get clock() {
      return clock
    },
    get server() {
      return server
    },
    get host() {
      return host
    },
    get adapter() {
      return adapter
    },
    get listening() {
      return listening
    },
    ...{ made, launch, hears },
    async restart() {
      await adapter.stop()
      adapter = await launch()
    },
    async settled() {
      const mark = `mark ${randomUUID()}`
      server.says(other, mark)
      await hears(mark)
    },
    heard: () => host.messages.filter(({ text }) => !text.startsWith('mark ')),
  }
}
