import type { RuleKind } from './ruleKinds.ts';

/**
 * The sentences of rules in Swedish, one a line: kind, our English sentence as it stands with the rule, Swedish. Sentences that differ
 * in a name alone are patterns below.
 */
const table = `
fixed|UBLVersionID must be 2.0.|UBLVersionID måste vara 2.0.
fixed|UBLVersionID must be 2.1.|UBLVersionID måste vara 2.1.
fixed|CustomizationID must be that of the order of CEN BII.|CustomizationID måste vara den för en order enligt CEN BII.
fixed|ProfileID must be that of the order-only profile BII03.|ProfileID måste vara den för profilen BII03, bara order.
fixed|ProfileID must be that of a profile with orders (BII03 or BII06).|ProfileID måste vara den för en profil med order (BII03 eller BII06).
missing|An order must have a customization identifier (CustomizationID).|En order måste ha en anpassningsbeteckning (CustomizationID).
missing|An order must have a profile identifier (ProfileID).|En order måste ha en profilbeteckning (ProfileID).
missing|Each order line must have a number (LineItem/ID).|Varje orderrad måste ha ett nummer (LineItem/ID).
missing|An order should say until when it is valid (ValidityPeriod/EndDate).|En order bör ange hur länge den gäller (ValidityPeriod/EndDate).
missing|An allowance or charge must have a reason (AllowanceChargeReason).|En rabatt eller avgift måste ha en orsak (AllowanceChargeReason).
missing|An order must state its currency (DocumentCurrencyCode).|En order måste ange sin valuta (DocumentCurrencyCode).
negative|The ordered quantity (LineItem/Quantity) must be there and not be negative.|Den beställda mängden (LineItem/Quantity) måste finnas och får inte vara negativ.
negative|The item’s net price (Price/PriceAmount) must not be negative.|Artikelns nettopris (Price/PriceAmount) får inte vara negativt.
negative|The amount to pay (PayableAmount) must not be negative.|Beloppet att betala (PayableAmount) får inte vara negativt.
negative|The sum of the line amounts (LineExtensionAmount) must be there and not be negative.|Summan av radbeloppen (LineExtensionAmount) måste finnas och får inte vara negativ.
sum|LineExtensionAmount must equal the sum of the lines’ LineExtensionAmount, rounded to 2 decimals.|LineExtensionAmount måste vara summan av radernas LineExtensionAmount, avrundad till 2 decimaler.
sum|AllowanceTotalAmount must equal the sum of the order’s allowances, rounded to 2 decimals.|AllowanceTotalAmount måste vara summan av orderns rabatter, avrundad till 2 decimaler.
sum|ChargeTotalAmount must equal the sum of the order’s charges, rounded to 2 decimals.|ChargeTotalAmount måste vara summan av orderns avgifter, avrundad till 2 decimaler.
sum|PayableAmount must equal LineExtensionAmount plus the VAT total plus charges minus allowances, rounded to 2 decimals.|PayableAmount måste vara LineExtensionAmount plus momssumman plus avgifter minus rabatter, avrundat till 2 decimaler.
sum|The VAT total (TaxTotal/TaxAmount) should be the sum of the lines’ TotalTaxAmount, where lines have it.|Momssumman (TaxTotal/TaxAmount) bör vara summan av radernas TotalTaxAmount, där raderna har det.
missing|An item property must have a name (Name).|En artikelegenskap måste ha ett namn (Name).
missing|An item property must have a value (Value).|En artikelegenskap måste ha ett värde (Value).
missing|The buyer must have a name (PartyName/Name) or an identifier (PartyIdentification/ID).|Köparen måste ha ett namn (PartyName/Name) eller en identitet (PartyIdentification/ID).
missing|The seller must have a name (PartyName/Name) or an identifier (PartyIdentification/ID).|Säljaren måste ha ett namn (PartyName/Name) eller en identitet (PartyIdentification/ID).
missing|The receiver must have a name (PartyName/Name) or an identifier (PartyIdentification/ID).|Mottagaren måste ha ett namn (PartyName/Name) eller en identitet (PartyIdentification/ID).
missing|The provider must have a name (PartyName/Name) or an identifier (PartyIdentification/ID).|Utgivaren måste ha ett namn (PartyName/Name) eller en identitet (PartyIdentification/ID).
missing|The customer must have a name (PartyName/Name) or an identifier (PartyIdentification/ID).|Kunden måste ha ett namn (PartyName/Name) eller en identitet (PartyIdentification/ID).
missing|The sender must have a name (PartyName/Name) or an identifier (PartyIdentification/ID).|Avsändaren måste ha ett namn (PartyName/Name) eller en identitet (PartyIdentification/ID).
missing|The originator must have a name (PartyName/Name) or an identifier (PartyIdentification/ID).|Beställaren måste ha ett namn (PartyName/Name) eller en identitet (PartyIdentification/ID).
missing|Each order line should have an ordered quantity (LineItem/Quantity).|Varje orderrad bör ha en beställd mängd (LineItem/Quantity).
missing|The ordered quantity must have a unit (Quantity/@unitCode).|Den beställda mängden måste ha en enhet (Quantity/@unitCode).
missing|Each order line must have an item name (Item/Name), a seller’s item number or a standard item number.|Varje orderrad måste ha ett artikelnamn (Item/Name), säljarens artikelnummer eller ett standardnummer.
missing|A despatch advice must have a CustomizationID.|En leveransavisering måste ha ett CustomizationID.
missing|A despatch advice must have a ProfileID.|En leveransavisering måste ha ett ProfileID.
missing|A despatch advice must have a number (ID).|En leveransavisering måste ha ett nummer (ID).
missing|A despatch advice must have an issue date (IssueDate).|En leveransavisering måste ha ett datum (IssueDate).
missing|A despatch advice should name its order.|En leveransavisering bör ange sin order.
missing|A despatch advice must say who despatches.|En leveransavisering måste ange vem som skickar.
missing|The despatching party should have a name.|Den som skickar bör ha ett namn.
missing|A despatch advice must say who receives.|En leveransavisering måste ange vem som tar emot.
missing|A shipment must have an identifier (ID).|En sändning måste ha en beteckning (ID).
missing|A despatch advice must have a line (DespatchLine).|En leveransavisering måste ha en rad (DespatchLine).
missing|Each line must have an item name, a seller’s item number or a standard item number.|Varje rad måste ha ett artikelnamn, säljarens artikelnummer eller ett standardnummer.
missing|Each line must have an item name, a standard item number or a seller’s item number.|Varje rad måste ha ett artikelnamn, ett standardnummer eller säljarens artikelnummer.
missing|Each line should have a delivered quantity.|Varje rad bör ha en levererad mängd.
missing|Each line must have a delivered quantity.|Varje rad måste ha en levererad mängd.
missing|Each line should have a delivered quantity (DeliveredQuantity).|Varje rad bör ha en levererad mängd (DeliveredQuantity).
missing|A standard item number must say its scheme (@schemeID).|Ett standardnummer måste ange sitt schema (@schemeID).
missing|A standard item number should say its scheme (ID/@schemeID).|Ett standardnummer bör ange sitt schema (ID/@schemeID).
missing|A standard item number should say its scheme (GTIN).|Ett standardnummer bör ange sitt schema (GTIN).
negative|The delivered quantity (DeliveredQuantity) must be there and not be negative.|Den levererade mängden (DeliveredQuantity) måste finnas och får inte vara negativ.
missing|The delivered quantity should have a unit (@unitCode).|Den levererade mängden bör ha en enhet (@unitCode).
missing|An outstanding quantity (OutstandingQuantity) should have a reason (OutstandingReason).|En restmängd (OutstandingQuantity) bör ha en orsak (OutstandingReason).
missing|A catalogue must have a CustomizationID.|En katalog måste ha ett CustomizationID.
missing|A catalogue must have a ProfileID.|En katalog måste ha ett ProfileID.
missing|A catalogue must have an issue date (IssueDate).|En katalog måste ha ett datum (IssueDate).
missing|A catalogue must have a number (ID).|En katalog måste ha ett nummer (ID).
period|A period must not end before it begins.|En period får inte sluta innan den börjar.
missing|A catalogue must say who provides it.|En katalog måste ange vem som ger ut den.
missing|A catalogue must say who receives it.|En katalog måste ange vem som tar emot den.
count|A catalogue may have only one seller.|En katalog får bara ha en säljare.
negative|The item’s net price (PriceAmount) must be there and not be negative.|Artikelns nettopris (PriceAmount) måste finnas och får inte vara negativt.
period|The validity of a line should have both dates and lie within that of the catalogue.|En rads giltighet bör ha båda datumen och ligga inom katalogens.
missing|An item should have a name (Name).|En artikel bör ha ett namn (Name).
missing|An item must have a name (Name).|En artikel måste ha ett namn (Name).
missing|An item must have a standard item number or a seller’s item number.|En artikel måste ha ett standardnummer eller säljarens artikelnummer.
missing|An item must have a seller’s item number or a standard item number.|En artikel måste ha säljarens artikelnummer eller ett standardnummer.
missing|A classification code should say its classification (@listID).|En klassificeringskod bör ange sin klassificering (@listID).
missing|A classification should say its list (@listID).|En klassificering bör ange sin lista (@listID).
missing|A catalogue must have a line (CatalogueLine).|En katalog måste ha en rad (CatalogueLine).
negative|The least quantity of an order (MinimumOrderQuantity) must not be negative.|Minsta beställningsmängd (MinimumOrderQuantity) får inte vara negativ.
missing|A property must have a value (Value).|En egenskap måste ha ett värde (Value).
negative|The largest quantity of an order (MaximumOrderQuantity) must not be negative.|Största beställningsmängd (MaximumOrderQuantity) får inte vara negativ.
depends|The largest quantity of an order should not be less than the least.|Största beställningsmängd bör inte vara mindre än minsta.
depends|The largest quantity of an order must not be less than the smallest.|Största beställningsmängd får inte vara mindre än minsta.
negative|The largest quantity of an order must not be negative.|Största beställningsmängd får inte vara negativ.
negative|The smallest quantity of an order must not be negative.|Minsta beställningsmängd får inte vara negativ.
missing|The response must have a ProfileID.|Svaret måste ha ett ProfileID.
missing|The response must have a CustomizationID.|Svaret måste ha ett CustomizationID.
missing|The response must have an issue date (IssueDate).|Svaret måste ha ett datum (IssueDate).
missing|The response must have a number (ID).|Svaret måste ha ett nummer (ID).
missing|The response must have a sender.|Svaret måste ha en avsändare.
missing|The response must have a receiver.|Svaret måste ha en mottagare.
missing|The response must have a code (DocumentResponse/Response/ResponseCode).|Svaret måste ha en kod (DocumentResponse/Response/ResponseCode).
missing|The response must name the catalogue that it answers (DocumentResponse/DocumentReference/ID).|Svaret måste ange vilken katalog det besvarar (DocumentResponse/DocumentReference/ID).
missing|The response must name the document that it answers (DocumentResponse/DocumentReference/ID).|Svaret måste ange vilket dokument det besvarar (DocumentResponse/DocumentReference/ID).
missing|An order response must have a customization identifier (CustomizationID).|Ett ordersvar måste ha en anpassningsbeteckning (CustomizationID).
missing|An order response must have a profile identifier (ProfileID).|Ett ordersvar måste ha en profilbeteckning (ProfileID).
missing|Each line must have a number (LineItem/ID).|Varje rad måste ha ett nummer (LineItem/ID).
missing|Each line must have a number (ID).|Varje rad måste ha ett nummer (ID).
missing|A cart must have a customization identifier (CustomizationID).|En kundvagn måste ha en anpassningsbeteckning (CustomizationID).
missing|A cart must have a profile identifier (ProfileID).|En kundvagn måste ha en profilbeteckning (ProfileID).
missing|A cart must have an issue date (IssueDate).|En kundvagn måste ha ett datum (IssueDate).
missing|A cart must have a time of issue (IssueTime).|En kundvagn måste ha ett klockslag (IssueTime).
missing|A cart must have a number (ID).|En kundvagn måste ha ett nummer (ID).
negative|The quantity (DeliveryUnit/BatchQuantity) must be there and not be negative.|Mängden (DeliveryUnit/BatchQuantity) måste finnas och får inte vara negativ.
count|An item must have exactly one ClassifiedTaxCategory.|En artikel måste ha exakt en ClassifiedTaxCategory.
missing|A cart must state its currency (Price/PriceAmount/@currencyID of a line).|En kundvagn måste ange sin valuta (Price/PriceAmount/@currencyID på en rad).
count|A cart must say only once until when it is valid (ValidityPeriod/EndDate).|En kundvagn får ange bara en gång hur länge den gäller (ValidityPeriod/EndDate).
count|The seller must have exactly one name (PartyName/Name).|Säljaren måste ha exakt ett namn (PartyName/Name).
count|The seller must have exactly one identifier (PartyIdentification).|Säljaren måste ha exakt en identitet (PartyIdentification).
count|The buyer must have exactly one name (PartyName/Name).|Köparen måste ha exakt ett namn (PartyName/Name).
count|Each line must have exactly one quantity (DeliveryUnit/BatchQuantity).|Varje rad måste ha exakt en mängd (DeliveryUnit/BatchQuantity).
count|A line may name only one configured product (ComponentRelatedItem/ID).|En rad får ange bara en konfigurerad produkt (ComponentRelatedItem/ID).
count|An item may have only one description (Description).|En artikel får bara ha en beskrivning (Description).
count|An item may have only one manufacturer’s item number.|En artikel får bara ha ett artikelnummer hos tillverkaren.
count|An item may have only one document (ItemSpecificationDocumentReference).|En artikel får bara ha ett dokument (ItemSpecificationDocumentReference).
count|The documents of an item may have only one description (DocumentDescription).|En artikels dokument får bara ha en beskrivning (DocumentDescription).
count|An item may have only one manufacturer’s name.|En artikel får bara ha ett tillverkarnamn.
count|An item must have exactly one VAT category.|En artikel måste ha exakt en momskategori.
count|An item must have exactly one VAT rate.|En artikel måste ha exakt en momssats.
count|An item must have only one description in a language, and one without a language (@languageID) alone.|En artikel får bara ha en beskrivning per språk, och en utan språk (@languageID) bara ensam.
missing|An order must state its version of UBL (UBLVersionID).|En order måste ange sin version av UBL (UBLVersionID).
missing|An order must have a CustomizationID.|En order måste ha ett CustomizationID.
missing|An order must have a ProfileID.|En order måste ha ett ProfileID.
missing|An order must have an issue date (IssueDate).|En order måste ha ett datum (IssueDate).
missing|An order must have a number (ID).|En order måste ha ett nummer (ID).
missing|A reference must have a number (ID).|En referens måste ha ett nummer (ID).
missing|A contract must have a number (ID).|Ett kontrakt måste ha ett nummer (ID).
missing|The buyer must have a name.|Köparen måste ha ett namn.
missing|The seller must have a name.|Säljaren måste ha ett namn.
period|The end of the delivery period (EndDate) must not be before its start (StartDate).|Leveransperiodens slut (EndDate) får inte ligga före dess början (StartDate).
missing|A party should have an address with city and postal code, or with the number of the place (ID).|En part bör ha en adress med ort och postnummer, eller med platsens nummer (ID).
identifier|The VAT number of a buyer in another country should begin with the code of that country.|Momsnumret för en köpare i ett annat land bör börja med landets kod.
missing|An order must have at least one line (OrderLine/LineItem).|En order måste ha minst en rad (OrderLine/LineItem).
sum|LineExtensionAmount should equal the sum of what it is made of.|LineExtensionAmount bör vara summan av det som den består av.
sum|AllowanceTotalAmount should equal the sum of what it is made of.|AllowanceTotalAmount bör vara summan av det som den består av.
sum|ChargeTotalAmount should equal the sum of what it is made of.|ChargeTotalAmount bör vara summan av det som den består av.
sum|PayableAmount should equal the sum of what it is made of.|PayableAmount bör vara summan av det som den består av.
form|An item’s name should have at most 50 characters.|En artikels namn bör ha högst 50 tecken.
negative|A price must not be negative.|Ett pris får inte vara negativt.
depends|All amounts must be in the currency of the order (DocumentCurrencyCode).|Alla belopp måste vara i orderns valuta (DocumentCurrencyCode).
depends|All amounts must be in the currency of the document (DocumentCurrencyCode).|Alla belopp måste vara i dokumentets valuta (DocumentCurrencyCode).
missing|A country must have its code (IdentificationCode).|Ett land måste ha sin kod (IdentificationCode).
sum|The VAT total (TaxAmount) should equal the sum of the lines’ TotalTaxAmount.|Momssumman (TaxAmount) bör vara summan av radernas TotalTaxAmount.
missing|An order must state its currency.|En order måste ange sin valuta.
missing|A quantity must have a unit (@unitCode).|En mängd måste ha en enhet (@unitCode).
code|The code must be in the list of actions.|Koden måste finnas i listan över åtgärder.
code|The code must be in the list of indicators.|Koden måste finnas i listan över indikatorer.
code|The code must be in the list of classifications.|Koden måste finnas i listan över klassificeringar.
code|The MIME code must be in the IANA list of media types.|MIME-koden måste finnas i IANA:s lista över medietyper.
code|The code must be in the list of Peppol party identifier schemes.|Koden måste finnas i Peppols lista över scheman för parters identiteter.
missing|An allowance or charge should have a reason (AllowanceChargeReason).|En rabatt eller avgift bör ha en orsak (AllowanceChargeReason).
missing|Each line should have an ordered quantity with a unit (Quantity/@unitCode).|Varje rad bör ha en beställd mängd med enhet (Quantity/@unitCode).
negative|Amount must not be negative.|Amount får inte vara negativt.
missing|A delivery period must have a start or an end (StartDate, EndDate).|En leveransperiod måste ha en början eller ett slut (StartDate, EndDate).
negative|PayableAmount must not be negative.|PayableAmount får inte vara negativt.
negative|LineExtensionAmount must not be negative.|LineExtensionAmount får inte vara negativt.
negative|Quantity must not be negative.|Quantity får inte vara negativ.
missing|An endpoint identifier must say its scheme (@schemeID).|En elektronisk adress (EndpointID) måste ange sitt schema (@schemeID).
missing|A party identifier must say its scheme (@schemeID).|En parts identitet måste ange sitt schema (@schemeID).
missing|A party identifier must say its scheme (ID/@schemeID).|En parts identitet måste ange sitt schema (ID/@schemeID).
missing|An order type code must say its list (@listID).|En ordertyp måste ange sin lista (@listID).
missing|The currency code must say its list (@listID).|Valutakoden måste ange sin lista (@listID).
missing|A country code must say its list (@listID).|En landskod måste ange sin lista (@listID).
missing|A quantity with a unit must say the list of the unit (@unitCodeListID).|En mängd med enhet måste ange enhetens lista (@unitCodeListID).
missing|A tax category must say its list (@schemeID).|En momskategori måste ange sin lista (@schemeID).
form|There should be no empty elements: leave the element out instead.|Det bör inte finnas tomma element: utelämna elementet i stället.
form|There must be no empty elements: leave the element out instead.|Det får inte finnas tomma element: utelämna elementet i stället.
missing|When an order has totals (AnticipatedMonetaryTotal), every line must have an amount (LineItem/LineExtensionAmount).|När en order har summor (AnticipatedMonetaryTotal) måste varje rad ha ett belopp (LineItem/LineExtensionAmount).
missing|When there are totals, every line must have an amount (LineItem/LineExtensionAmount).|När det finns summor måste varje rad ha ett belopp (LineItem/LineExtensionAmount).
missing|Dangerous goods must say their list (@listID).|Farligt gods måste ange sin lista (@listID).
missing|The type of a handling unit must say its list (@listID).|Typen av kolli måste ange sin lista (@listID).
missing|The action of a line must say its list (@listID).|En rads åtgärd måste ange sin lista (@listID).
missing|The action of a catalogue must say its list (@listID).|En katalogs åtgärd måste ange sin lista (@listID).
missing|A country must say its list (@listID).|Ett land måste ange sin lista (@listID).
missing|A dimension must say its list.|Ett mått måste ange sin lista.
missing|A response code must say its list (@listID).|En svarskod måste ange sin lista (@listID).
missing|A document type must say its list (@listID).|En dokumenttyp måste ange sin lista (@listID).
missing|A reason must say its list (@listID).|En orsak måste ange sin lista (@listID).
missing|A line status code must say its list (@listID).|En radstatus måste ange sin lista (@listID).
fixed|CustomizationID must be urn:www.cenbii.eu:transaction:biitrns077:ver2.0:extended:www.peppol.eu:bis:peppol18a:ver1.0.|CustomizationID måste vara urn:www.cenbii.eu:transaction:biitrns077:ver2.0:extended:www.peppol.eu:bis:peppol18a:ver1.0.
fixed|ProfileID must be urn:www.cenbii.eu:profile:bii18:ver1.0.|ProfileID måste vara urn:www.cenbii.eu:profile:bii18:ver1.0.
period|A cart must say until when it is valid (ValidityPeriod/EndDate), and not end before its day of issue.|En kundvagn måste ange hur länge den gäller (ValidityPeriod/EndDate), och får inte sluta gälla före sitt datum.
period|The validity (ValidityPeriod) must have an end that is not before the day of issue.|Giltigheten (ValidityPeriod) måste ha ett slut som inte ligger före dokumentets datum.
code|ActionCode must be true or false.|ActionCode måste vara true eller false.
missing|A cart should have the seller’s endpoint identifier (EndpointID).|En kundvagn bör ha säljarens elektroniska adress (EndpointID).
missing|A cart should have the buyer’s endpoint identifier (EndpointID).|En kundvagn bör ha köparens elektroniska adress (EndpointID).
depends|The price’s BaseQuantity must be in the unit of the quantity (DeliveryUnit/BatchQuantity).|Prisets BaseQuantity måste vara i samma enhet som mängden (DeliveryUnit/BatchQuantity).
missing|Each line must have a price (Price/PriceAmount).|Varje rad måste ha ett pris (Price/PriceAmount).
code|The property ServiceIndicator must have the value true or false.|Egenskapen ServiceIndicator måste ha värdet true eller false.
fixed|The lead time (LeadTimeMeasure) must be in days.|Ledtiden (LeadTimeMeasure) måste vara i dagar.
count|At most one document of an item may be its main picture (DocumentTypeCode main_image).|Högst ett dokument för en artikel får vara dess huvudbild (DocumentTypeCode main_image).
count|At most one document of an item may be its main picture (DocumentTypeCode PRODUCT_IMAGE).|Högst ett dokument för en artikel får vara dess huvudbild (DocumentTypeCode PRODUCT_IMAGE).
code|The unit is deprecated in UN/ECE Recommendation 20 and should not be used.|Enheten är utfasad i UN/ECE:s rekommendation 20 och bör inte användas.
code|The unit is a package code that later lists replace by one that begins with X.|Enheten är en förpackningskod som senare listor har bytt mot en som börjar med X.
form|A date must be written as YYYY-MM-DD.|Ett datum måste skrivas ÅÅÅÅ-MM-DD.
identifier|A Dutch VAT number must have the form NL123456789B12.|Ett nederländskt momsnummer måste ha formen NL123456789B12.
form|The document must not have the attribute schemaLocation.|Dokumentet får inte ha attributet schemaLocation.
outside|The element is not part of the data model of this BIS here.|Elementet ingår inte i denna BIS datamodell på den här platsen.
fixed|The element must have the value that the BIS fixes.|Elementet måste ha det värde som BIS:en fastställer.
count|Each line must have a number (ID) that no other line has.|Varje rad måste ha ett nummer (ID) som ingen annan rad har.
negative|The ordered quantity (Quantity) must be there and not be negative.|Den beställda mängden (Quantity) måste finnas och får inte vara negativ.
negative|The item’s net price (PriceAmount) must not be negative.|Artikelns nettopris (PriceAmount) får inte vara negativt.
negative|The sum of the line amounts (LineExtensionAmount) must not be negative.|Summan av radbeloppen (LineExtensionAmount) får inte vara negativ.
sum|AllowanceTotalAmount must equal the sum of the document’s allowances, rounded to 2 decimals.|AllowanceTotalAmount måste vara summan av dokumentets rabatter, avrundad till 2 decimaler.
sum|ChargeTotalAmount must equal the sum of the document’s charges, rounded to 2 decimals.|ChargeTotalAmount måste vara summan av dokumentets avgifter, avrundad till 2 decimaler.
sum|TaxExclusiveAmount must equal LineExtensionAmount less AllowanceTotalAmount plus ChargeTotalAmount.|TaxExclusiveAmount måste vara LineExtensionAmount minus AllowanceTotalAmount plus ChargeTotalAmount.
sum|TaxExclusiveAmount must equal LineExtensionAmount plus ChargeTotalAmount less AllowanceTotalAmount.|TaxExclusiveAmount måste vara LineExtensionAmount plus ChargeTotalAmount minus AllowanceTotalAmount.
sum|TaxInclusiveAmount must equal TaxExclusiveAmount plus the VAT total (TaxTotal/TaxAmount).|TaxInclusiveAmount måste vara TaxExclusiveAmount plus momssumman (TaxTotal/TaxAmount).
missing|Each line should have an ordered quantity (Quantity).|Varje rad bör ha en beställd mängd (Quantity).
sum|PayableAmount must equal TaxInclusiveAmount less PrepaidAmount plus PayableRoundingAmount.|PayableAmount måste vara TaxInclusiveAmount minus PrepaidAmount plus PayableRoundingAmount.
sum|TaxInclusiveAmount must equal the amount without VAT plus the VAT total (TaxTotal/TaxAmount).|TaxInclusiveAmount måste vara beloppet utan moms plus momssumman (TaxTotal/TaxAmount).
sum|The net price (PriceAmount) must equal the gross price (AllowanceCharge/BaseAmount) less its allowance.|Nettopriset (PriceAmount) måste vara bruttopriset (AllowanceCharge/BaseAmount) minus dess rabatt.
depends|An allowance or charge with a percentage (MultiplierFactorNumeric) must have a base (BaseAmount).|En rabatt eller avgift med procentsats (MultiplierFactorNumeric) måste ha ett underlag (BaseAmount).
depends|An allowance or charge with a base (BaseAmount) must have a percentage (MultiplierFactorNumeric).|En rabatt eller avgift med underlag (BaseAmount) måste ha en procentsats (MultiplierFactorNumeric).
sum|The amount of an allowance or charge must equal its base times its percentage (within 0.02).|Beloppet för en rabatt eller avgift måste vara underlaget gånger procentsatsen (inom 0,02).
missing|An allowance or charge must have a reason (AllowanceChargeReason or AllowanceChargeReasonCode).|En rabatt eller avgift måste ha en orsak (AllowanceChargeReason eller AllowanceChargeReasonCode).
sum|LineExtensionAmount must equal quantity times price by base quantity, plus charges less allowances (within 0.02).|LineExtensionAmount måste vara mängd gånger pris per prismängd, plus avgifter minus rabatter (inom 0,02).
negative|The quantity that the price is for (Price/BaseQuantity) must be greater than zero.|Mängden som priset gäller för (Price/BaseQuantity) måste vara större än noll.
identifier|A VAT number must begin with the code of a country.|Ett momsnummer måste börja med ett lands kod.
negative|The item’s gross price (AllowanceCharge/BaseAmount) must not be negative.|Artikelns bruttopris (AllowanceCharge/BaseAmount) får inte vara negativt.
form|Amounts other than prices must have at most 2 decimals.|Andra belopp än priser får ha högst 2 decimaler.
depends|A VAT category must have a rate (Percent), unless it is outside the scope of VAT (O).|En momskategori måste ha en sats (Percent), om den inte ligger utanför momsen (O).
depends|The standard VAT category (S) must have a rate above zero (Percent).|Momskategorin för normal moms (S) måste ha en sats över noll (Percent).
fixed|The profile identifier (ProfileID) must be one that the document type has.|Profilbeteckningen (ProfileID) måste vara en som dokumenttypen har.
negative|The amount of an allowance or charge must not be negative.|Beloppet för en rabatt eller avgift får inte vara negativt.
negative|The allowance on a price (AllowanceCharge/Amount) must be one, and not negative.|Rabatten på ett pris (AllowanceCharge/Amount) måste vara en enda, och inte negativ.
depends|A line that names a line of a quotation needs the quotation itself (QuotationDocumentReference/ID).|En rad som anger en rad i en offert behöver offerten själv (QuotationDocumentReference/ID).
sum|The VAT of a category (TaxAmount) must equal its base (TaxableAmount) times its rate, rounded to 2 decimals.|Momsen för en kategori (TaxAmount) måste vara dess underlag (TaxableAmount) gånger dess sats, avrundad till 2 decimaler.
sum|The VAT total (TaxAmount) must equal the sum of its categories, rounded to 2 decimals.|Momssumman (TaxAmount) måste vara summan av dess kategorier, avrundad till 2 decimaler.
depends|Category and rate must be among those of the VAT total (TaxTotal/TaxSubtotal).|Kategori och sats måste finnas bland dem i momssumman (TaxTotal/TaxSubtotal).
depends|The category must be among those of the VAT total (TaxTotal/TaxSubtotal).|Kategorin måste finnas bland dem i momssumman (TaxTotal/TaxSubtotal).
missing|A category without VAT (E, AE, K, G, O) must have a reason (TaxExemptionReason).|En kategori utan moms (E, AE, K, G, O) måste ha en orsak (TaxExemptionReason).
depends|A category with VAT (S, Z, L, M) must not have a reason for exemption (TaxExemptionReason).|En kategori med moms (S, Z, L, M) får inte ha en orsak till undantag (TaxExemptionReason).
missing|The buyer must have its official name (PartyLegalEntity/RegistrationName) or an identifier (PartyIdentification/ID).|Köparen måste ha sitt officiella namn (PartyLegalEntity/RegistrationName) eller en identitet (PartyIdentification/ID).
missing|The seller must have its official name (PartyLegalEntity/RegistrationName) or an identifier (PartyIdentification/ID).|Säljaren måste ha sitt officiella namn (PartyLegalEntity/RegistrationName) eller en identitet (PartyIdentification/ID).
period|The end of the promised delivery (EndDate) must not be before its start (StartDate).|Slutet på den utlovade leveransen (EndDate) får inte ligga före dess början (StartDate).
depends|An order response with code CA (conditionally accepted) must have lines.|Ett ordersvar med kod CA (accepterad med ändringar) måste ha rader.
depends|An order response with code AP (accepted) must have no lines.|Ett ordersvar med kod AP (accepterad) får inte ha rader.
depends|An order response with code RE (rejected) must have no lines.|Ett ordersvar med kod RE (avvisad) får inte ha rader.
depends|An order response with code AB (acknowledged) must have no lines.|Ett ordersvar med kod AB (mottagen) får inte ha rader.
missing|Each line must have an item name (Item/Name).|Varje rad måste ha ett artikelnamn (Item/Name).
period|The end of the validity (EndDate) must not be before its start (StartDate).|Giltighetens slut (EndDate) får inte ligga före dess början (StartDate).
negative|A price (Price/PriceAmount) must be there and not be negative.|Ett pris (Price/PriceAmount) måste finnas och får inte vara negativt.
period|A line must be valid within the validity of the catalogue.|En rad måste gälla inom katalogens giltighet.
period|A price must be valid within the validity of the line, or of the catalogue.|Ett pris måste gälla inom radens eller katalogens giltighet.
period|The end of the validity of a line (EndDate) must not be before its start (StartDate).|Slutet på en rads giltighet (EndDate) får inte ligga före dess början (StartDate).
period|The end of the validity of a price (EndDate) must not be before its start (StartDate).|Slutet på ett pris giltighet (EndDate) får inte ligga före dess början (StartDate).
negative|The quantity and the quantity that the price is for must each be one number greater than zero.|Mängden och mängden som priset gäller för måste vara var sitt tal större än noll.
`;

