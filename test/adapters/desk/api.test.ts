/** The desk page's server over real HTTP: everything staff do there, as the page asks for it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  AuditList,
  CaseList,
  Me,
  ProposalList,
  SessionList,
  Suggestions,
  TalkList,
} from '../../../adapters/desk/wire.ts'
import type { OutboundMessage } from '../../../src/domain/message.ts'
import type { FanVoice } from '../../support/chat.ts'
import { type DeskClient, signIn } from '../../support/desk-client.ts'
import { type DeskHost, startDeskHost } from '../../support/desk-host.ts'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82])

let host: DeskHost
let dana: DeskClient
let lee: DeskClient
let fans = 0
let sent: OutboundMessage[] = []

beforeAll(async () => {
  host = await startDeskHost({ beforeSend: (message) => void sent.push(message) })
  dana = await signIn(await host.signInLink('Dana', 'operator'))
  lee = await signIn(await host.signInLink('Lee'))
})
afterAll(() => host[Symbol.asyncDispose]())

/** A fan who asked for a person, and the case of it. */
async function openCase(words = 'can I talk to a human please?'): Promise<{ ana: FanVoice; id: string; name: string }> {
  const name = `Ana ${++fans}`
  const ana = host.chat.fan(name)
  await ana.says(words)
  await host.mascot.settled()
  const found = (await host.mascot.desk.list()).find(({ fanName }) => fanName === name)
  if (found === undefined) throw new Error('a case was opened')
  sent = []
  return { ana, id: found.id, name }
}
/** What reached the fan since. */
async function heard(fan: FanVoice): Promise<string[]> {
  await host.mascot.settled()
  return sent.flatMap((message) => (message.threadId === fan.threadId && message.kind === 'text' ? [message.text] : []))
}

