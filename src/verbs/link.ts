/** `mascot link`: a link into a private talk that knows where the fan came from, and its QR code for the terminal or as a PNG. */
import { writeFile } from 'node:fs/promises'
import QRCode from 'qrcode'
import { MascotError } from '../errors.ts'
import { readConfig } from './set-up.ts'
import type { RunVerb } from './verb.ts'

/** Pixels of a module, and modules of white around the code: the least that scanners are promised is 4 (ISO/IEC 18004). */
const picture = { type: 'png', scale: 12, margin: 4 } as const

export const link: RunVerb = async (input) => {
  const { campaign, png } = input.values
  if (typeof campaign !== 'string' || campaign.trim() === '')
    throw new MascotError('usage', 'Which campaign? mascot link --campaign NAME')
  const { telegram } = readConfig()
  if (!telegram)
    throw new MascotError(
      'config-invalid',
      'Links lead to Telegram: set TELEGRAM_BOT_TOKEN (no other platform has such links)',
    )
  const { botUsername, campaignLink } = await input.catalog.telegram()
  const url = campaignLink(await botUsername(telegram), campaign.trim())
  process.stdout.write(`${url}\n\n${await drawn(url)}\n`)
  if (typeof png === 'string') {
    await save(png, await QRCode.toBuffer(url, picture))
    process.stdout.write(`written to ${png}\n`)
  }
  return 0
}

/** Dark on light whatever the terminal's colours are: not every scanner reads the reverse. */
async function drawn(url: string): Promise<string> {
  const code = await QRCode.toString(url, { type: 'utf8', margin: picture.margin })
  return process.stdout.isTTY ? code.replaceAll(/^.*$/gm, '\u001b[30;107m$&\u001b[0m') : code
}

async function save(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes)
  } catch (cause) {
    throw new MascotError('usage', `${file} cannot be written: is its folder there?`, { cause })
  }
}
