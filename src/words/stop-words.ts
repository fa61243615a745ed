/** Words that carry grammar rather than matter, folded as `segment` leaves them. They also tell short messages' languages apart. */
import type { Lang } from '../domain/message.ts'
import { moreStopWords } from './more-stop-words.ts'
import { fold } from './segment.ts'

const lists: Readonly<Record<Lang, string>> = {
  en: `a an the and or but if of to in on at by for from with about as into is am are was were be been being do does did
    done have has had having i me my mine we us our you your yours he she it its they them their this that these those
    there here what which who whom when where why how can could will would shall should may might must not no nor so
    than then too very just also please pls plz ll ve re s t d m im ive id dont doesnt didnt cant wont isnt arent any
    some want need get got let tell lol haha hi hello hey thanks thank`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber wenn ob als wie was wer wen wem wo wann
    warum wieso woher wohin welche welcher welches ich mich mir mein meine meinen meinem meiner du dich dir dein deine
    er sie es ihn ihm ihr ihre ihren wir uns unser unsere euch euer man ist bin bist sind seid war waren wird werden
    wurde wurden hat habe haben hatte hast kann kannst konnen konnte muss musst mussen soll sollen will wollen mochte
    mag nicht kein keine keinen alles alle etwas nur auch noch schon mal bitte von vom zu zum zur in im ins an am auf aus bei beim mit
    nach seit uber um fur durch gegen ohne bis da dass damit dann denn doch sehr so hier dort gibt hallo danke`,
  fr: `le la les l un une des du de d au aux et ou mais si que qu qui quoi quel quelle quels quelles quand comment
    pourquoi combien je j me m mon ma mes moi tu t te ton ta tes toi il elle on nous notre nos vous votre vos ils elles
    leur leurs ce c cet cette ces ca cela est suis es sommes etes sont etait ete etre ai as a avons avez ont avoir fait
    faire peux peut puis pouvez pouvoir veux veut voudrais dois doit ne n pas plus y en dans sur sous avec sans pour par
    chez vers entre se s tres aussi bien s il plait svp bonjour salut merci`,
  es: `el la los las un una unos unas de del al y e o u pero si que quien quienes cual cuales cuando como donde por
    porque cuanto cuanta cuantos cuantas yo me mi mis tu te ti tus el ella nosotros nos nuestro nuestra usted ustedes su
    sus lo le les se este esta estos estas ese esa esos esas eso esto es soy eres somos son era fue ser estoy esta estan
    estar he ha han haber hay hace hacer puedo puede pueden poder quiero quiere tengo tiene tener debo debe no ni ya muy
    mas tambien en con sin para sobre entre desde hasta hola gracias favor`,
  it: `il lo la i gli le un uno una di del dello della dei degli delle al allo alla ai da dal nel nella su sul sulla con
    per tra fra e o ma se che chi cosa cos quale quali quando come dove perche quanto quanta quanti quante io mi mio mia
    tu ti tuo tua lui lei noi ci nostro voi vi vostro loro si questo questa quello quella e sono sei siamo siete era ho
    hai ha abbiamo avete hanno posso puoi puo vorrei voglio devo deve non ne piu molto anche ciao grazie prego`,
  pt: `o a os as um uma uns umas de do da dos das em no na nos nas ao aos por pelo pela para com sem e ou mas se que quem
    qual quais quando como onde porque quanto quanta quantos eu me meu minha meus minhas tu te teu voce voces seu sua
    ele ela nos nosso nossa eles elas isso isto este esta esse essa e sou es somos sao era foi ser estou esta estao
    estar tenho tem ter ha fazer faz posso pode podem quero quer devo deve nao ja muito mais tambem ola oi obrigado
    obrigada favor`,
  nl: `de het een en of maar als dat die dit deze wie wat waar wanneer waarom hoe welke ik me mij mijn je jij jou jouw u
    uw hij zij ze haar hem wij we ons onze jullie er is ben bent zijn was waren word wordt worden heb hebt heeft hebben
    had kan kun kunt kunnen moet moeten mag wil wilt willen zal zou niet geen ook nog al naar van in op aan bij met voor
    door over uit tot om te zo heel hallo bedankt dank graag`,
  zh: `的 了 吗 呢 吧 啊 呀 嘛 哦 么 啦 咯 哈 地 得 着 过 我 你 您 他 她 它 我们 你们 他们 咱 咱们 这 那 这个 那个 这样 是 在 有 也 都 还 就 才 又
    很 太 真 挺 个 一 一个 一下 些 点 和 跟 与 或 或者 还是 但 但是 不过 可是 因为 所以 如果 的话 要是 然后 而且 吗 请 请问 想 想要 要 能 能不能
    可以 可不可以 会 会不会 可 应该 得 把 被 给 对 从 到 向 用 让 什么 啥 怎么 咋 怎样 怎么样 如何 为什么 为啥 哪 哪个 哪些 哪里 谁 几 没 没有 不 不是
    有没有 是不是 要不要 多久 多少 多长 别 再 已经 现在 里 里面 上 下 中 你好 您好 谢谢 麻烦 亲`,
}

const sets = new Map<Lang, ReadonlySet<string>>(
  Object.entries({ ...moreStopWords, ...lists }).map(([lang, words]) => [lang, new Set(fold(words).split(/\s+/))]),
)
const none: ReadonlySet<string> = new Set()

/** Languages whose list is long enough to tell a message by. */
export const listedLanguages: readonly Lang[] = Object.keys(lists)

export function stopWords(lang: Lang | undefined): ReadonlySet<string> {
  return sets.get(lang ?? '') ?? none
}
