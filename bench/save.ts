/**
 * How long it takes from a save of answers.yaml to the first reply that speaks it, with few and with many phrasings; the whole program
 * runs, and its own watch of the folder notices the save. Then how much processor time reading the folder and its index take, which is
 * the same however busy the machine is. Run with `node bench/save.ts [ROUNDS]`; 0 measures processor time alone.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OutboundMessage } from '../src/domain/message.ts'
import { readPersona } from '../src/persona/load/load.ts'
import { createBrain } from '../src/program/brain.ts'
import { startChat } from '../test/support/chat.ts'

const rounds = Number(process.argv[2] ?? 5)
const sizes = [
  [50, 10],
  [500, 20],
] as const
const verbs = [
  'send',
  'return',
  'change',
  'cancel',
  'track',
  'repair',
  'clean',
  'order',
  'insure',
  'exchange',
  'wrap',
  'store',
]
const things = [
  'parcel',
  'jacket',
  'invoice',
  'voucher',
  'kettle',
  'lamp',
  'bicycle',
  'scarf',
  'account',
  'blanket',
  'helmet',
  'tent',
]
const frames = [
  'how do i V my T',
  'V T',
  'can you V the T for me please',
  'what does it cost to V a T',
  'i want to V this T',
  'help me V two T',
  'is it too late to V the T',
  'where can my sister V her old T',
  'V the T D',
  'may i V a T D',
]
const days = [
  'on monday',
  'at easter',
  'before the holidays',
  'next week',
  'abroad',
  'as a gift',
  'by friday',
  'without a receipt',
  'tomorrow',
  'in spring',
]

/** Answers that differ by verb and thing; `said`: what the first of them says. */
function written(answers: number, phrasings: number, said: string, more: readonly string[]): string {
  const entries = Array.from({ length: answers }, (_, at) => {
    const verb = verbs[at % verbs.length] ?? ''
    const kind = Math.floor(at / (verbs.length * things.length))
    const thing = `${things[Math.floor(at / verbs.length) % things.length]}${kind || ''}`
    const asks = Array.from({ length: phrasings }, (_, nth) => {
      const words = frames[nth % frames.length] ?? ''
      const day = days[Math.floor(nth / frames.length + nth) % days.length] ?? ''
      return `${words.replace('V', verb).replace('T', thing).replace('D', '')}${nth < frames.length ? '' : ` ${day}`}`.trim()
    })
    const all = at === 0 ? [...asks, ...more] : asks
    const list = all.map((ask) => `      - ${ask}`).join('\n')
    return `  - id: a${at}\n    asks:\n${list}\n    answer: ${at === 0 ? said : `About ${verb} and ${thing}.`}\n`
  })
  return `answers:\n${entries.join('')}`
}

const half = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

for (const [answers, phrasings] of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'mascot-save-'))
  const file = join(folder, 'answers.yaml')
  writeFileSync(
    join(folder, 'persona.yaml'),
    'name: Pip\nbrand: { name: Tidewater }\nmanners: { limits: off, burstMs: 0 }\n',
  )
  writeFileSync(file, written(answers, phrasings, 'Nothing yet.', []))
  if (rounds > 0) {
    let last = ''
    const beforeSend = (message: OutboundMessage) => {
      last = message.kind === 'text' ? message.text : ''
    }
    await using chat = await startChat(folder, { isWatching: true, beforeSend })
    let asked = 0
    /** Asked again and again until the new words are heard: ms since the save. */
    const heard = async (question: string, words: string): Promise<number> => {
      const savedAt = performance.now()
      for (;;) {
        // Each time somebody else: who asks in vain again and again gets a person.
        await chat.fan(`Fan ${++asked}`).says(question)
        await chat.mascot.settled()
        if (last.includes(words)) return performance.now() - savedAt
      }
    }
    await heard('send parcel', 'Nothing yet.')
    const reworded: number[] = []
    const taught: number[] = []
    const more: string[] = []
    for (let round = 0; round < rounds; round++) {
      writeFileSync(file, written(answers, phrasings, `Words of round ${round}.`, more))
      reworded.push(await heard('send parcel', `round ${round}`))
      more.push(`quokka number ${round} please`)
      writeFileSync(file, written(answers, phrasings, `Taught in ${round}.`, more))
      taught.push(await heard(`quokka number ${round} please`, `Taught in ${round}`))
    }
    const shown = (times: readonly number[]) => `${Math.round(half(times))} ms (most ${Math.round(Math.max(...times))})`
    console.log(`${answers * phrasings} phrasings: other words ${shown(reworded)}, a new phrasing ${shown(taught)}`)
  }
  await processorTime(
    folder,
    (said, more) => writeFileSync(file, written(answers, phrasings, said, more)),
    answers * phrasings,
  )
  rmSync(folder, { recursive: true, force: true })
}

/** Of reading the folder and of what is built of it, one save after the other. */
async function processorTime(
  folder: string,
  save: (said: string, more: readonly string[]) => void,
  phrasings: number,
): Promise<void> {
  let like: Awaited<ReturnType<typeof createBrain>> | undefined
  const saves = [
    ['at the start', 'Nothing yet.', []],
    ['other words', 'Other words.', []],
    ['a new phrasing', 'Other words.', ['quokka please']],
  ] as const
  for (const [name, said, more] of saves) {
    save(said, more)
    const before = process.cpuUsage()
    const { persona } = await readPersona(folder)
    if (persona) like = await createBrain(persona, { today: '2026-01-01', ...(like ? { like } : {}) })
    const { user, system } = process.cpuUsage(before)
    console.log(`${phrasings} phrasings, ${name}: ${Math.round((user + system) / 1000)} ms of processor time`)
  }
}
