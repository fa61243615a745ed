/** An issue that fans reported goes into issues.yaml at an operator's word: a few more lines, the same issue, and foreseen from then on. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { threadId } from '../../src/domain/ids.ts'
import { loadPersona } from '../../src/persona/load/load.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'

const coffee = fileURLToPath(new URL('../../personas/coffee', import.meta.url))
const desk = threadId('test', 'staff', 'desk')
const ours = `# Written by hand.
issues:
  - id: rye-late   # since spring
    title: The rye is late
    says: ["there was no rye again this morning", "the rye came an hour late"]
`

async function open(issuesYaml: string) {
  const folder = await mkdtemp(join(tmpdir(), 'mascot-kept-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await cp(coffee, folder, { recursive: true })
  const file = join(folder, 'issues.yaml')
  await writeFile(file, issuesYaml)
  const staff: Persona['handoff']['staff'] = [
    { name: 'Mira', accounts: ['test:Mira'], role: 'operator' },
    { name: 'Dana', accounts: ['test:Dana'], role: 'staff' },
  ]
  const tune = (persona: Persona): Persona => ({ ...persona, handoff: { ...persona.handoff, staff } })
  const clock = createChatClock('2026-11-18T10:00Z')
  const chat = await startChat(folder, { clock, hasStaffChat: true, tune })
  onTestFinished(() => chat.mascot.stop())
  for (const [fan, text] of [
    ['Ana', 'I am Ana Silva, ana@example.com. My wicker basket leaks, I am really annoyed'],
    ['Ben', 'my new wicker basket leaks, I am really annoyed'],
  ] as const)
    await chat.fan(fan).says(text)
  await chat.mascot.settled()
  const reports = (await chat.mascot.store.issues.heardSince(0, 10)).map(({ id }) => id)
  const mira = { id: 'test:Mira', name: 'Mira' }
  await chat.mascot.leads.wish({ kind: 'new', title: 'Leaky baskets', reports }, mira, 'made')
  const all = await chat.mascot.store.issues.list(clock.now())
  const number = all.find(({ title }) => title === 'Leaky baskets')?.number ?? 0
  const says = async (name: string, text: string) => {
    const voice = chat.staff(name)
    voice.goesTo(desk)
    const before = chat.shown(desk).length
    await voice.says(text)
    await chat.mascot.settled()
    return chat.shown(desk).slice(before).join('\n')
  }
  return { chat, clock, folder, file, number, says, tune }
}

it('is kept with its title, answer and how fans said it; read anew it is the same issue', async () => {
  const { chat, clock, folder, file, number, says, tune } = await open(ours)
  await says('Mira', `/issue ${number} answer en: We send you a tight basket.`)
  expect(await says('Dana', `/issue ${number} keep`)).toMatch(/⛔ An operator/)
  expect(await says('Mira', `/issue ${number} keep`)).toMatch(/stands in issues\.yaml as leaky-baskets/)
  const after = await readFile(file, 'utf8')
  expect(after.startsWith(ours)).toBe(true)
  expect(after.slice(ours.length)).toMatch(/^ {2}- id: leaky-baskets\n {4}title: Leaky baskets\n {4}says:\n/)
  expect(after).toMatch(/wicker basket leaks/)
  expect(after).not.toMatch(/Silva|example\.com/)
  expect(await says('Mira', `/issue ${number} keep`)).toMatch(/⛔ It stands in issues\.yaml already/)
  await chat.mascot.reload(tune(await loadPersona(folder)))
  await chat.fan('Cy').says('my wicker basket leaks')
  await chat.mascot.settled()
  expect(chat.shown(chat.fan('Cy').threadId).join()).toMatch(/a tight basket/)
  const named = (await chat.mascot.store.issues.list(clock.now())).filter(({ title }) => title === 'Leaky baskets')
  expect(named).toMatchObject([{ number, fileId: 'leaky-baskets' }])
})

it('is not, where the file cannot be added to: staff hear why, and can try again', async () => {
  const { chat, clock, file, number, says } = await open('issues: []\n')
  const broken = 'issues: [{id: a, title: A, says: [b]}]\n'
  await writeFile(file, broken)
  expect(await says('Mira', `/issue ${number} keep`)).toMatch(/⛔ .*issues\.yaml.*brackets/)
  expect(await readFile(file, 'utf8')).toBe(broken)
  expect(await chat.mascot.store.issues.get(number, clock.now())).not.toHaveProperty('fileId')
  await writeFile(file, 'issues: []\n')
  expect(await says('Mira', `/issue ${number} keep`)).toMatch(/stands in issues\.yaml/)
})
