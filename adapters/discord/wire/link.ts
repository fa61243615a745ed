/** The link into private talk, which carries a payload; under our messages it is a button with a value of its own. */
import type { InboundMessage } from '#mascot'

const LINK = /^https:\/\/discord\.com\/users\/\d{1,20}\?start=([^&#]+)$/
const VALUE = 'private:'

export function doorLink(botId: string, payload: string): string {
  return `https://discord.com/users/${botId}?start=${encodeURIComponent(payload)}`
}

/** The value of the button that stands for the link; undefined for any other link. */
export function doorValue(url: string): string | undefined {
  const payload = LINK.exec(url)?.[1]
  try {
    return payload === undefined ? undefined : `${VALUE}${decodeURIComponent(payload)}`
  } catch {
    return undefined
  }
}

/** What the door that was pressed carries along; undefined for any other button. */
export function payloadOf({ button, surface }: InboundMessage): string | undefined {
  return surface === 'group' && button?.startsWith(VALUE) ? button.slice(VALUE.length) : undefined
}
