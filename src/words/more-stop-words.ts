/** Words that carry grammar, for languages whose lists only keep such words from being taken for matter. As in stop-words.ts, but not folded yet. */
import type { Lang } from '../domain/message.ts'

export const moreStopWords: Readonly<Record<Lang, string>> = {
  ja: `です ます ました ません ですか ますか でしょう でしょうか ください くださ 下さい ある あり あります ありま すか ない なし なく いる います いま
    する します しま した して できる できます でき できま なる なり なります なって もらえ もらう いただけ いただき いただく たい たく という ところ こと
    もの ため から まで より など だけ ので のに けど けれど でも では には とは ても って これ それ あれ この その あの どの どれ どう どうやって
    どんな なに なん 何 いつ どこ だれ 誰 なぜ いい いいです よい 大丈夫 教え 教えて お願い お願いします すみません こんにちは ありがとう
    ちょっと とても もう まだ また`,
  ko: `이 그 저 것 거 게 걸 수 있나요 있어요 있나 있는 있을까요 있습니까 없나요 없어요 되나요 돼요 되요 될까요 됩니까 되는 하나요 해요 할까요 합니까 하는 하고 하면 해야
    해주세요 해 주세요 좀 나요 인가요 이에요 예요 에요 입니다 싶어요 싶은데요 싶습니다 어떻게 언제 어디 어디서 무엇 뭐 뭘 왜 누구 얼마나 몇 안 못 더 또 다시 너무 아직
    아직도 지금 이거 그거 저는 제가 저희 우리 문의 문의드려요 알려주세요 궁금해요 가능한가요 가능해요 안녕하세요 감사합니다 네 아니요`,
  th: `ที่ ของ ได้ ไหม มั้ย ไม่ มี เป็น จะ ให้ ก็ และ หรือ แต่ กับ ว่า นี้ นั้น คะ ค่ะ ครับ นะ จ้ะ จ้า หน่อย ยัง ยังไง อย่างไร อะไร ไหน เมื่อ ไหร่ เมื่อไหร่ เท่าไหร่ กี่ ทำไม
    ใคร อยู่ แล้ว ต้อง อยาก ขอ ช่วย มา ไป ใน จาก ถึง แบบ เลย ด้วย ครั้ง คือ ถ้า ผม ฉัน ดิฉัน เรา คุณ สวัสดี ขอบคุณ`,
  ru: `и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о из ему теперь когда даже ну ли
    если уже или ни быть был него до вас опять вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто
    чего раз тоже себе под будет ж тогда кто этот того потому этого какой какая какие какое каком ним здесь этом мой моя мое мои свой ваш ваша ваше ваши
    можно нужно хочу хотел хотела хотелось могу можете нельзя это эта эти при об через сколько почему зачем куда откуда пожалуйста здравствуйте привет спасибо`,
  uk: `і й в у не що він на я з із зі як а то все вона так його але ти до же ви за би по тільки її мені було ось від мене ще ні про коли чи якщо вже або бути
    був вас вам там де є треба для ми їх хто цей це ця ці який яка яке які можна хочу можу скільки чому куди будь ласка привіт дякую добрий день`,
  pl: `i w we z ze na nie do to się sie o że ze a jak co po jest są sa za od czy mi mnie mam ma już juz przez dla ale tak tylko jestem ten ta te tego tej tym
    u być byc był była bylo było go jego jej ich gdzie kiedy ile jaki jaka jakie który która które można mozna mogę moge chcę chce chciałbym chciałabym proszę
    prosze dzień dobry cześć dziękuję mój moja moje wasz wasza wasze państwo macie`,
  tr: `ve bir bu da de için icin ile mi mı mu mü ne nasıl nasil nerede neden niçin ki çok daha var yok ben sen o biz siz onlar benim senin sizin ama veya gibi
    kadar olan olarak olur oldu olacak mıyım miyim musunuz mısınız misiniz miyiz ediyor istiyorum isterim lazım gerekiyor kaç hangi kim şu en her merhaba
    lütfen teşekkürler selam`,
  vi: `và của là có không được cho tôi mình em anh chị bạn này đó kia ở với thì mà như để từ khi nào gì sao thế đâu ai bao nhiêu mấy bị đã đang sẽ rồi chưa các
    những một cái ơi ạ nhé nha xin chào cảm ơn shop muốn cần phải hay hoặc nhưng vì nếu lại ra vào lên xuống`,
  id: `yang di ke dari dan atau untuk dengan ini itu ada tidak nggak gak ga apa apakah bagaimana gimana kapan dimana mana berapa siapa kenapa saya aku kamu anda
    kami kita bisa dapat mau ingin akan sudah belum juga saja lagi ya dong kah pada dalam adalah jika kalau tapi tolong halo hai terima kasih kak min`,
  sv: `och i att det som en ett på är av för med till den har de inte om han hon men var vi ni jag du kan ska skall vill får mig mig min mitt mina din er ert
    era när hur vad vem vilken vilket vilka varför då så från eller också finns göra gör något någon hej tack snälla`,
  da: `og i at det som en et på er af for med til den har de ikke om han hun men var vi jeg du kan skal vil får mig min mit mine din jeres når hvordan hvad hvem
    hvilken hvorfor så fra eller også findes gøre noget nogen hej tak`,
  no: `og i at det som en et på er av for med til den har de ikke om han hun men var vi jeg du kan skal vil får meg min mitt mine din deres når hvordan hva hvem
    hvilken hvorfor så fra eller også finnes gjøre noe noen hei takk`,
  fi: `ja on ei se että en hän mutta ole oli kun tai jos minä sinä me te he mikä mitä missä milloin miten miksi kuka voi voiko voinko onko saako saanko haluan
    minun teidän tämä nämä myös vain niin kuin kanssa hei kiitos`,
  cs: `a i v ve na se si je to že z ze s k do o u za po pro od při jak co kde kdy kdo proč kolik který která které jaký jaká jaké jsem jste jsou být byl byla
    bylo mám máte má mohu můžu můžete lze chci chtěl chtěla mi mě můj moje vaše ne ano ale nebo už jen také dobrý den prosím děkuji ahoj`,
  hu: `a az és hogy nem is egy ez azt ezt van volt vagy de meg már még csak ha mit mi ki hol mikor hogyan miért mennyi milyen melyik lehet szeretnék tudok
    kell nekem én te ő mi ti ők kérem köszönöm szia jó napot`,
  ro: `și si în in la de pe cu un o este sunt nu că ca ce cum când cand unde cine cât cat care dacă daca sau mai am ai are avem aveți pot poate puteți vreau aș
    as vrea îmi imi mă ma eu tu voi noi meu mea mele din pentru prin bună buna ziua vă va rog mulțumesc salut`,
  el: `και το να τα η ο οι του της των τον την με σε από για που δεν θα είναι ένα μια στο στη στην στον πως πώς τι πότε πού ποιος ποια πόσο γιατί αν ή αλλά έχω
    έχετε έχει μπορώ μπορείτε θέλω μου σου σας μας γεια σας ευχαριστώ παρακαλώ`,
  ar: `في من على إلى عن مع أن إن ما ماذا كيف متى أين من هل هو هي هذا هذه ذلك التي الذي كم لماذا لا لم لن قد كان كانت يكون أنا أنت نحن انتم لي لكم عندي عندكم
    أريد اريد ممكن يمكن يمكنني و أو ثم لو سمحت مرحبا السلام عليكم شكرا`,
  he: `של על את עם אל לא כן זה זו זאת מה מי איך מתי איפה למה כמה האם יש אין אני אתה את אנחנו אתם הם לי לכם אפשר רוצה יכול יכולה או גם אם כי אבל שלום תודה בבקשה`,
  hi: `है हैं का की के को में से और या पर यह वह ये वो मैं हम आप मेरा मेरी मेरे आपका आपकी आपके क्या कैसे कब कहाँ कहां कौन क्यों कितना कितनी कितने नहीं हो होगा होगी
    सकता सकते सकती कर करना करें चाहिए मुझे भी तो ने था थी थे नमस्ते धन्यवाद कृपया`,
}
