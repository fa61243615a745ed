/** The persona's face as adapters need it: profile texts, picture, and the verbs a fan can type. */
import path from 'node:path'
import type { Lang } from '../domain/message.ts'
import type { Persona } from '../persona/persona.ts'
import type { Face } from '../ports/adapter.ts'

/** What can be typed; a language that is missing reads the English. */
const commands: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  help: {
    en: 'What I can do',
    zh: '我能做什么',
    fr: 'Ce que je sais faire',
    de: 'Was ich kann',
    es: 'Qué sé hacer',
    ja: 'できること',
  },
  human: {
    en: 'Talk to a person',
    zh: '转人工',
    fr: 'Parler à une personne',
    de: 'Mit einem Menschen sprechen',
    es: 'Hablar con una persona',
    ja: '担当者と話す',
  },
  privacy: {
    en: 'What is kept about you',
    zh: '隐私说明',
    fr: 'Ce qui est conservé',
    de: 'Was gespeichert wird',
    es: 'Qué se guarda',
    ja: 'プライバシー',
  },
  mydata: {
    en: 'Show what is kept',
    zh: '查看我的数据',
    fr: 'Voir mes données',
    de: 'Meine Daten zeigen',
    es: 'Ver mis datos',
    ja: '自分のデータを見る',
  },
  forget: {
    en: 'Delete what is kept',
    zh: '删除我的数据',
    fr: 'Supprimer mes données',
    de: 'Meine Daten löschen',
    es: 'Borrar mis datos',
    ja: '自分のデータを消す',
  },
  quiet: {
    en: 'Keep quiet in this group for a while',
    zh: '在群里安静一会儿',
    fr: 'Se taire un moment dans ce groupe',
    de: 'In dieser Gruppe still sein',
    es: 'Guardar silencio en este grupo',
    ja: 'しばらく静かにする',
  },
  mascot: {
    en: 'How I take part here: mention, ambient or off',
    zh: '设置我在群里怎么说话：mention、ambient 或 off',
    fr: 'Ma place dans ce groupe : mention, ambient ou off',
    de: 'Wie ich hier mitrede: mention, ambient oder off',
    es: 'Cómo participo aquí: mention, ambient u off',
    ja: 'ここでの参加のしかた：mention・ambient・off',
  },
}

export function faceOf({ name, nicknames, brand, languages, image, manners, folder }: Persona): Face {
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
    commands: Object.entries(commands).map(([command, about]) => ({
      name: command,
      about,
      ...(isForAdministrators(command) ? { isForAdministrators: true } : {}),
    })),
  }
}
