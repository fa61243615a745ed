/** A few examples of each softer kind in German, Spanish, Italian, Portuguese and Japanese. */
import type { Seeds } from './seeds.ts'

export const more: Seeds = {
  question: `
wann habt ihr geöffnet
was kostet das
liefert ihr nach österreich
kann ich das zurückgeben
gibt es das in schwarz
welche zahlungsarten gibt es
wie lösche ich mein konto
enthält das nüsse
a qué hora abren
cuánto cuesta
hacen envíos a méxico
puedo devolverlo
hay en negro
qué métodos de pago aceptan
cómo borro mi cuenta
contiene frutos secos
a che ora aprite
quanto costa
spedite in italia
posso restituirlo
quali pagamenti accettate
contiene noci
que horas abre
quanto custa
entregam em portugal
posso devolver
quais formas de pagamento
contém nozes
何時に開きますか
いくらですか
送料はいくらですか
返品できますか
支払い方法を教えてください
在庫はありますか
サイズを教えて
`,
  'order-trouble': `
wo ist meine bestellung
mein paket ist noch nicht angekommen
das paket ist beschädigt
ihr habt mir das falsche geschickt
meine rückerstattung fehlt noch
es ist kaputt angekommen
dónde está mi pedido
mi paquete no ha llegado
llegó roto
me enviaron el producto equivocado
todavía no me han devuelto el dinero
dov'è il mio ordine
il pacco non è arrivato
è arrivato rotto
mi avete mandato l'articolo sbagliato
non ho ricevuto il rimborso
onde está meu pedido
meu pacote não chegou
chegou quebrado
mandaram o produto errado
ainda não recebi o reembolso
注文した商品が届きません
荷物がまだ届かない
違う商品が届いた
壊れていました
返金がまだです
`,
  complaint: `
das ist eine frechheit
ich bin sehr enttäuscht
schlechter service
niemand antwortet
nie wieder
ich möchte mich beschweren
es inaceptable
muy decepcionado
pésimo servicio
nadie responde
quiero poner una queja
nunca más compro aquí
è inaccettabile
sono molto deluso
servizio pessimo
nessuno risponde
voglio fare un reclamo
é inaceitável
estou muito decepcionado
péssimo atendimento
ninguém responde
quero fazer uma reclamação
最悪です
がっかりしました
対応がひどい
二度と買いません
品質が悪い
`,
  praise: `
ich liebe es
super service danke
bester kaffee
tolle qualität
me encanta
excelente servicio
el mejor café
muy contento
lo adoro
ottimo servizio
il miglior caffè
bellissimo
adorei
ótimo atendimento
o melhor café
muito bom
最高です
とても美味しい
大好きです
ありがとうございます
`,
  suggestion: `
ihr solltet kleinere packungen verkaufen
es wäre schön wenn ihr mehr farben hättet
mein vorschlag wäre ein längerer riemen
deberían abrir más tarde
estaría bien tener más colores
una sugerencia
dovreste fare una versione più piccola
sarebbe bello avere più colori
vocês deviam ter mais cores
seria bom ter um aplicativo
もっと小さいサイズを作ってほしい
色を増やしてほしいです
`,
  chat: `
hallo
guten morgen
wie geht's
tschüss
hola
buenos días
qué tal
jajaja
ciao
buongiorno
come stai
oi
bom dia
tudo bem
kkkk
こんにちは
おはよう
元気ですか
笑
`,
}
