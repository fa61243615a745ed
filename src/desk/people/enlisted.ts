/** What the staff list says now of somebody who holds a session of the desk page. */
import type { StaffMember } from '../../domain/case.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Role } from '../../ports/access.ts'

/** Whoever has the machine, until the staff list names an operator. */
export const machineOperator: StaffMember = { id: 'desk:operator', name: 'Operator' }

/** Undefined: not on the list. With nobody listed, whoever was let in stays what they came as. */
export function enlistedAs(
  staff: StaffMember,
  invitedAs: Role,
  { handoff }: Persona,
): { readonly staff: StaffMember; readonly role: Role } | undefined {
  const listed = handoff.staff.find(({ accounts }) => accounts.includes(staff.id))
  if (listed) return { staff: { id: listed.accounts[0] ?? staff.id, name: listed.name }, role: listed.role }
  if (handoff.staff.length === 0) return { staff, role: invitedAs }
  const isMissing = !handoff.staff.some(({ role }) => role === 'operator')
  return staff.id === machineOperator.id && isMissing ? { staff, role: 'operator' } : undefined
}
