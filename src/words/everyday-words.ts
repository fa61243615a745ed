/** Words people say all day: a nickname among them would make the persona answer to half the group. Used by lint.ts. */

const words = `
a all and any baby bad bean beans beer best bill bot boss box boy brand bro bud buddy but bye can car cat chat chef cheers
coffee cool cup dad day dear deal dog dude easy fan food for free friend fun game girl gold good great guy guys happy hello
help hey hi home honey hope hot human i it joy just king lady later lol look love lovely luck mail man mate may maybe me
milk mom money morning mum my new nice night no nobody now ok okay one open order people person phone pick pizza please
pop queen quick real red robot sale sea shop shoe shoes sir so some someone sorry staff star stop store sugar sun super support
sure sweet tea team thanks the there thing time today top tv us wait war watch water we well what where white who why wine
work world yes you your zero
ami amie amis bien bon bonjour bonne café chef cher chère coucou donc elle et eux ici il jour lui merci moi mon non nous
nuit oui pain pour salut soir toi tout très va vous vrai
aber alle bitte chef danke das der die du eins er es freund gut hallo heute hier ich ja jetzt kaffee kein liebe mal mann
mein nein neu nur sie so tag tee und wir wo zeit
adiós agua ahora amiga amigo amor bien bueno café casa claro cosa día ella él eso gracias hola hoy jefe no nosotros nuevo
sí sol tía tío todo tú usted vale vamos ya yo
acqua adesso amica amico amore bello bene buono caffè capo casa ciao cosa forte giorno grazie ieri io lei lui mamma noi
nuovo oggi sì sole tu tutto voi
amanhã água amor bom café casa chefe claro coisa dia ela ele eu gente hoje legal mãe nós novo obrigado oi olá pai sim sol
tchau tudo você
你 我 他 她 它 您 我们 你们 他们 大家 朋友 老板 老师 客服 机器人 人工 你好 您好 在吗 谢谢 再见 好的 可以 不行 今天 明天 现在 咖啡 茶 水
店 店家 商家 卖家 亲 亲爱的 宝贝 小姐 先生 东西 手机 衣服 订单 快递 什么 怎么 为什么 哈哈 太阳 星星 豆子 豆豆
私 僕 俺 君 彼 彼女 皆 みんな 友達 先生 店 店長 こんにちは ありがとう はい いいえ 今日 明日 今 人 猫 犬 水 お茶 コーヒー
나 너 우리 친구 사장님 안녕 감사 네 아니 오늘 내일 지금 사람 커피 물`

const everyday = new Set(words.split(/\s+/).filter((word) => word !== ''))

/** True also for a name of a single letter or sign, which stands in every other sentence. */
export function isEverydayWord(name: string): boolean {
  const plain = name.trim().toLowerCase().normalize('NFC')
  return everyday.has(plain) || [...plain].length < 2
}
