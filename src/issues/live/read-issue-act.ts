/** What staff type about an issue, read as what is to be done. Pure. */
import { type IssueState, issueStates } from '../../domain/issue.ts'
import type { IssueWish } from '../../ports/lead-desk.ts'
import { sureIn, sureOnly } from './sure-in.ts'

export type IssueTyped =
  | { readonly kind: 'list'; readonly isAll: boolean }
  | { readonly kind: 'show'; readonly number: number }
  | { readonly kind: 'keep'; readonly number: number; readonly sure?: string }
  | { readonly kind: 'wrong'; readonly says: string }
  | IssueWish

const states: Readonly<Record<string, IssueState>> = {
  ...Object.fromEntries(issueStates.filter((state) => state !== 'prepared').map((state) => [state, state])),
  'won’t': 'wont',
  "won't": 'wont',
}

export function readIssueAct(name: 'issues' | 'issue', args: string): IssueTyped {
  if (name === 'issues') return { kind: 'list', isAll: /^all\b/i.test(args) }
  const fresh = /^new\b\s*([\s\S]*)$/iu.exec(args)
  if (fresh) return opened(fresh[1] ?? '')
  const match = /^#?(\d{1,9})(?:\s+(\p{L}+)(?:\s+([\s\S]*))?)?$/u.exec(args)
  if (!match) return wrong('/issue and a number, as /issues lists them; or /issue new TITLE.')
  const [, digits = '', verb = '', rest = ''] = match
  return onIssue(Number(digits), verb.toLowerCase(), rest.trim())
}

function wrong(says: string): IssueTyped {
  return { kind: 'wrong', says: `⛔ ${says}` }
}

function opened(args: string): IssueTyped {
  const { reports, rest } = refsIn(args)
  return rest === '' ? wrong('/issue new and what it is to be called.') : { kind: 'new', title: rest, reports }
}

function onIssue(number: number, verb: string, args: string): IssueTyped {
  const { reports, rest } = refsIn(args)
  switch (verb) {
    case '':
      return { kind: 'show', number }
    case 'state': {
      const state = states[args.toLowerCase()]
      return state ? { kind: 'state', number, state } : wrong('A state is seen, confirmed, working, fixed or wont.')
    }
    case 'owner':
      return args === ''
        ? wrong('/issue N owner and a team or a name; - for nobody.')
        : { kind: 'owner', number, owner: args === '-' ? null : args }
    case 'title':
      return args === '' ? wrong('/issue N title and its new name.') : { kind: 'title', number, title: args }
    case 'answer':
    case 'news':
      return words(verb, number, args)
    case 'merge': {
      const { rest: other, ...sure } = sureIn(args)
      const into = /^(?:into\s+)?#?(\d{1,9})$/i.exec(other)?.[1]
      return into === undefined || Number(into) === number
        ? wrong('/issue N merge and the number of the other.')
        : { kind: 'merge', number, into: Number(into), ...sure }
    }
    case 'split':
      return reports.length === 0 || rest === ''
        ? wrong('/issue N split r12 r15 and what the new one is called.')
        : { kind: 'split', number, reports, title: rest }
    case 'attach':
      return { kind: 'attach', number, reports }
    case 'detach':
      return reports.length === 0 ? wrong('/issue N detach r12.') : { kind: 'detach', number, reports }
    case 'keep':
      return { kind: 'keep', number, ...sureOnly(args) }
    case 'undo':
      return { kind: 'undo', number }
    default:
      return wrong(`An issue has no “${verb}”. /help lists what can be done.`)
  }
}

/** `en: words`, or words in the home language. */
function words(kind: 'answer' | 'news', number: number, args: string): IssueTyped {
  const match = /^(?:([a-z]{2,3})\s*[:：]\s*)?([\s\S]*)$/i.exec(args)
  const said = match?.[2]?.trim() ?? ''
  if (said === '') return wrong(`/issue N ${kind} en: and the words, once for each language.`)
  return { kind, number, words: said, ...(match?.[1] ? { lang: match[1].toLowerCase() } : {}) }
}

/** `r12 r15 the rest`, or `the rest r12 r15`; behind a title in small letters alone, since it may end in a model’s name. */
function refsIn(args: string): { readonly reports: readonly number[]; readonly rest: string } {
  const head = /^(?:r\d{1,12}(?:[\s,]+|$))+/i.exec(args)?.[0] ?? ''
  const behind = args.slice(head.length)
  const tail = head === '' ? (/(?:[\s,]+r\d{1,12})+\s*$/.exec(behind)?.[0] ?? '') : ''
  const reports = [...(head || tail).matchAll(/\d+/g)].map(([digits]) => Number(digits))
  return { reports, rest: behind.slice(0, behind.length - tail.length).trim() }
}
