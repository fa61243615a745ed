/** 零号 on the line: whole stories in Chinese and English, no model. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { askAmbiguously, everyLine, latest, nothingNoted, wordsOf } from './reading.ts'

let chat: Chat
/** A Wednesday, half past six in the evening in Shenzhen: the Signal Desk is there until ten. */
beforeAll(async () => {
  chat = await startChat('electronics', { clock: createChatClock('2026-11-18T10:30Z') })
})
afterAll(async () => {
  expect(chat.errors).toEqual([])
  await chat.mascot.stop()
})

describe('聊天', () => {
  it('打招呼、夸、谢、再见，一句都不卖东西', async () => {
    const yu = chat.fan('小鱼')
    await yu.says('你好')
    await yu.hears(/机器人/)
    await yu.says('你们的耳机太棒了')
    expect(wordsOf(await yu.hears(everyLine(chat.persona.lines.praise, 'zh', '小鱼')))).not.toMatch(/购买|下单|家人们/)
    await yu.says('谢谢')
    await yu.hears(everyLine(chat.persona.lines.thanks, 'zh', '小鱼'))
    await yu.says('拜拜')
    await yu.hears(everyLine(chat.persona.lines.farewell, 'zh', '小鱼'))
    expect((await chat.reasons(yu)).map(({ reason }) => reason)).toEqual(['farewell', 'thanks', 'praise', 'greeting'])
  })

  it('追问不用把话再说一遍', async () => {
    const xia = chat.fan('林夏')
    await xia.says('拆封了还可以退不')
    await xia.hears(/7 天/)
    await xia.says('那退款多久到账')
    await xia.hears(/48 小时/)
    await xia.says('运费谁出')
    await xia.hears(/运费险/)
    expect((await chat.reasons(xia)).map(({ answerId }) => answerId)).toEqual([
      'return-shipping-fee',
      'refund-time',
      'return-window',
    ])
  })

  it('不知道就说不知道，并给一个找人的按钮', async () => {
    const dou = chat.fan('豆豆')
    await dou.says('帮我写一首关于秋天的诗')
    await dou.hears(everyLine(chat.persona.lines.doesNotKnow, 'zh', '豆豆'))
    await dou.presses(/转人工/)
    await dou.hears(/信号台/)
    expect(await latest(chat, dou)).toMatchObject({ kind: 'handoff', reason: 'asked-for-person' })
  })

  it('发来一张看不懂的图，会请他用字说', async () => {
    const lao = chat.fan('老周')
    await lao.says('', { attachments: [{ kind: 'photo' }] })
    await lao.hears(everyLine(chat.persona.lines.media, 'zh', '老周'))
    expect(await latest(chat, lao)).toMatchObject({ reason: 'media-not-understood' })
  })
})

describe('两种意思的问题', () => {
  it.each([
    [
      '按按钮',
      async (fan: ReturnType<Chat['fan']>, label: string) => fan.presses(new RegExp(`^${RegExp.escape(label)}$`)),
    ],
    ['回数字', async (fan: ReturnType<Chat['fan']>) => fan.says('1')],
    ['回「第1个」', async (fan: ReturnType<Chat['fan']>) => fan.says('第1个')],
    ['回选项的字', async (fan: ReturnType<Chat['fan']>, label: string) => fan.says(label)],
  ])('%s就能选', async (how, choose) => {
    const { fan, question, choices } = await askAmbiguously(chat, how, [
      '退 换',
      '多久',
      '保修 维修',
      '耳机 手表',
      '坏了',
      '快递 丢 坏',
    ])
    expect(wordsOf(question)).toMatch(everyLine(chat.persona.lines.clarify, 'zh', ''))
    await choose(fan, choices[0]?.label ?? '')
    expect(await fan.hears()).toMatchObject({ lang: 'zh' })
    expect(await latest(chat, fan)).toMatchObject({ reason: 'chosen-answer', answerId: choices[0]?.answerId })
  })
})

describe('它是不是机器人', () => {
  it.each([
    ['你是机器人还是真人', /机器人/],
    ['你是AI吗', /机器人/],
    ['有真人在吗？还是机器人', /机器人|信号台/],
    ['are you a bot?', /\bbot\b/i],
    ['are you human or what', /\bbot\b/i],
  ])('问 %j，照实说', async (question, truth) => {
    const fan = chat.fan(`问 ${question}`)
    await fan.says(question)
    expect(wordsOf(await fan.hears(truth))).not.toMatch(/我是真人|I am human/)
  })
})

