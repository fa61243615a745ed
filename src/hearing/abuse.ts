/** Words that hurt: aimed at somebody, or sexual. They are matched and never echoed. Swearing at nobody is temper. */
import { signOf } from './sign-of.ts'

export const showsInsult = signOf('insult')
export const showsHarassment = signOf('harassment')
