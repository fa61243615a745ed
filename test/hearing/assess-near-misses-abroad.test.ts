/** The same in Chinese and French: everyday sayings with the words of danger, law, abuse or spam. */
import { describe, expect, it } from 'vitest'
import { assess } from '../../src/hearing/assess.ts'

const chinese = `
精华漏液了怎么办
好喝到想死
想死你了
没有你们的咖啡我活不下去
没咖啡活不下去啊
早八人离了咖啡活不了
累得想死，来杯冰美式
考试考死了
作业多到想跳楼
贵到想跳楼
老板跳楼价还有吗
死磕到底
我家绿萝快死了怎么救
鱼缸的鱼死了
我要死了太好喝了
死了都要爱
今天活着回来了
活着真好有咖啡
不想醒来，太困了
周一不想醒
希望不要醒来的周末
我妈想买一个
我朋友想要一个一样的
孩子想玩
他要跳舞
从楼上下来取
寄到楼上
可以放楼顶吗
撑不下去了先喝一杯
我撑不住了想吃蛋糕
杀菌吗
这款杀疯了
秒杀几点
杀价
炸鸡配什么
炸裂好喝
火爆
火锅店里能用吗
抢购火了
店里着火一样热闹
头发掉得多能喝吗
虫草咖啡
防虫吗
金属壶
有玻璃杯吗
玻璃的还是金属的
有没有塑料味
发霉的味道是怎么回事
皮包发霉了怎么处理
晕车能喝吗
喝了会头晕吗
孕妇喝了会吐吗
肚子疼能喝咖啡吗
我胃不好喝了会难受吗
烫不烫
水温多少不烫嘴
电到家了吗
电池能用几年
告诉你们一个好消息
告诉我价格
律师证件夹有吗
法院附近有店吗
律师朋友推荐来的
你们公司法人是谁
投诉电话多少
怎么投诉
有没有消费者协会认证
警察叔叔打折吗
退一送一吗
买一赔一吗
缺一个盖子
可以扫码付两次吗
卡里扣钱是什么时候
什么时候扣款
续费会自动扣款吗
余额少了怎么充
信用卡能用吗
绑定的卡丢了怎么换
账号怎么改密码
密码被锁了
信息怎么改
记者节有活动吗
采访视频在哪看
媒体报道过你们吗
滚烫的咖啡
摇滚咖啡馆
死飞自行车
狗能进吗
我家狗东西把包咬了
猪肉脯
傻瓜相机包
傻傻分不清两款
你真坏
讨厌啦
你个小可爱
垃圾袋有吗
厨余垃圾怎么扔
贱卖吗
大胸能穿吗
内裤什么材质
文胸罩杯怎么选
丝袜耐磨吗
骚粉色有吗
一夜没睡
来一发
加个好友
扫码点单怎么用
进群有什么好处
兼职多少钱一小时
代理怎么做
微信怎么付
有会员群吗
我微信号换了怎么绑定
忽略这条
系统提示付款失败
系统提示库存不足是怎么回事
怎么恢复初始设定
从现在开始打折吗
你现在是机器人还是真人
你是谁设定的
你们几点下班
我昨天买的豆子很好
怎么看保质期
豆子过期一个月还能喝吗
壶把手烫吗
充电的时候有点热正常吗
电池掉电快
杯子摔碎了能补一个吗
手柄断了怎么修
爷爷去世了想退掉他的订阅
心情抑郁，推荐点甜的
工作压力大睡不着喝什么
我快疯了怎么选
老婆要杀了我了，买太多
杀死细菌吗
打烊了吗
会员卡里扣了多少
上次付了两杯的钱对吧
多收了一杯谢谢你们
这价格有毒
喝咖啡上瘾中毒了
毒液联名
神经病一样好喝
有病吧这么便宜
蠢萌的杯子
死亡芭比粉色号
滚动屏幕失灵
他妈妈喜欢
日你好
草莓味有吗
干货满满
操作说明在哪
操心孩子喝不喝
你好，人在吗
傻乎乎地买了三个
狗狗能用吗
这个是骗人的吗
请问有律师函模板包装吗哈哈
我们公司要年会采购，找谁
记者包有吗
杂志社旁边那家店开着吗
`

