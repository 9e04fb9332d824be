import type { LiveFault } from '../shop/liveFault.ts';
import type { NamedItem, PriceDeviation, QuantityLimit, ReasonOf, SumDeviation } from '../shop/evaluation.ts';
import { isAgreed } from '../shop/reason.ts';
import { swedishCartReasons } from './cartReasons.sv.ts';
import { candidatesOf, causesInWords, type CauseWords, type ReasonCatalogue } from './reasons.ts';
import type { Words } from './words.ts';

const RUN_AGAIN = 'och kör kontrollerna igen';

/** The numbers that the buyer named an item by. */
function numbers(item: NamedItem, w: Words, theirs: string): string {
  const { sellersId, buyersId, gtin, standardId, manufacturersId } = item;
  const named = [
    sellersId && `vårt artikelnummer ${sellersId}`,
    buyersId && `${theirs} artikelnummer ${buyersId}`,
    gtin && `GTIN ${gtin}`,
    standardId && `standardnummer ${standardId}`,
    manufacturersId && `tillverkarens nummer ${manufacturersId}`,
  ];
  return w.list(named.filter((one) => one !== undefined));
}

const nameOf = ({ name }: NamedItem): string => (name === undefined ? '' : ` ("${name}")`);

const limits: Readonly<Record<QuantityLimit['kind'], string>> = {
  positive: 'den måste vara mer än 0',
  digits: 'den får ha högst 15 siffror',
  minimum: 'den måste vara minst',
  maximum: 'den får vara högst',
  multiple: 'den måste vara en multipel av',
};

const limitOf = ({ kind, of }: QuantityLimit): string => [limits[kind], of].filter(Boolean).join(' ');

function askedPrice({ asked, netted, currency, per }: PriceDeviation, w: Words): string {
  const net = netted === undefined ? '' : ` (${w.money(netted, currency)} med radens rabatter och avgifter)`;
  return `pris ${w.money(asked, currency)}${per === undefined ? '' : ` för ${per}`}${net}`;
}

function deviation({ deviationPercent }: Pick<PriceDeviation, 'deviationPercent'>, w: Words): string {
  if (deviationPercent === undefined) return '';
  const isBelow = deviationPercent.startsWith('-');
  return `, ${w.percent(deviationPercent.replace('-', ''))} ${isBelow ? 'under' : 'över'}`;
}

function tolerance(
  { tolerancePercent, toleranceAmount, toleranceSum, currency, shopUnit }: PriceDeviation,
  w: Words,
): string {
  const limits = [
    tolerancePercent !== undefined && w.percent(tolerancePercent),
    toleranceAmount !== undefined && `högst ${w.money(toleranceAmount, currency)} per ${shopUnit}`,
    toleranceSum !== undefined && `högst ${w.money(toleranceSum, currency)} för raden`,
  ].filter((limit) => limit !== false);
  return limits.length > 0 ? limits.join(', och ') : w.percent('0');
}

function sum({ asked, currency, charges: beside }: SumDeviation, w: Words): string {
  const beyond = beside === undefined ? '' : ` med avgifter och rabatter på ${w.money(beside, currency)}`;
  return `raderna blir ${w.money(asked, currency)}${beyond}`;
}

function sumTolerance({ tolerancePercent, toleranceSum, currency }: SumDeviation, w: Words): string {
  const limits = [
    tolerancePercent !== undefined && w.percent(tolerancePercent),
    toleranceSum !== undefined && `högst ${w.money(toleranceSum, currency)}`,
  ].filter((limit) => limit !== false);
  return limits.length > 0 ? limits.join(', och ') : w.percent('0');
}

