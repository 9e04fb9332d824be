// Made by tools/bis3Tables.ts from the structure table and the rule index of Peppol BIS 3 T114, release 2026.5. Do not edit.

/**
 * Elements of the data model and the rules of each place: ! child that must be there, @ attribute that must be there, ~ code list (of the
 * attribute before it, else of the text), = fixed text, ^ no schemaLocation, * no other child.
 */
export const table = `
OrderChange 00101!CustomizationID 00102!ProfileID 00103!ID 00104!IssueDate 00105!DocumentCurrencyCode 00106!/OrderReference 00107!/BuyerCustomerParty 00108!/SellerSupplierParty 00109!/OrderLine 00110^ 00111*
  CustomizationID 00201=urn:fdc:peppol.eu:poacc:trns:order_change:3
  ProfileID 00301=urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3
  ID
  SalesOrderID
  IssueDate
  IssueTime
  SequenceNumberID
  Note
  DocumentCurrencyCode 01001~ISO4217
  CustomerReference
  AccountingCost
  /ValidityPeriod 01301!EndDate 01302*
    EndDate
  /OrderReference 01501!ID 01502*
    ID
  /QuotationDocumentReference 01701!ID 01702*
    ID
  /OriginatorDocumentReference 01901!ID 01902*
    ID
  /AdditionalDocumentReference 02101!ID 02102*
    ID
    DocumentType
    /Attachment 02401*
      EmbeddedDocumentBinaryObject 02501@mimeCode 02502@mimeCode~MimeCode 02503@filename
      /ExternalReference 02801!URI 02802*
        URI
  /Contract 03001!ID 03002*
    ID
  /BuyerCustomerParty 03201!/Party 03202*
    /Party 03301!EndpointID 03302!/PartyLegalEntity 03303*
      EndpointID 03401@schemeID 03402@schemeID~eas
      /PartyIdentification 03601!ID
        ID 03701@schemeID~ICD
      /PartyName 03901!Name
        Name
      /PostalAddress 04101!/Country 04102*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 04901!IdentificationCode 04902*
          IdentificationCode 05001~ISO3166
      /PartyTaxScheme 05101!CompanyID 05102!/TaxScheme 05103*
        CompanyID
        /TaxScheme 05301!ID 05302*
          ID
      /PartyLegalEntity 05501!RegistrationName 05502*
        RegistrationName
        CompanyID 05701@schemeID~ICD
        /RegistrationAddress 05901!/Country 05902*
          CityName
          /Country 06101!IdentificationCode 06102*
            IdentificationCode 06201~ISO3166
      /Contact 06301*
        Name
        Telephone
        ElectronicMail
  /SellerSupplierParty 06701!/Party 06702*
    /Party 06801!EndpointID 06802!/PostalAddress 06803!/PartyLegalEntity 06804*
      EndpointID 06901@schemeID
      /PartyIdentification 07101!ID
        ID 07201@schemeID~ICD
      /PartyName 07401!Name
        Name
      /PostalAddress 07601!/Country 07602*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 08401!IdentificationCode 08402*
          IdentificationCode 08501~ISO3166
      /PartyLegalEntity 08601!RegistrationName 08602*
        RegistrationName
        CompanyID 08801@schemeID~ICD
        /RegistrationAddress 09001!/Country 09002*
          CityName
          /Country 09201!IdentificationCode 09202*
            IdentificationCode 09301~ISO3166
      /Contact 09401*
        Name
        Telephone
        ElectronicMail
  /OriginatorCustomerParty 09801!/Party 09802*
    /Party 09901*
      /PartyIdentification 10001!ID
        ID 10101@schemeID~ICD
      /PartyName 10301!Name
        Name
      /Contact 10501*
        Name
        Telephone
        ElectronicMail
  /AccountingCustomerParty 10901!/Party 10902*
    /Party 11001!/PostalAddress 11002!/PartyLegalEntity 11003*
      EndpointID 11101@schemeID
      /PartyIdentification 11301!ID
        ID 11401@schemeID~ICD
      /PartyName 11601!Name
        Name
      /PostalAddress 11801!/Country 11802*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 12601!IdentificationCode 12602*
          IdentificationCode 12701~ISO3166
      /PartyTaxScheme 12801!CompanyID 12802!/TaxScheme 12803*
        CompanyID
        /TaxScheme 13001!ID 13002*
          ID
      /PartyLegalEntity 13201!RegistrationName 13202*
        RegistrationName
        CompanyID 13401@schemeID~ICD
        /RegistrationAddress 13601!/Country 13602*
          CityName
          /Country 13801!IdentificationCode 13802*
            IdentificationCode 13901~ISO3166
      /Contact 14001*
        Name
        Telephone
        ElectronicMail
  /Delivery 14401*
    /DeliveryLocation 14501!/Address 14502*
      ID 14601@schemeID~ICD
      Name
      /Address 14901!/Country 14902*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine 15501!Line
          Line
        /Country 15701!IdentificationCode 15702*
          IdentificationCode 15801~ISO3166
    /RequestedDeliveryPeriod 15901*
      StartDate
      StartTime
      EndDate
      EndTime
    /DeliveryParty 16401!/PartyName 16402*
      /PartyIdentification 16501!ID
        ID 16601@schemeID~ICD
      /PartyName 16801!Name
        Name
      /PostalAddress 17001!/Country 17002*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine 17601!Line
          Line
        /Country 17801!IdentificationCode 17802*
          IdentificationCode 17901~ISO3166
      /Contact 18001*
        Name
        Telephone
        ElectronicMail
    /Shipment 18401!ID 18402*
      ID
      /TransportHandlingUnit 18601*
        ShippingMarks
  /DeliveryTerms 18801*
    ID
    SpecialTerms
    /DeliveryLocation 19101!ID 19102*
      ID
  /PaymentTerms 19301!Note 19302*
    Note
  /AllowanceCharge 19501!ChargeIndicator 19502!AllowanceChargeReason 19503!Amount 19504*
    ChargeIndicator 19601~TrueFalse
    AllowanceChargeReasonCode 19701~UNCL5189|UNCL7161
    AllowanceChargeReason
    MultiplierFactorNumeric
    Amount 20001@currencyID 20002@currencyID~ISO4217
    BaseAmount 20201@currencyID 20202@currencyID~ISO4217
    /TaxCategory 20401!ID 20402!/TaxScheme 20403*
      ID
      Percent
      /TaxScheme 20701!ID 20702*
        ID
  /TaxTotal 20901!TaxAmount 20902*
    TaxAmount 21001@currencyID 21002@currencyID~ISO4217
  /AnticipatedMonetaryTotal 21201!LineExtensionAmount 21202!PayableAmount 21203*
    LineExtensionAmount 21301@currencyID 21302@currencyID~ISO4217
    TaxExclusiveAmount 21501@currencyID 21502@currencyID~ISO4217
    TaxInclusiveAmount 21701@currencyID 21702@currencyID~ISO4217
    AllowanceTotalAmount 21901@currencyID 21902@currencyID~ISO4217
    ChargeTotalAmount 22101@currencyID 22102@currencyID~ISO4217
    PrepaidAmount 22301@currencyID 22302@currencyID~ISO4217
    PayableRoundingAmount 22501@currencyID 22502@currencyID~ISO4217
    PayableAmount 22701@currencyID 22702@currencyID~ISO4217
  /OrderLine 22901!/LineItem 22902*
    Note
    /LineItem 23101!ID 23102!LineStatusCode 23103!Quantity 23104!/Item 23105*
      ID
      LineStatusCode 23301~UNCL1229_CHANGE
      Quantity 23401@unitCode 23402@unitCode~UNECERec20
      LineExtensionAmount 23601@currencyID 23602@currencyID~ISO4217
      PartialDeliveryIndicator 23801~TrueFalse
      AccountingCost
      /Delivery 24001*
        ID 24101@schemeID~ICD
        /RequestedDeliveryPeriod 24301*
          StartDate
          StartTime
          EndDate
          EndTime
      /OriginatorParty 24801*
        /PartyIdentification 24901!ID
          ID 25001@schemeID~ICD
        /PartyName 25201!Name
          Name
      /AllowanceCharge 25401!ChargeIndicator 25402!Amount 25403*
        ChargeIndicator
        AllowanceChargeReasonCode 25601~UNCL5189|UNCL7161
        AllowanceChargeReason
        MultiplierFactorNumeric
        Amount 25901@currencyID 25902@currencyID~ISO4217
        BaseAmount 26101@currencyID 26102@currencyID~ISO4217
      /Price 26301!PriceAmount 26302*
        PriceAmount 26401@currencyID 26402@currencyID~ISO4217
        BaseQuantity 26601@unitCode~UNECERec20
        /AllowanceCharge 26801!ChargeIndicator 26802!Amount 26803*
          ChargeIndicator 26901=false
          Amount 27001@currencyID 27002@currencyID~ISO4217
          BaseAmount 27201@currencyID 27202@currencyID~ISO4217
      /Item 27401!Name 27402*
        Description
        Name
        /BuyersItemIdentification 27701!ID 27702*
          ID
        /SellersItemIdentification 27901!ID 27902*
          ID
        /StandardItemIdentification 28101!ID 28102*
          ID 28201@schemeID 28202@schemeID~ICD
        /ItemSpecificationDocumentReference 28401!ID 28402*
          ID
        /CommodityClassification 28601*
          ItemClassificationCode 28701@listID 28702@listID~UNCL7143
        /ClassifiedTaxCategory 29101!ID 29102!/TaxScheme 29103*
          ID
          Percent
          /TaxScheme 29401!ID 29402*
            ID
        /AdditionalItemProperty 29601!Name 29602!Value 29603*
          ID
          Name
          NameCode 30201@listID
          Value
          ValueQuantity 30501@unitCode 30502@unitCode~UNECERec20
          ValueQualifier
        /ItemInstance 30801*
          SerialID
          /LotIdentification 31001*
            LotNumberID
    /QuotationLineReference 31201!LineID 31202*
      LineID
`;