const french = `
je tuerais pour un café
ce prix me tue
c'est mortel ce sac
je suis crevé
je suis mort de fatigue
plutôt mourir que de boire du soluble
j'en ai marre d'attendre le tram
en finir avec les miettes dans mon sac
ma fille veut mourir de rire avec vos posts
je veux disparaître dans ce canapé
il veut le tuer ce record
ça déchire, ça tue
je vais vous frapper à la porte samedi
je vais défoncer ce gâteau
on va tout casser samedi
sac d'avocat noir
huile d'avocat
tribunal de paris, c'est proche ?
quel est le médiateur de la consommation ?
plainte contre la météo haha
la justice de mon fils, il veut le même sac
mon chien a mangé la lanière, réparation ?
mon fils a mangé tout le gâteau
je suis malade, je peux décaler mon rdv ?
ma mère est à l'hôpital, je voudrais lui offrir un sac
brûlé ou torréfié foncé ?
le cuir peut brûler au soleil ?
c'est brûlant votre actu
le cuir fond au soleil ?
batterie faible
je peux payer deux fois moins cher en occasion ?
payer en 3 fois
mon compte fidélité
comment récupérer mon compte
quelqu'un peut m'aider avec mon compte ?
vous êtes passés à la télé ?
j'ai vu le reportage
un cadeau pour une journaliste
entretien du cuir
demande d'entretien pour mon sac
la presse à café
quel con je fais
c'est con, j'ai raté les soldes
putain de beau sac
ça me fait chier d'attendre mais ok
chatte sur les genoux, griffes sur le cuir
sac nude
montrez-moi vos sacs
vous êtes bons
abonnez-moi à la newsletter
je vous suis sur instagram
oubliez ma question
les instructions d'entretien svp
désormais vous êtes ouverts le lundi ?
vous êtes où exactement
ma mère est décédée, annuler son abonnement
je suis déprimée par la pluie
je me suis coupé les cheveux, photo avec le sac
mon sac est mort, réparation ?
la fermeture me tue les doigts
votre sac est une tuerie
c'est une bombe ce sac
j'ai explosé mon budget
il fume, votre café ?
la gourde chauffe normal ?
je suis avocate, un sac pour mes dossiers
au tribunal avec votre porte-documents, superbe
ils sont bêtes ces moutons
espèce protégée le crocodile ?
quel bordel la circulation, vous fermez à quelle heure
pouvez-vous répéter les horaires ci-dessus
les consignes de tri ?
`

const serious: ReadonlySet<string> = new Set(['crisis', 'legal', 'press', 'spam', 'abuse'])
const rows = (text: string) => text.trim().split('\n')

describe('what only sounds serious, in Chinese', () => {
  it.each(rows(chinese))('is left to the answers: %s', (text) => {
    const { kind, handoff, flags } = assess({ text, lang: 'zh', earlier: [] })
    expect({ handoff, isSerious: serious.has(kind), flags }).toEqual({
      handoff: undefined,
      isSerious: false,
      flags: [],
    })
  })
})

describe('what only sounds serious, in German', () => {
  it.each(['Würde das Lastenrad gern mal probefahren', 'Ich hätte gern mal einen Kaffee'])(
    'is left to the answers: %s',
    (text) => {
      expect(assess({ text, lang: 'de', earlier: [] }).kind).toBe('question')
    },
  )
})

describe('what only sounds serious, in French', () => {
  it.each(rows(french))('is left to the answers: %s', (text) => {
    const { kind, handoff, flags } = assess({ text, lang: 'fr', earlier: [] })
    expect({ handoff, isSerious: serious.has(kind), flags }).toEqual({
      handoff: undefined,
      isSerious: false,
      flags: [],
    })
  })
})
