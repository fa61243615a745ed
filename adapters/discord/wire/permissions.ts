/** What a role's permission bits allow. */
import { PermissionFlagsBits } from 'discord.js'

/** `permissions`: a bit field as a decimal number. */
export function mayManage(permissions: unknown): boolean {
  const { ManageGuild, Administrator } = PermissionFlagsBits
  return (
    typeof permissions === 'string' &&
    /^\d{1,40}$/.test(permissions) &&
    (BigInt(permissions) & (ManageGuild | Administrator)) !== 0n
  )
}
