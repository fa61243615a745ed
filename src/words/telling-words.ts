/** What fans write to brands most, in a word or two: telling where a message is too short for statistics. Folded. */
import type { Lang } from '../domain/message.ts'

const lists: Readonly<Record<Lang, string>> = {
  en: `hi hey hello yo thanks thx thank ty please pls plz yes yeah yep nope ok okay sorry help refund return exchange order
    orders ordered delivery deliver delivered shipping ship shipped price prices cost costs much cheap free size sizes
    broken damaged late wrong where when why how what who which still stock open opening hours close today tomorrow
    cancel warranty discount code payment pay paid invoice account password login phone number store shop buy bought
    missing lost money back cool nice good great bad love hate morning evening bye goodbye human person agent track`,
  de: `hallo moin servus tag guten danke dankeschon bitte ja nein doch hilfe ruckgabe ruckerstattung erstattung umtausch
    bestellung bestellen bestellt lieferung liefern geliefert versand versandkosten preis preise kosten kostet teuer
    kostenlos grosse grossen kaputt defekt beschadigt spat falsch paket sendung stornieren kundigen garantie rabatt
    gutschein zahlung bezahlen rechnung konto passwort laden geschaft kaufen gekauft geld zuruck heute morgen offnungszeiten
    verfugbar tschuss super gut schlecht mensch mitarbeiter`,
  fr: `bonjour bonsoir salut coucou merci svp stp oui non aide remboursement rembourser retour retourner echange
    echanger commande commander livraison livrer livre livree expedition prix cout coute cher gratuit taille tailles casse
    abime retard colis annuler garantie reduction remise paiement payer facture compte mdp magasin boutique acheter achete
    argent aujourd hui demain horaires ouvert dispo disponible revoir bien bon mauvais humain conseiller combien`,
  es: `hola buenas buenos dias tardes noches gracias porfa si ayuda reembolso devolucion devolver cambio cambiar pedido
    pedir envio enviar entrega precio precios cuesta cuestan vale caro gratis talla tallas tamano roto rota danado tarde
    paquete cancelar garantia descuento pago pagar factura cuenta contrasena tienda comprar compre dinero hoy manana
    horario abierto disponible adios bueno malo persona cuanto`,
  it: `ciao buongiorno buonasera salve grazie prego per favore aiuto rimborso reso restituire cambio cambiare ordine
    ordinare spedizione spedire consegna prezzo prezzi costa costano costo caro gratis gratuito taglia taglie misura rotto
    danneggiato ritardo pacco annullare garanzia sconto pagamento pagare fattura conto negozio comprare comprato soldi oggi
    domani orari aperto disponibile arrivederci buono persona quanto`,
  pt: `ola oi bom boa dia tarde noite obrigado obrigada ajuda reembolso devolucao devolver troca trocar pedido encomenda
    envio enviar entrega preco precos custa custam quanto caro gratis tamanho quebrado danificado atraso pacote cancelar
    garantia desconto pagamento pagar fatura conta senha loja comprar comprei dinheiro hoje amanha horario aberto
    disponivel tchau pessoa sim nao`,
  nl: `hallo hoi dag bedankt dank dankjewel alsjeblieft alstublieft aub ja nee hulp terugbetaling retour retourneren ruilen
    bestelling bestellen besteld levering leveren geleverd verzending verzendkosten prijs prijzen kosten kost duur gratis maat
    kapot beschadigd laat pakket annuleren garantie korting betaling betalen factuur rekening wachtwoord winkel kopen gekocht
    geld terug vandaag morgen openingstijden open beschikbaar doei goed slecht mens medewerker hoeveel`,
  vi: `xin chao cam on vui long khong gia bao nhieu hoan tien doi tra don hang giao van chuyen mua shop oi minh ban cho
    hoi bi hong size con duoc chua lam sao the nao`,
  id: `halo hai terima kasih makasih tolong ya tidak bisa berapa harga pesanan kirim pengiriman kembali uang toko beli saya
    apa kapan dimana bagaimana gratis ukuran rusak batal`,
  tr: `merhaba selam tesekkurler lutfen evet hayir yardim iade siparis kargo teslimat fiyat ne kadar ucretsiz beden kirik
    gec iptal garanti indirim odeme fatura hesap magaza para bugun yarin nerede nasil`,
  pl: `czesc witam dzien dobry dziekuje dzieki prosze tak nie pomoc zwrot wymiana zamowienie dostawa wysylka cena ile kosztuje
    rozmiar uszkodzony paczka anulowac gwarancja rabat platnosc faktura konto sklep kupic pieniadze dzis jutro gdzie jak`,
  sv: `hej tack snalla ja nej hjalp retur returnera aterbetalning byta bestallning leverans frakt pris kostar gratis storlek
    trasig paket avboka garanti rabatt betalning faktura konto butik kopa pengar idag imorgon var hur nar jag`,
}

const sets = new Map<Lang, ReadonlySet<string>>(
  Object.entries(lists).map(([lang, words]) => [lang, new Set(words.split(/\s+/))]),
)
const none: ReadonlySet<string> = new Set()

export function tellingWords(lang: Lang): ReadonlySet<string> {
  return sets.get(lang) ?? none
}
