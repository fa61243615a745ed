/** One act from the page: who may, what it means to the desk, and a line in the record. */
import {
  type Access,
  type Act,
  type Acted,
  type Attachment,
  type CaseId,
  caseId,
  type Desk,
  type DeskView,
  draftId,
  MINUTE_MS,
  type Session,
  type ShopDesk,
} from '#mascot'
import { isLead } from '../door/doorway.ts'
import { isBy, SHOWN_LINES } from '../read/rows.ts'
import { Refusal } from '../refusal.ts'
import type { ActRequest, ActResponse } from '../wire.ts'

export interface Acting {
  readonly desk: Desk
  readonly shop: Pick<ShopDesk, 'look' | 'press'>
  readonly view: Pick<DeskView, 'upload'>
  readonly access: Pick<Access, 'record'>
}

/** @throws {Refusal} 403 for who may not, 404 for a case there is none of, 409 when the desk says no */
export async function actOn(id: CaseId, session: Session, request: ActRequest, deps: Acting): Promise<ActResponse> {
  const { desk } = deps
  const found = await desk.read(id, 1)
  if (found === undefined) throw new Refusal(404, 'no-case', 'There is no such case (any more).')
  const { staff } = session
  if (request.kind === 'claim' && request.takesOver && !isLead(session)) {
    const { status, assigneeId, assignee } = found.case
    if (status === 'assigned' && assigneeId !== staff.id)
      throw new Refusal(403, 'lead-only', `${assignee} has this case; only a lead takes it over.`)
  }
  if (request.kind === 'edit' || request.kind === 'delete') await mayChange(id, request.row, session, desk)
  const acted = await done(id, session, request, deps)
  return await answered(acted, session, { what: request.kind, about: id, detail: detailOf(request) }, deps)
}

async function done(id: CaseId, session: Session, request: ActRequest, deps: Acting): Promise<Acted> {
  const { desk, shop } = deps
  const { staff } = session
  if (request.kind === 'look') return await shop.look(id, staff, request.lookUp, request.given)
  if (request.kind === 'press') return await shop.press(id, staff, request.action)
  return await desk.act(id, staff, await actOf(request, session, deps))
}

/** Writes it down, and refuses what the desk refused; what is asked back about is neither done nor refused. */
export async function answered(
  acted: Acted,
  { staff }: Session,
  { what, about, detail }: { readonly what: string; readonly about?: string; readonly detail?: string | undefined },
  { access }: Pick<Acting, 'access'>,
): Promise<ActResponse> {
  const { asks } = acted
  if (asks !== undefined) return { isDone: false, says: acted.says, asks: { label: asks.label, sure: asks.sure } }
  await access.record({
    ...{ who: staff, what: acted.isDone ? what : 'refused' },
    ...(about === undefined ? {} : { about }),
    ...(acted.isDone ? (detail === undefined ? {} : { detail }) : { detail: what }),
  })
  if (!acted.isDone) throw new Refusal(409, 'refused', acted.says.replace(/^⛔ /, ''))
  const { says, caseId, draft, proposalId } = acted
  return {
    ...{ isDone: true, says },
    ...(caseId === undefined ? {} : { caseId }),
    ...(draft === undefined ? {} : { draft }),
    ...(proposalId === undefined ? {} : { proposalId }),
  }
}

/** One's own words; a lead may change those of others. */
async function mayChange(id: CaseId, row: number, session: Session, desk: Desk): Promise<void> {
  const line = (await desk.said(id, SHOWN_LINES)).find((one) => one.row === row)
  if (line === undefined) throw new Refusal(404, 'no-message', 'There is no such message (any more).')
  if (!isBy(line, session.staff) && !isLead(session))
    throw new Refusal(403, 'not-yours', 'Only what you said yourself can be changed.')
}

type OnCase = Exclude<ActRequest, { readonly kind: 'look' | 'press' }>

async function actOf(request: OnCase, session: Session, { desk, view }: Acting): Promise<Act> {
  switch (request.kind) {
    case 'reply': {
      const { files = [], ...words } = request
      return files.length === 0 ? words : { ...words, attachments: await attachmentsOf(files, view) }
    }
    case 'snooze':
      return { kind: 'snooze', ms: request.minutes * MINUTE_MS }
    case 'join': {
      const lead = request.lead.replace(/^#/, '').toLowerCase()
      const meant = await desk.find(lead)
      return { kind: 'join', lead: meant && meant.status !== 'closed' ? meant.id : caseId('none') }
    }
    case 'send-draft': {
      const { draft, files = [], ...rest } = request
      return {
        ...rest,
        ...(draft === undefined ? {} : { draft: draftId(draft) }),
        ...(files.length === 0 ? {} : { attachments: await attachmentsOf(files, view) }),
      }
    }
    case 'drop-draft':
      return { kind: 'drop-draft', draft: draftId(request.draft) }
    case 'claim':
      // Where nobody has it, it is the same; that somebody took it meanwhile the desk sees.
      return { kind: 'claim', ...(request.takesOver && isLead(session) ? { takesOver: true } : {}) }
    case 'edit':
    case 'delete':
      return { ...request, ...(isLead(session) && { ofOthers: true }) }
    default:
      return request
  }
}

async function attachmentsOf(files: readonly string[], view: Acting['view']): Promise<Attachment[]> {
  const found: Attachment[] = []
  for (const id of files) {
    const attachment = await view.upload(id)
    if (attachment === undefined) throw new Refusal(400, 'no-file', 'A file is not kept any more; add it again.')
    found.push(attachment)
  }
  return found
}

/** Which team, which reply, how long: never what was said. */
function detailOf(request: ActRequest): string | undefined {
  switch (request.kind) {
    case 'pass':
      return request.team
    case 'canned':
      return request.name
    case 'snooze':
      return `${request.minutes} min`
    case 'reply':
      return request.asBrand ? 'as the brand' : undefined
    case 'claim':
      return request.takesOver ? 'takes over' : undefined
    case 'edit':
    case 'delete':
      return `row ${request.row}`
    case 'send-draft':
      return request.text === undefined ? undefined : 'in other words'
    case 'wrong':
      return request.what
    case 'look':
      return request.lookUp
    case 'bot':
    case 'drafts':
      return request.isOn ? 'on' : 'off'
    default:
      return undefined
  }
}
