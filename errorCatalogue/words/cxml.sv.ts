import type { DtdRule } from '../../formats/cxml/dtd.check.ts';
import type { OrderRule } from '../../formats/cxml/orderValues.ts';
import type { WordsOf } from '../entry.ts';

/** Swedish: what is said of documents in cXML. */
export const swedishCxml: WordsOf<DtdRule | OrderRule> = {
  'CXML-DTD-FILE': {
    meaning: 'DOCTYPE anger en DTD som inte har det här dokumentet.',
    cause:
      'Det klassiska misstaget: en orderbekräftelse eller leveransavisering med cXML.dtd i stället för Fulfill.dtd.',
    example: 'ConfirmationRequest finns inte i den DTD som DOCTYPE anger. Hittade: cXML.dtd. Väntade: Fulfill.dtd.',
    remedy: 'Ange rätt DTD i DOCTYPE.',
  },
  'CXML-DTD-UNKNOWN': {
    meaning: 'cXML har inget sådant element.',
    cause: 'Ett felstavat namn, eller egna uppgifter.',
    example: 'Rad 30: cXML har inget element ItemOutt.',
    remedy: 'Rätta namnet. Egna uppgifter hör hemma i Extrinsic.',
  },
  'CXML-DTD-ELEMENT': {
    meaning: 'Elementet får inte stå på den här platsen.',
    cause: 'Elementen står i en annan ordning än i DTD:n, eller ett är för mycket.',
    example: 'Rad 31: Elementet får inte stå här i ItemOut. Hittade: ItemDetail. Väntade: ItemID.',
    remedy: 'Skriv elementen i DTD:ns ordning.',
  },
  'CXML-DTD-MISSING': {
    meaning: 'Ett element är inte komplett: DTD:n kräver mer i det.',
    cause: 'Ett fält är tomt i det sändande systemet.',
    example: 'Rad 40: ItemDetail är inte komplett. Väntade: UnitOfMeasure.',
    remedy: 'Skriv elementet som anges.',
  },
  'CXML-DTD-TEXT': {
    meaning: 'Det står text där bara element får finnas.',
    cause: 'Ett värde skrevs i gruppen i stället för i ett element i den.',
    example: 'Rad 44: ItemID rymmer element, inte text. Hittade: 10-442.',
    remedy: 'Skriv texten i rätt element, till exempel SupplierPartID.',
  },
  'CXML-DTD-ATTRIBUTE': {
    meaning: 'Ett attribut saknas, är okänt eller har ett värde som DTD:n inte har.',
    cause: 'Ett felstavat attribut, eller ett eget värde.',
    example: 'Rad 6: Attributet deploymentMode måste vara production eller test. Hittade: prod.',
    remedy: 'Skriv attributet som DTD:n har det.',
  },
  'CXML-ORDER-MISSING': {
    meaning: 'En del av ordern saknas.',
    cause: 'En order utan orderID, datum eller rader, eller en rad utan mängd.',
    example: 'Rad 12: orderID saknas.',
    remedy: 'Skriv delen som anges.',
  },
  'CXML-ORDER-VALUE': {
    meaning: 'Ett tal eller ett datum är inget sådant.',
    cause: 'Ett decimalkomma, tusentalsavskiljare eller ett datum utan tidszon.',
    example: 'Rad 33: Det här är inget tal. Hittade: 1,5. Väntade: ett decimaltal som 12.50.',
    remedy: 'Skriv tal som 12.50 och datum som 2026-01-31T12:00:00+01:00.',
  },
  'CXML-ORDER-CURRENCY': {
    meaning: 'Ett belopp är i en annan valuta än ordern.',
    cause: 'En katalog med flera valutor, eller en fast valuta i programmet.',
    example: 'Ett belopp är i en annan valuta än ordern. Hittade: EUR. Väntade: SEK.',
    remedy: 'Skriv alla belopp i en valuta.',
  },
  'CXML-ORDER-TOTAL': {
    meaning: 'Totalen är inte summan av raderna, med eller utan moms, frakt och tillägg.',
    cause: 'En avrundning, eller en avgift som ordern inte anger.',
    example: 'Totalen är inte summan av raderna. Hittade: 1200.00. Väntade: 1150.00.',
    remedy: 'Skicka totalen som raderna ger, eller ange avgiften.',
  },
  'CXML-ORDER-BLANKET': {
    meaning: 'En ramorder binder sig till ett belopp, inte till sina rader.',
    cause: 'orderType är blanket.',
    example: 'En ramorder binder sig till ett belopp under en period; dess mängder betyder inget.',
    remedy: 'En person bestämmer. Skicka avrop från ramordern som egna order.',
  },
  'CXML-ORDER-INTERNAL': {
    meaning: 'Enligt köparen har inget ändrats för leverantören.',
    cause: 'isInternalVersion är yes.',
    example: 'Enligt köparen har inget ändrats för leverantören.',
    remedy: 'Inget behöver göras.',
  },
  'CXML-LINE-NUMBER': {
    meaning: 'Två rader har samma lineNumber.',
    cause: 'En rad har kopierats eller delats utan ett nytt nummer.',
    example: 'Artikel 2 har samma radnummer. Hittade: 20.',
    remedy: 'Ge varje rad ett eget nummer.',
  },
  'CXML-LINE-PART': {
    meaning: 'En rad har inget SupplierPartID.',
    cause: 'Fritext beställdes utan isAdHoc.',
    example: 'Rad 52: Raden har inget SupplierPartID.',
    remedy: 'Skicka artikelnumret, eller isAdHoc="yes" för fritext.',
  },
  'CXML-LINE-RETURN': {
    meaning: 'Raden lämnar tillbaka varor, och beställer dem inte.',
    cause: 'isReturn är yes.',
    example: 'Köparen lämnar tillbaka radens varor, och beställer dem inte.',
    remedy: 'En person bestämmer. Kom överens om returer utanför ordern.',
  },
  'CXML-LINE-SCHEDULE': {
    meaning: 'Raden önskas i delar på flera dagar.',
    cause: 'Raden har flera ScheduleLine.',
    example: 'Raden önskas i delar på flera dagar.',
    remedy: 'En person bestämmer. Skicka en rad för varje dag.',
  },
  'CXML-LINE-OPERATION': {
    meaning: 'Raden är borttagen eller spärrad i köparens system.',
    cause: 'ItemOut/@operation är delete eller block.',
    example: 'Köparen har tagit bort raden: den utelämnas.',
    remedy: 'För en borttagen rad behöver inget göras; om en spärrad bestämmer en person.',
  },
};
