/** Words of a case: an order, money, something broken. An insult among them is anger about a thing, and the thing is served first. */
import { createSign } from '../words/signs.ts'

export const namesMatter = createSign({
  en: {
    says: [
      '(orders?|ordered|parcels?|packages?|delivery|deliver|delivered|shipped|shipping|refunds?|refunded|money|paid|payment|charged|returns?|returned|replacement|warranty|repair|repaired|invoice|tracking|received|recieved|broken|broke|damaged|missing|faulty|late|cancelled|subscription|account|emails?|tickets?|bought|purchase)',
    ],
  },
  zh: {
    says: [
      '订单|快递|包裹|发货|物流|退款|退货|退钱|换货|付款|扣款|收到|没到|坏了|坏的|破了|质量|维修|修了|发票|客服电话|买的|钱',
    ],
  },
  fr: {
    says: [
      '(commandes?|commande|colis|livraison|livre|rembourses?|remboursement|argent|paye|paiement|retour|renvoye|garantie|reparation|facture|suivi|recu|casse|cassee|abime|manque|retard|annulee?|achete|compte|mails?)',
    ],
  },
  de: {
    says: [
      '(bestellung|bestellt|paket|lieferung|geliefert|erstattung|geld|bezahlt|zahlung|rechnung|kaputt|beschadigt|retoure|garantie|gekauft|konto)',
    ],
  },
  es: {
    says: [
      '(pedido|paquete|envio|entrega|reembolso|dinero|pagado|pague|pago|factura|rot[oa]|danad[oa]|devolucion|garantia|compre|cuenta)',
    ],
  },
  it: {
    says: [
      '(ordine|pacco|spedizione|consegna|rimborso|soldi|pagato|pagamento|fattura|rott[oa]|danneggiat[oa]|reso|garanzia|comprato|conto)',
    ],
  },
  pt: {
    says: [
      '(pedido|pacote|encomenda|entrega|reembolso|dinheiro|paguei|pagamento|fatura|quebrad[oa]|danificad[oa]|devolucao|garantia|comprei|conta)',
    ],
  },
  ja: { says: ['注文|荷物|商品|配送|届|返金|お金|支払|壊れ|返品|保証|請求'] },
})
