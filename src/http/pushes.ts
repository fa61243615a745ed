/** What every webhook needs of a platform's push: its bytes up to a limit, the JSON object in them, a word back, and to know when none is worked on. */
import { SECOND_MS } from '../domain/durations.ts'
import type { Route } from '../ports/adapter.ts'

/** Undefined when it is larger; what exceeds the limit is never kept. */
export async function bytesUpTo(
  { body }: Pick<Request | Response, 'body'>,
  most: number,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.length
    if (size > most) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Undefined where it is none: a list or a bare value is as wrong as broken JSON. */
export function jsonObjectIn(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(bytes).toString())
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read)
    return isObject ? (read as Readonly<Record<string, unknown>>) : undefined
  } catch {
    return undefined
  }
}

/** Never shown as anything but words. */
export function plainAnswer(status: number, words: string): Response {
  return new Response(words, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  })
}

export interface PushRoute {
  readonly route: Route
  /** Resolves when no push that came whole is being worked on. */
  idle(): Promise<void>
}

/** A platform sends a push at once: whoever takes longer only holds the connection. */
const BODY_WITHIN_MS = 10 * SECOND_MS

/** `answer` gets the bytes of the body; undefined: there were more than `mostBytes`, and none of them is kept. */
export function createPushRoute(
  path: string,
  mostBytes: number,
  answer: (request: Request, body: Uint8Array | undefined) => Promise<Response>,
  withinMs = BODY_WITHIN_MS,
): PushRoute {
  const inHand = new Set<Promise<unknown>>()
  return {
    route: {
      method: 'POST',
      path,
      async handle(request) {
        const timed = request.body?.pipeThrough(new TransformStream(), { signal: AbortSignal.timeout(withinMs) })
        let body: Uint8Array | undefined
        try {
          body = await bytesUpTo({ body: timed ?? null }, mostBytes)
        } catch (error) {
          const isLate = error instanceof Error && error.name === 'TimeoutError'
          return isLate ? plainAnswer(408, 'the body took too long') : plainAnswer(400, 'the body broke off')
        }
        const work = answer(request, body)
        inHand.add(work)
        return await work.finally(() => inHand.delete(work))
      },
    },
    async idle() {
      await Promise.allSettled(inHand)
    },
  }
}
