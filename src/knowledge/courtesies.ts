/** What stands around a question and asks nothing: greetings, thanks, "quick question". Folded, by language, longer before shorter. */
import { rememberFew } from '../words/remember-last.ts'
import { fold } from '../words/segment.ts'

/** Written with spaces between words, apostrophes as spaces. */
const spaced = [
  `hi there|hi guys|hi all|hey there|hey guys|hello there|hello everyone|hiya|hi|hello|hey|heya|yo|howdy|dear sir or madam|sir|madam|mate|
   good morning|good afternoon|good evening|good day|morning all|greetings|
   thanks so much in advance|thanks in advance|many thanks|thanks so much|thanks a lot|thank you so much|thank you very much|thank you|thanks|thx|
   cheers|please|pls|plz|kind regards|best regards|best wishes|regards|
   sorry to bother you again|sorry to bother you|excuse me|sorry|quick question for you|just a quick question|a quick question|quick question|
   quick one|i have a question|i ve got a question|got a question|question|i was just wondering|i was wondering|was wondering|just wondering|
   i just wanted to ask|just wanted to ask|i just wanted to know|i just wanted to check|i would like to know|i d like to know|
   hope you are doing well|hope you re doing well|hope you are well|hope you re well|hope all is well|hope you re good|
   basically|honestly|actually|so|well|um|uh|erm|oh|ok so|okay|ok|lol|haha|tbh|btw`,
  `bonjour madame|bonjour monsieur|bonjour a tous|bonjour|bonsoir|salut|coucou|bjr|bsr|merci beaucoup|merci bien|merci d avance|merci par avance|merci|
   s il vous plait|s il te plait|svp|stp|excusez moi|desole|desolee|bien cordialement|cordialement|bien a vous|bonne journee|bonne soiree|
   je voudrais savoir|je voulais savoir|je souhaite savoir|je souhaiterais savoir|j aimerais savoir|je me demandais|petite question|une question|
   pouvez vous me dire|pourriez vous me dire|dites moi|en fait|du coup|voila|alors|euh`,
  `hallo zusammen|hallo|guten tag|guten morgen|guten abend|moin|servus|vielen dank im voraus|vielen dank|danke im voraus|danke schon|danke|bitte|
   entschuldigung|kurze frage|ich wollte fragen|ich wollte nur fragen|ich wurde gern wissen|mit freundlichen grussen|viele grusse|lg|also`,
  `hola|buenas tardes|buenas noches|buenos dias|buenas|muchas gracias|gracias de antemano|gracias|por favor|porfa|perdon|disculpe|una pregunta|
   queria saber|me gustaria saber|quisiera saber|saludos`,
  `ciao|buongiorno|buonasera|salve|grazie mille|grazie in anticipo|grazie|per favore|scusate|scusi|una domanda|volevo sapere|vorrei sapere|cordiali saluti`,
  `ola|oi|bom dia|boa tarde|boa noite|muito obrigado|muito obrigada|obrigado|obrigada|por favor|desculpe|uma pergunta|queria saber|gostaria de saber`,
  `hallo|hoi|goedemorgen|goedemiddag|goedenavond|hartelijk dank|alvast bedankt|bedankt|dank je wel|dankjewel|alsjeblieft|alstublieft|sorry|een vraag|
   vraagje|ik vroeg me af|met vriendelijke groet`,
]
/** Written without spaces; each may touch what it stands beside. */
const unspacedBefore =
  '你好呀?|您好|哈[喽啰罗]|嗨|亲亲?|早上好|下午好|晚上好|在吗|在不在|请问一下|请问|想请问|我想问一下|我想问下|我想问|想问一下|想问下|想问|问一下|问下|' +
  '打扰了?一下|打扰了|不好意思|麻烦问一下|麻烦问下|麻烦|那个|嗯+|こんにちは|こんばんは|はじめまして|すみません|すいません'
const unspacedAfter =
  '谢谢你|谢谢您|谢谢|多谢|感谢|谢了|麻烦了|麻烦您了|拜托了|拜托|在线等|挺急的|哈哈+|よろしくお願いします|お願いします|ありがとうございます|ありがとう'

const phrases = spaced
  .join('|')
  .split('|')
  .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
const atStart = new RegExp(`^(?:(?:${phrases.join('|')})(?= |$)|${unspacedBefore})`)
const atEnd = new RegExp(`(?:(?:^| )(?:${phrases.join('|')})|${unspacedAfter})$`)

/** A clause, folded, its words one space apart, without the courtesies at its ends; `hi there, thanks` → ``. */
export const withoutCourtesies: (clause: string) => string = rememberFew((clause) => {
  let left = fold(clause)
    .replace(/n't\b/g, 'nt')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
  for (;;) {
    const next = left.replace(atStart, '').replace(atEnd, '').trim()
    if (next === left) return left
    left = next
  }
})