describe('signed in', () => {
  test('one learns who one is, and the persona', async () => {
    const { body } = await lee.get<Me>('/me')
    expect(body).toMatchObject({
      ...{ staffId: 'desk:lee', name: 'Lee', role: 'staff', csrf: lee.me.csrf, isOnDuty: false },
      persona: { name: 'Pip', brand: 'Tidewater Coffee', colour: expect.stringMatching(/^#/), symbol: '≈' },
    })
    expect(body.teams.map(({ id }) => id)).toContain('care')
    expect(body.expiresAt - body.now).toBeGreaterThan(7.9 * 3_600_000)
  })

  test('one goes on duty and off again', async () => {
    expect((await lee.post('/duty', { isOn: true })).body).toMatchObject({ isDone: true, says: 'Lee is on duty.' })
    expect((await dana.get<Me>('/me')).body).toMatchObject({ isOnDuty: false, onDuty: ['Lee'] })
    await lee.post('/duty', { isOn: false })
    expect((await lee.get<Me>('/me')).body).toMatchObject({ isOnDuty: false, onDuty: [] })
  })
})

describe('cases', () => {
  test('come by how grave they are, then by what is due first, and are counted beyond what is listed', async () => {
    const before = (await lee.get<CaseList>('/cases?status=open')).body.counts
    const first = await openCase()
    const second = await openCase()
    const inDanger = await openCase('I want to kill myself')
    const { cases, counts } = (await lee.get<CaseList>('/cases?status=open')).body
    const ids = cases.map(({ id }) => id)
    expect(ids[0]).toBe(inDanger.id)
    expect(ids.indexOf(first.id)).toBeLessThan(ids.indexOf(second.id))
    expect(counts.waiting).toBe(before.waiting + 3)
    expect((await host.mascot.desk.list({ gravestFirst: true, limit: 1 })).map(({ id }) => id)).toEqual([inDanger.id])
    for (const { id } of [first, second, inDanger]) await lee.act(id, { kind: 'resolve', isSilent: true })
  })

  test('are listed with their newest line, filtered, and counted whatever the filter', async () => {
    const { id, name } = await openCase()
    await lee.act(id, { kind: 'claim' })
    const list = async (query: string) => (await lee.get<CaseList>(`/cases?${query}`)).body
    const mine = await list('mine=1')
    expect(mine.cases.map((one) => one.id)).toEqual([id])
    expect(mine.cases[0]).toMatchObject({
      ...{ number: `#${id.slice(0, 8)}`, fanName: name, platform: 'test', surface: 'direct', status: 'assigned' },
      ...{ reason: 'asked-for-person', reasonWords: 'asked for a person', handler: 'staff', team: 'care', lang: 'en' },
      teamName: 'the order desk',
      assignee: { id: 'desk:lee', name: 'Lee' },
      lastSaid: { from: 'brand', text: expect.stringContaining('Lee') },
    })
    expect(mine.counts).toMatchObject({ assigned: 1, mine: 1 })
    expect((await list('status=waiting')).cases.map((one) => one.id)).not.toContain(id)
    expect((await list('status=assigned&team=care')).cases.map((one) => one.id)).toContain(id)
    expect((await list('team=roastery')).cases).toEqual([])
    await lee.act(id, { kind: 'resolve', isSilent: true })
    expect((await list('')).cases.map((one) => one.id)).not.toContain(id)
    expect((await list('status=closed')).cases.map((one) => one.id)).toContain(id)
  })

  test('tell the whole story: who spoke, what came close, what may be said, what happened', async () => {
    const { ana, id, name } = await openCase('I want to talk to a human')
    await ana.says('how do I return my beans?')
    await lee.act(id, { kind: 'claim' })
    await lee.act(id, { kind: 'note', text: 'a regular' })
    await lee.act(id, { kind: 'reply', text: 'I look into it.' })
    await host.mascot.settled()
    const detail = await lee.read(id)
    expect(detail.case).toMatchObject({ id, fanName: name })
    expect(detail.lines.find(({ speaker }) => speaker === 'fan')).toMatchObject({
      name,
      text: 'I want to talk to a human',
    })
    expect(detail.lines.filter(({ speaker }) => speaker === 'bot').map((line) => line.name)).toContain('Pip')
    expect(detail.lines.at(-1)).toMatchObject({
      ...{ speaker: 'person', name: 'Lee', delivery: 'sent', isMine: true, media: [] },
      text: expect.stringContaining('I look into it.'),
    })
    expect((await dana.read(id)).lines.at(-1)?.isMine).toBeUndefined()
    expect(detail.answers.length).toBeGreaterThan(0)
    expect(detail.answers[0]).toMatchObject({ text: expect.any(String), title: expect.any(String) })
    expect(detail.notes).toMatchObject([{ staff: 'Lee', text: 'a regular' }])
    expect(detail.history.map(({ what }) => what)).toEqual(expect.arrayContaining(['claimed', 'noted', 'answered']))
  })

  test('that there are not are told so', async () => {
    expect((await lee.get('/cases/none')).status).toBe(404)
    expect((await lee.act('none', { kind: 'claim' })).status).toBe(404)
    expect((await lee.post('/cases/none/looking')).status).toBe(404)
    expect((await lee.get('/nothing')).body.error).toMatchObject({ code: 'not-found' })
    expect((await lee.post('/nothing')).status).toBe(404)
  })

  test('answers are completed while one types', async () => {
    const { id } = await openCase()
    const { body } = await lee.get<Suggestions>(`/cases/${id}/answers?words=${encodeURIComponent('return my beans')}`)
    expect(body.answers[0]?.id).toMatch(/refund|return/)
    expect((await lee.get<Suggestions>(`/cases/${id}/answers`)).body).toEqual({ answers: [] })
    const call = encodeURIComponent('I want to talk to a person')
    expect((await lee.get<Suggestions>(`/cases/${id}/answers?words=${call}`)).body).toEqual({ answers: [] })
  })
})

describe('acts', () => {
  test('answer the fan as oneself and as the brand', async () => {
    const { ana, id } = await openCase()
    expect((await lee.act(id, { kind: 'reply', text: 'Here I am.' })).body).toMatchObject({ isDone: true, caseId: id })
    await lee.act(id, { kind: 'reply', text: 'The beans are on their way.', asBrand: true })
    const [first, second] = (await heard(ana)).slice(-2)
    expect(first).toContain('Here I am.')
    expect(second).toContain('The beans are on their way.')
    const lines = (await lee.read(id)).lines.slice(-2)
    expect(lines.map(({ speaker }) => speaker)).toEqual(['person', 'person-as-brand'])
  })

  test('of two who reach for one case, exactly one wins', async () => {
    for (let round = 0; round < 4; round++) {
      const { id } = await openCase()
      const claims = await Promise.all([lee.act(id, { kind: 'claim' }), dana.act(id, { kind: 'claim' })])
      expect(claims.map(({ status }) => status).sort()).toEqual([200, 409])
      const winner = claims[0]?.status === 200 ? 'Lee' : 'Dana'
      expect((await lee.read(id)).case.assignee?.name).toBe(winner)
      expect(claims.find(({ status }) => status === 409)?.body.error?.message).toContain(`${winner} has this case`)
    }
  })

  test('of two who answer at once, one is heard', async () => {
    const { ana, id } = await openCase()
    const replies = await Promise.all([
      lee.act(id, { kind: 'reply', text: 'from one' }),
      dana.act(id, { kind: 'reply', text: 'from the other' }),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await heard(ana)).filter((text) => /from (one|the other)/.test(text))).toHaveLength(1)
  })

  test('change and take back what one said, by its row', async () => {
    const { ana, id } = await openCase()
    await lee.act(id, { kind: 'reply', text: 'It costs eight.' })
    await lee.act(id, { kind: 'reply', text: 'Anything else?' })
    await host.mascot.settled()
    const [first, second] = (await lee.read(id)).lines.slice(-2)
    if (!first || !second) throw new Error('two were said')
    expect((await lee.act(id, { kind: 'edit', row: first.row, text: 'It costs nine.' })).status).toBe(200)
    expect((await lee.act(id, { kind: 'delete', row: second.row })).status).toBe(200)
    await host.mascot.settled()
    const [changed, gone] = (await lee.read(id)).lines.slice(-2)
    // Who a person is stays said.
    expect(changed).toMatchObject({ text: expect.stringMatching(/\nIt costs nine\.$/), isEdited: true, isMine: true })
    expect(gone).toMatchObject({ text: '', isDeleted: true })
    expect(gone?.isMine).toBeUndefined()
    const shown = host.chat.shown(ana.threadId)
    expect(shown.some((text) => text.endsWith('It costs nine.'))).toBe(true)
    expect(shown).not.toContain('Anything else?')
  })

  test('let go, pass on, snooze, switch the bot, hand back', async () => {
    const { id } = await openCase()
    const acts = async (...requests: Parameters<DeskClient['act']>[1][]) => {
      for (const request of requests) expect((await lee.act(id, request)).body).toMatchObject({ isDone: true })
    }
    await acts({ kind: 'claim' }, { kind: 'release' })
    await acts({ kind: 'pass', team: 'roastery', words: 'a bean matter' })
    expect((await lee.read(id)).case).toMatchObject({ team: 'roastery', status: 'waiting' })
    await acts({ kind: 'claim' }, { kind: 'snooze', minutes: 30 })
    const snoozed = (await lee.read(id)).case
    expect((snoozed.snoozedUntil ?? 0) - Date.now()).toBeGreaterThan(29 * 60_000)
    await acts({ kind: 'bot', isOn: true })
    expect((await lee.read(id)).case.handler).toBe('bot')
    await acts({ kind: 'bot', isOn: false }, { kind: 'hand-back' })
    expect((await lee.read(id)).case).toMatchObject({ status: 'closed' })
    expect((await lee.act(id, { kind: 'reply', text: 'too late' })).body.error?.message).toContain('closed')
  })

  test('several fans with one trouble are joined by number, and hear the same', async () => {
    const [one, other] = [await openCase(), await openCase()]
    await lee.act(one.id, { kind: 'claim' })
    expect((await lee.act(other.id, { kind: 'join', lead: `#${one.id.slice(0, 8)}` })).status).toBe(200)
    expect((await lee.read(one.id)).followers.map(({ id }) => id)).toEqual([other.id])
    await lee.act(one.id, { kind: 'reply', text: 'The oven is repaired.' })
    expect((await heard(other.ana)).at(-1)).toContain('The oven is repaired.')
    expect((await lee.act(one.id, { kind: 'join', lead: 'zzzz' })).status).toBe(409)
  })

  test('a draft of the bot’s is made, shown and sent as the brand', async () => {
    const { ana, id } = await openCase()
    await ana.says('how long do I have to return my beans?')
    const { body } = await lee.act(id, { kind: 'suggest' })
    expect(body.draft).toBeTruthy()
    expect((await lee.read(id)).botDraft).toBe(body.draft)
    expect((await lee.act(id, { kind: 'send-draft' })).status).toBe(200)
    expect((await lee.read(id)).lines.at(-1)).toMatchObject({ speaker: 'person-as-brand' })
  })

  test('what the desk refuses is told in words, and why', async () => {
    const { id } = await openCase()
    const { status, body } = await lee.act(id, { kind: 'canned', name: 'no-such-reply' })
    expect(status).toBe(409)
    expect(body).toMatchObject({ error: { code: 'refused', message: expect.stringContaining('There is no reply') } })
  })

  test.each([
    [{ kind: 'reply', text: 'x'.repeat(4001) }, /at most 4000 characters/],
    [{ kind: 'reply' }, /text: The text is missing/],
    [{ kind: 'reply', text: 'hi', extra: 1 }, /extra/],
    [{ kind: 'fly' }, /There is no such act/],
    [{ kind: 'snooze', minutes: 0.5 }, /minutes/],
    [{ kind: 'edit', text: 'hi' }, /row/],
    [[], /./],
    ['claim', /./],
    [null, /./],
  ])('%j is refused with a reason', async (request, reason) => {
    const { id } = await openCase()
    const { status, body } = await lee.post(`/cases/${id}/act`, request)
    expect(status).toBe(400)
    expect(body.error?.message).toMatch(reason)
    expect((await lee.read(id)).case.status).toBe('waiting')
  })
})

describe('drafts', () => {
  test('are kept for each, and gone when emptied', async () => {
    const { id } = await openCase()
    await lee.post(`/cases/${id}/draft`, { text: 'I was about to say' })
    expect((await lee.read(id)).myDraft).toBe('I was about to say')
    expect((await dana.read(id)).myDraft).toBe('')
    await lee.post(`/cases/${id}/draft`, { text: '' })
    expect((await lee.read(id)).myDraft).toBe('')
  })
})

describe('files', () => {
  test('go with a reply, under their own name', async () => {
    const { ana, id } = await openCase()
    const { status, body } = await lee.upload(id, 'the bag.png', png)
    expect(status).toBe(200)
    expect((await lee.act(id, { kind: 'reply', text: 'Like this?', files: [body.id] })).status).toBe(200)
    await host.mascot.settled()
    const shown = sent.findLast(({ threadId, kind }) => threadId === ana.threadId && kind === 'text')
    expect(shown).toMatchObject({
      media: { kind: 'photo', path: expect.stringMatching(/\/uploads\/[\w-]{32}\/the bag\.png$/) },
    })
    const line = (await lee.read(id)).lines.at(-1)
    expect(line?.media).toMatchObject([{ kind: 'photo', isPicture: true }])
    const picture = await lee.get(`${line?.media[0]?.path}`)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
  })

  test.each(['../../../etc/passwd', '..\\..\\x.png', 'a\0b.png', '.env', '/', 'x'.repeat(500)])(
    'a name such as %j stays within its folder',
    async (name) => {
      const { ana, id } = await openCase()
      const { body } = await lee.upload(id, name, png)
      await lee.act(id, { kind: 'reply', text: 'Here', files: [body.id] })
      await host.mascot.settled()
      const shown = sent.findLast(({ threadId, kind }) => threadId === ana.threadId && kind === 'text')
      const path = shown?.kind === 'text' ? (shown.media?.path ?? '') : ''
      expect(path).toMatch(/\/uploads\/[\w-]{32}\/[^/\\\0]+$/)
      expect(path).not.toContain('..')
    },
  )

  test('that are none, empty, or too long are refused', async () => {
    const { id } = await openCase()
    expect((await lee.act(id, { kind: 'reply', text: 'x', files: ['../../mascot.db'] })).status).toBe(400)
    expect((await lee.upload(id, 'empty.txt', new Uint8Array())).status).toBe(400)
    expect((await lee.upload(id, 'big.bin', new Uint8Array(10 * 1024 * 1024 + 1))).status).toBe(413)
    expect((await lee.post(`/cases/${id}/draft`, { text: 'x'.repeat(70_000) })).status).toBe(413)
    // Its length is not told beforehand.
    const chunks = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(8_192).fill(120))
      },
    })
    const endless = await fetch(`${host.url}/desk/api/cases/${id}/draft`, {
      ...{ method: 'POST', body: chunks, duplex: 'half' },
      headers: {
        'content-type': 'application/json',
        origin: host.url,
        cookie: lee.cookie,
        'x-mascot-csrf': lee.me.csrf,
      },
    })
    expect(endless.status).toBe(413)
  })
})

