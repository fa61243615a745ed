/** An empty PostgreSQL database for a test; without a server the test fails, it is never skipped. */
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { inject } from 'vitest'

/** URL of a new, empty database on the test run's server. */
export async function freshPostgresUrl(): Promise<string> {
  const answer: { url?: string; error?: string } = JSON.parse(await text(connect(inject('postgresDoor'), '127.0.0.1')))
  if (answer.url === undefined) throw new Error(`no PostgreSQL to test with: ${answer.error}`)
  const name = `test_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: answer.url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return answer.url.replace(/postgres$/, name)
}
