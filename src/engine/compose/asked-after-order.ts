/** Who asks where their order is, in whatever language, comes to the look-up that tells it: before anger calls a person, and where no answer hears it. */
import { answerIdOfLookUp, type LookUp } from '../../domain/look-up.ts'
import { asksSomething } from '../../hearing/asks-something.ts'
import { signOf } from '../../hearing/sign-of.ts'
import { subjectsOf } from '../../hearing/subjects/subjects.ts'
import type { Persona } from '../../persona/persona.ts'
import { readText } from '../../words/read-text.ts'
import { segment } from '../../words/terms/segment.ts'
import { isPassedOn } from '../attend/own-words.ts'
import type { Recalled } from '../stages.ts'
import { line, type Saying, type Verdict } from '../verdict.ts'
import { begunLookUp } from './looking-up.ts'

const asksAfterOrder = signOf('asks-after-order')
const saysComplaint = signOf('complaint')
/** Heat from which a word of apology comes first. */
const UPSET = 0.35
/** Wanted besides, or instead: where the order is does not answer it. */
const beyondOrder: readonly string[] = ['refund', 'return', 'exchange', 'cancel', 'broken', 'wrong']

export async function orderAskedAfter(turn: Recalled): Promise<Verdict | undefined> {
  const { lookUps, isAmbient, isFromBot, isStorm, openCase, text, isForeign, assessment } = turn
  if (!lookUps || isAmbient || isFromBot || isStorm || openCase || isPassedOn(turn)) return undefined
  if (!asksAfterOrder(readText(text)) || isForOthers(turn)) return undefined
  const lookUp = ofOrders(turn.persona)
  const begun = lookUp && (await begunLookUp(answerIdOfLookUp(lookUp), turn))
  if (begun?.kind !== 'reply') return begun
  const isUpset = assessment.kind === 'complaint' || assessment.heat >= UPSET
  const before: readonly Saying[] = [
    ...(isForeign ? [line('wrongLanguage')] : []),
    ...(isUpset && begun.reason !== 'look-up-private' ? [line('apology')] : []),
  ]
  return { ...begun, say: [...before, ...begun.say] }
}

/** A person's matter, one in public, one that an approved answer hears, or one that was told already and not taken. */
function isForOthers(turn: Recalled): boolean {
  const { assessment, conversation, findings, text, lang, now, author } = turn
  const { handoff, kind } = assessment
  if ((handoff !== undefined && handoff !== 'complaint') || saysComplaint(readText(text))) return true
  if (subjectsOf(segment(text), lang).some((subject) => beyondOrder.includes(subject))) return true
  if (kind !== 'complaint' && handoff !== 'complaint') return findings.outcome === 'answer'
  const { lookedUp } = conversation.state
  const isTold = lookedUp?.accountId === author.accountId && lookedUp.until > now
  // Who reports it in anger and asks nothing wants it taken on by somebody.
  return isTold || conversation.surface === 'group' || !asksSomething(text, lang)
}

/** The look-up whose own phrasings, or those of the answers whose place it takes, ask after an order. */
function ofOrders({ lookUps, answers }: Persona): LookUp | undefined {
  return lookUps.find((lookUp) => {
    const asks = answers.flatMap(({ id, asks }) => (lookUp.answers.includes(id) ? asks : []))
    return [...lookUp.asks, ...asks].some((phrasing) => asksAfterOrder(readText(phrasing)))
  })
}
