/** Danger to people, in the languages fans write, and the idioms that only sound like it. */
import { describe, expect, it } from 'vitest'
import { assess } from '../../src/hearing/assess.ts'

const read = (text: string) => assess({ text, lang: 'en', earlier: [] })

const selfHarm = [
  'I want to kill myself',
  'i wanna die',
  "I don't want to live anymore",
  'i just want it all to end, i want to end my life',
  'no reason to live',
  "there's no point in living anymore",
  "what's the point of going on",
  'i wish i was dead',
  'I wish I had never been born',
  'everyone would be better off without me',
  'thinking about suicide again tonight',
  "i'm feeling suicidal",
  'i want to kil my self',
  'i want to k1ll myself',
  'gonna commit sucide',
  'i wanna kms',
  'i want to unalive myself',
  "I've been cutting myself again",
  'i took all my pills',
  "can't go on like this anymore",
  'i hope i never wake up',
  "I'm going to jump off a bridge",
  'nobody would care if i died',
  "I'm tired of living",
  'life is not worth living',
  'my friend wants to kill herself what do i do',
  'my brother keeps saying he is going to kill himself',
  'someone in this group is suicidal please help',
  'my daughter has been hurting herself',
  "my husband says he doesn't want to live anymore",
  'where is my order. whatever, i want to die',
  '我不想活了',
  '不想活了，活着没意思',
  '我想死',
  '好想死',
  '真的好想自杀',
  '我想从楼上跳下去',
  '我要跳楼了',
  '活着真没意义',
  '我真的撑不下去了',
  '我活不下去了',
  '想结束自己的生命',
  '不如死了算了',
  '我又割腕了',
  '吃了一瓶安眠药',
  '没有我大家会更好',
  '遗书都写好了',
  '我朋友说她想自杀怎么办',
  '我闺蜜一直想不开',
  '我不想活了，退款我也不要了',
  '我想自殺',
  '好想離開這個世界 活不下去',
  'je veux mourir',
  "j'ai envie de me suicider",
  'je vais me tuer ce soir',
  "j'ai envie d'en finir",
  'je ne veux plus vivre',
  "je n'ai plus envie de vivre",
  "la vie ne vaut plus la peine d'être vécue",
  "j'ai des idées suicidaires",
  'je me scarifie depuis des mois',
  'jveux mourir',
  'tout le monde serait mieux sans moi',
  'mon fils veut mettre fin à ses jours',
  'ma copine parle de se suicider',
  'ich will nicht mehr leben',
  'ich bringe mich um',
  'ich habe Selbstmordgedanken',
  'quiero morir',
  'ya no quiero vivir',
  'quiero suicidarme',
  'voglio morire',
  'non voglio più vivere',
  'voglio farla finita',
  'quero morrer',
  'não quero mais viver',
  'vou me matar',
  '死にたい',
  'もう消えてしまいたい',
  '自殺したい',
]

const onlySayings = [
  'this price kills me',
  'this queue is killing me',
  "I'm dying for a coffee",
  'this cake is to die for',
  'i would kill for a flat white right now',
  'my phone is dying, how long does it charge',
  'i nearly died laughing',
  'i want to die of laughter haha',
  'my plant wants to die, can you help',
  'how do i kill the limescale',
  'does it kill bacteria',
  'i cut myself a slice of your cake',
  'is the suicide squad shirt in stock',
  "I can't go on the website",
  'i want to end my subscription',
  'tired of living in a mess, do you have organisers',
  "what's the point of the loyalty card",
  'how do I end the chat',
  'is there a self service kiosk',
  'my son wants to dye his hair',
  'my friend wants to buy one himself',
  'i hurt my wallet, not myself lol',
  'kill the lights',
  'will the battery die if i leave it',
  '12 kms from here',
  '笑死',
  '笑死我了',
  '饿死了',
  '累死',
  '累死我了',
  '热死了想喝冰的',
  '想死你们家的拿铁了',
  '好喝死了',
  '尴尬得想死',
  '跳楼价',
  '跳楼大甩卖什么时候',
  '手机又死机了',
  '打死我也不买',
  '美死了',
  '羡慕死了',
  '价格贵死了',
  '这个充电宝撑不下去一天',
  '自杀小队联名还有吗',
  '死心塌地爱你们',
  'mort de rire',
  'je meurs de faim',
  'je suis morte de rire',
  'ça me tue ces prix',
  "c'est à mourir de rire",
  'je veux en finir avec cette commande',
  'tuer le temps',
  'je meurs d’envie de goûter',
  'ich sterbe vor Hunger',
  'das bringt mich noch um, so lecker',
  'me muero de hambre',
  'muoio di fame',
  'tô morrendo de fome',
  '死ぬほど美味しい',
  'お腹すいて死にそう',
]

const violence = [
  ['my boyfriend is trying to kill me', 'safety'],
  ['please call the police, he hits me', 'safety'],
  ['有人要杀我', 'safety'],
  ['mon mari me frappe', 'safety'],
] as const

const threats = [
  "I'm going to kill you all",
  "i'll come to your shop and smash everything, i will burn your shop down",
  'i know where you live',
  'there is a bomb in your store',
  'I will shoot your staff',
  "i'm gonna beat your barista up... i'll break your face",
  'i will come with a knife next time',
  '我要砍死你们',
  '老子弄死你',
  '信不信我砸了你们店',
  '我明天带刀去你们店里',
  '小心我放火烧了你们店',
  'je vais vous tuer',
  'je sais où vous habitez',
  'je vais brûler votre boutique',
  'je vais te casser la gueule',
  'ich bringe euch um',
  'ich weiß, wo du wohnst',
  'os voy a matar',
  'vi ammazzo tutti',
  'vou matar vocês',
  'お前ら全員殺すぞ',
]

const noThreats = [
  'you are killing it guys',
  'kill them with kindness',
  'i know where you are, i am outside the door',
  'ill shoot you an email',
  'can I smash the beans by hand',
  'i want to beat the queue, when is it quiet',
  'will it burn the coffee',
  'this coffee will kill the competition',
  'i will break up the order into two',
  'what does it take to run over a charging cable',
  '这价格杀我',
  '砍一刀',
  '能砍价吗',
  '你们店烧钱吧',
  '炸鸡好吃',
  'où habitez-vous, je veux dire où est la boutique',
  'je sais où vous êtes, j’arrive',
  'vous cassez les prix !',
]

describe('a person in danger', () => {
  it.each(selfHarm)('is a crisis for a person: %s', (text) => {
    expect(read(text)).toMatchObject({ kind: 'crisis', handoff: 'self-harm', heat: 1 })
  })

  it.each(onlySayings)('is not seen in a saying: %s', (text) => {
    const { kind, handoff } = read(text)
    expect({ isCrisis: kind === 'crisis', handoff }).toEqual({ isCrisis: false, handoff: undefined })
  })

  it.each(violence)('is seen when others are the danger: %s', (text, handoff) => {
    expect(read(text)).toMatchObject({ kind: 'crisis', handoff, heat: 1 })
  })
})

describe('a threat against staff or shop', () => {
  it.each(threats)('goes to a person: %s', (text) => {
    expect(read(text)).toMatchObject({ kind: 'crisis', handoff: 'threat', heat: 1 })
  })

  it.each(noThreats)('is not read into: %s', (text) => {
    const { kind, handoff } = read(text)
    expect({ isCrisis: kind === 'crisis', handoff }).toEqual({ isCrisis: false, handoff: undefined })
  })
})
