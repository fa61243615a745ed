/** `mascot drill` as a lead runs it: the whole story in the persona's own words, marked as a drill. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { personaFolder, smallest } from '../persona/load/folder.ts'
import { runMascot } from '../support/run-mascot.ts'

const ISSUES = `issues:
  - id: lid-leak
    title: Lids that leak
    says: [the lid of my cup leaks, my new lid leaks everywhere, coffee runs out of the lid]
    words: [lid, lids]
    answer: We send you a new lid.
    holding: Please stop using the lid until we know more.
`

it('plays a foreseen issue from the first report to the last word, keeps nothing, and reaches nobody who is configured', async () => {
  const folder = await personaFolder({ 'persona.yaml': smallest, 'issues.yaml': ISSUES })
  // Where it is tried to reach anybody, it fails and is heard of.
  const env = {
    ...{ TELEGRAM_BOT_TOKEN: '1:a', TELEGRAM_API_ROOT: 'http://127.0.0.1:9', OPENAI_BASE_URL: 'http://127.0.0.1:9' },
    ...{ WEBHOOKS_URL: 'https://127.0.0.1:9/', WEBHOOKS_SECRET: `whsec_${Buffer.alloc(32).toString('base64')}` },
  }
  const { code, out, err } = await runMascot(['drill', '--persona', folder], { env, cwd: folder })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^🎭 DRILL: “Lids that leak”\. No fan hears of it/)
  expect(out).toMatch(/Ana: the lid of my cup leaks[\s\S]*→ Ana: [\s\S]*We send you a new lid/)
  expect(out).toMatch(/📣 🌊 A wave: \d people about #1 Lids that leak/)
  expect(out).toMatch(/Lead: \/crisis 1 amber 2h\n {6}🟠 Amber: #1[\s\S]*Lead: \/crisis 1 red 1h\n {6}🔴 Red: #1/)
  expect(out).toMatch(/Said \(en; Lead\): Please stop using the lid[\s\S]*→ Kim: [\s\S]*Please stop using the lid/)
  expect(out).toMatch(/An hour later\n {3}📣 ⏰ Does it still hold\? 🔴 Red/)
  expect(out).toMatch(/🟢 Green: #1[\s\S]*\| times the holding statement was said \| [1-9]/)
  expect(out).toMatch(/A day later[\s\S]*→ Kim: [^\n]*It is fixed now/)
  expect(out).toMatch(/🎭 The drill is over\.\n$/)
  expect(existsSync(join(folder, 'data'))).toBe(false)
})

it('tells what it cannot play', async () => {
  const folder = await personaFolder({ 'persona.yaml': smallest, 'issues.yaml': ISSUES })
  const { code, err } = await runMascot(['drill', '--persona', folder, '--issue', 'lids'])
  expect({ code, err: err.trim() }).toEqual({
    code: 2,
    err: 'issues.yaml foresees no "lids"; it foresees: lid-leak.',
  })
})
