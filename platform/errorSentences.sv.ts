/** What expected failures say (`new RoundtripError(type, sentence)`), in Swedish. `{…}` stands for a value, which may stand elsewhere in Swedish. */
export const errorSentences: Readonly<Record<string, string>> = {
  '{name} is switched off here.': '{name} är avstängd här.',
  '{name} is the last administrator; without one nobody could change anything.':
    '{name} är den sista administratören; utan en kunde ingen ändra något.',
  '{method} is not possible here; {methods} is.': '{method} går inte här; {methods} går.',
  '{method} is not possible here; GET and POST are.': '{method} går inte här; GET och POST går.',
  '{element} is missing: the cart could not go back.': '{element} saknas: kundvagnen kunde inte skickas tillbaka.',
  '{element} is no address that a cart can go back to.':
    '{element} är ingen adress som en kundvagn kan skickas tillbaka till.',
  '{element} is not encrypted.': '{element} är inte krypterad.',
  '{party} names nobody of this agreement.': '{party} nämner ingen i det här avtalet.',
  '{most} links are open; revoke one first.': '{most} länkar är öppna; dra tillbaka en först.',
  '{count} partners of this hub have the sender of the document in their agreements.':
    '{count} partner i den här hubben har dokumentets avsändare i sina avtal.',
  '{count} agreements take documents by mail from this address: write to order+name@..., with the name of one of ours.':
    '{count} avtal tar emot dokument med e-post från den här adressen: skriv till order+namn@..., med namnet på en av våra.',
  'A body of type {types} is expected.': 'En kropp av typen {types} väntas.',
  'A catalogue in this format is under way to the partner already.':
    'En katalog i det här formatet är redan på väg till partnern.',
  'A confirmation leaves something to deliver: cancel the order instead.':
    'En bekräftelse lämnar något att leverera: makulera ordern i stället.',
  'A document is gone.': 'Ett dokument är borta.',
  'A later version of the order holds: reject this change.':
    'En senare version av ordern gäller: avvisa den här ändringen.',
  'A line is longer than {most} characters.': 'En rad är längre än {most} tecken.',
  'A line with an article is not accepted as text.': 'En rad med en artikel godtas inte som text.',
  'A link is good for 1 to {most} days.': 'En länk gäller 1 till {most} dagar.',
  'A run is going on already; its result is soon there.': 'En körning pågår redan; resultatet finns snart.',
  'A user name is needed.': 'Ett användarnamn behövs.',
  'A user name without colon is needed for HTTP Basic (RFC 7617).':
    'För HTTP Basic behövs ett användarnamn utan kolon (RFC 7617).',
  'A valid API key is needed: send it as Authorization: Bearer <key> or as X-API-Key: <key>.':
    'En giltig API-nyckel behövs: skicka den som Authorization: Bearer <nyckel> eller X-API-Key: <nyckel>.',
  'A column stands there twice.': 'En kolumn finns två gånger.',
  'An Authorization header, Basic or Bearer, is needed.': 'Ett Authorization-huvud, Basic eller Bearer, behövs.',
  'An accepted line takes no changes.': 'En godtagen rad ändras inte.',
  'An address is made of small letters, digits and hyphens.':
    'En adress består av små bokstäver, siffror och bindestreck.',
  'An agreement is for production or for test.': 'Ett avtal är för produktion eller för test.',
  'An order in status {from} can no longer be changed: reject the change.':
    'En order i status {from} kan inte ändras längre: avvisa ändringen.',
  'An order in status {from} cannot become {to}.': 'En order i status {from} kan inte bli {to}.',
  'An order in status {status} is decided already.': 'En order i status {status} är redan beslutad.',
  'An order in status {status} is not checked again; only a held one is.':
    'En order i status {status} kontrolleras inte igen; det gör bara en som väntar.',
  'An order in status New takes no confirmations: accept it by a decision first.':
    'En order i status New går inte att bekräfta: godta den genom ett beslut först.',
  'An order in status {status} takes no confirmations: there is nothing to confirm.':
    'En order i status {status} går inte att bekräfta: det finns inget att bekräfta.',
  'An order in status New takes no deliveries: accept it by a decision first.':
    'En order i status New går inte att leverera: godta den genom ett beslut först.',
  'An order in status {status} takes no deliveries.': 'En order i status {status} går inte att leverera.',
  'An order is expected as XML.': 'En order väntas som XML.',
  'Another decision, {kind} by {actor}, is being carried out.':
    'Ett annat beslut, {kind} av {actor}, håller på att genomföras.',
  'Another version was stored meanwhile; read it and repeat.':
    'En annan version har sparats under tiden; läs den och gör om.',
  "Article {number} is not part of this customer's assortment.": 'Artikel {number} ingår inte i kundens sortiment.',
  'Calls from {address} are not agreed for this address.':
    'Anrop från {address} är inte avtalade för den här adressen.',
  'Carts may not go back to {host}.': 'Kundvagnar får inte skickas tillbaka till {host}.',
  'Changed or rejected lines need the decision acceptWithChanges.':
    'Ändrade eller avvisade rader kräver beslutet att godta med ändringar.',
  'Client certificates are only shown by us.': 'Klientcertifikat visas bara av oss.',
  'Compressed bodies are not taken.': 'Komprimerade kroppar tas inte emot.',
  'Deliveries to the partner are paused: open them first.': 'Leveranser till partnern är pausade: öppna dem först.',
  'Each line is confirmed once.': 'Varje rad bekräftas en gång.',
  'Each line of a decision must be a line of the order, once.':
    'Varje rad i ett beslut måste vara en rad i ordern, en gång.',
  'Every name of {subject} is taken by another account.': 'Alla namn för {subject} är tagna av andra konton.',
  'If-Match must be one version in quotation marks, such as "3".':
    'If-Match måste vara en version inom citattecken, till exempel "3".',
  'It was changed by someone else meanwhile; read it again and repeat.':
    'Det har ändrats av någon annan under tiden; läs det igen och gör om.',
  'Its sender has no address and agreement any more, or is switched off.':
    'Avsändaren har ingen adress och inget avtal längre, eller är avstängd.',
  'Long documents cannot be stored at the moment; try again.': 'Långa dokument kan inte sparas just nu; försök igen.',
  'More than {most} requests within a minute are not agreed.': 'Mer än {most} anrop inom en minut är inte avtalat.',
  'No agreement takes documents by mail from this address.':
    'Inget avtal tar emot dokument med e-post från den här adressen.',
  'No article is known for {lines}: name it as articleNumber, accept the line asText, or reject it.':
    'Ingen artikel är känd för {lines}: ange artikeln, godta raden som text, eller avvisa den.',
  'No customer is known to order for: name one when the simulation is begun.':
    'Ingen kund att beställa för är känd: ange en när simuleringen börjar.',
  'No document is attached to the mail.': 'Inget dokument är bifogat brevet.',
  'No document waits to be sent again.': 'Inget dokument väntar på att skickas igen.',
  'No partner of this hub has the sender of the document in its agreement.':
    'Ingen partner i den här hubben har dokumentets avsändare i sitt avtal.',
  'No such connection is set.': 'Ingen sådan koppling är inställd.',
  'None of the chosen orders is there.': 'Ingen av de valda orderna finns.',
  'Nothing proves that the mail is of its sender.': 'Inget visar att brevet kommer från sin avsändare.',
  'Nothing that was sent to one partner of this hub is called so.':
    'Inget som har skickats till en partner i den här hubben heter så.',
  'Only GET opens a session.': 'Bara GET öppnar ett besök.',
  'Only a price that deviates from ours can be remembered.': 'Bara ett pris som avviker från vårt kan kommas ihåg.',
  'Only a refused document whose bytes are all kept is taken in once more.':
    'Bara ett avvisat dokument som finns sparat i sin helhet tas in en gång till.',
  'Only the price of an accepted line can be remembered.': 'Bara priset på en godtagen rad kan kommas ihåg.',
  'Only the test agreement is promoted, to production.': 'Bara testavtalet befordras, till produktion.',
  'Only webhooks have secrets.': 'Bara webhookar har hemligheter.',
  'Only what follows an order can be sent again.': 'Bara det som följer på en order kan skickas igen.',
  'Only what the decision names can be remembered.': 'Bara det som beslutet nämner kan kommas ihåg.',
  'Reception is paused. Nothing was stored: send the document again later.':
    'Mottagningen är pausad. Inget har sparats: skicka dokumentet igen senare.',
  'Roundtrip is being maintained until about {time} UTC ({reason}). Nothing was stored: send it again later.':
    'Underhåll av Roundtrip pågår till omkring {time} UTC ({reason}). Inget har sparats: skicka det igen senare.',
  'Roundtrip is being maintained until about {time} UTC. Nothing was stored: send it again later.':
    'Underhåll av Roundtrip pågår till omkring {time} UTC. Inget har sparats: skicka det igen senare.',
  'Roundtrip is being maintained ({reason}). Nothing was stored: send it again later.':
    'Underhåll av Roundtrip pågår ({reason}). Inget har sparats: skicka det igen senare.',
  'Roundtrip is being maintained. Nothing was stored: send it again later.':
    'Underhåll av Roundtrip pågår. Inget har sparats: skicka det igen senare.',
  'Roundtrip is being maintained. Nothing was stored: bring it again later.':
    'Underhåll av Roundtrip pågår. Inget har sparats: kom med det igen senare.',
  'Sender shows no SharedSecret.': 'Sender visar ingen SharedSecret.',
  'Something went wrong on our side. Quote the reference when you ask for help.':
    'Något gick fel hos oss. Ange referensen när du ber om hjälp.',
  'Something that it names is not there, or does not fit.': 'Något som nämns finns inte, eller passar inte.',
  'This API key lacks the scope {scope}.': 'API-nyckeln saknar rätten {scope}.',
  'The Idempotency-Key is not right.': 'Idempotency-Key är inte rätt.',
  'The Idempotency-Key was used for another request about this order.':
    'Idempotency-Key har använts för ett annat anrop om den här ordern.',
  'The address {code} is taken.': 'Adressen {code} är tagen.',
  'The agreement does not open PunchOut by {protocol}.': 'Avtalet öppnar inte punchout med {protocol}.',
  'The agreement does not open this document.': 'Avtalet öppnar inte för det här dokumentet.',
  'The agreement does not open this protocol.': 'Avtalet öppnar inte det här protokollet.',
  'The agreement does not open {way}.': 'Avtalet öppnar inte {way}.',
  'The agreement does not say that the buyer takes changes.': 'Avtalet säger inte att köparen godtar ändringar.',
  'The agreement has no such section.': 'Avtalet har inget sådant avsnitt.',
  'The agreement has settings that cannot be used.': 'Avtalet har inställningar som inte går att använda.',
  'The agreement lets no other article be delivered.': 'Avtalet tillåter inte att en annan artikel levereras.',
  'The agreement lets no other article be delivered for what comes from a cart.':
    'Avtalet tillåter inte att en annan artikel levereras för det som kommer från en kundvagn.',
  'The agreement names no such folder or server.': 'Avtalet nämner ingen sådan mapp eller server.',
  'The agreement with this partner opens no PunchOut.': 'Avtalet med partnern öppnar ingen punchout.',
  'The assortment has no article with a price beside those of the cart.':
    'Sortimentet har ingen artikel med ett pris utöver kundvagnens.',
  'The body did not arrive in time; {size} bytes had come.': 'Kroppen kom inte fram i tid; {size} byte hade kommit.',
  'The body is larger than this address takes.': 'Kroppen är större än adressen tar emot.',
  'The body is not JSON: {message}.': 'Kroppen är inte JSON: {message}.',
  'The call cannot be read.': 'Anropet går inte att läsa.',
  'The cart {code} was taken over already.': 'Kundvagnen {code} har redan tagits över.',
  'The cart cannot be changed like that.': 'Kundvagnen kan inte ändras så.',
  'The cart cannot be ordered in this format.': 'Kundvagnen kan inte beställas i det här formatet.',
  'The cart cannot be ordered with this mistake.': 'Kundvagnen kan inte beställas med det här felet.',
  'The cart has no line {number}.': 'Kundvagnen har ingen rad {number}.',
  'The cart is wanted in a document that is not agreed.': 'Kundvagnen begärs i ett dokument som inte är avtalat.',
  'The catalogue does not wait for anybody.': 'Katalogen väntar inte på någon.',
  'The client certificate cannot be used: {found}.': 'Klientcertifikatet går inte att använda: {found}.',
  'The confirmation does not fit the order. {element}: {found}, expected {expected}.':
    'Bekräftelsen stämmer inte med ordern. {element}: {found}, väntat {expected}.',
  'The credentials were changed meanwhile.': 'Inloggningsuppgifterna har ändrats under tiden.',
  'The cursor is not one that a page of this list gave as next.':
    'Platsen i listan är ingen som en sida har angett som nästa.',
  'The cursor is not one that was given out.': 'Platsen i listan är ingen som har lämnats ut.',
  'The customer has no delivery address {named}: name it by its id.':
    'Kunden har ingen leveransadress {named}: ange den med sitt id.',
  'The customer has several delivery addresses {named}: name it by its id.':
    'Kunden har flera leveransadresser {named}: ange den med sitt id.',
  'The customer is not connected to this punch-out.': 'Kunden är inte kopplad till den här punchouten.',
  'The customer of the order is not known: the decision must name it.':
    'Orderns kund är inte känd: beslutet måste ange den.',
  'The database cannot be reached at the moment; try again.': 'Databasen kan inte nås just nu; försök igen.',
  'The database is not reachable at the moment.': 'Databasen kan inte nås just nu.',
  'The delivery does not fit the order. {element}: {found}, expected {expected}.':
    'Leveransen stämmer inte med ordern. {element}: {found}, väntat {expected}.',
  'The document cannot be read.': 'Dokumentet går inte att läsa.',
  'The document comes from a sender that is not agreed for this partner.':
    'Dokumentet kommer från en avsändare som inte är avtalad för den här partnern.',
  'The document did not come through a hub that serves this partner.':
    'Dokumentet kom inte genom en hubb som betjänar den här partnern.',
  'The document does not say what it is about, or not how it stands: AP, AB or RE.':
    'Dokumentet säger inte vad det handlar om, eller inte hur det står till: AP, AB eller RE.',
  'The document has no Header.': 'Dokumentet har ingen Header.',
  'The document has no attachment {number}.': 'Dokumentet har ingen bilaga {number}.',
  'The document is about no other one.': 'Dokumentet handlar inte om något annat.',
  'The document is in quarantine, or was there, already.': 'Dokumentet är redan i karantän, eller har varit där.',
  'The document is kept for the partner to fetch: the agreement names no address.':
    'Dokumentet sparas för partnern att hämta: avtalet anger ingen adress.',
  'The document is larger than the {limit} bytes that are agreed.':
    'Dokumentet är större än de {limit} byte som är avtalade.',
  'The document is not put aside.': 'Dokumentet är inte undanlagt.',
  'The document of the decision is not there.': 'Beslutets dokument finns inte.',
  'The document was delivered already.': 'Dokumentet har redan levererats.',
  'The document was put aside for good.': 'Dokumentet lades undan för gott.',
  'The document was run again already.': 'Dokumentet har redan körts igen.',
  'The draft is too long.': 'Utkastet är för långt.',
  'The draft was changed or discarded meanwhile; read it and repeat.':
    'Utkastet har ändrats eller kastats under tiden; läs det och gör om.',
  'The file is not CSV: {message}.': 'Filen är inte CSV: {message}.',
  'The file is not in UTF-8. Spreadsheets offer it as "CSV UTF-8".':
    'Filen är inte i UTF-8. Kalkylprogram erbjuder det som "CSV UTF-8".',
  'The form cannot be read; send it again.': 'Formuläret går inte att läsa; skicka det igen.',
  'The form does not come from the simulator.': 'Formuläret kommer inte från simulatorn.',
  'The form is incomplete; paste the sample again.': 'Formuläret är inte fullständigt; klistra in exemplet igen.',
  'The form is not complete.': 'Formuläret är inte fullständigt.',
  'The form is not one of this log-in; load the page again.':
    'Formuläret hör inte till den här inloggningen; ladda sidan igen.',
  'The form is not one of this page; load the page again.': 'Formuläret hör inte till den här sidan; ladda sidan igen.',
  'The line does not say what to deliver.': 'Raden säger inte vad som ska levereras.',
  'The link must end after some hours or days.': 'Länken måste sluta gälla efter några timmar eller dagar.',
  'The mail has not exactly one sender.': 'Brevet har inte exakt en avsändare.',
  'The notice has nothing to send.': 'Meddelandet har inget att skicka.',
  'The only secret cannot be revoked; add another first.':
    'Den enda hemligheten kan inte dras tillbaka; lägg till en annan först.',
  'The order does not wait for its buyer.': 'Ordern väntar inte på sin köpare.',
  'The order has more than the {most} lines that are agreed.': 'Ordern har fler än de {most} rader som är avtalade.',
  'The order is not as it was when you decided.': 'Ordern är inte som den var när du beslutade.',
  'The order is not one to hand over.': 'Ordern är ingen som ska lämnas över.',
  'The order names no other one that it could replace.': 'Ordern nämner ingen annan som den kunde ersätta.',
  'The order names {number}: the decision must say whether that is cancelled or kept (replacedOrder).':
    'Ordern nämner {number}: beslutet måste säga om den makuleras eller blir kvar.',
  'The order says nothing that an answer could be remembered by.':
    'Ordern säger inget som ett svar kunde kommas ihåg genom.',
  'The order that this changes is not here: check again, or reject it.':
    'Ordern som det här ändrar finns inte här: kontrollera igen, eller avvisa.',
  'The order was decided in the meantime.': 'Ordern har beslutats under tiden.',
  'The partner has no address any more.': 'Partnern har ingen adress längre.',
  'The partner has no address, which a catalogue is numbered by.':
    'Partnern har ingen adress, som en katalog numreras efter.',
  'The partner has no such {mode} agreement.': 'Partnern har inget sådant avtal ({mode}).',
  'The partner has no test address of its own: add one to its addresses first.':
    'Partnern har ingen egen testadress: lägg till en bland dess adresser först.',
  'The partner of this document is switched off.': 'Dokumentets partner är avstängd.',
  "The partner's agreement takes no changes: accept as ordered, or reject.":
    'Partnerns avtal tillåter inga ändringar: godta som beställt, eller avvisa.',
  "The partner's agreement takes no changes: confirm as ordered.":
    'Partnerns avtal tillåter inga ändringar: bekräfta som beställt.',
  'The payloadID came before with other content.': 'payloadID har kommit tidigare med annat innehåll.',
  'The quantity cannot be used.': 'Kvantiteten går inte att använda.',
  'The receiver refused the document.': 'Mottagaren avvisade dokumentet.',
  'The receiver refused.': 'Mottagaren avvisade det.',
  'The request cannot be read.': 'Anropet går inte att läsa.',
  'The sender went away after {size} bytes.': 'Avsändaren gick efter {size} byte.',
  'The session has no such document.': 'Besöket har inget sådant dokument.',
  'The shop did not tell its prices.': 'Butiken angav inte sina priser.',
  'The shop has no such article.': 'Butiken har ingen sådan artikel.',
  'The shop has the order as it stands.': 'Butiken har ordern som den är.',
  'The shop is not set up yet.': 'Butiken är inte uppsatt än.',
  'The shop is not set up, or a document is gone.': 'Butiken är inte uppsatt, eller ett dokument är borta.',
  'The shop is not set up.': 'Butiken är inte uppsatt.',
  'The shop is not set up: it has no profile.': 'Butiken är inte uppsatt: den har ingen profil.',
  'The simulation has done {most} steps; begin another one.': 'Simuleringen har gjort {most} steg; börja en annan.',
  'The simulation is over; ask for a new link.': 'Simuleringen är slut; be om en ny länk.',
  'The text of this document was removed on {day}, after the time for which it is kept.':
    'Dokumentets text togs bort {day}, efter den tid som den sparas.',
  'The user of a cXML Sender is domain/identity.': 'Användaren för en cXML Sender är domän/identitet.',
  'The workflow engine cannot be reached at the moment; try again.':
    'Arbetsflödesmotorn kan inte nås just nu; försök igen.',
  'The workflow engine did not answer in time; ask again.': 'Arbetsflödesmotorn svarade inte i tid; fråga igen.',
  'The {place} is not right: {problem}.': '{place} är inte rätt: {problem}.',
  'There is a view {name} already.': 'Det finns redan en vy {name}.',
  'There is an account {name} already.': 'Det finns redan ett konto {name}.',
  'There is no API key with this id.': 'Det finns ingen API-nyckel med detta id.',
  'There is no address that the cart could go back to.':
    'Det finns ingen adress som kundvagnen kunde skickas tillbaka till.',
  'There is no agreement for test documents.': 'Det finns inget avtal för testdokument.',
  'There is no agreement for this address yet.': 'Det finns inget avtal för den här adressen än.',
  'There is no article {number} to buy.': 'Det finns ingen artikel {number} att köpa.',
  'There is no customer {number}.': 'Det finns ingen kund {number}.',
  'There is no partner at this address.': 'Det finns ingen partner på den här adressen.',
  'There is no such API key.': 'API-nyckeln finns inte.',
  'There is no such account.': 'Kontot finns inte.',
  'There is no such answer to this document.': 'Det finns inget sådant svar på dokumentet.',
  'There is no such answer to this simulation.': 'Det finns inget sådant svar till simuleringen.',
  'There is no such cart.': 'Kundvagnen finns inte.',
  'There is no such catalogue.': 'Katalogen finns inte.',
  'There is no such change.': 'Det finns ingen sådan ändring.',
  'There is no such chart.': 'Diagrammet finns inte.',
  'There is no such conformance run of this partner.': 'Partnern har ingen sådan körning av kontroller.',
  'There is no such customer.': 'Kunden finns inte.',
  'There is no such decision.': 'Det finns inget sådant beslut.',
  'There is no such document in quarantine.': 'Dokumentet finns inte i karantänen.',
  'There is no such document of yours at this address.': 'Ni har inget sådant dokument på den här adressen.',
  'There is no such document of yours.': 'Ni har inget sådant dokument.',
  'There is no such document to send.': 'Det finns inget sådant dokument att skicka.',
  'There is no such document.': 'Dokumentet finns inte.',
  'There is no such hub.': 'Hubben finns inte.',
  'There is no such message about an order.': 'Det finns inget sådant meddelande om en order.',
  'There is no such message.': 'Meddelandet finns inte.',
  'There is no such note of yours.': 'Du har ingen sådan anteckning.',
  'There is no such notice.': 'Meddelandet finns inte.',
  'There is no such order.': 'Ordern finns inte.',
  'There is no such page in the console.': 'Det finns ingen sådan sida i konsolen.',
  'There is no such page in the shop.': 'Det finns ingen sådan sida i butiken.',
  'There is no such page in the simulator.': 'Det finns ingen sådan sida i simulatorn.',
  'There is no such page.': 'Sidan finns inte.',
  'There is no such partner.': 'Partnern finns inte.',
  'There is no such price any more.': 'Priset finns inte längre.',
  'There is no such price list.': 'Prislistan finns inte.',
  'There is no such product.': 'Artikeln finns inte.',
  'There is no such record.': 'Posten finns inte.',
  'There is no such refused request.': 'Det avvisade anropet finns inte.',
  'There is no such role.': 'Rollen finns inte.',
  'There is no such run.': 'Körningen finns inte.',
  'There is no such session of this partner.': 'Partnern har inget sådant besök.',
  'There is no such simulation, or it is over.': 'Simuleringen finns inte, eller är slut.',
  'There is no such simulation.': 'Simuleringen finns inte.',
  'There is no such step of this simulation.': 'Simuleringen har inget sådant steg.',
  'There is no such subscription.': 'Prenumerationen finns inte.',
  'There is no such version.': 'Versionen finns inte.',
  'There is no such view, or it is not yours to remove.': 'Vyn finns inte, eller är inte din att ta bort.',
  'There is no such visit. Start again from the purchasing system.':
    'Besöket finns inte. Börja om från inköpssystemet.',
  'There is no such visit.': 'Besöket finns inte.',
  'There is no unsent cart {code}.': 'Det finns ingen oskickad kundvagn {code}.',
  'There is nothing at this address.': 'Det finns inget på den här adressen.',
  'There is nothing at {path}.': 'Det finns inget på {path}.',
  'This address takes no query.': 'Adressen tar inga frågeparametrar.',
  'This is no cXML document with a Request.': 'Det här är inget cXML-dokument med en Request.',
  'This is no document in a format that is agreed.': 'Det här är inget dokument i ett format som är avtalat.',
  'This is no file of an agreement that was saved here.': 'Det här är ingen fil med ett avtal som har sparats här.',
  'This link was made already.': 'Länken har redan gjorts.',
  'This link was opened already: a link from the purchasing system is good for one visit.':
    'Länken har redan öppnats: en länk från inköpssystemet gäller för ett besök.',
  'This link was used already.': 'Länken har redan använts.',
  'This needs the role administrator.': 'Det här kräver rollen administratör.',
  'This needs the role operator.': 'Det här kräver rollen operatör.',
  'This needs the role {role}.': 'Det här kräver rollen {role}.',
  'This partner is switched off.': 'Partnern är avstängd.',
  'This punch-out is not known to the simulator.': 'Simulatorn känner inte till den här punchouten.',
  'This step opened no shop.': 'Steget öppnade ingen butik.',
  'This step sent no order.': 'Steget skickade ingen order.',
  'This visit has ended. Start again from the purchasing system.': 'Besöket är slut. Börja om från inköpssystemet.',
  'This visit only shows the cart; it cannot be changed.': 'Besöket visar bara kundvagnen; den kan inte ändras.',
  'This visit only shows the cart; nothing goes back from it.':
    'Besöket visar bara kundvagnen; inget skickas tillbaka från det.',
  'This visit only shows; nothing can be changed.': 'Besöket visar bara; inget kan ändras.',
  'This visit was ended without a cart. Start again from the purchasing system.':
    'Besöket avslutades utan kundvagn. Börja om från inköpssystemet.',
  'Two credentials named {name} are active; revoke the older one first.':
    'Två inloggningsuppgifter med namnet {name} är aktiva; dra tillbaka den äldre först.',
  'Two secrets are valid; revoke the older one first.': 'Två hemligheter gäller; dra tillbaka den äldre först.',
  'Unknown article numbers.': 'Okända artikelnummer.',
  'Unknown columns: {unknown}. Known are: {known}.': 'Okända kolumner: {unknown}. Kända är: {known}.',
  'User or secret is not right for this address.': 'Användare eller hemlighet är inte rätt för den här adressen.',
};
