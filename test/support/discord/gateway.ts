/**
 * The fake's gateway over WebSocket: hello, identify, heartbeats, dispatches with sequence numbers, resume and its refusal; as
 * strict as Discord with what a client sends, how often, and in which order.
 */
import { WebSocket, WebSocketServer } from 'ws'
import { isObject } from './checks.ts'
import { guildJson, type Payload, type User, userJson, type World } from './world.ts'

/** Privileged: members, presences, message content. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)
const MESSAGE_CONTENT = 1 << 15

interface Session {
  readonly id: string
  readonly bot: User
  readonly shard: readonly [number, number]
  socket: WebSocket | undefined
  sequence: number
  readonly sent: string[]
}

export interface GatewayState {
  readonly token: string
  /** Privileged intents that are switched on in the portal. */
  privileged: number
  heartbeatMs: number
  answersHeartbeats: boolean
  /** The next resumes are refused. */
  refusesResume: boolean
  /** Ends a new connection with this code before anything is said. */
  closesWith: number | undefined
  /** Ends each connection with this code as soon as it is ready. */
  closesOnceReady: number | undefined
  /** Servers are sent only when `listServers` is called. */
  holdsServers: boolean
  /** Replaces the address in READY. */
  resumeUrl: string | undefined
  /** RESUME gets no answer of any kind. */
  ignoresResume: boolean
  /** New sessions that may still begin; each takes one. */
  sessionsLeft: number
  maxConcurrency: number
  /** The time, in ms, by which a bucket's identifies must lie five seconds apart. Absent: it is not looked at. */
  identifyClock: (() => number) | undefined
}

const IDENTIFY_EVERY_MS = 5_000
const MOST_SENDS = 120
const SENDS_WINDOW_MS = 60_000
const LONGEST_PAYLOAD = 4_096

export interface FakeGateway {
  readonly url: string
  readonly state: GatewayState
  /** What clients said: identifies, resumes, heartbeats. */
  readonly heard: readonly Payload[]
  /** What was sent in sessions: name, number and data of each event. */
  readonly dispatched: readonly { readonly t: string; readonly s: number; readonly d: unknown }[]
  /** To the shard of the server; without a server to the first. */
  dispatch(event: string, data: unknown, guildId?: string): void
  listServers(): void
  /** Sends a frame as it is, outside of any session. */
  raw(frame: string): void
  op(op: number, data: Payload | boolean | null): void
  /** Closes every connection, or the shard's; without a code the line simply breaks. */
  drop(code?: number, shard?: number): void
  /** Reads nothing more from its clients, not even that they leave. */
  deafen(): void
  readonly connections: number
  close(): Promise<void>
}

