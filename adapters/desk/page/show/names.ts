/** Names as they are shown: of platforms, of who speaks, and two letters for a face. Pure. */
import type { Line, PersonaCard } from '../../wire.ts'

const platforms: Readonly<Record<string, string>> = {
  telegram: 'Telegram',
  discord: 'Discord',
  web: 'Web',
  terminal: 'Terminal',
}

function platformName(platform: string): string {
  return platforms[platform] ?? platform.charAt(0).toUpperCase() + platform.slice(1)
}

export function placeWords(platform: string, surface: 'direct' | 'group'): string {
  return `${platformName(platform)}${surface === 'group' ? ', in a group' : ''}`
}

/** Who said a line, on record. */
export function speakerWords({ speaker, name }: Pick<Line, 'speaker' | 'name'>, persona: PersonaCard): string {
  switch (speaker) {
    case 'fan':
    case 'person':
      return name
    case 'bot':
    case 'approved':
      return persona.name
    case 'person-as-brand':
      return `${name} as ${persona.name}`
    default:
      return speaker satisfies never
  }
}

/** First letters of the first and the last word; whole characters of any script. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')][0] ?? '?'
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return `${first}${last}`.toUpperCase()
}

/** One of six hues, always the same for a name. */
export function hueOf(name: string): number {
  let sum = 0
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 997
  return sum % 6
}
