/** What is said beside the shop's matters and gets a word of its own: a death, good news, the character itself, and whether anybody is still there. */
import { signOf } from './sign-of.ts'

/** Somebody has died. */
export const showsGrief = signOf('grief')
/** Good news of the fan's own. */
export const showsJoy = signOf('joy')
/** Waiting: is anybody there, when will somebody answer. */
export const awaitsAnswer = signOf('awaits-answer')
/** What the character likes, feels and does, how it looks, where it comes from: asked of a being, not of a shop. */
export const asksAboutItself = signOf('asks-about-itself')
