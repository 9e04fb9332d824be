// Made by tools/bis3Tables.ts from the structure table and the rule index of Peppol BIS 3 T116, release 2026.5. Do not edit.

/**
 * Elements of the data model and the rules of each place: ! child that must be there, @ attribute that must be there, ~ code list (of the
 * attribute before it, else of the text), = fixed text, ^ no schemaLocation, * no other child.
 */
export const table = `
OrderResponse 00101!CustomizationID 00102!ProfileID 00103!ID 00104!IssueDate 00105!OrderResponseCode 00106!DocumentCurrencyCode 00107!/OrderReference 00108!/SellerSupplierParty 00109!/BuyerCustomerParty 00110^ 00111*
  CustomizationID
  ProfileID 00301=urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3
  ID
  SalesOrderID
  IssueDate
  IssueTime
  OrderResponseCode 00801~UNCL4343-T76
  Note
  DocumentCurrencyCode 01001~ISO4217
  CustomerReference
  /OrderReference 01201!ID 01202*
    ID
  /OrderChangeDocumentReference 01401!ID 01402*
    ID
  /SellerSupplierParty 01601!/Party 01602*
    /Party 01701!EndpointID 01702*
      EndpointID 01801@schemeID 01802@schemeID~eas
      /PartyIdentification 02001!ID
        ID 02101@schemeID~ICD
      /PartyLegalEntity 02301!RegistrationName 02302*
        RegistrationName
  /BuyerCustomerParty 02501!/Party 02502*
    /Party 02601!EndpointID 02602*
      EndpointID 02701@schemeID 02702@schemeID~eas
      /PartyIdentification 02901!ID
        ID 03001@schemeID~ICD
      /PartyLegalEntity 03201!RegistrationName 03202*
        RegistrationName
  /Delivery 03401!/PromisedDeliveryPeriod 03402*
    /PromisedDeliveryPeriod 03501*
      StartDate
      StartTime
      EndDate
      EndTime
  /OrderLine 04001!/LineItem 04002!/OrderLineReference 04003*
    /LineItem 04101!ID 04102!LineStatusCode 04103!/Item 04104*
      ID
      Note
      LineStatusCode 04401~UNCL1229
      Quantity 04501@unitCode 04502@unitCode~UNECERec20
      MaximumBackorderQuantity
      /Delivery 04801*
        /PromisedDeliveryPeriod 04901*
          StartDate
          StartTime
          EndDate
          EndTime
      /Price 05401!PriceAmount 05402*
        PriceAmount 05501@currencyID 05502@currencyID~ISO4217
        BaseQuantity 05701@unitCode 05702@unitCode~UNECERec20
      /Item 05901!Name 05902*
        Name
        /BuyersItemIdentification 06101!ID 06102*
          ID
        /SellersItemIdentification 06301!ID 06302*
          ID
        /StandardItemIdentification 06501!ID 06502*
          ID 06601@schemeID 06602@schemeID~ICD
    /SellerSubstitutedLineItem 06801!ID 06802!/Item 06803*
      ID
      /Item 07001*
        Name
        /SellersItemIdentification 07201!ID 07202*
          ID
        /StandardItemIdentification 07401!ID 07402*
          ID 07501@schemeID 07502@schemeID~ICD
        /CommodityClassification 07701*
          ItemClassificationCode 07801@listID 07802@listID~UNCL7143
        /ClassifiedTaxCategory 08201!ID 08202!/TaxScheme 08203*
          ID
          Percent
          /TaxScheme 08501!ID 08502*
            ID
        /AdditionalItemProperty 08701!Name 08702!Value 08703*
          Name
          NameCode 08901@listID
          Value
          ValueQuantity 09201@unitCode 09202@unitCode~UNECERec20
          ValueQualifier
    /OrderLineReference 09501!LineID 09502*
      LineID
`;
