/** How French commits a brand. */
import { type Frames, frames } from './frame.ts'

const we =
  "(?:je|j'|nous|on|quelqu'un(?: de l'equipe| de chez nous| de la maison)?|une? collegue|l'equipe|notre equipe|le service client|un conseiller|une personne|une vraie personne|la maison|la boutique|l'atelier|la conciergerie|elle|il|ils)"
const will =
  '(?:(?:vais|allons|va|vont|peux|peut|pouvons|ai|a|avons|viens de|venons de|vient de|suis en train de|sommes en train de|bien|deja|tout de suite|aussitot|donc|bien entendu|bientot|immediatement|me charge de|nous chargeons de|lui|leur|me|nous|ferons|ferai|fais|faisons) ){0,3}'
const you = "(?:vous |te |t'|vous l'|vous le |vous la |vous en |te le |l'|le |la |les |lui |leur )?"

export const fr: Frames = frames('words', [
  [
    'refund',
    '',
    [
      `${we} ?${will}${you}${will}(?:rembours(?:er|e|ee|ons|erons|erai|era|ez)|dedommage\\w{0,5}|indemnise\\w{0,5}|credite\\w{0,5}|rendre? (?:l'argent|votre argent)|rendons (?:l'argent|votre argent)|reprends|reprenons|reprendrons|reprendre (?:la|le|votre|vos))`,
      "(?:vous|tu) (?:serez|seras|etes|sera|es|allez etre|vas etre|pouvez etre|avez ete) (?:integralement |entierement |totalement |bien |immediatement )?(?:remboursee?s?|dedommagee?s?|indemnisee?s?|creditee?s?)|(?:vous|tu) (?:recevrez|recevras|aurez|obtenez|obtiendrez|pouvez (?:demander|obtenir|recevoir|avoir)|beneficiez|allez recevoir) ~(?:remboursement|avoir|dedommagement|indemnisation)|(?:le|votre|un|tout) remboursement (?:est|sera|a ete|arrive|arrivera|vous sera|se fait|interviendra|prend|prendra|integral|complet|total)(?! l'affaire| une question| du ressort)|(?:remboursement|satisfait ou rembourse|rembourse(?:e)?) (?:integral|integralement|complet|total|a 100|garanti|immediat)|satisfait ou rembourse|(?:vous|tu) (?:pouvez|peux|avez|as) ~(?:retourner|renvoyer|rendre|annuler|changer d'avis|pour (?:retourner|renvoyer|rendre))|(?:retours?|retour et echange) (?:gratuits?|acceptes?|possibles?|offerts?)|(?:la somme|l'argent|le montant|votre argent) (?:est|sera|arrive|revient|arrivera|apparaîtra|figurera) ~sur votre (?:compte|carte|releve)|(?:la somme|l'argent|le montant|votre argent) (?:est|sera|vous est|vous sera|revient|vous revient) ~?(?:rendue?|remboursee?|restituee?|reversee?|creditee?)",
      'faire votre demande (?:apres|une fois|a posteriori)|annulation (?:gratuite|sans frais)|annuler (?:gratuitement|sans frais|a tout moment)',
    ],
  ],
  [
    'discount',
    '',
    [
      `(?:une|la|votre|de|cette) (?:petite |belle |grosse |jolie )?(?:remise|reduction|ristourne|rabais)(?: de| sur| supplementaire| speciale| exceptionnelle| immediate| vous| est| s'applique)|(?:un|votre) (?:rabais|bon (?:d'achat|de reduction)|code promo|code de reduction|code|avoir|prix special|tarif (?:special|reduit|preferentiel))(?! postal| couleur| source| qui est)|${we} ?${will}${you}${will}(?:fais|faisons|fait|ferons|ferai|faire|offre|offrons|offrir|accorde|accordons|accorder|donne|donnons|baisse|baissons|applique|appliquons|consens|consentons|aligne|alignons|deduis|deduisons) ~(?:remise|reduction|rabais|ristourne|geste commercial|prix|bon d'achat|code|promo|tarif)|(?:moitie prix|demi-tarif|a prix coutant|deux pour le prix d'un|un achete,? un offert|prix casse|geste commercial|alignons? (?:nos|les|le) prix|rembourse(?:ons)? la difference|soldes? (?:commencent?|jusqu))|(?:utilisez|avec|entrez|saisissez|voici) (?:le |votre |un |mon )?code (?!postal|source|de la route|couleur)`,
    ],
  ],
  [
    'free',
    'delivery',
    [
      '(?:livraison|expedition|frais de port|frais de livraison|envoi|port)(?: est| sont| vous est| vous sont| sera)? (?:express |standard |a domicile )?(?:gratuite?s?|offerte?s?|inclus(?:e|es)?|a notre charge|compris(?:e|es)?)|(?:livre|livrons|expedions|envoyons) gratuitement|sans frais de (?:port|livraison)',
    ],
  ],
  [
    'free',
    'return',
    [
      'retours? (?:gratuits?|offerts?)|(?:frais de retour|le retour) (?:est |sont )?(?:offerts?|gratuits?|a notre charge|a nos frais)',
    ],
  ],
  [
    'free',
    '',
    [
      "gratuit(?:e|s|es|ement)?|a titre gracieux|gracieusement|sans frais(?! de)|a nos frais|sans supplement|sans cout|offerte?s? par (?:la maison|nous|la boutique)|cadeau offert|c'est (?:offert|cadeau|pour nous|pour la maison|la maison qui (?:offre|regale))|(?:nous|on|je) (?:vous |t'|te )?(?:l'|le |la |les )?(?:offre|offrons|offrirai|offrirons|ajoute|ajoutons) (?:un|une|le|la|les|deux|des|votre|ton|ca|cela)(?! conseil| sourire| pensee)|(?:vous|te) (?:est|sera|sont|seront) offerte?s?|(?:livraison|reparation|cafe|boisson|echantillon|gravure|emballage|entree|mois|sachet)s? offerte?s?|(?:prenons|prends|prend) (?:tout |les frais |le cout |la reparation |cela )?en charge|(?:port|frais|livraison|facture|addition|reparation) (?:est|sont) pour (?:nous|la maison)|gardez (?:la|le|les) (?:piece |sac |article )?(?:abime|casse|mauvais|ancien)\\w{0,3}|rien a payer|ne (?:vous|te) coute(?:ra)? rien|la maison (?:paie|regle|prend en charge)|a notre charge",
    ],
  ],
  [
    'guarantee',
    '',
    [
      "(?:je|nous|on) (?:vous |te |t')?(?:le |l'|la )?(?:garanti(?:s|ssons|t|rai|rons)?|promets?|promettons|jure|jurons|certifie|certifions|assure(?! le service| la)|assurons(?! le| la)|donne ma parole|donnons notre parole|engage|engageons)|(?:m'engage|nous engageons|s'engage) (?:a|au|sur|formellement)|garanti(?:e|s|es)? (?:a vie|sans|pour|contre|d'|par|authentique|sur|pendant|\\d)|(?:c'est|resultat|authenticite|qualite|satisfaction|livraison|100 ?%|est|sont|prix|stock) (?:bien |entierement |totalement )?(?:garantie?s?|promise?)|garanti(?:e|s)?(?=[.!]|$)|vous (?:avez|as) (?:ma|notre) parole|parole (?:d'honneur|de \\w{3,10})|juridiquement (?:contraignante?|engageante?)|(?:ca|cela|ceci) (?:m'|nous )?engage|(?:a valeur|valeur) contractuelle|sans faute|soyez (?:assure|certain|sur)e?s?|(?:a coup sur|c'est certain|absolument certain|sans aucun doute possible)|(?:sera|arrivera|durera|tiendra|fonctionnera) (?:forcement|certainement|obligatoirement|toujours|a coup sur|sans faute)|ne (?:casse|cassera|s'usera|bougera|tombera) jamais|(?:ca|cela) ne se (?:reproduira|repetera) (?:pas|plus)|toute une vie|croix de bois|promis(?:,? jure)?(?=[.!,]|$)",
    ],
  ],
  [
    'availability',
    '',
    [
      "en (?:stock|rayon|magasin|reserve)(?! (?:limite|que|ou))|(?:est|sont|reste|restent|c'est|toujours|encore|immediatement|bien|actuellement) (?:bien |encore |toujours |actuellement |deja |de nouveau |a nouveau )?disponibles?(?! pour (?:vous (?:repondre|aider|ecouter)|discuter))|disponibles? (?:en ligne|en boutique|en magasin|en (?:noir|bleu|rouge|vert|blanc|naturel)|immediatement|des|maintenant|aujourd'hui|a partir|en trois|en deux|en quatre|jusqu)|il (?:nous )?(?:en )?reste (?:encore )?(?:\\w{1,10} )?(?:exemplaires?|pieces?|places?|paires?|sachets?|paquets?|deux|trois|quatre|cinq|six|\\d{1,3}|plusieurs|quelques)|(?:nous|on) (?:en )?(?:avons|a) (?:encore |bien |toujours )?(?:\\w{1,8} )?(?:en stock|en rayon|en boutique|de cote|sous la main)|de retour (?:en stock|en rayon)|(?:reassort|reapprovisionnement|restockage) (?:prevu|le|la semaine|arrive)|(?:je|nous|on) (?:vous|te) (?:la |le |l'|les |en )(?:garde|gardons|garderai|garderons)|(?:je|nous|on) (?:vous |te )?(?:la |le |l'|les |en )?(?:reserve|reservons|reserverai|mets de cote|mettons de cote|ai reserve|avons reserve|mettrons de cote)(?! (?:le silence|la surprise|un chien|ce secret|les pieds))",
    ],
  ],
  [
    'eligibility',
    '',
    [
      "(?:vous|tu) (?:etes|es|serez|seras) (?:bien |donc |tout a fait |clairement |egalement )?(?:eligibles?|couverte?s?|concernee?s? par la garantie|en droit|admissibles?|exoneree?s?|prioritaires?)|(?:vous|tu) (?:avez|as|aurez) (?:bien |tout a fait |donc |egalement |pleinement )?(?:droit|le droit)|(?:vous|tu) (?:pouvez|peux|pourrez) (?:bien |donc |aussi |egalement )?(?:beneficier|pretendre|profiter (?:de (?:la|notre|l')|d'une)|en beneficier)|(?:vous|tu) beneficie[zs]|(?:vous|tu) rempli(?:ssez|s) (?:toutes )?les conditions|(?:votre|la) (?:demande|commande|piece|dossier|achat|reclamation) (?:est|a ete|sera) (?:bien )?(?:eligible|accepte|acceptee|approuve|approuvee|valide|validee|couvert|couverte)|(?:vous|tu) (?:avez|as) (?:gagne|ete selectionne)|(?:place|reservation|table|rendez-vous|commande|creneau)(?: \\w{2,10}){0,3} (?:est|sont) (?:bien )?(?:confirme|reserve|assure)\\w{0,2}",
    ],
  ],
  [
    'delivery',
    '',
    [
      "(?:votre |la |le |ta |ton |vos |les |il |elle |ils |elles |cela |ca |tout )(?:commande|colis|paquet|piece|livraison|sac|cafe|remplacement|commandes|grains)? ?(?:vous )?(?:arrive(?:ra|ront|z)?|sera|seront|est|sont|partira|part|partent|partiront|devrait|va|vont)(?: etre| bien| deja| encore)? ?(?:livre(?:e|s|es)?|expedie(?:e|s|es)?|envoye(?:e|s|es)?|en route|en chemin|partie?s?|chez vous|chez toi|arriver|partir|poste(?:e)?|demain|aujourd'hui|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|la semaine prochaine|dans|sous|avant|en (?:deux|trois|quatre|cinq|\\d)|d'ici|le \\d)(?! (?:le vif|la joie|un instant|une minute))|(?:nous|on|je) (?:vous |te |l'|le |la |les ){0,5}(?:livrons|expedions|envoyons|livre|expedie|envoie|enverrons|enverrai|livrerons|expedierons|posterons|renvoyons|renverrons|faisons parvenir|ferons parvenir|avons (?:envoye|expedie|livre|poste)|ai (?:envoye|expedie|poste)|a (?:envoye|expedie)|allons (?:envoyer|livrer|expedier|renvoyer)|vais (?:envoyer|renvoyer|expedier)|faisons livrer)(?! (?:nos pensees|des bisous|un sourire|une pensee|un coeur))|(?:vous|tu) (?:recevrez|recevras|l'aurez|l'auras|le recevrez|la recevrez|allez (?:le |la |les )?recevoir|aurez) (?!un message|une reponse|un appel|un mail)~?(?:colis|commande|piece|paquet|demain|sous|dans|avant|d'ici|lundi|mardi|mercredi|jeudi|vendredi|la semaine|aujourd'hui|remplacement|sac|cafe)|(?:une|un) (?:neuve|neuf|nouvelle|nouveau|autre) (?:part|arrive|partira|vous attend|suit|est en route)|repart(?:ez|irez|s) avec (?:une|un)|livraison (?:en|sous|demain|le lendemain|express|dans|prevue|assuree|a domicile sous)(?! question)|livre(?:e|s|es)? (?:demain|sous|avant|en \\d|dans les|chez vous|le lendemain)",
    ],
  ],
  ['warranty', 'lifetime', ['garanti(?:e|s|es)? a vie|reparations? a vie|garantie a vie']],
  [
    'warranty',
    '',
    [
      "(?:est|sont|reste|restent|bien|encore|toujours) (?:bien |encore |toujours )?(?:sous garantie|couverte?s? par (?:la|notre) garantie|pris(?:e|es)? en charge)|sous garantie(?! ou)|la garantie (?:couvre|est de|dure|court|s'applique|inclut|comprend|prend)|garantie (?:de |d')?(?:\\d{1,2}|un|deux|trois|cinq|dix|commerciale|constructeur|legale de|internationale|etendue)|(?:nous|on|je|l'atelier) (?:vous |te |la |le |les |l'){0,5}(?:reparons|repare|reparerons|reparera|remplacons|remplace|remplacerons|remplacera|echangeons|echange|echangerons|changeons|recousons|recoudra|referons|ferons (?:reparer|remplacer)|allons (?:reparer|remplacer|echanger)|vais (?:reparer|remplacer|echanger))(?! (?:des mots|quelques mots|nos idees|avec plaisir))|(?:sera|seront|est|sont) (?:repare|remplace|echange|reparee|remplacee|echangee)(?:s|es)?|(?:vous|tu) (?:recevrez|pouvez|peux|aurez) ~?(?:echanger|un echange|une neuve|un neuf|un remplacement|une reparation)|(?:reparation|remplacement|echange) (?:gratuite?|offerte?|sans frais|immediate?|a nos frais|standard|a prix coutant)",
    ],
  ],
  [
    'health',
    'pregnancy',
    [
      '(?:sans (?:danger|risque)|sur|sure|surs|convient|possible|autorise|recommande|pas de danger|aucun (?:danger|risque)|inoffensif|adapte|adaptee) ~?(?:femmes? enceintes?|pendant la grossesse|enceinte|grossesse|allaite\\w{0,5}|allaitement)|(?:femmes? enceintes?|enceinte|pendant la grossesse) ~?(?:peu(?:t|vent|x)|pouvez|sans (?:danger|risque|crainte|souci)|aucun (?:danger|risque))',
    ],
  ],
  [
    'health',
    'allergy',
    [
      "hypoallergenique|anallergique|(?:sans|ne contient (?:pas|aucun|ni)|contient aucun|exempt de|exempte de) (?:de |d')?(?:gluten|lactose|noix|fruits a coque|allergenes?|nickel|chrome|latex|cafeine|arachide|produits toxiques|bpa)|(?:convient|adapte|adaptee|sans (?:danger|risque)) (?:aux|pour les) (?:personnes? )?(?:allergiques?|peaux sensibles|intolerants?|coeliaques?)|ne (?:provoque|cause|provoquera|causera) (?:aucune|pas d') ?(?:allergie|irritation|reaction)",
    ],
  ],
  [
    'health',
    '',
    [
      "(?:aucun|sans|pas d'|zero) ?effets? (?:secondaires?|indesirables?)|(?:guerit|guerira|soigne (?!ses|les details|la|son)|traite (?:les|la|le) (?:maux|douleur|maladie|stress|insomnie|anxiete)|soulage|previent (?:les|le|la) (?:maladie|cancer|diabete|rhume)|fait maigrir|brule les graisses|renforce (?:le|votre|l') ?(?:systeme )?immun\\w{1,7}|(?:reduit|diminue|abaisse|baisse) (?:la tension|le cholesterol|le stress|l'anxiete|la douleur)|ameliore (?:le sommeil|la digestion|la memoire|la peau|la sante))|bon(?:ne|s)? pour (?:la sante|le coeur|la peau|le foie|la ligne|l'estomac|la memoire|la digestion)|cliniquement (?:prouve|teste)e?|teste(?:e)? (?:cliniquement|dermatologiquement|sous controle)|recommande(?:e)? par (?:les|des) (?:medecins|dermatologues|docteurs)|non toxique|(?:totalement|parfaitement|absolument|entierement|completement|tout a fait) (?:sans (?:danger|risque)|inoffensif|inoffensive|sur|sure|surs)(?! de)|sans (?:aucun )?(?:danger|risque) pour|(?:vous|tu) (?:pouvez|peux) (?:arreter|reduire|doubler) (?:votre|ton) (?:traitement|medicament|dose)",
    ],
  ],
  [
    'legal',
    '',
    [
      "(?:vous|tu) (?:pouvez|peux|devriez|devrais|pourriez) (?:les |le |la |nous )?(?:porter plainte|poursuivre|attaquer|saisir (?:la justice|le tribunal|un avocat|les prud)|assigner|exiger|reclamer des dommages|rompre le contrat|resilier)|(?:la|votre|cette) loi (?:vous|prevoit|oblige|impose|dit|autorise|interdit|est (?:de votre cote|claire))|selon (?:la loi|le code|l'article|le droit)|d'apres (?:la loi|le code)|(?:en vertu|au titre|aux termes) d(?:e|u) (?:la loi|code|l'article|droit|la garantie legale)|legalement|(?:c'est|ce serait|est) (?:parfaitement |totalement |tout a fait )?(?:illegal|legal|illicite|interdit par la loi|deductible)|(?:vous|tu) (?:gagnerez|gagneras|gagneriez) (?:le proces|votre proces|devant)|pas besoin d'(?:un )?avocat|(?:nous|on) (?:reconnaissons|acceptons|assumons) (?:notre|toute|la) responsabilite",
    ],
  ],
  [
    'fault',
    '',
    [
      "(?:c'est|c'etait|ce sont|il s'agit d'|est|etait|tout est|entierement|completement) ?(?:entierement |bien |uniquement |completement |vraiment |la |une |de ){0,5}(?:notre|la notre|nos|de notre) (?:faute|erreur|responsabilite|fait|negligence|tort|manquement)|(?:la faute|l'erreur|la responsabilite|le tort) (?:est|vient|nous|etait) (?:la notre|a nous|de nous|de chez nous|revient|de notre (?:cote|part|fait))|(?:nous|on) (?:l'|les )?(?:avons|a) (?:perdu|egare|casse|abime|oublie)(?:e|s|es)?(?! de vous dire)|(?:nous|on) (?:avons|a) (?:ete (?:negligents?|en tort|fautifs?|defaillants?)|commis (?:une|l')|fait une (?:erreur|faute|betise)|manque a|failli|mal (?:fait|gere|emballe|prepare|traite)|abime|casse|perdu votre|egare|oublie (?:d|votre|une piece))|(?:nous|on) (?:sommes|est) (?:entierement |seuls |pleinement )?(?:en tort|responsables?|fautifs?|coupables?|en faute)|(?:erreur|faute|negligence|oubli) de notre part|mea culpa|(?:nous|on) (?:assumons|reconnaissons) (?:notre |nos |l'|la |toute )(?:erreur|faute|tort|responsabilite)",
    ],
  ],
  [
    'action',
    'check',
    [
      `(?:je|j'|nous|on)(?: ?(?:m'en|vais|allons|va|vous|te|le|la|l'|me|nous|m'|ai|avons|deja|tout de suite|aussitot|de suite|suis en train de)){0,5} ?(?:verifie(?:r|rons|rai|e|ons)?|verifions|renseigne(?:r|rai|rons)?|renseignons|regarde (?:votre|ta|ton|ou|ce qui|dans|le dossier|cela|ca)|regarde[rz]? (?:votre|ta|ou en)|enquete[rs]?|enquetons|recherche (?:votre|le|la|ou)|consulte (?:votre|le dossier|le stock)|controle (?:votre|le)|suis (?:votre|la) commande de pres)|laissez-moi (?:verifier|regarder|me renseigner|chercher|voir (?:ou|ce|si|avec))|un instant,? (?:je|que je) (?:verifie|regarde|me renseigne)|(?:je|nous) (?:fais|faisons) (?:le point|une verification|des recherches)`,
    ],
  ],
  [
    'action',
    'contact',
    [
      `(?:${we}|vous serez)(?: va| vont| vais| allons| vous| te| t'| nous| peut| pouvons| sera| bien| tres| vite| bientot| rapidement){0,5} ?(?:rappell?e(?:ra|rons|rai|r|z|s)?(?! que)|rappelons(?! que)|recontacte(?:ra|rons|rai|r|e|ee|es)?|recontactons|contacte(?:ra|rons|rai|r|e|ee|es)?|contactons|ecri(?:ra|rons|rai|vons|re)(?: demain| tres| bientot| ici| par| a)|reponds? (?:demain|sous|d'ici|dans|rapidement|ici)|repondra|repondrons|tiendra(?:i)? (?:au courant|informe)|tiendrons (?:au courant|informe)|tenons (?:au courant|informee?)|tiens (?:au courant|informee?)|previendra(?:i)?|previendrons|informera(?:i)?|informerons|telephonera|(?:joindre|ecrire|repondre|appeler|prevenir)(?= sous| dans| avant| demain| bientot| tres|[.!]|$)|reviens vers|revenons vers|reviendra(?:i)? vers|reviendrons vers|revenir vers|donne des nouvelles|donnerons des nouvelles|fera signe|fais signe|appellera|appelle (?:avant|dans|demain|tout|sous|d'ici|ce|des|aujourd|lundi|mardi|mercredi|jeudi|vendredi)|joindra)|(?:vous|tu) (?:recevrez|recevras|aurez|allez recevoir|serez) (?:vite |bientot |rapidement |tres )?(?:un |une |la |des )?(?:reponse|appel|mail|e-mail|courriel|message|nouvelles|rappel|rappelee?s?|contactee?s?|recontactee?s?|avertie?s?|prevenue?s?|informee?s?|confirmation)`,
    ],
  ],
  [
    'action',
    'call-person',
    [
      `(?:je|j'|nous|on)(?: ?(?:vais|allons|va|vous|te|t'|ai|avons|a|l'ai|l'avons|le|la|l'|les|viens d'|viens de|venons de|aussitot|tout de suite|deja|en)){0,5} ?(?:transmets|transmettons|transmis(?:e)?|transmettre|transfere(?:r|ons)?|fais suivre|faisons suivre|fait suivre|faire suivre|previens|prevenu|prevenons|prevenir|appelle|appelons|appele|appeler|alerte(?:r)?|alertons|demande(?:r)? a|demandons a|demande une|saisi|saisissons|passe(?:r)? (?:a|la main|le relais)|mets en relation|mettons en relation|mettre en relation|signale(?:r)?|signalons|escalade|remonte(?:r)?|remontons|confie(?:r)?|confions|soumets|soumis|ouvre un (?:ticket|dossier)|ouvert un (?:ticket|dossier)|ouvrons un (?:ticket|dossier))(?: votre| cela| ca| ceci| la| le| un| une| l'| mon| ma| notre| a| au| votre| demande| dossier| message| recit){0,5} ?(?:collegues?|equipe|personne|responsable|atelier|conciergerie|service|conseiller|direction|dossier|ticket|demande|message|cas|reclamation|humain|boutique|direction|desk|quelqu'un|main|relais|(?=[.!,]|$))|(?:quelqu'un|une personne|un collegue|une collegue|un conseiller|une conseillere|l'equipe|notre equipe|un responsable|l'atelier|la conciergerie)(?: va| vous| bientot| tout de suite){0,5} ?(?:prendre|prend|prendra|lira|repondra|s'occupe|s'occupera|traite|traitera|regarde|regardera|arrive|vient|viendra|aidera|prevenue?|est prevenue?|examinera|reprend|reprendra)`,
    ],
  ],
  [
    'action',
    'feedback',
    [
      "(?:je|j'|nous|on)(?: ?(?:vais|allons|le|la|l'|les|ai|avons|en|bien|vous)){0,5} ?(?:note(?:r|rons|e)?|notons|prends bonne note|prenons (?:bonne )?note|transmets|transmettons|transmis|transmettrai|transmettrons|ferai suivre|ferons suivre|ferai part|ferons part|remonterai|remonterons|remonte|signalerai|signalerons|dirai a|dirons a)(?: votre| cette| ton| l'| cela| ca| la| ta| vos){0,5} ?(?:idee|remarque|suggestion|avis|retour|demande|souhait|voeu|commentaire|message|probleme|compliment)?",
    ],
  ],
  [
    'action',
    'cancel',
    [
      "(?:je|j'|nous|on)(?: ?(?:vais|allons|vous|te|ai|avons|a|l'ai|l'avons|viens d'|venons d'|l'|la|le)){0,5} ?annul(?:e|er|ons|ee|erai|erons|es)(?! et remplace)|(?:commande|abonnement|rendez-vous|reservation) (?:est|a ete|sera) (?:bien )?annulee?",
    ],
  ],
  [
    'action',
    'refund',
    [
      "(?:je|j'|nous|on)(?: ?(?:vous|te|ai|avons|a|l'ai|viens de|venons de|l'avons)){0,5} ?(?:ai|avons|viens de|venons de) (?:vous |te )?rembours(?:er|e|ee)",
    ],
  ],
  [
    'action',
    'change',
    [
      "(?:je|j'|nous|on)(?: ?(?:vais|allons|vous|te|ai|avons|a|l'ai|l'avons|m'en|nous en|viens de|venons de|le|la|les|l')){0,5} ?(?:modifi(?:e|er|ons|ee)|corrig(?:e|er|eons|ee)|reserv(?:e|er|ons|ee) (?:votre|une|un|la|le|pour)|prolong(?:e|er|eons)|debloqu(?:e|er|ons)|reinitialis(?:e|er|ons)|supprim(?:e|er|ons|ee)|inscri(?:s|re|vons|t)|occup(?:e|ons|er|erai|erons) (?:de|d')|charge(?:ons)? de (?:tout|cela|votre|la|le|vous)|reg(?:le|ler|lons|lerai|lerons) (?:cela|ca|le probleme|tout|votre)|arrang(?:e|er|eons|erai) (?:cela|ca|tout)|organis(?:e|er|ons) (?:un|une|le|la|votre)|prends? (?:un |le )?rendez-vous pour|mets a jour|mettons a jour|mis a jour|fais le necessaire|faisons le necessaire|ferons le necessaire|ferai le necessaire|fait le necessaire)|m'en occupe|nous en occupons|(?:c'est|tout est|voila,? c'est) (?:fait|regle|arrange|note|modifie|reserve)(?= pour (?:vous|votre|toi)|[.!]|$)",
    ],
  ],
  [
    'agreement',
    '',
    [
      "^\\s{0,5}(?:marche conclu|affaire conclue|vendu|tope(?: la)?|c'est d'accord(?= pour)|c'est entendu(?= pour)|conclu|entendu pour|d'accord pour|ok pour|va pour)(?! toi)|marche conclu|affaire conclue|(?:nous|j'|on|je) ?(?:acceptons|accepte|suis d'accord|sommes d'accord|consens|consentons) ?(?:votre|vos|de (?:vendre|vous|rembourser|payer|donner)|le prix|ces|les|pour (?:vous|ce prix)|a (?:vos|vous|ce|ces))(?! votre avis)|(?:elle|il|c'est|le \\w{2,12}) (?:est )?a vous pour|je vous (?:le|la) (?:laisse|vends|cede|fais) (?:a|pour)|aux conditions que vous",
    ],
  ],
])