describe('conversations', () => {
  test('one steps into a talk that nobody handed off', async () => {
    const ben = host.chat.fan('Ben')
    await ben.says('hello there')
    await host.mascot.settled()
    const { body } = await lee.get<TalkList>('/talks')
    const talk = body.talks.find(({ fanName }) => fanName === 'Ben')
    expect(talk).toMatchObject({ platform: 'test', surface: 'direct' })
    expect(talk?.caseId).toBeUndefined()
    const stepped = await lee.post<{ caseId: string }>('/talks/step-in', { threadId: talk?.threadId })
    expect((await lee.read(stepped.body.caseId)).case).toMatchObject({
      reason: 'stepped-in',
      assignee: { name: 'Lee' },
    })
    expect((await lee.post('/talks/step-in', { threadId: 'test:nowhere' })).status).toBe(409)
  })
})

describe('sessions and the record', () => {
  test('staff see their own sessions, a lead everybody’s; each ends what is theirs to end', async () => {
    const again = await signIn(await host.signInLink('Lee'))
    const list = async (client: DeskClient) => (await client.get<SessionList>('/sessions')).body.sessions
    expect(new Set((await list(lee)).map(({ name }) => name))).toEqual(new Set(['Lee']))
    expect(new Set((await list(dana)).map(({ name }) => name))).toEqual(new Set(['Lee', 'Dana']))
    const mine = (await list(again)).find(({ isThis }) => isThis)
    const hers = (await list(dana)).find(({ isThis }) => isThis)
    expect((await lee.post(`/sessions/${hers?.id}/end`)).status).toBe(403)
    expect((await lee.post('/sessions/none/end')).status).toBe(403)
    expect((await dana.post('/sessions/none/end')).status).toBe(404)
    expect((await lee.post(`/sessions/${mine?.id}/end`)).status).toBe(200)
    expect((await again.get('/me')).status).toBe(401)
    expect((await lee.get('/me')).status).toBe(200)
  })

  test('everything done and refused is in the record, without a word of what was said', async () => {
    const { id } = await openCase()
    await lee.act(id, { kind: 'reply', text: 'a secret word: xyzzy' })
    await lee.act(id, { kind: 'canned', name: 'nope' })
    await lee.act(id, { kind: 'note', text: 'xyzzy too' })
    const { body } = await dana.get<AuditList>(`/audit?about=${id}`)
    expect(body.entries.map(({ who, what, detail }) => [who, what, detail])).toEqual([
      ['Lee', 'note', undefined],
      ['Lee', 'refused', 'canned'],
      ['Lee', 'reply', undefined],
    ])
    const all = await dana.get<AuditList>('/audit')
    expect(all.body.entries.map(({ what }) => what)).toEqual(expect.arrayContaining(['signed-in', 'invited', 'claim']))
    expect(JSON.stringify(all.body)).not.toContain('xyzzy')
    expect((await lee.get('/audit')).status).toBe(403)
  })

  test('signing out ends the session and takes the cookie back', async () => {
    const eve = await signIn(await host.signInLink('Eve'))
    const { status, headers } = await eve.post('/sign-out')
    expect([status, headers.get('set-cookie')]).toEqual([200, expect.stringContaining('Max-Age=0')])
    expect((await eve.get('/me')).status).toBe(401)
  })

  test('proposals are shown to all who work here', async () => {
    const { body } = await lee.get<ProposalList>('/proposals')
    expect(body).toMatchObject({ proposals: expect.any(Array), mayDecide: true })
  })
})
