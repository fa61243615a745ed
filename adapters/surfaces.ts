/** What each platform shows of a message, for talks in which the platform itself is not there. No SDK is loaded for it. */
import { abilities as discord } from './discord/abilities.ts'
import { abilities as line } from './line/abilities.ts'
import { abilities as qq } from './qq/abilities.ts'
import { abilities as slack } from './slack/abilities.ts'
import { abilities as telegram } from './telegram/abilities.ts'
import { abilities as terminal } from './terminal/abilities.ts'
import { abilities as web } from './web/abilities.ts'
import { abilities as wechat } from './wechat/abilities.ts'
import { abilities as whatsapp } from './whatsapp/abilities.ts'

export const surfaces = { telegram, discord, slack, whatsapp, line, wechat, qq, web, terminal }
