/** Who said a line, as staff read it: no fan can go by a name that passes for ours or a colleague's. Pure. */
import type { Case } from '../../domain/case.ts'
import { heardName } from '../../domain/colleague.ts'
import type { TranscriptLine } from '../../domain/conversation.ts'
import { isPlainName } from '../../domain/fan-called.ts'
import type { AccountId } from '../../domain/ids.ts'
import { isUnseen, onOneLine } from '../../domain/lines.ts'
import { tagOf } from '../../domain/tag.ts'
import type { Persona } from '../../persona/persona.ts'

/** What is known of the case in whose thread the name is read. */
export type Where = Partial<Pick<Case, 'surface' | 'accountId' | 'fanName' | 'isNamedAsStaff'>> & {
  readonly assignee?: string | undefined
  /** Where or when it was said, if not here and now. */
  readonly said?: string | undefined
}

/** In a group with the tag by which members of one name are told apart. */
export function speakerOf(line: TranscriptLine, persona: Persona, where: Where = {}): string {
  const { from, name, accountId, speaker } = line
  if (from === 'fan') return fanShown(name, accountId, persona, where)
  if (speaker?.kind === 'person') return speaker.name
  return speaker?.kind === 'person-as-brand' ? `${speaker.name} as ${persona.name}` : `🤖 ${persona.name}`
}

/** `“Dana as Pip” (a3f2)`: quoted and with its tag where it could be taken for somebody else's; `A fan (a3f2)` where there is none to see. */
export function fanShown(
  name: string,
  account: AccountId | undefined,
  persona: Persona,
  { surface, ...where }: Where,
): string {
  const plain = onOneLine(name, ' ')
  if (isUnseen(plain)) return tagged('A fan', account)
  // What is known of the fan whose case it is says nothing of other members.
  const isTheirs = where.accountId === undefined || where.accountId === account
  if (passesForOurs(plain, persona, isTheirs ? where : { assignee: where.assignee }))
    return tagged(`“${plain.replaceAll(/["“”„]/g, '’')}”`, account)
  return surface === 'group' ? tagged(plain, account) : plain
}

/** `Ana (a3f2)`: a name may be anybody's, and may change. */
function tagged(name: string, account: AccountId | undefined): string {
  return account === undefined ? name : `${name} (${tagOf(account)})`
}

/** Of scripts that have the same letters; a name of two of them can look like one of another. */
const alike = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]

const besideName = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

function passesForOurs(name: string, persona: Persona, { fanName, isNamedAsStaff, assignee }: Where): boolean {
  // Behind a comma we say when and where it was said.
  if (!isPlainName(name) || name.includes(',') || alike.filter((script) => script.test(name)).length > 1) return true
  // Who goes by another name now may have gone by a colleague's.
  if (isNamedAsStaff || (fanName !== undefined && fanName !== '' && fanName !== name)) return true
  const ours = [persona.name, ...persona.nicknames, persona.brand.name].map(heardName)
  const theirs = [...persona.handoff.staff.map((staff) => staff.name), assignee ?? ''].map(heardName)
  const read = heardName(name)
  // `Dana ·1003` is how we tell colleagues of one name apart; a sign behind a name makes it nobody else's.
  const bare = [read, read.split(/[·,&]/, 1)[0] ?? ''].map((one) => one.replaceAll(besideName, ''))
  const isTaken = (one: string) => ours.includes(one) || theirs.includes(one)
  return [read, ...bare].some(isTaken) || ours.some((one) => read.endsWith(` as ${one}`))
}
