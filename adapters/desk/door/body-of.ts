/** What a request says in its path and its body, before anybody has read what it means. */
import type { Ask } from '../api-deps.ts'
import { Refusal } from '../refusal.ts'

export const FILE_BYTES = 10 * 1024 * 1024

/** Of the path. @throws {Refusal} 404 for what no id looks like */
export function idOf(c: Ask, what: 'case' | 'proposal'): string {
  const id = c.req.param('id') ?? ''
  if (!/^[\w-]{1,100}$/.test(id)) throw new Refusal(404, `no-${what}`, `There is no such ${what} (any more).`)
  return id
}

/** @throws {Refusal} 400 */
export async function bodyOf(c: Ask): Promise<unknown> {
  try {
    return await c.req.json()
  } catch (error) {
    throw isTooLong(error) ? error : new Refusal(400, 'bad-request', 'That is no JSON.')
  }
}

/** The limit of a body whose length was not told beforehand: told on as it is. */
export function isTooLong(error: unknown): boolean {
  return error instanceof Error && error.name === 'BodyLimitError'
}
