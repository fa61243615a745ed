/** What staff type and press, read as acts. Anything that is no act stays among staff. Pure. */
import { type CaseId, caseId, type DraftId, draftId } from '../../domain/ids.ts'
import type { InboundMessage } from '../../domain/message.ts'
import { type WrongKind, wrongKinds } from '../../domain/scene.ts'
import type { Act } from '../../ports/desk.ts'
import { readDuration } from '../time/times.ts'

/** An act on a case, or one about the desk as a whole; `wrong`: meant as an act and none. */
export type Typed =
  | { readonly kind: 'case'; readonly act: Act | JoinTyped; readonly caseId?: CaseId }
  | {
      readonly kind: 'desk'
      readonly name: 'cases' | 'talks' | 'on' | 'off' | 'help' | 'proposals' | 'promises' | 'desk' | 'signout'
    }
  | { readonly kind: 'step-in'; readonly thread: string }
  | { readonly kind: 'ask-team'; readonly caseId: CaseId }
  | DraftTyped
  | IssueTyped
  | CommunityTyped
  | WorksTyped
  | { readonly kind: 'look-up'; readonly args: string }
  | { readonly kind: 'look-up-act'; readonly id: string }
  | {
      readonly kind: 'proposal'
      readonly id: string
      readonly isApproved: boolean
      readonly words?: string
      readonly sure?: string
    }
  | { readonly kind: 'wrong'; readonly says: string }

/** A draft by its button, or by a reply to it; `text`: the words that take its place. */
export interface DraftTyped {
  readonly kind: 'draft'
  readonly name: 'send' | 'edit' | 'drop'
  readonly id: DraftId
  readonly text?: string
}

/** About issues: read where those are looked after. */
export interface IssueTyped {
  readonly kind: 'issues'
  readonly name: IssueVerb
  readonly args: string
}
/** About the community: read where that is looked after. */
export interface CommunityTyped {
  readonly kind: 'community'
  readonly name: CommunityVerb
  readonly args: string
}
const communityVerbs = ['circle', 'first', 'interests'] as const
export type CommunityVerb = (typeof communityVerbs)[number]

/** About what fans let the brand show: read where that is looked through. */
export interface WorksTyped {
  readonly kind: 'works'
  readonly name: 'works' | 'work'
  readonly args: string
}
const issueVerbs = ['issues', 'issue', 'crisis', 'digest', 'insights'] as const
export type IssueVerb = (typeof issueVerbs)[number]

/** The case to join, by the beginning of its number. */
export interface JoinTyped {
  readonly kind: 'join-typed'
  readonly number: string
}

export const help = [
  '/r words — to the fan, as yourself (or reply to the fan’s message)',
  '/as words — to the fan, as the brand',
  '/canned NAME · /suggest [hint] · /send — send the draft that waits, or the suggested one · /drop',
  '/drafts on|off — whether what the bot would say here waits for you',
  '/edit words · /delete — reply to the message you mean, or the last one',
  '/claim (now: take it from whoever has it) · /release · /pass TEAM words · /join NUMBER',
  '/promise 2d words — your word, said to the fan and written down · /kept [p12] words · /broken [p12] words · /promises',
  '/note words · /snooze 2h · /bot on|off · /log',
  '/back — hand back to the bot · /resolve [silently|publicly]',
  '/wrong [fact|tone|handover|quiet|other] [right words] — reply to what the bot said: it becomes a scene',
  '/learn — propose the last answer for answers.yaml',
  '/cases · /talks · /in THREAD — step into any conversation · /on · /off · /proposals [ANSWER words in the home language]',
  '/issues [all] · /issue NUMBER [state|owner|title|answer|news|merge|split|attach|detach|keep|undo …]',
  '/issue new TITLE — in a case’s thread: of that case',
  '/crisis [drill] NUMBER|all amber [2h]|red|say en: words|approve en NUMBER|words …|green|report — leads; lowering asks for a yes',
  '/digest — how things stand · /digest daily|weekly|amber|off — leads',
  '/circle [ask WORDS | poll WORDS | ONE | TWO] · /circle N [close] — leads ask · /first — what was said unasked, and how much promotes · /interests',
  '/works [all] · /work NUMBER accept [ANSWER …] · /work NUMBER decline — what fans let us show',
  '/insights [week|month|quarter|year] — the figures up to today',
  '/look [NAME what it needs] — ask the shop what the fan would be told; the answer is noted on the case',
  '/desk — a link to the desk page, good once · /signout — end your sessions there',
  'Anything else stays among staff.',
].join('\n')

