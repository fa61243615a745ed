/** The page's own words, in the reader's language; `{name}` is the persona's. */
import type { Lang } from '#mascot'
import type { PageWords } from '../wire.ts'

const keys = [
  'title',
  'write',
  'send',
  'attach',
  'typing',
  'bot',
  'person',
  'you',
  'notSent',
  'again',
  'tooLarge',
  'lost',
  'empty',
  'wait',
  'proving',
  'close',
  'edited',
] as const satisfies readonly (keyof PageWords)[]

/** One line a language, in the order of the keys, with a bar between. */
const byLang: Readonly<Record<Lang, string>> = {
  en: 'Chat with {name}|Write a message|Send|Add a picture or a file|{name} is writing|bot|person|You|Not sent.|Try again|That is too large: 10 MB at most.|No connection. Trying again…|Say hello to {name}.|A little slower, please: wait a moment.|One moment…|Close|edited',
  zh: '与{name}聊天|写消息|发送|添加图片或文件|{name}正在输入|机器人|真人|你|没有发出。|再试一次|太大了：最多 10 MB。|没有连接，正在重试……|跟{name}打个招呼吧。|请慢一点，稍等片刻。|请稍候……|关闭|已编辑',
  de: 'Chat mit {name}|Nachricht schreiben|Senden|Bild oder Datei anhängen|{name} schreibt|Bot|Mensch|Du|Nicht gesendet.|Noch einmal|Das ist zu groß: höchstens 10 MB.|Keine Verbindung. Es wird weiter versucht …|Sag {name} hallo.|Bitte etwas langsamer: einen Moment.|Einen Moment …|Schließen|bearbeitet',
  fr: 'Discuter avec {name}|Écrire un message|Envoyer|Ajouter une image ou un fichier|{name} écrit|bot|personne|Vous|Non envoyé.|Réessayer|C’est trop lourd : 10 Mo au plus.|Pas de connexion. Nouvel essai…|Dites bonjour à {name}.|Un peu moins vite : patientez un instant.|Un instant…|Fermer|modifié',
  es: 'Chatear con {name}|Escribe un mensaje|Enviar|Añadir una imagen o un archivo|{name} está escribiendo|bot|persona|Tú|No enviado.|Intentar de nuevo|Es demasiado grande: 10 MB como máximo.|Sin conexión. Reintentando…|Saluda a {name}.|Un poco más despacio: espera un momento.|Un momento…|Cerrar|editado',
  it: 'Chatta con {name}|Scrivi un messaggio|Invia|Aggiungi un’immagine o un file|{name} sta scrivendo|bot|persona|Tu|Non inviato.|Riprova|È troppo grande: al massimo 10 MB.|Nessuna connessione. Nuovo tentativo…|Saluta {name}.|Un po’ più piano: aspetta un momento.|Un momento…|Chiudi|modificato',
  pt: 'Conversar com {name}|Escreva uma mensagem|Enviar|Adicionar imagem ou arquivo|{name} está escrevendo|bot|pessoa|Você|Não enviado.|Tentar de novo|É grande demais: no máximo 10 MB.|Sem conexão. Tentando de novo…|Diga olá a {name}.|Um pouco mais devagar: espere um momento.|Um momento…|Fechar|editado',
  nl: 'Chatten met {name}|Schrijf een bericht|Versturen|Foto of bestand toevoegen|{name} schrijft|bot|mens|Jij|Niet verstuurd.|Opnieuw|Dat is te groot: hoogstens 10 MB.|Geen verbinding. Nieuwe poging…|Zeg hallo tegen {name}.|Iets rustiger graag: een moment.|Een moment…|Sluiten|bewerkt',
  da: 'Chat med {name}|Skriv en besked|Send|Tilføj billede eller fil|{name} skriver|bot|person|Dig|Ikke sendt.|Prøv igen|Det er for stort: højst 10 MB.|Ingen forbindelse. Prøver igen…|Sig hej til {name}.|Lidt langsommere: vent et øjeblik.|Et øjeblik…|Luk|redigeret',
  sv: 'Chatta med {name}|Skriv ett meddelande|Skicka|Lägg till bild eller fil|{name} skriver|bott|person|Du|Inte skickat.|Försök igen|Det är för stort: högst 10 MB.|Ingen anslutning. Försöker igen…|Säg hej till {name}.|Lite långsammare: vänta ett ögonblick.|Ett ögonblick…|Stäng|redigerat',
  no: 'Chat med {name}|Skriv en melding|Send|Legg til bilde eller fil|{name} skriver|bot|person|Du|Ikke sendt.|Prøv igjen|Det er for stort: høyst 10 MB.|Ingen forbindelse. Prøver igjen…|Si hei til {name}.|Litt saktere: vent et øyeblikk.|Et øyeblikk…|Lukk|redigert',
  fi: 'Juttele: {name}|Kirjoita viesti|Lähetä|Lisää kuva tai tiedosto|{name} kirjoittaa|botti|ihminen|Sinä|Ei lähetetty.|Yritä uudelleen|Liian suuri: enintään 10 Mt.|Ei yhteyttä. Yritetään uudelleen…|Sano hei: {name}.|Hieman hitaammin: odota hetki.|Hetki…|Sulje|muokattu',
  pl: 'Czat z {name}|Napisz wiadomość|Wyślij|Dodaj zdjęcie lub plik|{name} pisze|bot|człowiek|Ty|Nie wysłano.|Spróbuj ponownie|Za duże: najwyżej 10 MB.|Brak połączenia. Ponawianie…|Przywitaj się z {name}.|Trochę wolniej: poczekaj chwilę.|Chwileczkę…|Zamknij|edytowano',
  cs: 'Chat s {name}|Napište zprávu|Odeslat|Přidat obrázek nebo soubor|{name} píše|bot|člověk|Vy|Neodesláno.|Zkusit znovu|Je to příliš velké: nejvýše 10 MB.|Bez připojení. Zkouším znovu…|Pozdravte {name}.|Trochu pomaleji: chvilku počkejte.|Okamžik…|Zavřít|upraveno',
  ro: 'Discută cu {name}|Scrie un mesaj|Trimite|Adaugă o imagine sau un fișier|{name} scrie|bot|om|Tu|Netrimis.|Încearcă din nou|Este prea mare: cel mult 10 MB.|Fără conexiune. Se încearcă din nou…|Salută pe {name}.|Puțin mai încet: așteaptă o clipă.|O clipă…|Închide|editat',
  hu: 'Csevegés: {name}|Írj üzenetet|Küldés|Kép vagy fájl csatolása|{name} ír|bot|ember|Te|Nincs elküldve.|Újra|Túl nagy: legfeljebb 10 MB.|Nincs kapcsolat. Újrapróbálás…|Köszönj: {name}.|Kicsit lassabban: várj egy pillanatot.|Egy pillanat…|Bezárás|szerkesztve',
  el: 'Συνομιλία με {name}|Γράψτε ένα μήνυμα|Αποστολή|Προσθήκη εικόνας ή αρχείου|Γράφει: {name}|μποτ|άνθρωπος|Εσείς|Δεν στάλθηκε.|Ξανά|Πολύ μεγάλο: έως 10 MB.|Χωρίς σύνδεση. Νέα προσπάθεια…|Πείτε γεια: {name}.|Λίγο πιο αργά: περιμένετε μια στιγμή.|Μια στιγμή…|Κλείσιμο|επεξεργασμένο',
  ru: 'Чат: {name}|Напишите сообщение|Отправить|Добавить фото или файл|{name} пишет|бот|человек|Вы|Не отправлено.|Ещё раз|Слишком большой файл: не более 10 МБ.|Нет связи. Пробуем снова…|Поздоровайтесь: {name}.|Немного медленнее: подождите.|Минуту…|Закрыть|изменено',
  uk: 'Чат: {name}|Напишіть повідомлення|Надіслати|Додати фото або файл|{name} пише|бот|людина|Ви|Не надіслано.|Ще раз|Завеликий файл: щонайбільше 10 МБ.|Немає зв’язку. Пробуємо знову…|Привітайтеся: {name}.|Трохи повільніше: зачекайте.|Хвилинку…|Закрити|змінено',
  tr: '{name} ile sohbet|Mesaj yaz|Gönder|Resim veya dosya ekle|{name} yazıyor|bot|insan|Sen|Gönderilmedi.|Tekrar dene|Çok büyük: en fazla 10 MB.|Bağlantı yok. Yeniden deneniyor…|{name} için bir merhaba.|Biraz daha yavaş: bir an bekle.|Bir saniye…|Kapat|düzenlendi',
  ar: 'الدردشة مع {name}|اكتب رسالة|إرسال|أضف صورة أو ملفا|{name} يكتب|بوت|إنسان|أنت|لم ترسل.|حاول مجددا|كبير جدا: 10 ميغابايت على الأكثر.|لا اتصال. نحاول من جديد…|قل مرحبا لـ{name}.|أبطأ قليلا من فضلك: انتظر لحظة.|لحظة…|إغلاق|معدلة',
  he: 'צ׳אט עם {name}|כתיבת הודעה|שליחה|הוספת תמונה או קובץ|{name} כותב/ת|בוט|אדם|אתם|לא נשלח.|ניסיון נוסף|גדול מדי: עד 10 מגה־בייט.|אין חיבור. מנסים שוב…|אפשר להגיד שלום ל{name}.|קצת יותר לאט: רגע אחד.|רגע…|סגירה|נערך',
  hi: '{name} से बातचीत|संदेश लिखें|भेजें|तस्वीर या फ़ाइल जोड़ें|{name} लिख रहा है|बॉट|इंसान|आप|नहीं भेजा गया।|फिर से|बहुत बड़ी है: अधिकतम 10 MB।|कनेक्शन नहीं है। फिर कोशिश…|{name} को नमस्ते कहें।|थोड़ा धीरे: एक पल रुकें।|एक पल…|बंद करें|बदला गया',
  id: 'Ngobrol dengan {name}|Tulis pesan|Kirim|Tambah gambar atau berkas|{name} sedang menulis|bot|orang|Anda|Tidak terkirim.|Coba lagi|Terlalu besar: paling banyak 10 MB.|Tidak ada koneksi. Mencoba lagi…|Sapa {name}.|Pelan sedikit: tunggu sebentar.|Sebentar…|Tutup|diubah',
  ja: '{name}とチャット|メッセージを書く|送信|画像やファイルを追加|{name}が入力中|ボット|スタッフ|あなた|送信できませんでした。|もう一度|大きすぎます（最大 10 MB）。|接続できません。再試行中…|{name}に声をかけてみましょう。|少しゆっくりお願いします。しばらくお待ちください。|少々お待ちください…|閉じる|編集済み',
  ko: '{name}와 채팅|메시지 쓰기|보내기|사진이나 파일 추가|{name} 입력 중|봇|사람|나|보내지 못했어요.|다시 시도|너무 커요: 최대 10 MB.|연결이 끊겼어요. 다시 시도 중…|{name}에게 인사해 보세요.|조금 천천히요: 잠시 기다려 주세요.|잠시만요…|닫기|수정됨',
  th: 'แชตกับ {name}|เขียนข้อความ|ส่ง|เพิ่มรูปหรือไฟล์|{name} กำลังพิมพ์|บอต|คน|คุณ|ยังไม่ได้ส่ง|ลองอีกครั้ง|ใหญ่เกินไป: ไม่เกิน 10 MB|ไม่มีการเชื่อมต่อ กำลังลองใหม่…|ทักทาย {name} ได้เลย|ช้าลงหน่อย รอสักครู่|สักครู่…|ปิด|แก้ไขแล้ว',
  vi: 'Trò chuyện với {name}|Viết tin nhắn|Gửi|Thêm ảnh hoặc tệp|{name} đang viết|bot|người|Bạn|Chưa gửi.|Thử lại|Quá lớn: tối đa 10 MB.|Mất kết nối. Đang thử lại…|Hãy chào {name}.|Chậm một chút: chờ giây lát.|Chờ một chút…|Đóng|đã sửa',
}

export const pageLangs: readonly Lang[] = Object.keys(byLang)

export function wordsFor(lang: Lang, name: string): PageWords {
  const words = (byLang[lang] ?? byLang.en ?? '').split('|').map((one) => one.replaceAll('{name}', () => name))
  return Object.fromEntries(keys.map((key, nth) => [key, words[nth] ?? ''])) as unknown as PageWords
}

/** The first of the browser's languages that the page has words in, else the persona's first. */
export function pageLangOf(langs: readonly string[], home: readonly Lang[]): Lang {
  const asked = langs.map((one) => primaryOf(one.slice(0, 40)))
  return [...asked, ...home].find((one) => byLang[one] !== undefined) ?? 'en'
}

/** Bokmål and Nynorsk are read by who reads either. */
function primaryOf(tag: string): Lang {
  const primary = tag.toLowerCase().split('-')[0] ?? ''
  return primary === 'nb' || primary === 'nn' ? 'no' : primary
}

export function dirOf(lang: Lang): 'ltr' | 'rtl' {
  return ['ar', 'he', 'fa', 'ur'].includes(lang) ? 'rtl' : 'ltr'
}
