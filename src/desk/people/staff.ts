/** Who may work cases, and who is there. */
import type { StaffMember } from '../../domain/case.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Role } from '../../ports/access.ts'
import type { Duty } from '../../ports/duty.ts'
import { isOpenAt } from '../time/hours.ts'
import { hoursOf } from '../time/working-time.ts'

/** By account (`telegram:77`). With nobody listed, whoever the platform lets into the staff chat is staff. */
export function staffMember(account: string, name: string, { handoff }: Persona): StaffMember | undefined {
  const listed = handoff.staff.find(({ accounts }) => accounts.includes(account))
  if (listed) return { id: listed.accounts[0] ?? account, name: listed.name }
  return handoff.staff.length === 0 ? { id: account, name: name.trim() || account } : undefined
}

/** May approve answers. Where no operator is listed, any of the staff. */
export function isOperator({ id }: StaffMember, { handoff }: Persona): boolean {
  const operators = handoff.staff.filter(({ role }) => role === 'operator')
  return operators.length === 0 || operators.some(({ accounts }) => accounts.includes(id))
}

/** Leads and operators. Where the list names neither, any of the staff. */
export function isLead(role: Role, { handoff }: Persona): boolean {
  return role !== 'staff' || handoff.staff.every((one) => one.role === 'staff')
}

/** Whether somebody of that team is there now: in its hours and, where the persona says so, signed on. */
export async function isSomebodyThere(
  team: string | undefined,
  persona: Persona,
  now: number,
  duty: Pick<Duty, 'onDuty'>,
): Promise<boolean> {
  const hours = hoursOf(team, persona)
  if (hours !== undefined && !isOpenAt(hours, now)) return false
  return persona.handoff.duty === 'hours' || (await duty.onDuty()).length > 0
}