interface Told {
  readonly kind: RuleKind;
  readonly swedish: string;
}

const known = new Map<string, Told>(
  table
    .trim()
    .split('\n')
    .map((row) => {
      const [kind, english, swedish] = row.split('|') as [RuleKind, string, string];
      return [english, { kind, swedish }];
    }),
);

/** Kinds of identifiers that the BIS 3 rules check. */
const identifiers: Readonly<Record<string, string>> = {
  GLN: 'GLN',
  'Norwegian organisation number': 'norskt organisationsnummer',
  'Danish CVR number': 'danskt CVR-nummer',
  'Danish P number': 'danskt P-nummer',
  'Danish SE number': 'danskt SE-nummer',
  'Belgian enterprise number': 'belgiskt företagsnummer',
  'Italian IPA code': 'italiensk IPA-kod',
  'Italian fiscal code': 'italiensk skattekod',
  'Italian VAT number': 'italienskt momsnummer',
  'Swedish organisation number': 'svenskt organisationsnummer',
  'Australian business number': 'australiskt företagsnummer',
  'Dutch KVK number': 'nederländskt KVK-nummer',
  'Dutch organisation number': 'nederländskt organisationsnummer',
  'Dutch VAT number': 'nederländskt momsnummer',
  'Dutch establishment number': 'nederländskt driftställenummer',
};