const causes: CauseWords = {
  unit: ({ unit }) => `vårt pris för en ${unit}`,
  factor: ({ factor, divided }) => (divided ? `vårt pris delat med ${factor}` : `${factor} gånger vårt pris`),
  vat: ({ percent, included }, w) => `vårt pris ${included ? 'med' : 'utan'} ${w.percent(percent)} moms`,
  discount: ({ amount }, w, currency) => `vårt pris före rabatten på ${w.money(amount, currency)}`,
  earlierPrice: ({ until }, w) => `vårt pris till och med ${w.day(until)}`,
  quantityBreak: ({ quantity, unit }, w) => `vårt pris från ${w.quantity(quantity)} ${unit}`,
  listPrice: ({ list }) => `priset i prislistan ${list}`,
  cartPrice: ({ cart, until, usedUp }, w) =>
    usedUp
      ? `priset i kundvagn ${cart}, som andra order har tagit i anspråk`
      : `priset som kundvagn ${cart} lovade till och med ${w.day(until)} för det som fanns i den`,
};

/** A sentence of its own about what may be behind a price; empty where nothing is known. */
function looksLike(facts: PriceDeviation, w: Words): string {
  const named = causesInWords(causes, facts, w);
  return named.length > 0 ? ` Det ser ut som ${named.join(', eller ')}.` : '';
}

function charges({ facts }: ReasonOf<'ALLOWANCE_CHARGE_PRESENT'>, w: Words): string {
  const named = facts.items.map(
    ({ kind, amount, reason }) =>
      `${kind === 'charge' ? 'en avgift' : 'ett avdrag'} på ${w.money(amount, facts.currency)}${reason ? ` (${reason})` : ''}`,
  );
  return w.list(named);
}

const usable = { decimal: 'ett decimaltal', positive: 'mer än 0', vatRate: 'en momssats i procent' } as const;

