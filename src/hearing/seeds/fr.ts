/** French examples of each softer kind. */
import type { Seeds } from './seeds.ts'

export const fr: Seeds = {
  question: `
vous ouvrez à quelle heure
c'est combien
quel est le prix
livrez-vous en belgique
combien de temps pour la livraison
quels moyens de paiement acceptez-vous
comment supprimer mon compte
est-ce que ça contient des noix
je suis allergique aux arachides, c'est possible ?
c'est adapté aux enfants ?
où est votre boutique
quelle taille prendre
est-ce que ça existe en noir
comment nettoyer le cuir
vous faites des cartes cadeaux ?
peut-on payer en plusieurs fois
y a-t-il une garantie
je voudrais une facture
quelle est la différence entre les deux
avez-vous un code promo
c'est étanche ?
je cherche un cadeau pour ma mère
comment retourner un article
vous recrutez ?
qui est le fondateur
mot de passe oublié
c'est disponible quand
je peux changer l'adresse de livraison ?
comment annuler mon abonnement
quel modèle me conseillez-vous
avez-vous des pièces détachées
où sont vos mentions légales
comment vous contacter
je voudrais en commander deux
c'est fait en france ?
comment ça marche
quelles couleurs existent
combien de temps dure une réparation
les frais de port sont de combien
appelez-moi svp
je veux celui-ci
j'ai besoin d'un conseil
envoyez-moi les détails
je voudrais en savoir plus sur votre maison
ma taille n'est pas dans la liste
si je commande aujourd'hui je le reçois quand
c'est quoi le nom de ce modèle
je voudrais réserver pour deux
`,
  'order-trouble': `
où est ma commande
ma commande est en retard
je n'ai toujours pas reçu mon colis
le suivi ne bouge plus depuis une semaine
marqué livré mais je n'ai rien reçu
vous m'avez envoyé le mauvais article
il manque un article dans mon colis
mon colis est arrivé abîmé
reçu cassé
je n'ai pas été remboursé
toujours pas de remboursement
quand serai-je remboursé
colis perdu
commande jamais arrivée
je n'ai pas reçu la confirmation de commande
annuler ma commande
suivi commande svp
le livreur n'est pas passé
la couture a lâché après une semaine
ça ne marche plus après deux jours
le produit ne s'allume pas
mauvaise taille reçue
ce n'est pas la bonne couleur
j'ai commandé il y a trois semaines et rien
mon code promo ne fonctionne pas
paiement accepté mais pas de commande
j'ai renvoyé le sac et pas de nouvelles
échange toujours pas reçu
livraison retardée encore
le carton était éventré
ma commande est bloquée en préparation
j'ai reçu la commande de quelqu'un d'autre
l'anse s'est décousue
`,
  complaint: `
c'est inadmissible
je suis très déçue
service client lamentable
quelle honte
qualité médiocre pour le prix
personne ne répond à mes messages
je veux faire une réclamation
le personnel était désagréable
plus jamais je n'achète chez vous
c'est du vol
publicité mensongère
je suis furieux
c'est la troisième fois que ça casse
vraiment nul
quelle déception
j'ai attendu une heure et personne ne s'est occupé de moi
le café était froid et le serveur impoli
ça ne ressemble pas à la photo
votre site ne marche jamais
arnaque
on se moque du monde
très mécontente de mon achat
c'est de la merde
vous ne tenez pas vos promesses
expérience catastrophique
beaucoup trop cher pour ce que c'est
je regrette mon achat
la qualité a baissé
zéro pointé
`,
  praise: `
j'adore
merci beaucoup
c'est magnifique
très bonne qualité
je suis ravie de mon sac
super service
livraison rapide, merci
bravo à toute l'équipe
le meilleur café de la ville
vous êtes géniaux
parfait
très satisfaite
je recommande
trop beau
personnel adorable
quel travail splendide
délicieux
félicitations
un vrai coup de coeur
rien à redire, excellent
ma fille l'adore
merci pour votre gentillesse
ça déchire
au top
`,
  suggestion: `
vous devriez faire une version plus petite
ce serait bien d'avoir plus de couleurs
pourquoi ne pas ouvrir le dimanche
j'aimerais une version bleue
suggestion : une bandoulière plus longue
pensez à ajouter paypal
il faudrait un site plus rapide
vous pourriez proposer une version végane
ramenez l'ancien modèle svp
une idée : un coffret découverte
ce serait top une application
je propose de mettre les prix sur le site
il manque une poche intérieure, à ajouter
vous devriez ouvrir à lyon
moins de plastique dans l'emballage svp
à quand une carte de fidélité
ça serait génial avec un zip
`,
  chat: `
bonjour
salut
coucou
ça va
bonne nuit
bonsoir
qui es-tu
t'es un robot
raconte une blague
mdr
haha
il fait beau aujourd'hui
il pleut
je m'ennuie
merci
ok
oui
non
au revoir
bon week-end
joyeux noël
je suis au travail
j'ai lu une interview de votre fondateur
mort de rire
je meurs de faim
quoi de neuf
vous aimez la musique
moi aussi
tu es drôle
`,
}
