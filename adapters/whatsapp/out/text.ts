/** Words as WhatsApp takes them. */
import type { Button } from '#mascot'

/** Of a caption, and of what stands above buttons. */
export const MOST_BESIDE = 1_024

/** Buttons that lead elsewhere stand below as links. */
export function withLinks(text: string, buttons: readonly Button[]): string {
  const links = buttons.flatMap(({ label, url }) => (url === undefined ? [] : [`${label}: ${url}`]))
  return [text, ...links].filter(Boolean).join('\n')
}
