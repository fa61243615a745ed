/** The persona's face as adapters need it: profile texts, picture, and the commands a fan can type. */
import path from 'node:path'
import type { Button } from '../domain/message.ts'
import { languagesInOrder } from '../hearing/in-order.ts'
import { english } from '../hearing/packs/english.ts'
import { packs } from '../hearing/packs/packs.ts'
import type { Persona } from '../persona/persona.ts'
import type { Face, MenuEntry } from '../ports/adapter.ts'

/** What can be typed, told in each language; a language that is missing reads the English. */
const commands = Object.keys(english.texts.commands).map((name) => ({
  name,
  about: Object.fromEntries(
    languagesInOrder.flatMap((lang) => {
      const about = packs[lang]?.texts?.commands?.[name]
      return about === undefined ? [] : [[lang, about]]
    }),
  ),
}))

export function faceOf({ name, nicknames, brand, languages, image, manners, folder, community }: Persona): Face {
  // What this brand does not have is offered to nobody.
  const isHere = (command: string) =>
    (command !== 'work' || community.works !== undefined) && (command !== 'circle' || community.circle !== undefined)
  const isForAdministrators = (command: string) =>
    command === 'mascot' || (command === 'quiet' && manners.quiet.who === 'admins')
  return {
    name,
    nicknames,
    brand: brand.name,
    languages,
    colour: image.colour,
    symbol: image.symbol,
    ...(image.bio ? { bio: image.bio } : {}),
    ...(image.avatar ? { avatarPath: path.resolve(folder, 'assets', image.avatar.replace(/^assets\//, '')) } : {}),
    ...(image.menu ? { menu: image.menu.map(entryOf) } : {}),
    commands: commands
      .filter(({ name }) => isHere(name))
      .map((command) => ({
        ...command,
        ...(isForAdministrators(command.name) ? { isForAdministrators: true } : {}),
      })),
  }
}

type Entry = NonNullable<Persona['image']['menu']>[number]

function entryOf(entry: Entry): MenuEntry {
  return entry.items ? { label: entry.label, items: entry.items.map(buttonOf) } : buttonOf(entry)
}

/** As the schema has it, one of them is there. */
function buttonOf({ label, command, answer, url }: Omit<Entry, 'items'>): Button {
  if (url !== undefined) return { label, url }
  return { label, value: command === undefined ? `answer:${answer ?? ''}` : `/${command}` }
}
