/**
 * What the webhook platforms of the tests have in common: an HTTP server in front, pushes that go to one address one after the other and again until they
 * are taken, and a wait for whatever changes. What is pushed, how it is signed and what counts as taken is each platform's own.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export interface Push {
  /** How often it was pushed to somebody who listened. */
  tries: number
  /** It was taken or given up. */
  isOver: boolean
}
export interface Answered {
  readonly status: number
  readonly text: string
}
export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}
/** `drop`: the line is cut; a body that is no bytes goes out as JSON. */
export type Answer =
  | 'drop'
  | {
      readonly status?: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: object | Buffer
    }

export interface Change {
  /** Something has happened: whoever waits looks again. */
  readonly tell: () => void
  /** Until `isTrue`, which is looked at whenever something happens. */
  readonly until: (isTrue: () => boolean) => Promise<void>
}

export function createChange(): Change {
  const looks = new Set<() => void>()
  return {
    tell() {
      for (const look of [...looks]) look()
    },
    until: (isTrue) =>
      new Promise((resolve) => {
        const look = () => {
          if (!isTrue()) return
          looks.delete(look)
          resolve()
        }
        looks.add(look)
        look()
      }),
  }
}

export async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<Answered> {
  const answer = await fetch(url, { method: 'POST', body, headers, ...(signal && { signal }) })
  return { status: answer.status, text: await answer.text() }
}

export interface PushRules<P extends Push> {
  readonly change: Change
  readonly post: (push: P, endpoint: string, signal: AbortSignal) => Promise<Answered>
  readonly isTaken: (answered: Answered, push: P) => boolean
  /** Then it is given up. */
  readonly mostTries?: number
}

/** Pushes to one address, one after the other; each again until it is taken, and none while nobody listens: that is no try. */
export function createPushes<P extends Push>({ change, post, isTaken, mostTries = 50 }: PushRules<P>) {
  const { tell, until } = change
  const pushes: P[] = []
  let endpoint: string | undefined
  let inFlight: AbortController | undefined
  let sending: Promise<void> = Promise.resolve()
  let isClosed = false

  async function deliver(push: P): Promise<void> {
    while (!push.isOver && !isClosed) {
      await until(() => endpoint !== undefined || isClosed)
      if (endpoint === undefined) return
      inFlight = new AbortController()
      push.tries += 1
      try {
        const answered = await post(push, endpoint, inFlight.signal)
        if (answered.text === 'not listening') {
          endpoint = undefined
          push.tries -= 1
          continue
        }
        push.isOver = isTaken(answered, push)
      } catch {
        // It is cut off, and sent again.
        if (endpoint === undefined) push.tries -= 1
      }
      push.isOver ||= push.tries >= mostTries
      tell()
    }
  }
  return {
    pushes,
    push(push: P): P {
      pushes.push(push)
      sending = sending.then(() => deliver(push))
      return push
    },
    endpoint: () => endpoint,
    /** Pushes go there from now on; one under way is cut off, as when a program is killed. */
    goTo(url: string): void {
      inFlight?.abort()
      endpoint = url
      tell()
    },
    /** Nobody is there: what is to be pushed waits. */
    away(): void {
      endpoint = undefined
      inFlight?.abort()
    },
    idle: async () => await sending,
    close(): void {
      isClosed = true
      inFlight?.abort()
      tell()
    },
  }
}

export interface PlatformServer extends AsyncDisposable {
  /** Where it is. */
  readonly root: string
}

/** An HTTP server of a platform. `answer` without a value: the request hangs. */
export async function servePlatform(
  { tell }: Change,
  answer: (asked: Asked) => Answer | undefined,
): Promise<PlatformServer> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://platform')
    const { method = '', headers } = request
    const answered = answer({ method, path: pathname, query: searchParams, headers, body: Buffer.concat(parts) })
    if (answered === 'drop') request.socket.destroy()
    else if (answered) write(response, answered)
    tell()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    root: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function write(response: ServerResponse, { status = 200, headers = {}, body }: Exclude<Answer, 'drop'>): void {
  const isJson = body !== undefined && !Buffer.isBuffer(body)
  response.writeHead(status, { ...(isJson && { 'content-type': 'application/json' }), ...headers })
  response.end(isJson ? JSON.stringify(body) : body)
}