/** Sentences that differ in names. */
const patterns: readonly [pattern: RegExp, kind: RuleKind, swedish: (...names: string[]) => string][] = [
  [/^The element must contain (.+)\.$/, 'missing', (child) => `Elementet måste innehålla ${child}.`],
  [/^The attribute (\S+) must be there\.$/, 'missing', (name) => `Attributet ${name} måste finnas.`],
  [
    /^The attribute (\S+) must have a code of the list (.+)\.$/,
    'code',
    (name, list) => `Attributet ${name} måste ha en kod ur listan ${list}.`,
  ],
  [/^The code must be in the list (.+)\.$/, 'code', (list) => `Koden måste finnas i listan ${list}.`],
  [
    /^The customization identifier \(CustomizationID\) must begin with (.+)\.$/,
    'fixed',
    (begin) => `Anpassningsbeteckningen (CustomizationID) måste börja med ${begin}.`,
  ],
  [
    /^The identifier must be a right (.+) \(scheme (.+)\)\.$/,
    'identifier',
    (name = '', scheme) => `Identiteten måste vara ett giltigt ${identifiers[name] ?? name} (schema ${scheme}).`,
  ],
  [/^The core has (\S+) at most once here\.$/, 'count', (name) => `Kärnan har ${name} högst en gång här.`],
  [/^The core has (\S+) exactly once here\.$/, 'count', (name) => `Kärnan har ${name} exakt en gång här.`],
  [/^An address should have (.+)\.$/, 'missing', (parts) => `En adress bör ha ${parts}.`],
];

/** The Swedish sentence of a rule and what kind of mistake breaks it; undefined for a sentence that is not in the table. */
export function swedishRuleText(english: string): Told | undefined {
  const found = known.get(english);
  if (found) return found;
  for (const [pattern, kind, swedish] of patterns) {
    const match = pattern.exec(english);
    if (match) return { kind, swedish: swedish(...match.slice(1)) };
  }
  return undefined;
}
