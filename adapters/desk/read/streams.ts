/** Open pages, told as things change, over server-sent events; each ends with its session, and all of them with the program. */
import type { Access, Clock, Desk, Session } from '#mascot'
import { Refusal } from '../refusal.ts'

const HEARTBEAT_MS = 20_000
const PER_SESSION = 8
/** A page that does not read is let go, and connects again when it can. */
const MOST_UNREAD = 200

export interface Streams {
  /** @throws {Refusal} 429 when too many pages of this session are open */
  open(session: Session, token: string): Response
  /** `to`: by the staff member's id, what they are told. */
  looking(caseId: string, to: (staffId: string) => readonly string[]): void
}

interface Stream {
  readonly session: Session
  send(event: string, data: object): void
  close(): void
}

export function createStreams({
  desk,
  access,
  clock,
  signal,
}: {
  readonly desk: Pick<Desk, 'subscribe'>
  readonly access: Pick<Access, 'session' | 'onEnded'>
  readonly clock: Clock
  readonly signal: AbortSignal
}): Streams {
  const streams = new Set<Stream>()
  let unsubscribe: (() => void) | undefined

  /** The desk looks for changes only while somebody is told of them. */
  function attend(): void {
    if (streams.size > 0) unsubscribe ??= desk.subscribe((change) => tell(({ send }) => send('changed', change)))
    else {
      unsubscribe?.()
      unsubscribe = undefined
    }
  }
  const tell = (each: (stream: Stream) => void) => {
    for (const stream of streams) each(stream)
  }
  const end = (stream: Stream) => {
    stream.send('ended', {})
    stream.close()
  }
  access.onEnded((id) => tell((stream) => stream.session.id === id && end(stream)))
  signal.addEventListener('abort', () => tell(({ close }) => close()), { once: true })

  return {
    open(session, token) {
      if ([...streams].filter((one) => one.session.id === session.id).length >= PER_SESSION)
        throw new Refusal(429, 'too-many-pages', 'Too many pages of the desk are open; close some.')
      const closing = new AbortController()
      const encoder = new TextEncoder()
      let stream: Stream | undefined
      const body = new ReadableStream<Uint8Array>(
        {
          start(controller) {
            const write = (text: string) => {
              if (closing.signal.aborted) return
              controller.enqueue(encoder.encode(text))
              if ((controller.desiredSize ?? 0) <= 0) close()
            }
            const forget = () => {
              closing.abort()
              if (stream) streams.delete(stream)
              attend()
            }
            const close = () => {
              if (closing.signal.aborted) return
              forget()
              controller.close()
            }
            stream = {
              session,
              send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
              close,
            }
            streams.add(stream)
            attend()
            write('retry: 3000\n\n')
            stream.send('changed', {})
            void beat(stream, token, closing.signal, () => write(':\n\n'))
            if (signal.aborted) close()
          },
          cancel() {
            closing.abort()
            if (stream) streams.delete(stream)
            attend()
          },
        },
        { highWaterMark: MOST_UNREAD },
      )
      const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' }
      return new Response(body, { headers })
    },

    looking: (caseId, to) => tell(({ send, session }) => send('looking', { caseId, names: to(session.staff.id) })),
  }

  /** Keeps the line open, and notices a session that ended where this process does not hear of it. */
  async function beat(stream: Stream, token: string, until: AbortSignal, ping: () => void): Promise<void> {
    while (!until.aborted) {
      await clock.sleep(HEARTBEAT_MS, until)
      if (until.aborted) return
      const isOpen = await access.session(token).then(Boolean, () => true)
      if (isOpen) ping()
      else end(stream)
    }
  }
}