describe('有火气的人', () => {
  it('修了三次还是坏的：转人，不开玩笑', async () => {
    const chen = chat.fan('陈工')
    await chen.says('气死我了 手表修了三次还是坏的 根本没人管 我要投诉')
    expect(wordsOf(await chen.hears(/信号台/))).not.toMatch(/2049|日志|⚡/u)
    expect(await latest(chat, chen)).toMatchObject({ kind: 'handoff', reason: 'complaint' })
    await chen.says('订单号 NB20481')
    await chen.hears(everyLine(chat.persona.lines.holding, 'zh', '陈工'))
    expect(await latest(chat, chen)).toMatchObject({ reason: 'holding' })
  })

  it('complains in English and is heard in English', async () => {
    const ines = chat.fan('Ines')
    await ines.says('This is unacceptable. Third broken watch and nobody answers. I want to make a complaint.')
    expect(wordsOf(await ines.hears(/Signal Desk/))).not.toMatch(/2049|logged/i)
    expect(await latest(chat, ines)).toMatchObject({ kind: 'handoff', reason: 'complaint' })
  })

  it('骂人：说一次边界，之后不理；有事照答', async () => {
    const lu = chat.fan('路人')
    await lu.says('傻逼 滚')
    expect(wordsOf(await lu.hears(everyLine(chat.persona.lines.abuse, 'zh', '路人')))).not.toMatch(/傻|滚/)
    await lu.says('你个废物 傻逼')
    await lu.hearsNothing()
    expect(await latest(chat, lu)).toMatchObject({ reason: 'troll-not-fed' })
    await lu.says('充电宝能带上飞机吗')
    await lu.hears(/74 Wh/)
  })

  it('提到 12315，机器就闭嘴，交给人', async () => {
    const chen = chat.fan('陈工 2')
    await chen.says('再不解决我就打12315')
    await chen.hears(/信号台/)
    expect(await latest(chat, chen)).toMatchObject({ kind: 'handoff', reason: 'legal' })
  })

  it('冒烟：先说怎么办，半夜也有人', async () => {
    await using night = await startChat('electronics', { clock: createChatClock('2026-11-18T20:00Z') })
    const zhou = night.fan('老周')
    await zhou.says('充电宝冒烟了')
    expect(wordsOf(await zhou.hears(/119/))).not.toMatch(/2049|日志/)
    expect(await latest(night, zhou)).toMatchObject({ kind: 'handoff', reason: 'safety', flags: nothingNoted })
  })

  it('有人说不想活了：没有人设，只有电话和人', async () => {
    const someone = chat.fan('匿名')
    await someone.says('我不想活了')
    expect(wordsOf(await someone.hears(/12356/))).not.toMatch(/2049|信号台|⚡|日志/u)
    await someone.hears(/先打电话/)
    expect(await latest(chat, someone)).toMatchObject({ kind: 'handoff', reason: 'self-harm' })
  })
})

describe('边界', () => {
  it('砍价、彩票、下一代，都有一句话挡回去', async () => {
    const zhe = chat.fan('阿哲')
    await zhe.says('投影再便宜点呗')
    await zhe.hears(/只读/)
    await zhe.says('那给个2049年的彩票号码')
    await zhe.hears(/没有未来的数据/)
    await zhe.says('余波 3 什么时候出 透露点爆料')
    await zhe.hears(/官网/)
    expect((await chat.reasons(zhe)).map(({ reason }) => reason)).toEqual(['boundary', 'boundary', 'boundary'])
  })
})

describe('languages', () => {
  it('follows a fan from Chinese into English and back', async () => {
    const maya = chat.fan('Maya')
    await maya.says('充电宝能带上飞机吗')
    expect(await maya.hears(/不能托运/)).toMatchObject({ lang: 'zh' })
    await maya.says('how long is the warranty')
    expect(await maya.hears(/one year/i)).toMatchObject({ lang: 'en' })
    await maya.says('电子发票怎么开')
    expect(await maya.hears(/订单页/)).toMatchObject({ lang: 'zh' })
  })

  it.each([
    ['Korean', '이어폰 반품할 수 있나요?'],
    ['Russian', 'Здравствуйте, сколько стоит проектор?'],
    ['French', 'Bonjour, combien coûtent les écouteurs et quand sont-ils livrés ?'],
    ['Portuguese', 'Olá, quanto custa o relógio e como posso pagar a encomenda?'],
  ])('says which languages it speaks to a fan who writes %s', async (language, text) => {
    const fan = chat.fan(`a fan writing ${language}`)
    await fan.says(text)
    await fan.hears(/只通中文和英文|I speak Chinese and English/)
  })
})

describe('找真人', () => {
  it('在岗时间转信号台，两种语言都行', async () => {
    const xia = chat.fan('林夏 3')
    await xia.says('转人工')
    await xia.hears(/信号台/)
    expect(await latest(chat, xia)).toMatchObject({ kind: 'handoff', reason: 'asked-for-person', flags: nothingNoted })
    const maya = chat.fan('Maya 3')
    await maya.says('can i talk to a human please')
    expect(wordsOf(await maya.hears(/Signal Desk/))).not.toMatch(/minutes/)
  })

  it('半夜说没人值班、几点有人，事情留着', async () => {
    await using night = await startChat('electronics', { clock: createChatClock('2026-11-18T20:00Z') })
    const xia = night.fan('林夏')
    await xia.says('人工')
    await xia.hears(/没人值班|不在值班时间/)
    const maya = night.fan('Maya')
    await maya.says('human')
    await maya.hears(/09:00–22:00/)
    expect(await latest(night, maya)).toMatchObject({ kind: 'handoff', flags: ['nobody-on-duty', ...nothingNoted] })
    expect(await night.mascot.store.cases.list({ status: 'waiting' })).toHaveLength(2)
  })
})
