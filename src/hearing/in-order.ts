/** The languages in the order in which they came to be heard: what is learned, or shared by several, does not change with a new one. */
import { packs } from './packs/packs.ts'

const first = 'en zh fr de es it pt ja ko ru uk nl pl tr vi th id ar hi sv da no fi cs hu ro el he'.split(' ')

export const languagesInOrder: readonly string[] = [
  ...first.filter((lang) => lang in packs),
  ...Object.keys(packs).filter((lang) => !first.includes(lang)),
]