/** Swedish. */
export const swedishReasons: ReasonCatalogue = {
  line: (line) => `Rad ${line}: `,
  of: {
    ...swedishCartReasons,
    CUSTOMER_UNKNOWN: {
      what: ({ facts: { identities } }, w) =>
        identities.length === 0
          ? 'ordern anger inte köparen med någon identitet.'
          : `ingen kund som partnern får beställa för är känd med ${w.identities(identities)}.`,
      advice: () => `lägg till identiteten på kunden ${RUN_AGAIN}, eller ange kunden.`,
      note: ({ facts: { identities } }, w) =>
        identities.length === 0
          ? 'ordern anger inte köparen med någon identitet.'
          : `köparen är inte känd hos oss med ${w.identities(identities)}.`,
    },
    CUSTOMER_AMBIGUOUS: {
      what: ({ facts }, w) => `flera kunder är kända med ${w.identities(facts.identities)}.`,
      advice: (reason) => `ange vilken som avses: ${candidatesOf(reason)}.`,
      note: ({ facts }, w) => `flera av våra kunder är kända med ${w.identities(facts.identities)}.`,
    },
    SELLER_MISMATCH: {
      what: ({ facts }, w) =>
        `ordern gäller en annan leverantör, ${w.identities(facts.identities)}; vår är ${w.identities(facts.ours)}.`,
      advice: () => 'acceptera den bara om den är avsedd för er.',
      note: ({ facts }, w) =>
        `ordern gäller en annan leverantör, ${w.identities(facts.identities)}; vi är ${w.identities(facts.ours)}.`,
    },
    ORDER_NUMBER_REUSED: {
      what: ({ found, facts: { reference } }) =>
        `ordernummer ${found} kom tidigare med annat innehåll, i dokument ${reference}.`,
      advice: () =>
        'acceptera den om den är en egen order; avvisa den om den är en upprepning eller en ändring av den första.',
      note: ({ found }) => `ordernummer ${found} kom tidigare med annat innehåll.`,
    },
    ORDER_CHANGE: {
      what: ({ found, facts: { operation } }) =>
        operation === 'delete' ? `detta återkallar order ${found}.` : `detta ändrar order ${found}.`,
      advice: ({ facts: { operation } }) =>
        operation === 'delete'
          ? 'acceptera det, så makuleras ordern; avvisa det, så gäller ordern.'
          : 'acceptera det, så ändras ordern; avvisa det, så gäller ordern som den är.',
      note: ({ found, facts: { operation } }) =>
        operation === 'delete' ? `order ${found} återkallas inte.` : `order ${found} gäller som den var.`,
    },
    ORDER_REPLACES: {
      what: ({ found, facts: { number, status } }) =>
        `den ersätter ${found}, som finns här som ${number} med status ${status}.`,
      advice: ({ facts: { number } }) =>
        `acceptera den och säg om ${number} ska makuleras eller gälla, eller avvisa den.`,
      note: ({ found }) => `order ${found}, som den ersätter, är inte makulerad.`,
    },
    CHANGED_ORDER_UNKNOWN: {
      what: ({ found }) => `order ${found}, som detta gäller, har inte kommit.`,
      advice: () => 'be köparen om ordern och kör kontrollerna igen när den är här, eller avvisa dokumentet.',
      note: ({ found }) => `vi har inte order ${found}.`,
    },
    CHANGE_EARLIER_MISSING: {
      what: ({ found }) => `detta är ändring ${found} av ordern, och en tidigare har inte kommit.`,
      advice: () => 'be köparen om den som saknas; acceptera denna om den får utföras utan den.',
      note: ({ found }) => `ändring ${found} kom utan den föregående.`,
    },
    CHANGE_SUPERSEDED: {
      what: ({ found }) => `version ${found} av ordern kom efter en senare, som gäller.`,
      advice: () => 'inget behöver göras.',
    },
    CHANGE_TOO_LATE: {
      what: ({ found, facts: { operation, status } }) =>
        `order ${found} kan inte längre ${operation === 'delete' ? 'makuleras' : 'ändras'}: den har status ${status}.`,
      advice: () => 'tala med köparen.',
      note: ({ found, facts: { operation } }) =>
        `order ${found} kan inte längre ${operation === 'delete' ? 'makuleras' : 'ändras'}: hanteringen har kommit för långt.`,
    },
    CHANGE_NOT_TAKEN: {
      what: ({ found, facts: { operation } }) =>
        `avtalet tar inte emot ${operation === 'delete' ? 'makuleringar' : 'ändringar'} av order: order ${found} gäller som den är.`,
      advice: () => 'tala med köparen eller ändra avtalet.',
      note: ({ found, facts: { operation } }) =>
        `${operation === 'delete' ? 'makuleringar' : 'ändringar'} av order tas inte emot: order ${found} gäller som den är.`,
    },
    CHANGE_LINE_UNKNOWN: {
      what: ({ facts: { isAdded } }) =>
        isAdded
          ? 'raden ska läggas till, men ordern har den redan.'
          : 'raden ska ändras eller strykas, men ordern har ingen sådan rad.',
      advice: () => 'acceptera, så gäller raden som köparen nu skrev den; eller avvisa och tala med köparen.',
    },
    CHANGE_LEAVES_NOTHING: {
      what: () => 'efter denna ändring skulle ordern inte ha några rader.',
      advice: () => 'fråga köparen om ordern ska makuleras.',
    },
    CHANGE_LINE_DELIVERED: {
      what: ({ facts: { delivered, unit } }) =>
        `mer av den har levererats än vad som skulle bli kvar: ${delivered} ${unit}.`,
      advice: () => 'avvisa ändringen, eller kom överens med köparen om en retur innan du accepterar den.',
    },
    RULE_FATAL: {
      what: ({ field, facts: { rule, documentLine, text } }) =>
        `dokumentets rad ${documentLine}, ${field}, bryter mot regel ${rule} ("${text}")`,
      advice: () => 'acceptera ordern om den är tydlig ändå, eller be köparen rätta den.',
    },
    CURRENCY_UNKNOWN: {
      what: ({ found, expected }) => `priset är i ${found}, dagspriset i ${expected}.`,
      advice: ({ expected }) => `be köparen om ett pris i ${expected}, eller avvisa raden.`,
      note: ({ found, expected }) => `priset är i ${found}, vårt är i ${expected}.`,
    },
    DELIVERY_PLACE_UNKNOWN: {
      what: ({ facts: { place } }) =>
        place === undefined
          ? 'ordern anger ingen leveransplats, och kunden har ingen leveransadress.'
          : `leveransplatsen ${place} är ingen av kundens leveransadresser.`,
      advice: () => `lägg till adressen på kunden ${RUN_AGAIN}, eller acceptera den för den här ordern.`,
      note: ({ facts: { place } }) =>
        place === undefined ? 'ordern anger ingen leveransplats.' : `leveransplatsen ${place} är inte känd hos oss.`,
    },
    DELIVERY_PLACE_AMBIGUOUS: {
      what: ({ facts: { place } }) =>
        place === undefined
          ? 'ordern anger ingen leveransplats, och kunden har flera leveransadresser.'
          : `leveransplatsen ${place} passar flera av kundens leveransadresser.`,
      advice: (reason) => `fråga köparen vilken som avses: ${candidatesOf(reason)}.`,
      note: ({ facts: { place } }) =>
        place === undefined
          ? 'ordern anger ingen leveransplats, och vi känner till flera.'
          : `leveransplatsen ${place} passar flera adresser som vi känner till.`,
    },
    LINE_NUMBER_REPEATED: {
      what: ({ facts: { position, first } }) =>
        `ordern har redan det här radnumret på sin rad ${first}, räknat uppifrån; det här är dess rad ${position}.`,
      advice: () => 'acceptera raden om båda är avsedda, eller avvisa den om den är en upprepning.',
      note: ({ facts: { position } }) =>
        `er order har det här radnumret mer än en gång; det här gäller dess rad ${position}, räknat uppifrån.`,
    },
    PRODUCT_UNKNOWN: {
      what: ({ facts: { item } }, w) => {
        const known = numbers(item, w, 'köparens');
        if (known === '') return `varan${nameOf(item)} har inget nummer som en artikel hittas med.`;
        return `ingen artikel är känd med ${known}${nameOf(item)}.`;
      },
      advice: () => 'ange vilken artikel som avses, acceptera raden som den är skriven, eller avvisa den.',
      note: ({ facts: { item } }, w) => {
        const known = numbers(item, w, 'ert');
        if (known === '') return `varan${nameOf(item)} har inget nummer som vi kan hitta en artikel med.`;
        return `vi har ingen artikel med ${known}${nameOf(item)}.`;
      },
    },
    PRODUCT_AMBIGUOUS: {
      what: ({ facts: { item } }, w) => `flera artiklar passar ${numbers(item, w, 'köparens')}${nameOf(item)}.`,
      advice: (reason) => `ange vilken som avses: ${candidatesOf(reason)}.`,
      note: ({ facts: { item } }, w) => `flera av våra artiklar passar ${numbers(item, w, 'ert')}${nameOf(item)}.`,
    },
    PRODUCT_WITHDRAWN: {
      what: ({ facts: { articleNumber, replacement } }) =>
        `artikel ${articleNumber} har utgått${replacement === undefined ? '' : `; den ersätts av ${replacement}`}.`,
      advice: ({ facts: { replacement } }) =>
        replacement === undefined
          ? 'avvisa raden, eller leverera en annan artikel.'
          : 'leverera den, eller avvisa raden.',
    },
    UNIT_UNKNOWN: {
      what: ({ facts: { unit, articleNumber, known } }) =>
        unit === undefined
          ? `kvantiteten saknar enhet; artikel ${articleNumber} har ${known}.`
          : `enheten '${unit}' är inte känd för artikel ${articleNumber} (kända: ${known}).`,
      advice: () => `lägg till en omräkning ${RUN_AGAIN}, eller be köparen beställa i en känd enhet.`,
    },
    UNIT_CONTRADICTION: {
      what: ({ facts: { articleNumber, unit, theirs, ours } }) =>
        `ordern räknar en ${unit} av artikel ${articleNumber} som ${theirs}; vi levererar ${ours} i den.`,
      advice: () => 'fråga köparen hur mycket som avses, eller acceptera det som vi levererar.',
      note: ({ facts: { articleNumber, unit, theirs, ours } }) =>
        `er order räknar en ${unit} av artikel ${articleNumber} som ${theirs}; vi levererar ${ours} i den.`,
    },
    QUANTITY_NOT_ALLOWED: {
      what: ({ found, facts: { articleNumber, limit } }) =>
        `kvantiteten ${found} av artikel ${articleNumber} kan inte levereras: ${limitOf(limit)}.`,
      advice: () => 'ändra kvantiteten, eller acceptera den ändå.',
    },
    OUTSIDE_ASSORTMENT: {
      what: ({ facts: { articleNumber } }) => `artikel ${articleNumber} ligger utanför avtalets sortiment.`,
      advice: () => 'acceptera den ändå, eller avvisa raden.',
      note: ({ facts: { articleNumber } }) => `artikel ${articleNumber} ligger utanför ert sortiment.`,
    },
    WANTED_DATE_PAST: {
      what: ({ facts: { wanted, earliest } }, w) =>
        `önskas den ${w.day(wanted)}, som har passerat; kan levereras från den ${w.day(earliest)}.`,
      advice: () => 'lova ett annat datum, eller fråga köparen.',
    },
    WANTED_DATE_TOO_SOON: {
      what: ({ facts: { wanted, earliest } }, w) =>
        `önskas den ${w.day(wanted)}; kan levereras från den ${w.day(earliest)}.`,
      advice: () => 'lova ett annat datum, eller acceptera det ändå.',
    },
    PRICE_ZERO: {
      what: ({ facts: { price, currency, unit } }, w) =>
        `priset är 0; dagspriset är ${w.money(price, currency)} per ${unit}.`,
      advice: () => 'acceptera raden till vårt pris, eller fråga köparen.',
      note: ({ facts: { price, currency, unit } }, w) =>
        `priset är 0; vårt pris är ${w.money(price, currency)} per ${unit}.`,
    },
    PRICE_MISSING: {
      what: ({ facts: { price, currency, unit } }, w) =>
        `inget pris; dagspriset är ${w.money(price, currency)} per ${unit}.`,
      advice: () => 'acceptera raden till det priset, eller fråga köparen.',
      note: ({ facts: { price, currency, unit } }, w) =>
        `inget pris; vårt pris är ${w.money(price, currency)} per ${unit}.`,
    },
    PRICE_UNUSABLE: {
      what: ({ field, found, facts: { wanted } }) =>
        `priset kan inte jämföras: ${field} är ${found}, men måste vara ${usable[wanted]}.`,
      advice: () => 'ändra priset, eller fråga köparen.',
    },
    PRICE_OF_THE_DAY_MISSING: {
      what: ({ facts: { articleNumber, currency, day } }, w) =>
        `artikel ${articleNumber} har inget pris i ${currency} för den här kunden den ${w.day(day)}.`,
      advice: () => `lägg till ett pris ${RUN_AGAIN}, eller acceptera orderns pris.`,
      note: ({ facts: { articleNumber, currency } }) => `vi har inget pris i ${currency} för artikel ${articleNumber}.`,
    },
    LIVE_PRICE_MISSING: {
      what: ({ facts: { articleNumber, fault }, action }) =>
        `${untold[fault.code](articleNumber, 'found' in fault ? fault.found : '')}; ${action === 'hold' ? 'ingen har sagt vad som gäller i stället' : 'det lagrade priset gäller'}.`,
      advice: () => `titta på kopplingen till butiken, kör kontrollen igen när den svarar, eller acceptera raden.`,
      note: ({ facts: { articleNumber } }) => `vårt pris på artikel ${articleNumber} kunde inte bekräftas.`,
    },
    PRICE_DEVIATION: {
      what: ({ facts }, w) =>
        `${askedPrice(facts, w)}, dagspris ${w.money(facts.ours, facts.currency)}${deviation(facts, w)}; ` +
        `avtalet tillåter ${tolerance(facts, w)}.${looksLike(facts, w)}`,
      advice: () => 'acceptera det, ändra det, eller avvisa raden.',
      note: ({ facts }, w) =>
        `${askedPrice(facts, w)}, vårt pris ${w.money(facts.ours, facts.currency)}.${looksLike(facts, w)}`,
    },
    AMOUNT_DEVIATION: {
      what: ({ found, expected, facts: { currency } }, w) =>
        `radbelopp ${w.money(found, currency)}, men kvantitet och pris ger ${w.money(expected, currency)}.`,
      advice: () => 'fråga köparen vilket som avses, eller acceptera kvantitet och pris.',
    },
    TOTAL_DEVIATION: {
      what: ({ found, expected, facts: { currency } }, w) =>
        `radernas summa är ${w.money(found, currency)}, men radbeloppen ger ${w.money(expected, currency)}.`,
      advice: () => 'fråga köparen vilket som avses, eller acceptera raderna.',
    },
    ORDER_SUM_DEVIATION: {
      what: ({ facts }, w) =>
        `${sum(facts, w)}, till våra priser ${w.money(facts.ours, facts.currency)}` +
        `${deviation(facts, w)}; avtalet tillåter ${sumTolerance(facts, w)}.`,
      advice: () => 'acceptera det, ändra priser, eller avvisa ordern.',
      note: ({ facts }, w) => `${sum(facts, w)}, till våra priser ${w.money(facts.ours, facts.currency)}.`,
    },
    MINIMUM_ORDER_VALUE: {
      what: ({ facts: { value, minimum, currency } }, w) =>
        `ordern är värd ${w.money(value, currency)}, och det minsta är ${w.money(minimum, currency)}.`,
      advice: () => 'acceptera den ändå, eller avvisa ordern.',
    },
    ALLOWANCE_CHARGE_PRESENT: {
      what: (reason, w) => `ordern har ${charges(reason, w)}.`,
      advice: () => 'besluta om ni går med på det.',
      note: (reason, w) =>
        `ordern har ${charges(reason, w)}, vilket ${isAgreed(reason) ? '' : 'inte '}är överenskommet.`,
    },
    PARTIAL_DELIVERY_FORBIDDEN: {
      what: ({ facts: { articleNumber, ordered, stock } }) =>
        `artikel ${articleNumber} måste komma i en leverans om ${ordered}, men det finns ${stock}.`,
      advice: () => 'lova en dag då allt kan komma, eller fråga köparen.',
    },
    NOTE_PRESENT: {
      what: ({ facts: { note } }) => `ordern har en anmärkning, "${note}".`,
      advice: () => 'läs det, och bestäm.',
    },
    ATTACHMENT_PRESENT: {
      what: ({ facts: { names, count } }, w) =>
        `ordern har ${count === 1 ? 'en bilaga' : `${count} bilagor`}: ${w.list(names)}.`,
      advice: () => 'läs bilagorna, och bestäm.',
    },
  },
};

/** What the shop behind us did instead of telling its price. */
const untold: Readonly<Record<LiveFault['code'], (article: string, found: string) => string>> = {
  silent: (article) => `butiken lämnade inte sitt pris på artikel ${article}`,
  unknown: (article) => `butiken lämnade inget pris på artikel ${article}`,
  currency: (article, found) => `butiken lämnade priset på artikel ${article} i ${found}`,
  unit: (article, found) => `butiken lämnade priset på artikel ${article} i enheten ${found}, som artikeln inte har`,
  price: (article, found) => `butiken lämnade ${found} som pris på artikel ${article}`,
  stock: (article, found) => `butiken lämnade ${found} som lagersaldo för artikel ${article}`,
};
