/** Who has a case in private and writes in a group goes on in that case: its staff are shown what is said there, and no second one is opened. */
import { describe, expect, it } from 'vitest'
import type { Both } from '../support/both-wires.ts'
import { withDesk } from '../support/desk-threads.ts'
import type { DiscordFan } from '../support/discord-server.ts'

type Opened = Awaited<ReturnType<typeof withDesk>>

const cases = ({ mascot }: Pick<Both, 'mascot'>) => mascot.desk.list()

/** The case went on in private, and has its card. */
async function wentPrivate(opened: Opened) {
  await expect.poll(async () => (await cases(opened))[0]?.surface, { timeout: 60_000 }).toBe('direct')
  await expect.poll(async () => (await cases(opened))[0]?.staffThread, { timeout: 60_000 }).toBeDefined()
  await opened.isShown(/Waiting/)
}

async function isOneCase(opened: Opened, more: object) {
  await opened.mascot.settled()
  expect(await cases(opened)).toMatchObject([{ surface: 'direct', staffThread: expect.any(String), ...more }])
  expect(opened.errors).toEqual([])
}

const sideDoor = ({ discord, general }: Opened) =>
  discord.sent(general).filter(({ more }) => JSON.stringify(more['components'] ?? '').includes('Talk in private'))

describe.each(['discord', 'telegram'] as const)('with the desk on %s', (desk) => {
  it('danger told again in the channel is put on the case that went on in private, with the words', async () => {
    const opened = await withDesk(desk)
    await using _ = opened.both
    const { discord, general, isShown } = opened
    const ana = discord.fan('Ana')
    ana.says(general, 'I want to kill myself')
    await wentPrivate(opened)
    ana.says(general, 'I bought the pills already')
    await isShown(/^Ana, in the group: I bought the pills already/)
    ana.says(general, 'I am going to kill myself tonight')
    await isShown(/^Ana, in the group: I am going to kill myself tonight/)
    await isShown(/^🚨 Danger \(self-harm\)/)
    expect(sideDoor(opened)).toHaveLength(1)
    await isOneCase(opened, { reason: 'self-harm' })
  })

  it('who calls twice, or says more of it in the channel, has one case, whose staff read all of it', async () => {
    const opened = await withDesk(desk)
    await using _ = opened.both
    const { discord, general, isShown } = opened
    const ana = discord.fan('Ana')
    const at = `<@${discord.world.bot.id}>`
    ana.says(general, `${at} can I speak to a person please`)
    await wentPrivate(opened)
    ana.says(general, 'order 5512, the lid is broken')
    await isShown(/^Ana, in the group: order 5512, the lid is broken/)
    ana.says(general, `${at} I want to speak to a person`)
    await isShown(/^Ana, in the group: .*I want to speak to a person/)
    expect(sideDoor(opened)).toHaveLength(1)
    await isOneCase(opened, { reason: 'asked-for-person' })
  })

  it('what belongs to a case called in private is shown to its staff also where it is said in the channel, to us or not', async () => {
    const opened = await withDesk(desk)
    await using _ = opened.both
    const { discord, general, isShown } = opened
    const ana = discord.fan('Ana')
    ana.says(ana.direct, 'can I speak to a person please')
    await expect.poll(async () => (await cases(opened))[0]?.staffThread, { timeout: 60_000 }).toBeDefined()
    const at = `<@${discord.world.bot.id}>`
    ana.says(general, `${at} my order 4411 arrived broken, what a mess`)
    await isShown(/^Ana, in the group: .*order 4411 arrived broken/)
    ana.says(general, 'the parcel of beans never came either')
    await isShown(/^Ana, in the group: the parcel of beans never came either/)
    expect(sideDoor(opened)).toEqual([])
    expect(discord.sent(general)).toHaveLength(1)
    ana.says(general, 'see you all on Sunday')
    ana.says(general, `${at} do you have wifi?`)
    await expect.poll(() => discord.sent(general).length, { timeout: 60_000 }).toBe(2)
    await isOneCase(opened, { reason: 'asked-for-person' })
    expect(opened.atDesk().filter((text) => /Sunday|wifi/.test(text))).toEqual([])
  })

  it('a case that was called in private is the one that a call in the channel goes to, also once a person has it', async () => {
    const opened = await withDesk(desk)
    await using _ = opened.both
    const { discord, general, mascot, isShown } = opened
    const people: DiscordFan[] = [discord.fan('Ana'), discord.fan('Bo')]
    for (const [nth, fan] of people.entries()) {
      fan.says(fan.direct, 'can I speak to a person please')
      await expect.poll(async () => (await cases(opened))[nth]?.staffThread, { timeout: 60_000 }).toBeDefined()
    }
    await mascot.settled()
    const his = (await cases(opened)).find(({ fanName }) => fanName.toLowerCase() === 'bo')
    if (!his) throw new Error('Bo has a case')
    await mascot.desk.act(his.id, { id: 'desk:eve', name: 'Eve' }, { kind: 'claim' })
    for (const fan of people) {
      fan.says(general, 'do you have wifi')
      fan.says(general, 'I want to kill myself')
      await isShown(new RegExp(`^${fan.user.username}, in the group: I want to kill myself`, 'i'))
    }
    await mascot.settled()
    expect(opened.atDesk().filter((text) => text.startsWith('🚨'))).toHaveLength(2)
    expect(opened.atDesk().filter((text) => /wifi/.test(text))).toEqual([])
    expect(await cases(opened)).toMatchObject([
      { reason: 'self-harm', surface: 'direct', status: 'waiting' },
      { reason: 'self-harm', surface: 'direct', status: 'assigned' },
    ])
    expect(opened.errors).toEqual([])
  })
})
