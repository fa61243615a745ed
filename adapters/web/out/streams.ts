/** Open pages of visitors, told over server-sent events what is said, that somebody types, and that something changed. */
import { type AdapterContext, SECOND_MS } from '#mascot'

const HEARTBEAT_MS = 20 * SECOND_MS
const PER_VISITOR = 6
const PER_ADDRESS = 60
/** A page that does not read is let go, and connects again when it can. */
const MOST_UNREAD = 100

interface Stream {
  readonly visitor: string
  readonly address: string
  write(text: string): void
  close(): void
}

export interface Streams {
  /** Undefined: too many are open. */
  open(visitor: string, address: string): Response | undefined
  tell(visitor: string, event: 'line' | 'typing' | 'changed', data: object): void
  /** Visitors with a page open. */
  visitors(): ReadonlySet<string>
}

export function createStreams(clock: AdapterContext['clock']): Streams {
  const streams = new Set<Stream>()
  let beating: AbortController | undefined
  /** One timer for all, for as long as any is open: whoever vanished is found by it. */
  async function beat(): Promise<void> {
    if (beating) return
    const over = new AbortController()
    beating = over
    while (!over.signal.aborted) {
      await clock.sleep(HEARTBEAT_MS, over.signal)
      for (const stream of [...streams]) stream.write(': still here\n\n')
    }
    beating = undefined
    // Somebody came as the last one went.
    if (streams.size > 0) void beat()
  }
  function forget(stream: Stream): boolean {
    const wasThere = streams.delete(stream)
    if (streams.size === 0) beating?.abort()
    return wasThere
  }
  return {
    open(visitor, address) {
      const all = [...streams]
      if (all.filter((one) => one.visitor === visitor).length >= PER_VISITOR)
        all.find((one) => one.visitor === visitor)?.close()
      if (all.filter((one) => one.address === address).length >= PER_ADDRESS) return undefined
      const encoder = new TextEncoder()
      let stream: Stream | undefined
      const body = new ReadableStream<Uint8Array>(
        {
          start(controller) {
            const close = () => {
              if (stream && forget(stream)) controller.close()
            }
            stream = {
              ...{ visitor, address, close },
              write(text) {
                if (stream === undefined || !streams.has(stream)) return
                controller.enqueue(encoder.encode(text))
                if ((controller.desiredSize ?? 0) <= 0) close()
              },
            }
            streams.add(stream)
            stream.write('event: open\ndata: {}\n\n')
            void beat()
          },
          cancel() {
            if (stream) forget(stream)
          },
        },
        new CountQueuingStrategy({ highWaterMark: MOST_UNREAD }),
      )
      return new Response(body, {
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
      })
    },
    tell(visitor, event, data) {
      for (const stream of [...streams])
        if (stream.visitor === visitor) stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    visitors: () => new Set([...streams].map(({ visitor }) => visitor)),
  }
}
