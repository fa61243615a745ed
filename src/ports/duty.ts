/** Who of the staff is there. */
import type { StaffMember } from '../domain/case.ts'

export interface Duty {
  /** Who signed on, with their teams; no team: all. */
  onDuty(): Promise<readonly (StaffMember & { readonly since: number })[]>
  set(staff: StaffMember, isOn: boolean, now: number): Promise<void>
}
