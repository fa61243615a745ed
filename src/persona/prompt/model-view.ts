/** What a model sees of a talk: never card, bank or identity numbers or secrets, and the rest of a fan's data only if the persona says so. */
import type { Beside } from '../../domain/beside.ts'
import type { TranscriptLine } from '../../domain/conversation.ts'
import type { Attachment, RepliedTo } from '../../domain/message.ts'
import { type PersonalDataKind, personalDataKinds } from '../../domain/personal-data-kind.ts'
import { maskPersonalData, neverShown } from '../../words/personal-data/personal-data.ts'
import type { Persona } from '../persona.ts'

export interface ModelView {
  /** A text of a fan's. */
  see(text: string): string
  readonly line: (line: TranscriptLine) => TranscriptLine
  /** What a fan's message answers, whose words it passes on, and addresses behind words. */
  readonly beside: (beside: Beside) => Beside
  readonly attachment: (attachment: Attachment) => Attachment
  /** For the prompt, if anything seen so far was masked. */
  notes(): readonly string[]
}

export function createModelView({ memory }: Pick<Persona, 'memory'>): ModelView {
  const kinds = memory.modelSees === 'as-is' ? neverShown : personalDataKinds
  const hidden = new Set<PersonalDataKind>()
  const mask = (text: string, which: readonly PersonalDataKind[]) => {
    const { text: masked, found } = maskPersonalData(text, { kinds: which })
    for (const kind of found) hidden.add(kind)
    // Cards and secrets were masked before they were stored.
    for (const kind of neverShown) if (masked.includes(`[${kind}]`)) hidden.add(kind)
    return masked
  }
  const see = (text: string) => mask(text, kinds)
  /** The same few stand before every line. */
  const names = new Map<string, string>()
  const seeName = (name: string) => {
    const known = names.get(name) ?? see(name)
    names.set(name, known)
    return known
  }
  const attachment = (one: Attachment): Attachment => ({
    ...one,
    ...(one.name === undefined ? {} : { name: see(one.name) }),
    ...(one.description === undefined ? {} : { description: see(one.description) }),
  })
  const answered = ({ authorName, text, attachments, ...rest }: RepliedTo): RepliedTo => ({
    ...rest,
    ...(authorName === undefined ? {} : { authorName: seeName(authorName) }),
    ...(text === undefined ? {} : { text: see(text) }),
    ...(attachments ? { attachments: attachments.map(attachment) } : {}),
  })
  const beside = ({ replyTo, forwarded, links, unreadable }: Beside): Beside => ({
    ...(replyTo ? { replyTo: answered(replyTo) } : {}),
    ...(forwarded ? { forwarded: forwarded.from === undefined ? {} : { from: seeName(forwarded.from) } } : {}),
    ...(links ? { links: links.map(({ text, url }) => ({ text: see(text), url: see(url) })) } : {}),
    ...(unreadable === undefined ? {} : { unreadable }),
  })
  return {
    see,
    // The brand's own addresses are no secret; a person of staff may repeat a fan's.
    line: (line) => {
      const isOurs = line.from === 'brand' && (line.speaker?.kind === 'bot' || line.speaker?.kind === 'approved')
      return { ...line, ...beside(line), name: seeName(line.name), text: mask(line.text, isOurs ? neverShown : kinds) }
    },
    beside,
    attachment,
    notes: () =>
      hidden.size === 0
        ? []
        : [
            `${[...hidden].map((kind) => `[${kind}]`).join(', ')}: there the fan gave data that you are not shown; staff ` +
              'can see what is needed. Do not ask for it again, and write no such brackets.',
          ],
  }
}
