/** Whom words in a group are meant for. */
import { describe, expect, it } from 'vitest'
import { accountId, threadId } from '../../../src/domain/ids.ts'
import type { InboundMessage } from '../../../src/domain/message.ts'
import { callsOneOf, isAddressed, isForAnother } from '../../../src/engine/attend/addressed.ts'

const pip = { name: 'Pip', nicknames: ['皮皮'] }
const bo = accountId('test', 'Bo')
const said = (text: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  threadId: threadId('test', 'group'),
  id: '1',
  sentAt: 0,
  author: { accountId: accountId('test', 'Ana'), name: 'Ana', isBot: false },
  surface: 'group',
  text,
  isMention: false,
  ...more,
})

describe('a member’s name at the beginning', () => {
  it.each([
    ['Bo, can you bring some?'],
    ['bo: when do you open?'],
    ['Hey Bo, are you coming'],
    ['@Bo, look'],
    ['Bo！几点？'],
    ['Zoé, tu viens ?'],
    ['ZOE, tu viens ?'],
    ['阿杰你几点开门'],
    ['喂阿杰几点开门'],
  ])('%j calls a member', (text) => {
    expect(callsOneOf(['Bo Hansen', 'Zoé', '阿杰', 'May'], text)).toBe(true)
  })

  it.each([
    ['may I ask when you open?'],
    ['Boston, anyone?'],
    ['is Bo, by chance, around?'],
    ['when do you open?'],
    ['几点开门，阿杰？'],
  ])('%j does not', (text) => {
    expect(callsOneOf(['Bo Hansen', 'Zoé', '阿杰', 'May', '', '🙂'], text)).toBe(false)
  })
})

describe('another member’s words by the platform’s word', () => {
  it.each([
    ['a reply to a member', said('Pip told me so', { replyTo: { messageId: '9', isToBot: false } })],
    ['words that begin with a mention', said('@bo did Pip answer?', { mentions: [bo] })],
  ])('%s', (_, message) => {
    expect({ isOurs: isAddressed(message, pip), isTheirs: isForAnother(message) }).toEqual({
      isOurs: false,
      isTheirs: true,
    })
  })

  it.each([
    ['a reply to us', said('yes', { replyTo: { messageId: '9', isToBot: true } })],
    [
      'a reply to a member that mentions us',
      said('@Pip?', { replyTo: { messageId: '9', isToBot: false }, isMention: true }),
    ],
    ['our name, and a member mentioned later', said('Pip, tell @bo when you open', { mentions: [bo] })],
    ['our nickname', said('皮皮几点开门')],
  ])('but ours: %s', (_, message) => {
    expect({ isOurs: isAddressed(message, pip), isTheirs: isForAnother(message) }).toEqual({
      isOurs: true,
      isTheirs: false,
    })
  })
})

describe('our name', () => {
  const luna = { name: 'Luna', nicknames: ['ルーナ', '阿B', '핍', 'İnci', 'Zoé', '小零', 'Maison', 'la Maison'] }
  it.each([
    ['Luna, are you there'],
    ['hey luna what time do you open'],
    ['what time do you open luna?'],
    ['ルーナちゃん、何時まで？'],
    ['ねえルーナ'],
    ['Lunaは元気？'],
    ['Luna你好'],
    ['阿B你好'],
    ['핍아 안녕'],
    ['inci, açık mı?'],
    ['zoe tu es là ?'],
    ['小零几点开门'],
    ['小零帮我看看'],
    ['merci la Maison'],
    ['so Luna said no to me?'],
  ])('is said in %j', (text) => {
    expect(isAddressed(said(text), luna)).toBe(true)
  })

  it.each([
    ['lunatic weather today'],
    ['the half luna moth is on my window'],
    ['我去买点小零食'],
    ['小零嘴好吃'],
    ['je rentre à la maison ce soir'],
    ['on reste à la maison'],
    ['ルーナティックな夜'],
    ['wprincik'],
  ])('and not in %j', (text) => {
    expect(isAddressed(said(text), luna)).toBe(false)
  })

  it.each([
    ['Pip, what time do you open?', true],
    ['pip what time do you open', true],
    ['thanks pip', true],
    ['Pip I want to talk to a human please', true],
    ['Pip told me so', false],
    ['Pip is funny…', false],
    ['Pip can do that', false],
    ['Pip doesn’t bite', false],
    ['I love Pip!', false],
    ['don’t listen to Pip', false],
    ['Pip is it open today', true],
    ['Pip can you help', true],
    ['Pip, is it far', true],
    ['what time do you open Pip?', true],
    ['Pip ist lustig', false],
    ['ich mag Pip', false],
    ['did you ask Pip?', false],
    ['even Pip!', false],
    ['Pip is funny, right?', false],
    ['who is Pip?', false],
    ['sogar Pip!', false],
    ['Pip ist lustig, oder?', false],
    ['Pip ist heute offen?', true],
    ['même Pip !', false],
    ['Pip est drôle, non ?', false],
    ['Pip est-ce que c’est ouvert ?', true],
    ['¿le preguntaste a Pip?', false],
    ['¡hasta Pip!', false],
    ['Pip es gracioso, ¿no?', false],
    ['Pip ¿a qué hora abren?', true],
    ['даже Pip!', false],
    ['Pip смешной, правда?', false],
    ['Pip сколько стоит?', true],
    ['皮皮虾我们走', false],
    ['皮皮几点开门', true],
    ['皮皮真好笑', false],
    ['连皮皮！', false],
    ['你问皮皮？', false],
    ['皮皮好久不见', true],
    ['几点开门皮皮', true],
  ])('%j within a reply to a member calls us: %s', (text, isOurs) => {
    expect(isAddressed(said(text, { replyTo: { messageId: '9', isToBot: false } }), pip)).toBe(isOurs)
  })
})
