/** Signs that somebody is sad, lonely or in grief, and asks nothing of the shop: no danger, but no time for jokes either. */
import { signOf } from './sign-of.ts'

export const showsSorrow = signOf('sorrow')
