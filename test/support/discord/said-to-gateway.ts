/** What the client said to the gateway, counted. */
import type { DiscordServer } from '../discord-server.ts'

const said = (op: number, { gateway }: DiscordServer) => gateway.heard.filter((payload) => payload.op === op).length

/** New sessions asked for. */
export const identifies = (server: DiscordServer) => said(2, server)
export const resumes = (server: DiscordServer) => said(6, server)
