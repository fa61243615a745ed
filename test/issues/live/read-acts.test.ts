/** What staff type about issues and crises, and what it is taken for. */
import { describe, expect, it } from 'vitest'
import { readCrisisAct } from '../../../src/issues/live/read-crisis-act.ts'
import { readIssueAct } from '../../../src/issues/live/read-issue-act.ts'

const HOUR_MS = 3_600_000

describe('/issue', () => {
  it.each([
    ['3', { kind: 'show', number: 3 }],
    ['#3', { kind: 'show', number: 3 }],
    ['3 state won’t', { kind: 'state', number: 3, state: 'wont' }],
    ['3 state Fixed', { kind: 'state', number: 3, state: 'fixed' }],
    ['3 owner -', { kind: 'owner', number: 3, owner: null }],
    ['3 owner order desk', { kind: 'owner', number: 3, owner: 'order desk' }],
    ['3 answer zh: 我们知道。', { kind: 'answer', number: 3, lang: 'zh', words: '我们知道。' }],
    ['3 answer We know: sorry.', { kind: 'answer', number: 3, words: 'We know: sorry.' }],
    ['3 news en: New lids.', { kind: 'news', number: 3, lang: 'en', words: 'New lids.' }],
    ['3 merge into #5', { kind: 'merge', number: 3, into: 5 }],
    ['3 merge 5 yes', { kind: 'merge', number: 3, into: 5, sure: 'yes' }],
    ['3 keep yes 12ab', { kind: 'keep', number: 3, sure: '12ab' }],
    ['3 split r12, r15 Grey lids', { kind: 'split', number: 3, reports: [12, 15], title: 'Grey lids' }],
    ['3 attach', { kind: 'attach', number: 3, reports: [] }],
    ['3 detach r12', { kind: 'detach', number: 3, reports: [12] }],
    ['new Grey lids', { kind: 'new', title: 'Grey lids', reports: [] }],
    ['new r12 Grey lids', { kind: 'new', title: 'Grey lids', reports: [12] }],
  ])('%s', (args, wanted) => {
    expect(readIssueAct('issue', args)).toEqual(wanted)
  })

  it.each([
    '',
    'three',
    '3 state prepared',
    '3 state',
    '3 owner',
    '3 answer',
    '3 answer en:',
    '3 news zh：',
    '3 merge 3',
    '3 split r12',
    '3 detach',
    '3 dance',
    'new',
  ])('“%s” is told to be none', (args) => {
    expect(readIssueAct('issue', args)).toMatchObject({ kind: 'wrong', says: expect.stringMatching(/^⛔ /) })
  })
})

describe('/crisis', () => {
  it.each([
    ['', { kind: 'list' }],
    ['3 amber', { kind: 'level', level: 'amber', issue: 3, isDrill: false }],
    ['all red 2h', { kind: 'level', level: 'red', reviewMs: 2 * HOUR_MS, isDrill: false }],
    ['drill #3 red', { kind: 'level', level: 'red', issue: 3, isDrill: true }],
    ['3 say en: We know.', { kind: 'say', lang: 'en', words: 'We know.', issue: 3, isDrill: false }],
    [
      '3 say zh telegram：我们知道。',
      { kind: 'say', lang: 'zh', platform: 'telegram', words: '我们知道。', issue: 3, isDrill: false },
    ],
    ['3 approve en', { kind: 'approve', lang: 'en', issue: 3, isDrill: false }],
    ['drill all approve zh telegram', { kind: 'approve', lang: 'zh', platform: 'telegram', isDrill: true }],
    ['3 approve en 481203', { kind: 'approve', lang: 'en', mark: '481203', issue: 3, isDrill: false }],
    ['3 say file', { kind: 'say-foreseen', issue: 3, isDrill: false }],
    ['3 words lid, 盖子', { kind: 'words', words: ['lid', '盖子'], issue: 3, isDrill: false }],
    ['3 green', { kind: 'green', issue: 3, isDrill: false }],
    ['all', { kind: 'show', isDrill: false }],
  ])('%s', (args, wanted) => {
    expect(readCrisisAct(args)).toEqual(wanted)
  })

  it.each([
    'red',
    '3 amber soon',
    '3 amber 9999d',
    '3 red 8d',
    '3 red 0h',
    '3 say We know.',
    '3 say en:',
    '3 words',
    '3 words \u200b',
    '3 approve',
    '3 dance',
  ])('“%s” is told to be none', (args) => {
    expect(readCrisisAct(args)).toMatchObject({ kind: 'wrong', says: expect.stringMatching(/^⛔ /) })
  })
})
