import type { ReasonCode } from '../../shop/evaluation.ts';

/** Swedish: what each reason to wait means, and how it comes about. What to do stands in documents/reasons.sv.ts. */
export const swedishReasonMeanings: Readonly<Record<ReasonCode, readonly [meaning: string, cause: string]>> = {
  CUSTOMER_UNKNOWN: [
    'Orderns köpare är ingen kund som partnern får beställa åt.',
    'Ett nytt bolag i en koncern, ett ändrat organisationsnummer eller en identitet som saknas på kundkortet.',
  ],
  CUSTOMER_AMBIGUOUS: [
    'Flera kunder har den identitet som ordern anger sin köpare med.',
    'Samma organisationsnummer står på flera kundkort.',
  ],
  SELLER_MISMATCH: [
    'Ordern anger en annan säljare än den här butiken.',
    'Köparen har valt fel leverantör, eller känner butiken under en annan identitet.',
  ],
  ORDER_NUMBER_REUSED: [
    'En order med detta nummer har kommit tidigare med annat innehåll.',
    'Köparen upprepar en order med en ändring, eller numren börjar om i ett nytt år eller system.',
  ],
  ORDER_CHANGE: ['Köparen vill ändra eller ta tillbaka en order, och en person bestämmer.', 'Avtalet säger så.'],
  ORDER_REPLACES: [
    'Ordern säger att den ersätter en annan som finns här.',
    'Köparen har makulerat en order i sitt eget system och skrivit en ny.',
  ],
  CHANGED_ORDER_UNKNOWN: [
    'En ändring eller makulering gäller en order som inte har kommit.',
    'Ordern har försvunnit på vägen, skickats någon annanstans eller kommer senare än ändringen.',
  ],
  CHANGE_EARLIER_MISSING: [
    'En ändring har kommit, men inte en som kom före den.',
    'Den tidigare har försvunnit på vägen eller kommer senare.',
  ],
  CHANGE_SUPERSEDED: [
    'En senare version av ordern kom före den här, och den gäller.',
    'Två ändringar har kört om varandra på vägen.',
  ],
  CHANGE_TOO_LATE: [
    'Orderns hantering har kommit för långt för att den ska kunna ändras eller makuleras.',
    'Den är redan skickad eller avslutad.',
  ],
  CHANGE_NOT_TAKEN: [
    'Avtalet tar inte emot ändringar eller makuleringar som dokument.',
    'Inköpssystemet skickar dem ändå.',
  ],
  CHANGE_LINE_UNKNOWN: [
    'En ändring gäller en rad som inte passar ordern.',
    'Radnumren har räknats om, eller en tidigare ändring saknas.',
  ],
  CHANGE_LEAVES_NOTHING: [
    'Efter ändringen skulle ordern inte ha några rader.',
    'Köparen tar bort varje rad i stället för att makulera ordern.',
  ],
  CHANGE_LINE_DELIVERED: [
    'Mer har levererats än vad som skulle bli kvar efter ändringen.',
    'Ändringen kom efter att varorna hade lämnat lagret.',
  ],
  RULE_FATAL: [
    'Dokumentet bryter mot en tvingande regel för sitt format, och avtalet låter en person bestämma.',
    'Det sändande systemet skriver något som formatet inte tillåter. Regeln har en egen sida.',
  ],
  CURRENCY_UNKNOWN: [
    'Ett pris är i en annan valuta än vår, och det finns ingen kurs för den.',
    'Köparen beställer i sin egen valuta, eller växelkursen saknas.',
  ],
  DELIVERY_PLACE_UNKNOWN: [
    'Leveransplatsen är ingen av kundens leveransadresser.',
    'En ny leveransplats, eller en annan stavning av en känd.',
  ],
  DELIVERY_PLACE_AMBIGUOUS: [
    'Leveransplatsen passar flera av kundens adresser.',
    'Ordern anger ingen plats, eller för lite av den.',
  ],
  LINE_NUMBER_REPEATED: [
    'Två rader i ordern har samma nummer.',
    'Inköpssystemet har kopierat en rad, eller delat den utan ett nytt nummer.',
  ],
  PRODUCT_UNKNOWN: [
    'Ingen artikel hittas med radens nummer.',
    'Ett felskrivet eller gammalt artikelnummer, eller ett av köparens nummer som butiken inte känner.',
  ],
  PRODUCT_AMBIGUOUS: [
    'Radens nummer passar flera artiklar.',
    'Ett GTIN står på flera artiklar, eller så säger radens nummer emot varandra.',
  ],
  PRODUCT_WITHDRAWN: ['Artikeln har utgått.', 'Köparen beställer från en gammal lista eller en gammal kundvagn.'],
  UNIT_UNKNOWN: [
    'Artikeln har ingen sådan enhet.',
    'Inköpssystemet använder en egen enhetskod, eller omräkningen saknas.',
  ],
  UNIT_CONTRADICTION: [
    'Köparen och butiken räknar olika många i den beställda enheten.',
    'Förpackningens storlek har ändrats på ena sidan.',
  ],
  QUANTITY_NOT_ALLOWED: [
    'Mängden kan inte levereras så.',
    'Den är under den minsta, över den största eller ingen multipel av förpackningen.',
  ],
  OUTSIDE_ASSORTMENT: [
    'Artikeln ligger utanför det avtalade sortimentet.',
    'Köparen skrev numret för hand, eller sortimentet har ändrats.',
  ],
  WANTED_DATE_PAST: [
    'Det önskade leveransdatumet har passerat.',
    'Ordern attesterades sent, eller datumet kommer från en mall.',
  ],
  WANTED_DATE_TOO_SOON: [
    'Det önskade datumet ligger före den dag då artikeln kan levereras.',
    'Ledtiden är längre än köparen tror.',
  ],
  PRICE_MISSING: ['En rad har inget pris.', 'Inköpssystemet skickar inget, eller har inget för artikeln.'],
  PRICE_ZERO: ['En rad har priset 0.', 'Ett gratisprov, eller ett pris som inköpssystemet inte känner.'],
  PRICE_UNUSABLE: [
    'Ett pris kan inte jämföras, eftersom ett värde bredvid det inte går att använda.',
    'Mängden som priset gäller för är 0, eller ett tal är skrivet som text.',
  ],
  PRICE_OF_THE_DAY_MISSING: [
    'Butiken har inget pris på artikeln för den här kunden den dagen.',
    'En prislista har gått ut, eller artikeln har aldrig fått pris i valutan.',
  ],
  LIVE_PRICE_MISSING: [
    'Butiken bakom oss tillfrågas om sina priser, och har inte lämnat något som kan användas.',
    'Butiken svarar inte, är långsam, eller lämnar en annan valuta, ett negativt pris eller en okänd enhet.',
  ],
  PRICE_DEVIATION: [
    'Ett pris skiljer sig från kundens dagspris mer än avtalet tillåter.',
    'En gammal prislista hos köparen, en annan enhet, en rabatt som inte är avdragen eller moms i priset.',
  ],
  AMOUNT_DEVIATION: [
    'Radens belopp är inte mängd gånger pris.',
    'En avrundning, en rabatt som inte anges eller ett pris för en annan mängd.',
  ],
  TOTAL_DEVIATION: [
    'Summan av raderna är inte vad radbeloppen blir.',
    'En rad har fallit bort ur summan, eller lagts till efteråt.',
  ],
  ORDER_SUM_DEVIATION: [
    'Ordern som helhet kostar mer eller mindre än avtalet tillåter.',
    'Många små avvikelser, eller frakt och avgifter som inte var avtalade.',
  ],
  MINIMUM_ORDER_VALUE: ['Ordern är värd mindre än det avtalade minsta ordervärdet.', 'En liten tilläggsbeställning.'],
  CART_LINES_MISSING: [
    'Inte allt i kundvagnen är beställt.',
    'Köparen tog bort rader efter att kundvagnen kommit tillbaka, eller beställer resten senare.',
  ],
  CART_LINES_ADDED: [
    'Ordern har rader som inte är från dess kundvagn.',
    'Köparen lade till rader i inköpssystemet, eller hänvisningen till kundvagnen försvann på vägen.',
  ],
  CART_QUANTITY_EXCEEDED: [
    'Ordern har mer av en artikel än kundvagnen hade.',
    'Kvantiteten ändrades efter att kundvagnen kommit tillbaka.',
  ],
  CART_USED_UP: [
    'Denna order och andra har tillsammans mer än kundvagnen hade.',
    'Samma kundvagn beställdes två gånger, eller delades i order på mer än den hade.',
  ],
  CART_PRICE_DEVIATION: [
    'Priset är inte kundvagnens.',
    'Priset ändrades efter att kundvagnen kommit tillbaka, eller inköpssystemet hämtar det från annat håll.',
  ],
  CART_UNIT_DEVIATION: ['Enheten är inte kundvagnens.', 'Inköpssystemet har en egen enhet för artikeln.'],
  CART_PROMISE_EXPIRED: [
    'Ordern kom efter sista dagen för priset som kundvagnen lovade.',
    'Kundvagnen väntade för länge på ett godkännande.',
  ],
  ALLOWANCE_CHARGE_PRESENT: [
    'Ordern har en avgift eller rabatt som en person måste titta på.',
    'Frakt, en avgift eller en rabatt som ingen regel i avtalet täcker.',
  ],
  PARTIAL_DELIVERY_FORBIDDEN: [
    'Köparen vill ha allt på en gång, och lagret räcker inte.',
    'Ordern förbjuder delleverans.',
  ],
  NOTE_PRESENT: [
    'Ordern har en anteckning som en person måste läsa.',
    'Köparen har skrivit något som inget fält rymmer.',
  ],
  ATTACHMENT_PRESENT: ['Ordern har bilagor som en person måste läsa.', 'En ritning, en bild eller köparens villkor.'],
};