/** undefined: plain talk among staff. `!` does as well as `/`, where a platform keeps the slash for itself. */
export function readAct({ text, button }: Pick<InboundMessage, 'text' | 'button'>): Typed | undefined {
  if (button !== undefined) return readButton(button)
  const match = /^\s*[/!](\p{L}{1,20})(?:@\w+)?(?:\s+([\s\S]*))?$/u.exec(text)
  if (!match) return undefined
  return typed((match[1] ?? '').toLowerCase(), (match[2] ?? '').trim())
}

function on(act: Act | JoinTyped): Typed {
  return { kind: 'case', act }
}

function wrong(says: string): Typed {
  return { kind: 'wrong', says: `⛔ ${says}` }
}

function typed(name: string, args: string): Typed {
  const aboutIssues = issueVerbs.find((verb) => verb === name)
  if (aboutIssues) return { kind: 'issues', name: aboutIssues, args }
  const aboutFans = communityVerbs.find((verb) => verb === name)
  if (aboutFans) return { kind: 'community', name: aboutFans, args }
  if (name === 'look' || name === 'lookup') return { kind: 'look-up', args }
  if (name === 'works' || name === 'work') return { kind: 'works', name, args }
  switch (name) {
    case 'r':
    case 'reply':
      return on({ kind: 'reply', text: args })
    case 'as':
      return on({ kind: 'reply', text: args, asBrand: true })
    case 'canned':
      return on({ kind: 'canned', name: args })
    case 'suggest':
      return on({ kind: 'suggest', ...(args ? { hint: args } : {}) })
    case 'send':
      return on({ kind: 'send-draft' })
    case 'drop':
      return on({ kind: 'drop-draft' })
    case 'drafts':
      return /^(on|off)$/i.test(args)
        ? on({ kind: 'drafts', isOn: args.toLowerCase() === 'on' })
        : wrong('/drafts on or /drafts off.')
    case 'edit':
      return args ? on({ kind: 'edit', text: args }) : wrong('/edit and then the new words.')
    case 'delete':
      return on({ kind: 'delete' })
    case 'claim':
    case 'take':
      return on({ kind: 'claim', takesOver: /^now\b/i.test(args) })
    case 'release':
      return on({ kind: 'release' })
    case 'pass':
      return pass(args)
    case 'join':
      return args
        ? on({ kind: 'join-typed', number: args.replace(/^#/, '') })
        : wrong('/join and the number on a card.')
    case 'note':
      return on({ kind: 'note', text: args })
    case 'snooze':
      return snooze(args)
    case 'promise':
      return promise(args)
    case 'kept':
    case 'broken':
      return became(name, args)
    case 'bot':
      return /^(on|off)$/i.test(args)
        ? on({ kind: 'bot', isOn: args.toLowerCase() === 'on' })
        : wrong('/bot on or /bot off.')
    case 'back':
    case 'return':
      return on({ kind: 'hand-back' })
    case 'resolve':
    case 'close':
      return on({ kind: 'resolve', isSilent: /^silent/i.test(args), isPublic: /^public/i.test(args) })
    case 'learn':
      return on({ kind: 'learn' })
    case 'wrong':
      return on({ kind: 'wrong', ...wrongIn(args) })
    case 'log':
      return on({ kind: 'log' })
    case 'in':
      return args ? { kind: 'step-in', thread: args } : wrong('/in and a thread; /talks lists them.')
    case 'proposals': {
      const [, id, words = ''] = /^(\S+)(?:\s+([\s\S]*))?$/u.exec(args) ?? []
      return id === undefined ? { kind: 'desk', name } : { kind: 'proposal', id, isApproved: true, words }
    }
    case 'cases':
    case 'talks':
    case 'on':
    case 'off':
    case 'help':
    case 'promises':
    case 'desk':
    case 'signout':
      return { kind: 'desk', name }
    default:
      return wrong(`There is no /${name}. Nothing went out. /help lists the commands.`)
  }
}

function pass(args: string): Typed {
  const match = /^(\S+)(?:\s+([\s\S]*))?$/u.exec(args)
  return match?.[1] ? on({ kind: 'pass', team: match[1], words: match[2] ?? '' }) : wrong('/pass TEAM and why.')
}

/** `/wrong fact thirty days`; words that name no kind are the right ones. */
function wrongIn(args: string): { readonly what?: WrongKind; readonly words?: string } {
  const [first = '', ...rest] = args.split(/\s+/)
  const what = wrongKinds.find((kind) => kind === first.toLowerCase())
  const words = what === undefined ? args : rest.join(' ')
  return { ...(what ? { what } : words === '' ? {} : { what: 'other' }), ...(words === '' ? {} : { words }) }
}

function snooze(args: string): Typed {
  const ms = readDuration(args)
  return ms === undefined || ms <= 0 ? wrong('/snooze 30m, /snooze 2h or /snooze 1d.') : on({ kind: 'snooze', ms })
}

function promise(args: string): Typed {
  const match = /^(\S+)\s+([\s\S]+)$/u.exec(args)
  const ms = readDuration(match?.[1] ?? '')
  return match && ms !== undefined && ms > 0
    ? on({ kind: 'promise', ms, text: match[2] ?? '' })
    : wrong('/promise 2h, or 3d, and what you promise; it is said to the fan.')
}

/** `/kept p12 words`, or `/kept words`. */
function became(kind: 'kept' | 'broken', args: string): Typed {
  const [head = '', digits] = /^#?p(\d{1,12})(?=\s|$)/iu.exec(args) ?? []
  const text = args.slice(head.length).trim()
  return on({ kind, text, ...(digits === undefined ? {} : { number: Number(digits) }) })
}

/** `desk:ACT:ID`, with what the act needs behind it. */
function readButton(value: string): Typed | undefined {
  const [desk, name = '', id = '', more = '', row = ''] = value.split(':')
  if (desk !== 'desk') return undefined
  if (name === 'issue') {
    const verb = issueVerbs.find((one) => one === id)
    return verb && { kind: 'issues', name: verb, args: value.split(':').slice(3).join(':') }
  }
  const about = caseId(id)
  const on = (act: Act): Typed => ({ kind: 'case', act, caseId: about })
  switch (name) {
    case 'take':
      return on({ kind: 'claim' })
    case 'release':
      return on({ kind: 'release' })
    case 'pass':
      return more ? on({ kind: 'pass', team: more }) : { kind: 'ask-team', caseId: about }
    case 'back':
      return on({ kind: 'hand-back' })
    case 'resolve':
      return on({ kind: 'resolve' })
    case 'send':
      return on({ kind: 'send-draft' })
    case 'learn':
      return on({ kind: 'learn' })
    case 'wrong': {
      const what = wrongKinds.find((kind) => kind === more)
      return what ? on({ kind: 'wrong', what, row: Number(row) }) : undefined
    }
    case 'dsend':
      return { kind: 'draft', name: 'send', id: draftId(id) }
    case 'dedit':
      return { kind: 'draft', name: 'edit', id: draftId(id) }
    case 'ddrop':
      return { kind: 'draft', name: 'drop', id: draftId(id) }
    case 'yes':
    case 'no':
      return { kind: 'proposal', id, isApproved: name === 'yes', ...(more ? { sure: more } : {}) }
    case 'do':
      return { kind: 'look-up-act', id }
    case 'in':
      return { kind: 'step-in', thread: decodeURIComponent(id) }
    default:
      return undefined
  }
}
