/** What a log line keeps to itself, and what an operator has to be able to read in it. */
import { describe, expect, it } from 'vitest'
import { createLog, redact } from '../src/log.ts'

function logged(fields: object): string {
  const lines: string[] = []
  createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } }).info(fields, 'it happened')
  return lines.join('')
}

describe('the address of a machine', () => {
  it.each([
    'PostgreSQL at 127.0.0.1:35257 does not answer',
    'connect ECONNREFUSED 10.0.0.5:5432',
    'connect ETIMEDOUT 149.154.167.220:443',
    'no route to 192.168.100.200.',
  ])('stays readable in what went wrong: %s', (text) => {
    expect(redact(text)).toBe(text)
    expect(logged({ err: new Error(text, { cause: new Error(text) }) })).toContain(`"message":"${text}"`)
    expect(logged({ reason: text })).toContain(`"reason":"${text}"`)
  })

  it('is a fan’s own where a fan says it', () => {
    expect(logged({ heard: ['I am at 203.0.113.77'], said: ['at 203.0.113.77'] })).not.toContain('113.77')
  })
})

describe('a number of a fan’s', () => {
  it.each(['call 06.12.34.56.78', 'call +49 170 1234567', 'card 4111 1111 1111 1111', 'at 10.0.0.5: 0301234567'])(
    'is hidden in what went wrong: %s',
    (text) => {
      expect(redact(text)).not.toMatch(/34\.?56|1234567|1111/)
    },
  )
})
