/** How Spanish commits a brand. */
import { type Frames, frames } from './frame.ts'

const te = '(?:te|le|les|os|se lo|te lo|lo|la|los|las|me|nos)? ?'

export const es: Frames = frames('words', [
  [
    'refund',
    '',
    [
      `${te}(?:reembolsamos|reembolsaremos|reembolso (?:el|la|todo|su|tu)|reembolsaré|devolvemos|devolveremos|devuelvo|devolveré|reintegramos|compensamos|compensaremos|indemnizamos)(?! la (?:sonrisa|llamada|pelota))|(?:vamos|voy) a (?:reembolsar|devolver|compensar)\\w{0,4}|(?:recibirá|recibirás|recibes|tendrá|tendrás|obtendrá|obtendrás|puede pedir|puedes pedir|puede solicitar|puedes solicitar) ~(?:reembolso|devolución|dinero|compensación|abono)|(?:reembolso|devolución) (?:completo|completa|íntegro|total|del 100|inmediato|garantizad[oa]|está aprobad[oa]|ha sido aprobad[oa]|llegará|se hará|tarda)|(?:puede|puedes|podrá|podrás) (?:devolver|cancelar|cambiar|anular)\\w{0,3}|(?:devoluciones|cancelación) (?:gratis|gratuitas?|sin coste|sin costo)|será reembolsad[oa]|dinero de vuelta|dinero (?:estará|está|llega|llegará|vuelve) ~(?:cuenta|tarjeta)`,
    ],
  ],
  [
    'discount',
    '',
    [
      '(?:te|le|os|les) (?:hago|hacemos|doy|damos|ofrezco|ofrecemos|aplico|aplicamos|regalo|rebajo|rebajamos|dejo|dejamos) ~(?:descuento|rebaja|cupón|vale|código|precio|mitad|oferta|barato)|(?:tiene|tienes|tendrá|tendrás|recibes|recibirá|consigue) ~(?:descuento|rebaja|cupón|vale)|\\d{1,2} ?% de descuento|pagan? (?:la )?mitad|mitad de precio|dos por uno|2x1|3x2|(?:usa|use|con|introduce|aquí tienes|aquí tiene) (?:el |tu |su |un )?(?:código|cupón)(?! postal| de barras)|igualamos (?:el|cualquier) precio|precio especial',
    ],
  ],
  [
    'free',
    'delivery',
    [
      'envío(?:s)? (?:es |son |va |será |serán |sale )?(?:gratis|gratuitos?|sin coste|sin costo|incluidos?)|(?:enviamos|mandamos|entregamos) (?:gratis|sin coste|sin costo)|gastos de envío (?:gratis|incluidos)|portes pagados',
    ],
  ],
  ['free', 'return', ['devolucion(?:es)? (?:es |son )?(?:gratis|gratuitas?|sin coste|sin costo)']],
  [
    'free',
    '',
    [
      'gratis|gratuit[oa]s?|gratuitamente|sin (?:costo|coste|cargo|recargo)(?: adicional| alguno| extra)?|de regalo|(?:invita|paga|cortesía de) (?:la casa|nosotros)|corren? (?:por|de) nuestra cuenta|(?:quédese|quédate) con (?:la|el|lo) (?:rot[oa]|viej[oa]|dañad[oa])|(?:te|le|os) (?:regalamos|regalo|incluyo|incluimos) (?:un|una|el|la|dos)(?! sonrisa| consejo)|a nuestro cargo|no (?:le|te) (?:costará|cuesta) nada|nos hacemos cargo de los gastos',
    ],
  ],
  [
    'guarantee',
    '',
    [
      'garantizad[oa]s?|(?:te|le|les|os|se) ?(?:lo )?(?:garantizo|garantizamos|prometo|prometemos|aseguro|aseguramos|juro)|(?:garantizo|garantizamos|prometemos|nos comprometemos|me comprometo)|tiene[s]? (?:mi|nuestra) palabra|no volverá a (?:pasar|ocurrir|suceder)|palabra de honor|(?:legalmente|jurídicamente) vinculante|(?:es|queda) (?:una promesa|prometido|garantizado|vinculante)|^prometido|prometido(?=[.!]|$)|sin falta|(?:100 ?%|totalmente|completamente) segur[oa] (?:que|de que)|(?:llegará|funcionará|durará) (?:seguro|siempre|sin falta)|dalo por hecho',
    ],
  ],
  [
    'availability',
    '',
    [
      '(?:en stock|en existencias?)|(?:está|están|sigue|siguen|hay|tenemos|ya) ~?(?:disponibles?|en stock|existencias|unidades)(?! para (?:ayudar|charlar))|(?:quedan|nos quedan|queda) (?:\\w{1,8} )?(?:\\d{1,3}|un|una|dos|tres|cuatro|cinco|varias|algunas|pocas) ?(?:unidades?|piezas?|plazas?|bolsas?|pares?)?|(?:te|le|os) (?:reservo|reservamos|guardo|guardamos|aparto|apartamos) (?:un|una|el|la|lo)',
    ],
  ],
  [
    'eligibility',
    '',
    [
      '(?:tiene|tienes|tendrá|tendrás) (?:pleno |todo el )?derecho|(?:cumple|cumples) (?:con )?(?:todos )?los requisitos|(?:califica|calificas) para|(?:es|eres|está|estás|sería) (?:elegible|apt[oa]|cubiert[oa]|exent[oa])|puede[s]? (?:beneficiarse|beneficiarte|acogerse|acogerte|optar)|(?:su|tu) (?:solicitud|reclamación|pedido|devolución) (?:ha sido|está|fue|es) (?:aprobad[oa]|aceptad[oa]|válid[oa])|le corresponde|te corresponde',
    ],
  ],
  [
    'delivery',
    '',
    [
      '(?:pedido|paquete|envío|entrega|repuesto|café|lo|la|le|te) ?(?:llega|llegará|llegan|llegarán|sale|saldrá|estará|va en camino|está en camino|se entrega|se entregará|será entregado|ha salido|fue enviado|ya salió)|llegará (?:mañana|hoy|el|en|antes|a tiempo|dentro)|(?:lo|la|te lo|se lo|le|te|los) ?(?:enviamos|enviaremos|envío|enviaré|mandamos|mandaremos|mando|mandaré|entregamos|entregaremos|despachamos)(?! (?:un abrazo|un saludo|saludos|besos|mucho ánimo|ánimo))|(?:enviamos|entregamos|despachamos) (?:a|en|el|la|hoy|mañana|todo|los|su|tu|un)|(?:lo|la) (?:recibirá|recibirás|tendrá|tendrás)|(?:recibirá|recibirás|tendrá|tendrás) (?:su|tu|el|la|un|una) (?:pedido|paquete|repuesto|reemplazo|producto)|(?:una nueva|uno nuevo|otra|otro) (?:sale|llega|va|saldrá|llegará)|(?:sale|saldrá|llega|llegará) (?:una nueva|uno nuevo|otra|otro)|(?:entrega|envío) (?:en|mañana|hoy|al día siguiente|dentro|antes|tarda|el)|está en camino',
    ],
  ],
  ['warranty', 'lifetime', ['garantía (?:de por vida|vitalicia)|de por vida']],
  [
    'warranty',
    '',
    [
      '(?:está|están|sigue|queda|en) (?:cubiert[oa] (?:por la )?|en )?garantía(?! de que)|la garantía (?:cubre|es de|dura|incluye|vale)|garantía de (?:\\d{1,2}|un|dos|tres|cinco) (?:años?|meses)|(?:te|le|lo|la|se lo) ?(?:reparamos|repararemos|cambiamos|cambiaremos|reemplazamos|sustituimos|arreglamos|cambio por|reemplazo)|(?:recibirá|recibirás|tendrá|tendrás) (?:un )?(?:repuesto|reemplazo|cambio|nuevo)|será (?:reparad|reemplazad|sustituid)[oa]',
    ],
  ],
  [
    'health',
    'pregnancy',
    [
      '(?:segur[oa]|apt[oa]|recomendable|sin (?:riesgo|peligro)|inofensiv[oa]|puede[ns]? ~) ~(?:embaraz\\w{2,5}|lactancia)|embarazadas? ~(?:puede[ns]?|segur[oa]|sin (?:riesgo|peligro))',
    ],
  ],
  [
    'health',
    'allergy',
    [
      'hipoalergénic[oa]|(?:sin|libre de|no contiene) (?:gluten|lactosa|frutos secos|alérgenos|níquel|látex|cafeína|tóxicos)|apt[oa] para (?:alérgicos|celíacos|pieles sensibles|intolerantes)',
    ],
  ],
  [
    'health',
    '',
    [
      'sin efectos secundarios|no tiene efectos secundarios|(?:cura|alivia|sana|previene (?:el|la|los|enfermedades)|reduce (?:la|el) (?:presión|colesterol|estrés|ansiedad|dolor)|baja la (?:presión|tensión)|quema grasa|fortalece (?:el|las) (?:sistema|defensas)|adelgaza)(?= |[.!,]|$)|bueno para (?:la salud|el corazón|la piel|el hígado|la digestión)|clínicamente (?:probado|testado)|(?:totalmente|completamente|perfectamente|absolutamente) (?:segur[oa]|inofensiv[oa])|segur[oa] para (?:niños|bebés|mascotas|perros)|no es tóxico',
    ],
  ],
  [
    'legal',
    '',
    [
      '(?:puede|puedes|podría|podrías|debería|deberías) (?:demandar|denunciar|llevar\\w{0,3} a juicio|reclamar (?:daños|judicialmente)|ir a juicio)\\w{0,4}|(?:la|según la|por) ley (?:le|te|dice|obliga|exige|protege|permite|,|de)|por ley|legalmente|es (?:ilegal|legal|un delito)|no (?:necesita|necesitas) (?:un )?abogado|tiene[s]? un caso',
    ],
  ],
  [
    'fault',
    '',
    [
      '(?:es|fue|ha sido|era) (?:totalmente |completamente |toda |todo |un |una |la ){0,5}(?:culpa nuestra|nuestra culpa|error nuestro|nuestro error|responsabilidad nuestra|nuestra responsabilidad|fallo nuestro|nuestro fallo|negligencia nuestra)|(?:culpa|error|fallo|negligencia) (?:nuestr[oa]|de nuestra parte|por nuestra parte)|(?:nos hemos equivocado|nos equivocamos|la hemos fastidiado|hemos fallado|hemos sido negligentes|fuimos negligentes|somos responsables|somos culpables|metimos la pata|asumimos (?:la|toda|nuestra))',
    ],
  ],
  [
    'action',
    'check',
    [
      `(?:(?:lo|la|se lo|te lo|le|te) )?(?:voy a|vamos a|déjame|déjeme|permítame|permíteme) (?:comprobar|revisar|verificar|consultar|averiguar|mirar|investigar|ver (?:qué|dónde|si)|preguntar)\\w{0,4}|(?:lo|la|te lo|se lo) (?:reviso|revisamos|compruebo|comprobamos|verifico|verificamos|consulto|consultamos|averiguo|investigo|miro|pregunto|investigamos|revisaré|comprobaré|consultaré)|(?:reviso|compruebo|verifico|consulto) (?:tu|su|el|la) (?:pedido|envío|cuenta|caso|estado|stock)|(?:he|hemos) (?:comprobado|revisado|verificado|consultado)`,
    ],
  ],
  [
    'action',
    'contact',
    [
      `(?:te|le|les|os|nos|alguien|se) ?(?:te |le |se )?(?:llamaremos|llamaré|llamamos (?:mañana|hoy|en|luego|de vuelta)|llamará(?:n)?|contactaremos|contactará(?:n)?|contactaré|escribiremos|escribiré|escribirá(?:n)?|avisaremos|avisaré|avisamos|aviso (?:en|cuando|mañana|pronto)|responderemos|responderá(?:n)?|responderé|informaremos|informaré|mantendremos|mantendré|confirmamos (?:mañana|hoy|en)|pondremos en contacto|pondrá(?:n)? en contacto|ponemos en contacto)|(?:recibirá|recibirás|tendrá|tendrás) (?:una |un |pronto una |pronto un )?(?:respuesta|llamada|correo|mensaje|noticias|email|confirmación)|(?:vamos|voy|va) a (?:llamar|contactar|escribir|avisar|responder|informar)\\w{0,4}`,
    ],
  ],
  [
    'action',
    'call-person',
    [
      '(?:he|hemos|voy a|vamos a|ya|le|te|lo|se lo)? ?(?:avisado|avisar|aviso|avisamos|llamado|llamar|llamo|pasado|pasar|paso|pasamos|transferido|transferir|transfiero|derivado|derivo|escalado|escalo|remitido|remito|informado|notificado|notifico|abierto|abrir|abro) (?:a|con|al|tu|su|el|la|esto|un|una|lo)(?: ~)?(?:compañer[oa]s?|equipo|persona|encargad[oa]|responsable|supervisor|humano|agente|caso|ticket|departamento|reclamación|incidencia)|(?:una persona|alguien|un compañero|una compañera|el equipo|nuestro equipo|un agente) (?:le |te |lo |se )?(?:va a |atenderá|ayudará|leerá|responderá|revisará|se encargará|se ocupará|encargará|ocupará|viene|contestará)',
    ],
  ],
  [
    'action',
    'feedback',
    [
      '(?:lo|la|se lo|te lo|tu|su|le)? ?(?:anoto|anotamos|apunto|apuntamos|tomo nota|tomamos nota|transmito|transmitimos|transmitiré|transmitiremos|comunicaré|comunicaremos|haré llegar|haremos llegar|comento) ?(?:al equipo|a mis|su|tu|la|el|esto|de|(?=[.!,]|$))',
    ],
  ],
  [
    'action',
    'cancel',
    [
      '(?:he|hemos|voy a|vamos a|te|le|se lo|lo) (?:cancelado|cancelar|cancelo|cancelamos|anulado|anular|anulo)\\w{0,3}|(?:pedido|reserva|suscripción) (?:está|ha sido|queda|fue) (?:cancelad|anulad)[oa]',
    ],
  ],
  ['action', 'refund', ['(?:he|hemos|ya) (?:le |te )?(?:reembolsado|devuelto|reintegrado) (?:su|tu|el|la|todo)']],
  [
    'action',
    'change',
    [
      '(?:he|hemos) (?:cambiado|modificado|actualizado|reservado|ampliado|desbloqueado|restablecido|eliminado|corregido|solucionado|arreglado|gestionado|programado)|(?:me encargo|nos encargamos|me ocupo|nos ocupamos|me haré cargo|nos haremos cargo)(?! de hacerte reír)|(?:lo|la|te lo|se lo) (?:soluciono|solucionamos|arreglo|gestiono|gestionamos|cambio|modifico|actualizo|solucionaré|solucionaremos|arreglaré|arreglaremos|resolveremos|resolveré)',
    ],
  ],
  [
    'agreement',
    '',
    [
      'trato hecho|^\\s{0,5}(?:hecho|vendido|trato|de acuerdo,? trato)(?=[.!,;]|$)|(?:acepto|aceptamos) (?:tu|su|el|la|las|los|sus|tus|esa|ese) ?(?:oferta|condiciones|precio|términos|trato|propuesta)|(?:es|será) (?:tuy[oa]|suy[oa]) por',
    ],
  ],
])
