/** The demo brands' own scenes come out as they are written, on a day when their staff are there and on one when nobody is. */
import { readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { loadPersona, loadScenes } from '../../src/persona/load/load.ts'
import { createBrain } from '../../src/program/brain.ts'
import { rehearse } from '../../src/verbs/play-scenes.ts'
import { plainScene } from '../../src/verbs/rehearse/variants.ts'

const personas = fileURLToPath(new URL('../../personas', import.meta.url))
const brands = readdirSync(personas).filter((name) => statSync(`${personas}/${name}`).isDirectory())
const days = [
  ['on a Wednesday at noon', Date.UTC(2026, 10, 18, 12)],
  ['on a Sunday night', Date.UTC(2026, 10, 22, 3)],
] as const

describe.each(brands)('%s', (brand) => {
  it.each(days)('plays every scene as written %s', async (_, at) => {
    const persona = await loadPersona(`${personas}/${brand}`)
    const [home] = persona.languages
    const scenes = (await loadScenes(persona.folder)).map((scene) => plainScene(scene, home))
    const played = await rehearse(scenes, {
      brainOn: (today) => createBrain(persona, { today }),
      clock: { ...systemClock, now: () => at },
      timeZone: persona.manners.timeZone,
      signal: new AbortController().signal,
    })
    expect(played.length).toBeGreaterThanOrEqual(15)
    const failures = played.flatMap(({ id, turns }) =>
      turns.flatMap((turn) => turn.failures.map((failure) => `${id}: "${turn.heard}" → "${turn.said}": ${failure}`)),
    )
    expect(failures).toEqual([])
  })
})