export async function startGateway(world: World, token: string): Promise<FakeGateway> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const url = `ws://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const sessions = new Map<string, Session>()
  const heard: Payload[] = []
  const dispatched: { t: string; s: number; d: unknown }[] = []
  const state: GatewayState = {
    token,
    privileged: MESSAGE_CONTENT,
    heartbeatMs: 41_250,
    answersHeartbeats: true,
    refusesResume: false,
    closesWith: undefined,
    closesOnceReady: undefined,
    holdsServers: false,
    resumeUrl: undefined,
    ignoresResume: false,
    sessionsLeft: 1_000,
    maxConcurrency: 16,
    identifyClock: undefined,
  }
  const identifiedAt = new Map<number, number>()

  function push(session: Session, event: string, data: unknown): void {
    session.sequence += 1
    dispatched.push({ t: event, s: session.sequence, d: data })
    const frame = JSON.stringify({ op: 0, t: event, s: session.sequence, d: data })
    session.sent.push(frame)
    session.socket?.send(frame)
  }
  const shardOf = (guildId: string | undefined, count: number) =>
    guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count))
  const serversOf = ({ shard: [id, count] }: Session) =>
    [...world.guilds.values()].filter((guild) => guild.isMember && shardOf(guild.id, count) === id)

  const botOf = (token: unknown) => (token === state.token ? world.bot : world.otherBots.get(String(token)))
  /** Private talk and commands are the first bot's. */
  const isFor = ({ bot }: Session, event: string, guildId: string | undefined) =>
    bot === world.bot || (guildId !== undefined && event !== 'INTERACTION_CREATE')

  function list(session: Session): void {
    for (const guild of serversOf(session)) push(session, 'GUILD_CREATE', guildJson(guild))
  }
  function identify(socket: WebSocket, data: Payload): Session | undefined {
    const intents = Number(data.intents)
    const bot = botOf(data.token)
    if (!bot) return refuse(socket, 4004)
    if (!Number.isInteger(intents)) return refuse(socket, 4013)
    if ((intents & PRIVILEGED & ~state.privileged) !== 0) return refuse(socket, 4014)
    const [id = 0, count = 1] = Array.isArray(data.shard) ? data.shard.map(Number) : []
    if (id >= count) return refuse(socket, 4010)
    // Discord resets the token of a bot that does it.
    if (state.sessionsLeft <= 0) return refuse(socket, 4004)
    state.sessionsLeft -= 1
    if (isTooSoon(id)) return invalidate(socket)
    const session: Session = { id: world.nextId(), bot, shard: [id, count], socket, sequence: 0, sent: [] }
    sessions.set(session.id, session)
    push(session, 'READY', {
      v: 10,
      user: userJson(bot),
      session_id: session.id,
      ...(world.isLean
        ? {}
        : { application: { id: world.applicationId, flags: 0 }, resume_gateway_url: state.resumeUrl ?? url }),
      shard: session.shard,
      guilds: serversOf(session).map((guild) => ({ id: guild.id, unavailable: true })),
      private_channels: [],
    })
    if (!state.holdsServers) list(session)
    return session
  }
  function resume(socket: WebSocket, data: Payload): Session | undefined {
    const session = sessions.get(String(data.session_id))
    if (state.ignoresResume) return undefined
    if (!botOf(data.token)) return refuse(socket, 4004)
    if (state.refusesResume || !session || session.bot !== botOf(data.token)) {
      sessions.delete(String(data.session_id))
      return invalidate(socket)
    }
    if (typeof data.seq !== 'number' || data.seq > session.sequence) return refuse(socket, 4007)
    session.socket = socket
    for (const frame of session.sent.slice(Number(data.seq))) socket.send(frame)
    push(session, 'RESUMED', {})
    return session
  }
  function isTooSoon(shard: number): boolean {
    const now = state.identifyClock?.()
    if (now === undefined) return false
    const bucket = shard % state.maxConcurrency
    const last = identifiedAt.get(bucket)
    identifiedAt.set(bucket, now)
    return last !== undefined && now - last < IDENTIFY_EVERY_MS
  }
  function invalidate(socket: WebSocket): undefined {
    socket.send(JSON.stringify({ op: 9, d: false }))
    return undefined
  }
  function refuse(socket: WebSocket, code: number): undefined {
    socket.close(code)
    return undefined
  }

  /** The close code for a frame that Discord would not take, before it is looked at more closely. */
  function faultOf(raw: string, sends: number, isKnown: boolean, payload: unknown): number | undefined {
    if (sends > MOST_SENDS) return 4008
    if (Buffer.byteLength(raw) > LONGEST_PAYLOAD || !isObject(payload)) return 4002
    if (payload.op !== 1 && payload.op !== 2 && payload.op !== 6) return isKnown ? 4001 : 4003
    return isKnown && payload.op !== 1 ? 4005 : undefined
  }

  server.on('connection', (socket, { url: path }) => {
    let session: Session | undefined
    let sends = 0
    if (state.closesWith !== undefined) return socket.close(state.closesWith)
    const query = new URL(path ?? '/', 'ws://fake').searchParams
    if (query.get('v') !== '10' || query.get('encoding') !== 'json' || query.has('compress')) return socket.close(4012)
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: state.heartbeatMs } }))
    const window = setInterval(() => {
      sends = 0
    }, SENDS_WINDOW_MS)
    const silence = () => setTimeout(() => socket.close(4009), state.heartbeatMs * 2)
    let silent = silence()
    socket.on('message', (data, isBinary) => {
      const raw = String(data)
      const payload = isBinary ? undefined : parse(raw)
      sends += 1
      const fault = faultOf(raw, sends, session !== undefined, payload)
      if (fault !== undefined || !isObject(payload)) return socket.close(fault)
      heard.push(payload)
      const said = isObject(payload.d) ? payload.d : {}
      if (payload.op === 1) {
        clearTimeout(silent)
        silent = silence()
        if (state.answersHeartbeats) socket.send(JSON.stringify({ op: 11 }))
      } else if (payload.op === 2) session = identify(socket, said)
      else session = resume(socket, said)
      if (session && payload.op !== 1 && state.closesOnceReady !== undefined) socket.close(state.closesOnceReady)
      world.changed.emit('change')
    })
    socket.on('close', (code) => {
      clearInterval(window)
      clearTimeout(silent)
      if (session?.socket === socket) session.socket = undefined
      // A client that leaves with one of these will not come back.
      if (session && (code === 1000 || code === 1001)) sessions.delete(session.id)
      world.changed.emit('change')
    })
  })
  const open = () => [...server.clients].filter((client) => client.readyState === WebSocket.OPEN)
  return {
    url,
    state,
    heard,
    dispatched,
    dispatch(event, data, guildId) {
      for (const session of sessions.values())
        if (shardOf(guildId, session.shard[1]) === session.shard[0] && isFor(session, event, guildId))
          push(session, event, data)
    },
    listServers() {
      for (const session of sessions.values()) list(session)
    },
    raw(frame) {
      for (const client of open()) client.send(frame)
    },
    op(op, d) {
      for (const client of open()) client.send(JSON.stringify({ op, d }))
    },
    drop(code, shard) {
      const of = [...sessions.values()].filter(({ shard: [id] }) => id === shard).map(({ socket }) => socket)
      for (const client of open().filter((one) => shard === undefined || of.includes(one))) {
        if (code === undefined) client.terminate()
        else client.close(code)
      }
    },
    deafen() {
      for (const client of open()) client.pause()
    },
    get connections() {
      return open().length
    },
    async close() {
      for (const client of server.clients) client.terminate()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}
