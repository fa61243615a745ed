/** The desk's words as the page says them: signs and typed commands belong to the staff chat, the page has buttons. Pure. */

const SIGN = /^(?:⛔|✔️|✔|📝|💤|✍️|📖|🔗)\s*/u
/** `/claim now takes it over.` */
const ABOUT_COMMANDS = /(?:^|(?<=[.!?]\s))\/[a-z]+[^.\n]*\.\s*/g

export function plainWords(says: string): string {
  const words = says.replace(SIGN, '')
  const plain = words.replace(ABOUT_COMMANDS, '').trim()
  return plain === '' ? words : plain
}
