/** docs/surfaces.md is what the adapters say. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { catalog } from '../../adapters/catalog.ts'
import { ruleWords, shownAdapters, surfacesText } from '../../bin/surfaces-text.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/domain/durations.ts'

it('docs/surfaces.md is what the adapters say: npm run surfaces', () => {
  expect(readFileSync(new URL('../../docs/surfaces.md', import.meta.url), 'utf8')).toBe(surfacesText())
})

it('every platform of the catalog stands in it', () => {
  const pages = ['desk', 'fans', 'surfaces']
  const platforms = Object.keys(catalog).filter((name) => !pages.includes(name))
  expect(
    shownAdapters()
      .map(({ platform }) => platform)
      .toSorted(),
  ).toEqual(platforms.toSorted())
})

it('a reply window is told in words', () => {
  const opens = { message: { forMs: 48 * HOUR_MS, messages: 5 }, follow: { forMs: MINUTE_MS, messages: 3 } }
  expect(ruleWords({ hangsOn: 'thread', opens, personForMs: 7 * DAY_MS })).toBe(
    '48 h, 5 messages after a message, 1 min, 3 messages after following us; a person for 7 days',
  )
  expect(ruleWords({ hangsOn: 'message', opens: { message: { forMs: HOUR_MS } } })).toBe(
    '1 h after a message; each reply names what it answers',
  )
})
