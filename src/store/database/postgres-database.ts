/** PostgreSQL as Kysely wants it: a `pg` pool whose clients prepare each statement once. */
import {
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  sql,
} from 'kysely'
import pg from 'pg'
import { isSilence, isStalePlan, postgresError, unusable } from './database-error.ts'
import type { Database } from './schema.ts'

const connections = 8
const connectTimeoutMs = 10_000
/** Of every statement of the program; the server ends it first, and a server that says nothing is given up a little later. */
const longestStatementMs = 15_000
const silenceMs = 5_000
/** Beyond this many different statements a connection stops naming new ones: each stays in the server's memory. */
const preparedStatements = 300
const int8 = 20

/**
 * Connects and checks that the server can hold our text.
 * `limitMs`: the longest a statement may take; `Infinity` for changes of the schema, which take as long as they take.
 * `moreMs`: how long after it a server that says nothing is given up.
 * @throws {MascotError} `database-unusable`
 */
export async function openPostgres(
  url: string,
  limitMs: number = longestStatementMs,
  moreMs: number = silenceMs,
): Promise<Kysely<Database>> {
  const place = placeOf(url)
  const pool = new pg.Pool({
    ...connectionOptions(url, limitMs, moreMs),
    max: connections,
  })
  // A connection that breaks fails the query it is in, or is replaced at the next one, which reports if it cannot be. The
  // pool hears those that are idle; a break between two statements of a transaction is heard by nobody but the client's own.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparingPool(pool, place) }) })
  try {
    const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db)
    const encoding = rows[0]?.server_encoding
    if (encoding !== 'UTF8')
      throw unusable(`The database at ${place} has encoding ${encoding}; create it with encoding UTF8.`)
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** The same for the pool and for the connection that listens. */
export function connectionOptions(
  url: string,
  limitMs: number = longestStatementMs,
  moreMs: number = silenceMs,
): pg.ClientConfig {
  const limits = {
    statement_timeout: limitMs,
    idle_in_transaction_session_timeout: limitMs,
    query_timeout: limitMs + moreMs,
  }
  return {
    ...(Number.isFinite(limitMs) && limits),
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    application_name: 'mascot',
    types: {
      // Row numbers and epoch milliseconds fit a double; pg would hand them over as strings.
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === int8 ? Number : pg.types.getTypeParser(oid, format),
    },
  }
}

/** `postgres://ana:secret@db.example/pip` → `db.example:5432/pip`: what an error may show. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) throw unusable('DATABASE_URL is not a URL that can be read.')
  const { hostname, port, pathname } = new URL(url)
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`
}

function preparingPool(pool: pg.Pool, place: string): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw postgresError(error, place)
      })
      const known = clients.get(client) ?? preparingClient(client, place)
      clients.set(client, known)
      return known
    },
  }
}

function preparingClient(client: pg.PoolClient, place: string): PostgresPoolClient {
  const names = new Map<string, string>()
  let named = 0
  let isSilent = false

  function nameOf(text: string): string | undefined {
    if (!names.has(text) && named < preparedStatements) names.set(text, `mascot_${named++}`)
    return names.get(text)
  }

  function ask(text: string, parameters: ReadonlyArray<unknown>) {
    const name = parameters.length > 0 ? nameOf(text) : undefined
    return client.query({ text, values: [...parameters], ...(name !== undefined && { name }) })
  }

  function query<R>(text: string, parameters: ReadonlyArray<unknown>): Promise<PostgresQueryResult<R>>
  function query(text: unknown, parameters: ReadonlyArray<unknown> = []): unknown {
    if (typeof text !== 'string') throw new TypeError('cursors are not used here')
    // What is asked after a question without an answer would wait behind it.
    if (isSilent) return Promise.reject(postgresError(new Error('Connection terminated: it was silent'), place))
    return ask(text, parameters)
      .catch(async (error: unknown) => {
        if (!isStalePlan(error)) throw error
        names.delete(text)
        // Within a transaction this fails as well, and all of it is done again.
        return await ask(text, parameters).catch(() => Promise.reject(error))
      })
      .catch((error: unknown) => {
        isSilent ||= isSilence(error)
        throw postgresError(error, place)
      })
  }

  return {
    query: query as PostgresPoolClient['query'],
    release: (isBroken) => client.release(isSilent || isBroken),
  }
}
