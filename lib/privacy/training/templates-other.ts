/** The same in Spanish, French, German, Portuguese, Italian, Dutch and some of the North; fewer, for the form of words carries over. */
export const otherTemplates = `
Me llamo {p}
Hola, me llamo {p} y vivo en {addr}
Soy {p}, cliente desde {year}.
Mi nombre es {p}
Buenos días, soy {f}
Hola {f}, gracias por su respuesta
Estimado señor {l}:
Estimada señora {l},
Vivo en {city}, {country}
Vivo en {addr}
Mi dirección es {addr}
Por favor envíelo a {addr}
¿Hacen envíos a {place}?
¿Tienen tienda en {city}?
Trabajo en {org}
Trabajo para {org} en {city}
La factura a nombre de {org}, {addr}
El pedido {order} está a nombre de {p}
Saludos,\\n{p}
Un saludo, {f}
Gracias,\\n{p}\\n{phone}
Mi marido {f} hizo el pedido
mi hija {f} tiene {n} años
Hablé con {f} el {day}
Quiero hablar con {p}
¿Está {p}?
El doctor {l} no está
Nací en {city}
Me mudé de {city} a {city}
El paquete está en {city}
{p} trabaja en {org}
{org} no me contesta
Según {org}, los precios suben en {country}
¿Dónde está mi pedido {order}?
Quiero devolver {product}
Necesito ayuda con mi cuenta
No puedo entrar en mi cuenta
Mi tarjeta no funciona
Gracias por su ayuda
Buenos días
¿Cuánto cuesta el envío?
Quiero hablar con una persona
El paquete llegó roto
Quiero cancelar mi suscripción
¿Cuándo llega mi paquete?
Me cobraron dos veces {amount}
El {date} compré {product}
Je m'appelle {p}
Bonjour, je m'appelle {p} et j'habite au {addr}
Bonjour {f},
Je suis {p}, client depuis {year}
Mon nom est {p}
Cher monsieur {l},
Chère madame {l},
Bonjour M. {l},
J'habite à {city}
J'habite {addr}
Mon adresse est {addr}
Merci de l'envoyer au {addr}
Livrez-vous en {country} ?
Avez-vous un magasin à {city} ?
Je travaille chez {org}
Je travaille pour {org} à {city}
La commande {order} est au nom de {p}
Cordialement,\\n{p}
Merci,\\n{p}\\n{phone}
Mon mari {f} a passé la commande
ma fille {f} a {n} ans
J'ai parlé avec {f} {day}
Je voudrais parler à {p}
Je suis né à {city}
Nous avons déménagé de {city} à {city}
Le colis est resté à {city}
{p} travaille chez {org}
{org} ne répond pas
Où est ma commande {order} ?
Je veux retourner {product}
J'ai besoin d'aide avec mon compte
Je ne peux pas me connecter
Ma carte ne marche pas
Merci pour votre aide
Bonjour
Combien coûte la livraison ?
Je veux parler à une personne
Le colis est arrivé cassé
Je veux annuler mon abonnement
Quand arrive mon colis ?
On m'a débité deux fois {amount}
Ich heiße {p}
Hallo, mein Name ist {p} und ich wohne in {addr}
Ich bin {p}, Kunde seit {year}
Mein Name ist {p}
Hier ist {p}
Guten Tag, hier spricht {p} von {org}
Hallo {f},
Lieber {f},
Liebe {f}, vielen Dank für deine Nachricht
Sehr geehrter Herr {l},
Sehr geehrte Frau {l},
Guten Tag Herr {l},
Ich wohne in {city}
Wir wohnen in {city}, {country}
Meine Adresse ist {addr}
Meine Anschrift lautet {addr}
Bitte senden Sie es an {addr}
Bitte an {p}, {addr} liefern
Liefern Sie nach {country}?
Gibt es einen Laden in {city}?
Ich arbeite bei {org}
Ich arbeite für {org} in {city}
Die Rechnung geht an {org}, {addr}
Die Bestellung {order} läuft auf {p}
Mit freundlichen Grüßen\\n{p}
Viele Grüße\\n{f} {l}
Danke\\n{p}\\n{phone}
Mein Mann {f} hat das bestellt
meine Tochter {f} ist {n} Jahre alt
Ich habe mit Frau {l} gesprochen
Herr {l} hat mir das versprochen
Kann ich mit {p} sprechen?
Ich bin in {city} geboren
Wir sind von {city} nach {city} gezogen
Das Paket liegt in {city}
{p} arbeitet bei {org}
{org} antwortet nicht
Wo ist meine Bestellung {order}?
Wo ist mein Paket?
Ich möchte {product} zurückgeben
Ich brauche Hilfe mit meinem Konto
Ich kann mich nicht anmelden
Meine Karte funktioniert nicht
Vielen Dank für Ihre Hilfe
Guten Morgen
Was kostet der Versand?
Ich möchte mit einem Menschen sprechen
Das Paket kam kaputt an
Ich möchte mein Abo kündigen
Wann kommt meine Lieferung?
Mir wurden zweimal {amount} abgebucht
Die Ware ist beschädigt und die Verpackung war offen
Bitte schicken Sie mir eine neue Rechnung
Der Fahrer hat das Paket im Regen gelassen
Chamo-me {p}
Olá, meu nome é {p} e moro na {addr}
Sou {p}, cliente desde {year}
O meu nome é {p}
Olá {f}, obrigado pela resposta
Caro senhor {l},
Prezada {f},
Moro em {city}
Meu endereço é {addr}
Por favor enviem para {addr}
Vocês entregam em {place}?
Trabalho na {org}
O pedido {order} está em nome de {p}
Atenciosamente,\\n{p}
Obrigada,\\n{p}\\n{phone}
Falei com a {f}
Quero falar com {p}
Nasci em {city}
O pacote está em {city}
{p} trabalha na {org}
Onde está o meu pedido {order}?
Quero devolver {product}
Não consigo entrar na minha conta
Quero falar com uma pessoa
Quero cancelar a minha assinatura
Obrigado pela ajuda
Quanto custa o frete?
Mi chiamo {p}
Salve, mi chiamo {p} e abito in {addr}
Sono {p}, cliente dal {year}
Il mio nome è {p}
Ciao {f}, grazie della risposta
Gentile signor {l},
Gentile signora {l},
Abito a {city}
Il mio indirizzo è {addr}
Spedite a {place}?
Lavoro per {org}
L'ordine {order} è a nome di {p}
Cordiali saluti,\\n{p}
Grazie,\\n{f}
Ho parlato con {f}
Vorrei parlare con {p}
Sono nato a {city}
Il pacco è fermo a {city}
Dov'è il mio ordine {order}?
Voglio restituire {product}
Non riesco ad accedere al mio conto
Vorrei parlare con una persona
Grazie per l'aiuto
Quanto costa la spedizione?
Mijn naam is {p}
Ik heet {p} en ik woon in {addr}
Hallo {f},
Beste {f},
Geachte heer {l},
Ik woon in {city}
Mijn adres is {addr}
Leveren jullie in {place}?
Ik werk bij {org}
De bestelling {order} staat op naam van {p}
Met vriendelijke groet,\\n{p}
Groetjes, {f}
Waar is mijn bestelling {order}?
Ik wil {product} terugsturen
Ik kan niet inloggen
Ik wil een mens spreken
Bedankt voor uw hulp
Nazywam się {p}
Mieszkam w {city}
Mój adres to {addr}
Gdzie jest moje zamówienie {order}?
Dziękuję za pomoc
Pozdrawiam,\\n{p}
Jag heter {p} och bor på {addr}
Hej, mitt namn är {p}
Var är min beställning {order}?
Med vänliga hälsningar\\n{p}
Jeg hedder {p}
Jeg heter {p} og bor i {city}
Hvor er min ordre {order}?
Nimeni on {p}
Benim adım {p}
Adresim {addr}
Siparişim {order} nerede?
Меня зовут {p}
Я живу в городе {city}
Где мой заказ {order}?
Спасибо за помощь
`;
