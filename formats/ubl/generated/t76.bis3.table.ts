// Made by tools/bis3Tables.ts from the structure table and the rule index of Peppol BIS 3 T76, release 2026.5. Do not edit.

/**
 * Elements of the data model and the rules of each place: ! child that must be there, @ attribute that must be there, ~ code list (of the
 * attribute before it, else of the text), = fixed text, ^ no schemaLocation, * no other child.
 */
export const table = `
OrderResponse 00101!CustomizationID 00102!ProfileID 00103!ID 00104!IssueDate 00105!OrderResponseCode 00106!DocumentCurrencyCode 00107!/OrderReference 00108!/SellerSupplierParty 00109!/BuyerCustomerParty 00110^ 00111*
  CustomizationID
  ProfileID 00301=urn:fdc:peppol.eu:poacc:bis:ordering:3
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
  /SellerSupplierParty 01401!/Party 01402*
    /Party 01501!EndpointID 01502*
      EndpointID 01601@schemeID 01602@schemeID~eas
      /PartyIdentification 01801!ID
        ID 01901@schemeID~ICD
      /PartyLegalEntity 02101!RegistrationName 02102*
        RegistrationName
  /BuyerCustomerParty 02301!/Party 02302*
    /Party 02401!EndpointID 02402*
      EndpointID 02501@schemeID 02502@schemeID~eas
      /PartyIdentification 02701!ID
        ID 02801@schemeID~ICD
      /PartyLegalEntity 03001!RegistrationName 03002*
        RegistrationName
  /Delivery 03201!/PromisedDeliveryPeriod 03202*
    /PromisedDeliveryPeriod 03301*
      StartDate
      StartTime
      EndDate
      EndTime
  /OrderLine 03801!/LineItem 03802!/OrderLineReference 03803*
    /LineItem 03901!ID 03902!LineStatusCode 03903!/Item 03904*
      ID
      Note
      LineStatusCode 04201~UNCL1229
      Quantity 04301@unitCode 04302@unitCode~UNECERec20
      MaximumBackorderQuantity
      /Delivery 04601!/PromisedDeliveryPeriod 04602*
        /PromisedDeliveryPeriod 04701*
          StartDate
          StartTime
          EndDate
          EndTime
      /Price 05201!PriceAmount 05202*
        PriceAmount 05301@currencyID 05302@currencyID~ISO4217
        BaseQuantity 05501@unitCode 05502@unitCode~UNECERec20
      /Item 05701!Name 05702*
        Name
        /BuyersItemIdentification 05901!ID 05902*
          ID
        /SellersItemIdentification 06101!ID 06102*
          ID
        /StandardItemIdentification 06301!ID 06302*
          ID 06401@schemeID 06402@schemeID~ICD
    /SellerSubstitutedLineItem 06601!ID 06602!/Item 06603*
      ID
      /Item 06801*
        Name
        /SellersItemIdentification 07001!ID 07002*
          ID
        /StandardItemIdentification 07201!ID 07202*
          ID 07301@schemeID 07302@schemeID~ICD
        /CommodityClassification 07501*
          ItemClassificationCode 07601@listID 07602@listID~UNCL7143
        /ClassifiedTaxCategory 08001!ID 08002!/TaxScheme 08003*
          ID
          Percent
          /TaxScheme 08301!ID 08302*
            ID
        /AdditionalItemProperty 08501!Name 08502!Value 08503*
          Name
          NameCode 08701@listID
          Value
          ValueQuantity 09001@unitCode 09002@unitCode~UNECERec20
          ValueQualifier
    /OrderLineReference 09301!LineID 09302*
      LineID
`;
