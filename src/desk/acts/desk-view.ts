/** What a page shows beside cases: the persona's own words, answers that fit, teams, media, what was typed and not sent. */
import { DAY_MS } from '../../domain/durations.ts'
import type { Lang } from '../../domain/message.ts'
import { asksForPerson } from '../../hearing/asks-for-person.ts'
import { linesIn, textIn } from '../../persona/lines/localise.ts'
import { fillLine } from '../../persona/load/fill.ts'
import type { DeskView } from '../../ports/desk-view.ts'
import type { KeyValues } from '../../ports/key-values.ts'
import type { ContextLink } from '../people/context-link.ts'
import { isLead, isOperator } from '../people/staff.ts'
import { langOf } from '../people/teams.ts'
import type { Uploads } from '../threads/uploads.ts'
import { isOpenAt } from '../time/hours.ts'
import { hoursOf } from '../time/working-time.ts'
import type { DeskDeps } from './desk-deps.ts'

const DRAFT_MS = 7 * DAY_MS
/** Probability under which an approved answer is no help. */
const CLOSE = 0.05

export function createDeskView({
  wits,
  adapterOf,
  clock,
  keyValues,
  uploads,
  contextLink,
}: Pick<DeskDeps, 'wits' | 'adapterOf' | 'clock'> & {
  readonly keyValues: KeyValues
  readonly uploads: Uploads
  readonly contextLink: ContextLink
}): DeskView {
  const persona = () => wits().persona
  const langFor = (lang: Lang | undefined) => langOf(lang === undefined ? {} : { lang }, persona())
  const draftKey = (id: string, staffId: string) => `desk::draft:${id}:${staffId}`
  return {
    teams: () =>
      Object.entries(persona().handoff.teams).map(([id, team]) => {
        const hours = hoursOf(id, persona())
        const name = textIn(team.name, persona().languages[0], persona()) || id
        return { id, name, isOpen: hours === undefined || isOpenAt(hours, clock.now()) }
      }),

    canned(lang, { fan, staff, team } = {}) {
      const { handoff, name, brand } = persona()
      const values = {
        ...{ persona: name, brand: brand.name },
        ...(fan ? { fan } : {}),
        ...(staff ? { staff } : {}),
        ...(team ? { team: handoff.teams[team]?.name[langFor(lang)] ?? brand.name } : {}),
      }
      return Object.entries(handoff.canned).map(([id, lines]) => ({
        name: id,
        text: fillLine(linesIn(lines, langFor(lang), persona())[0] ?? '', values),
      }))
    },

    answers(words, { lang, limit }) {
      // Who asks for a person asks for nothing that stands in answers.yaml.
      if (words.trim() === '' || asksForPerson(words)) return []
      const { hits } = wits().knowledge.search({ text: words, lang: langFor(lang) })
      return hits
        .filter(({ score }) => score >= CLOSE)
        .slice(0, limit)
        .map(({ answer }) => ({
          id: answer.id,
          title: textIn(answer.title, langFor(lang), persona()) || (answer.asks[0] ?? answer.id),
          text: linesIn(answer.answer, langFor(lang), persona())[0] ?? '',
        }))
    },

    async file(platform, attachment) {
      return await adapterOf(platform)?.fetchFile?.(attachment)
    },

    async draft(id, staffId) {
      return (await keyValues.get(draftKey(id, staffId)))?.value ?? ''
    },

    async keepDraft(id, staffId, text) {
      if (text === '') await keyValues.delete(draftKey(id, staffId))
      else await keyValues.set(draftKey(id, staffId), text, clock.now() + DRAFT_MS)
    },

    contextUrl: (one) => contextLink(one),
    mayDecide: (staff) => isOperator(staff, persona()),
    mayLead: (role) => isLead(role, persona()),
    timeZone: () => persona().manners.timeZone,
    keepUpload: (file, about) => uploads.keep(file, about),
    upload: (id) => uploads.find(id),
  }
}
