/** The operator's own rules: by words, topic, place and kind of fan. */
import { describe, expect, it } from 'vitest'
import type { ConversationId, FanId, ThreadId } from '../../../src/domain/ids.ts'
import type { Recalled } from '../../../src/engine/stages.ts'
import { ruleFor } from '../../../src/engine/triage/handoff-rule.ts'
import { testPersona } from '../../support/persona.ts'

const DAY_MS = 86_400_000
const now = 100 * DAY_MS

type Asked = Pick<Recalled, 'text' | 'now' | 'conversation' | 'fan' | 'findings'> & { readonly read: readonly object[] }

function asked(text: string, thread: string, since?: number, channel?: string): Recalled {
  const turn: Asked = {
    text,
    now,
    conversation: {
      id: 'c' as string as ConversationId,
      threadId: thread as ThreadId,
      surface: thread.includes('-') ? 'group' : 'direct',
      openCases: [],
      state: {},
    },
    fan: { id: 'f' as string as FanId, consent: 'unasked', ...(since === undefined ? {} : { since }) },
    findings: { outcome: 'unknown', hits: [] },
    read: [{ ...(channel === undefined ? {} : { channel }) }],
  }
  return turn as object as Recalled
}

function teamOf(rule: object, turn: Recalled): string | undefined {
  return ruleFor(turn, testPersona({ handoff: { when: [{ team: 'vip', ...rule }] } }))?.team
}

describe('a rule of the operator’s', () => {
  it('holds for its words only', () => {
    expect(teamOf({ words: ['wholesale'] }, asked('Do you sell wholesale?', 'telegram:7'))).toBe('vip')
    expect(teamOf({ words: ['wholesale'] }, asked('Do you sell beans?', 'telegram:7'))).toBeUndefined()
  })

  it('holds in the threads of a channel whose ids do not tell it', () => {
    const rule = { channels: ['discord:15'] }
    expect(teamOf(rule, asked('hello', 'discord:99', undefined, 'discord:15'))).toBe('vip')
    expect(teamOf(rule, asked('hello', 'discord:99'))).toBeUndefined()
  })

  it('holds in a channel and its topics, in one topic, or on a platform', () => {
    for (const place of ['discord', 'telegram:-100', 'telegram:-100:42']) {
      const rule = { words: ['help'], channels: [place] }
      expect(teamOf(rule, asked('help', 'telegram:-100:42'))).toBe(place === 'discord' ? undefined : 'vip')
      expect(teamOf(rule, asked('help', 'telegram:-1001'))).toBeUndefined()
    }
    expect(teamOf({ channels: ['discord'] }, asked('anything', 'discord:9'))).toBe('vip')
  })

  it('holds for new or for known fans', () => {
    const known = asked('anything', 'telegram:7', now - 40 * DAY_MS)
    const fresh = asked('anything', 'telegram:7', now - DAY_MS)
    expect(teamOf({ fans: 'known' }, known)).toBe('vip')
    expect(teamOf({ fans: 'known' }, fresh)).toBeUndefined()
    expect(teamOf({ fans: 'new' }, fresh)).toBe('vip')
    expect(teamOf({ fans: 'new' }, asked('anything', 'telegram:7'))).toBe('vip')
  })

  it('that names nothing holds for nothing', () => {
    expect(teamOf({ surface: 'direct' }, asked('anything', 'telegram:7'))).toBeUndefined()
  })
})
