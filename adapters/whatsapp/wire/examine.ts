/** What an operator should know of the numbers before the program starts: whether the token is taken, and who each number is. */
import { type Examined, SendError } from '#mascot'
import type { WhatsAppOptions } from '../options.ts'
import { createApi } from './api.ts'

/** Changes nothing, and never throws: what cannot be asked is said. */
export async function examine(options: WhatsAppOptions): Promise<readonly Examined[]> {
  const api = createApi(options)
  const found: Examined[] = [
    { says: '/whatsapp is the address for the console, with WHATSAPP_VERIFY_TOKEN', isGood: true },
  ]
  if (options.template)
    found.push({
      says: `who waits for a person’s words after a day is asked to write by the template ${options.template.name} (${options.template.langs.join(', ')})`,
      isGood: true,
    })
  for (const number of options.numbers)
    try {
      const {
        verified_name: name,
        display_phone_number: shown,
        quality_rating: quality,
      } = await api.get(`${encodeURIComponent(number)}?fields=verified_name,display_phone_number,quality_rating`)
      const rated = quality === 'RED' ? '; fans rate its messages badly, and WhatsApp may limit it' : ''
      found.push({ says: `${number} is ${String(shown)}, ${String(name)}${rated}`, isGood: quality !== 'RED' })
    } catch (error) {
      const why = error instanceof SendError ? error.message : 'WhatsApp cannot be asked'
      found.push({ says: `${number}: ${why}`, isGood: false })
    }
  return found
}
