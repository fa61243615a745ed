/** Three weeks of the coffee brand's talk for pictures of insights: fans who ask, come back, wish and thank, and one of the staff. */
import { setImmediate } from 'node:timers/promises'
import type { StaffMember } from '../../src/domain/case.ts'
import { HOUR_MS, MINUTE_MS } from '../../src/domain/durations.ts'
import { createChatClock } from './chat-clock.ts'
import { type DeskHost, startDeskHost } from './desk-host.ts'

const dana: StaffMember = { id: 'desk:dana', name: 'Dana' }
const DAYS = 21
const questions = [
  'How long do I have to return my beans?',
  'How much does delivery cost?',
  'When are you open?',
  'When do I get my refund?',
  'Can I bring my dog?',
  'How do I pause my subscription?',
  'Do you sell blue pianos?',
  'Which milks do you have?',
  'Can I talk to a person please',
  'How long does delivery take?',
  'Is there parking for a camel?',
]
const wishes = ['It would be great if you had oat cream too', 'Please add a bigger cup size, I would love that']

export async function startInsightsDemo(): Promise<DeskHost> {
  const clock = createChatClock('2026-10-29T09:00Z')
  const host = await startDeskHost({ clock })
  const { chat, mascot } = host
  const says = async (name: string, text: string) => {
    await chat.fan(name).says(text)
    await mascot.settled()
    clock.advance(7 * MINUTE_MS)
    await setImmediate()
  }
  for (let day = 0; day < DAYS; day++) {
    const asked = 3 + ((day * 5) % 6)
    for (let nth = 0; nth < asked; nth++) {
      const name = `Fan ${(day * 3 + nth * 7) % 17}`
      await says(name, questions[(day * 4 + nth * 3) % questions.length] ?? '')
      if (nth % 3 === 0) await says(name, 'thank you!')
    }
    if (day % 4 === 1) await says(`Fan ${day}`, wishes[day % 2] ?? '')
    for (const one of await mascot.desk.list({ status: 'waiting', limit: 9 })) {
      await mascot.desk.act(one.id, dana, { kind: 'reply', text: 'Dana here, what can I do?' })
      await mascot.settled()
      clock.advance(20 * MINUTE_MS)
      await mascot.desk.act(one.id, dana, { kind: 'resolve' })
      await mascot.settled()
    }
    const next = Date.parse('2026-10-29T09:00Z') + (day + 1) * 24 * HOUR_MS
    while (clock.now() < next) clock.advance(Math.min(HOUR_MS, next - clock.now()))
    for (let turn = 0; turn < 20; turn++) await setImmediate()
  }
  for (let left = 1; left > 0; left = (await mascot.store.insights.uncounted(1)).length) {
    clock.advance(2 * MINUTE_MS)
    await mascot.settled()
  }
  return host
}
