/** The persona's commands as Discord's slash commands, everywhere the bot is; registered only when they differ from what Discord has. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
} from 'discord.js'
import type { Face, Lang } from '#mascot'
import type { Api } from '../wire/api.ts'
import { isRecord, records } from '../wire/payload.ts'

const LONGEST_DESCRIPTION = 100
/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u

/** Discord's locales by language; a language not named here is its own locale if Discord has it. */
const locales: Readonly<Record<Lang, readonly string[]>> = {
  en: [Locale.EnglishUS, Locale.EnglishGB],
  zh: [Locale.ChineseCN, Locale.ChineseTW],
  es: [Locale.SpanishES, Locale.SpanishLATAM],
  pt: [Locale.PortugueseBR],
  sv: [Locale.Swedish],
}
const allLocales: ReadonlySet<string> = new Set(Object.values(Locale))

/** What may follow a command: `/quiet 2h`. */
const words: Readonly<Record<Lang, string>> = {
  en: 'Anything to add',
  zh: '补充说明',
  fr: 'À préciser',
  de: 'Noch etwas dazu',
  es: 'Algo que añadir',
  pt: 'Algo a acrescentar',
  it: 'Altro da aggiungere',
  ja: '補足',
}

interface Command {
  readonly type: ApplicationCommandType.ChatInput
  readonly name: string
  readonly name_localizations?: Readonly<Record<string, unknown>>
  readonly description: string
  readonly description_localizations: Readonly<Record<string, string>>
  readonly contexts: readonly InteractionContextType[]
  /** Who is offered it, unless the server's own settings say otherwise; absent: everybody. */
  readonly default_member_permissions?: string
  readonly options: readonly object[]
}

export async function registerCommands(api: Api, applicationId: string, face: Face): Promise<void> {
  const route = `/applications/${applicationId}/commands` as const
  const there = records(await api('GET', route, { query: { with_localizations: 'true' } }))
  const slash = there.filter((command) => command.type === ApplicationCommandType.ChatInput)
  const wanted = commandsOf(face).map((command) => withTheirNames(command, slash))
  if (wanted.length === slash.length && wanted.every((command) => slash.some((one) => isSame(command, one)))) return
  // Commands of other kinds (menus, an activity's entry point) are not ours to remove.
  const others = there.filter((command) => command.type !== ApplicationCommandType.ChatInput)
  await api('PUT', route, { body: [...others, ...wanted] })
}

function commandsOf({ commands, languages: [home] }: Face): readonly Command[] {
  return commands
    .filter(({ name }) => NAME.test(name) && name === name.toLowerCase())
    .map(({ name, about, isForAdministrators }) => ({
      type: ApplicationCommandType.ChatInput,
      name,
      ...described(about, home, name),
      ...(isForAdministrators ? { default_member_permissions: String(PermissionFlagsBits.ManageGuild) } : {}),
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
      options: [
        { type: ApplicationCommandOptionType.String, name: 'text', ...described(words, home, name), required: false },
      ],
    }))
}

function described(about: Readonly<Record<Lang, string>>, home: Lang, name: string) {
  const description = clip(about[home] ?? about.en ?? name)
  const localised = Object.entries(about).flatMap(([lang, text]) => {
    const known = locales[lang] ?? (allLocales.has(lang) ? [lang] : [])
    return known.map((locale) => [locale, clip(text)] as const)
  })
  return { description, description_localizations: Object.fromEntries(localised) }
}

function clip(text: string): string {
  const letters = [...text.trim()]
  return letters.length <= LONGEST_DESCRIPTION
    ? letters.join('')
    : `${letters.slice(0, LONGEST_DESCRIPTION - 1).join('')}…`
}

/** Names by language that the operator gave a command in Discord stay. */
function withTheirNames(command: Command, there: readonly Readonly<Record<string, unknown>>[]): Command {
  const names = there.find(({ name }) => name === command.name)?.name_localizations
  return isRecord(names) ? { ...command, name_localizations: names } : command
}

function isSame(wanted: Command, there: Readonly<Record<string, unknown>>): boolean {
  const [option] = records(wanted.options)
  const [theirs] = records(there.options)
  return (
    there.name === wanted.name &&
    there.description === wanted.description &&
    (there.default_member_permissions ?? undefined) === wanted.default_member_permissions &&
    isSameRecord(there.description_localizations, wanted.description_localizations) &&
    records(there.options).length === wanted.options.length &&
    theirs?.name === option?.name &&
    theirs?.description === option?.description &&
    isSameRecord(theirs?.description_localizations, option?.description_localizations)
  )
}

function isSameRecord(one: unknown, other: unknown): boolean {
  const sorted = (value: unknown) => JSON.stringify(isRecord(value) ? Object.entries(value).sort() : [])
  return sorted(one) === sorted(other)
}
