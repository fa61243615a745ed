/** Figures for other programs, under /api: read alone, by whoever shows the read token, and by nobody where there is none. */
import { MascotError } from '../errors.ts'
import type { Route } from '../ports/adapter.ts'
import { shows } from './may-read.ts'

export interface Figures {
  readonly path: `/api/${string}`
  /** What is sent as JSON. @throws {MascotError} `usage` for a question that cannot be answered, in words */
  answer(query: URLSearchParams): Promise<object>
}

/** `token`: HTTP_READ_TOKEN. */
export function figureRoutes(token: string | undefined, all: readonly Figures[]): readonly Route[] {
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
  const mayRead = ({ headers: shown }: Request) => token !== undefined && shows(shown, token)
  return all.map(({ path, answer }) => ({
    method: 'GET',
    path,
    async handle(request) {
      if (!mayRead(request)) {
        const error = 'These figures are for who shows HTTP_READ_TOKEN: Authorization: Bearer …'
        return Response.json({ error }, { status: 401, headers: { ...headers, 'www-authenticate': 'Bearer' } })
      }
      try {
        return Response.json(await answer(new URL(request.url).searchParams), { headers })
      } catch (error) {
        if (!(error instanceof MascotError) || error.code !== 'usage') throw error
        return Response.json({ error: error.message }, { status: 400, headers })
      }
    },
  }))
}
