// Made by tools/bis3Tables.ts from the structure table and the rule index of Peppol BIS 3 T01, release 2026.5. Do not edit.

/**
 * Elements of the data model and the rules of each place: ! child that must be there, @ attribute that must be there, ~ code list (of the
 * attribute before it, else of the text), = fixed text, ^ no schemaLocation, * no other child.
 */
export const table = `
Order 00101!CustomizationID 00102!ProfileID 00103!ID 00104!IssueDate 00105!DocumentCurrencyCode 00106!/BuyerCustomerParty 00107!/SellerSupplierParty 00108!/OrderLine 00109^ 00110*
  CustomizationID
  ProfileID
  ID
  SalesOrderID
  IssueDate
  IssueTime
  OrderTypeCode 00801~UNCL1001_T01
  Note
  DocumentCurrencyCode 01001~ISO4217
  CustomerReference
  AccountingCost
  /ValidityPeriod 01301!EndDate 01302*
    EndDate
  /QuotationDocumentReference 01501!ID 01502*
    ID
  /OrderDocumentReference 01701!ID 01702*
    ID
  /OriginatorDocumentReference 01901!ID 01902*
    ID
  /CatalogueReference 02101!ID 02102*
    ID
  /AdditionalDocumentReference 02301!ID 02302*
    ID
    DocumentType
    /Attachment 02601*
      EmbeddedDocumentBinaryObject 02701@mimeCode 02702@mimeCode~MimeCode 02703@filename
      /ExternalReference 03001!URI 03002*
        URI
  /Contract 03201!ID 03202*
    ID
  /ProjectReference 03401!ID 03402*
    ID
  /BuyerCustomerParty 03601!/Party 03602*
    /Party 03701!EndpointID 03702!/PartyLegalEntity 03703*
      EndpointID 03801@schemeID 03802@schemeID~eas
      /PartyIdentification 04001!ID
        ID 04101@schemeID~ICD
      /PartyName 04301!Name
        Name
      /PostalAddress 04501!/Country 04502*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 05301!IdentificationCode 05302*
          IdentificationCode 05401~ISO3166
      /PartyTaxScheme 05501!CompanyID 05502!/TaxScheme 05503*
        CompanyID
        /TaxScheme 05701!ID 05702*
          ID
      /PartyLegalEntity 05901!RegistrationName 05902*
        RegistrationName
        CompanyID 06101@schemeID~ICD
        /RegistrationAddress 06301!/Country 06302*
          CityName
          /Country 06501!IdentificationCode 06502*
            IdentificationCode 06601~ISO3166
      /Contact 06701*
        Name
        Telephone
        ElectronicMail
  /SellerSupplierParty 07101!/Party 07102*
    /Party 07201!EndpointID 07202!/PostalAddress 07203!/PartyLegalEntity 07204*
      EndpointID 07301@schemeID 07302@schemeID~eas
      /PartyIdentification 07501!ID
        ID 07601@schemeID~ICD
      /PartyName 07801!Name
        Name
      /PostalAddress 08001!/Country 08002*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 08801!IdentificationCode 08802*
          IdentificationCode 08901~ISO3166
      /PartyLegalEntity 09001!RegistrationName 09002*
        RegistrationName
        CompanyID 09201@schemeID~ICD
        /RegistrationAddress 09401!/Country 09402*
          CityName
          /Country 09601!IdentificationCode 09602*
            IdentificationCode 09701~ISO3166
      /Contact 09801*
        Name
        Telephone
        ElectronicMail
  /OriginatorCustomerParty 10201!/Party 10202*
    /Party 10301*
      /PartyIdentification 10401!ID
        ID 10501@schemeID~ICD
      /PartyName 10701!Name
        Name
      /Contact 10901*
        Name
        Telephone
        ElectronicMail
  /AccountingCustomerParty 11301!/Party 11302*
    /Party 11401!/PostalAddress 11402!/PartyLegalEntity 11403*
      EndpointID 11501@schemeID 11502@schemeID~eas
      /PartyIdentification 11701!ID
        ID 11801@schemeID~ICD
      /PartyName 12001!Name
        Name
      /PostalAddress 12201!/Country 12202*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 13001!IdentificationCode 13002*
          IdentificationCode 13101~ISO3166
      /PartyTaxScheme 13201!CompanyID 13202!/TaxScheme 13203*
        CompanyID
        /TaxScheme 13401!ID 13402*
          ID
      /PartyLegalEntity 13601!RegistrationName 13602*
        RegistrationName
        CompanyID 13801@schemeID~ICD
        /RegistrationAddress 14001!/Country 14002*
          CityName
          /Country 14201!IdentificationCode 14202*
            IdentificationCode 14301~ISO3166
      /Contact 14401*
        Name
        Telephone
        ElectronicMail
  /Delivery 14801*
    /DeliveryLocation 14901!/Address 14902*
      ID 15001@schemeID~ICD
      Name
      /Address 15301!/Country 15302*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine 15901!Line
          Line
        /Country 16101!IdentificationCode 16102*
          IdentificationCode 16201~ISO3166
    /RequestedDeliveryPeriod 16301*
      StartDate
      StartTime
      EndDate
      EndTime
    /DeliveryParty 16801!/PartyName 16802*
      /PartyIdentification 16901!ID
        ID 17001@schemeID~ICD
      /PartyName 17201!Name
        Name
      /PostalAddress 17401!/Country 17402*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine 18001!Line
          Line
        /Country 18201!IdentificationCode 18202*
          IdentificationCode 18301~ISO3166
      /Contact 18401*
        Name
        Telephone
        ElectronicMail
    /Despatch 18801!RequestedDespatchDate 18802*
      RequestedDespatchDate
      RequestedDespatchTime
    /Shipment 19101!ID 19102*
      ID
      ShippingPriorityLevelCode 19301~UNCL4219
      /TransportHandlingUnit 19401*
        ShippingMarks
  /DeliveryTerms 19601*
    ID
    SpecialTerms
    /DeliveryLocation 19901!ID 19902*
      ID
  /PaymentTerms 20101!Note 20102*
    Note
  /AllowanceCharge 20301!ChargeIndicator 20302!AllowanceChargeReason 20303!Amount 20304*
    ChargeIndicator 20401~TrueFalse
    AllowanceChargeReasonCode 20501~UNCL5189|UNCL7161
    AllowanceChargeReason
    MultiplierFactorNumeric
    Amount 20801@currencyID 20802@currencyID~ISO4217
    BaseAmount 21001@currencyID 21002@currencyID~ISO4217
    /TaxCategory 21201!ID 21202!/TaxScheme 21203*
      ID
      Percent
      /TaxScheme 21501!ID 21502*
        ID
  /TaxTotal 21701!TaxAmount 21702*
    TaxAmount 21801@currencyID 21802@currencyID~ISO4217
  /AnticipatedMonetaryTotal 22001!LineExtensionAmount 22002!PayableAmount 22003*
    LineExtensionAmount 22101@currencyID 22102@currencyID~ISO4217
    TaxExclusiveAmount 22301@currencyID 22302@currencyID~ISO4217
    TaxInclusiveAmount 22501@currencyID 22502@currencyID~ISO4217
    AllowanceTotalAmount 22701@currencyID 22702@currencyID~ISO4217
    ChargeTotalAmount 22901@currencyID 22902@currencyID~ISO4217
    PrepaidAmount 23101@currencyID 23102@currencyID~ISO4217
    PayableRoundingAmount 23301@currencyID 23302@currencyID~ISO4217
    PayableAmount 23501@currencyID 23502@currencyID~ISO4217
  /OrderLine 23701!/LineItem 23702*
    Note
    /LineItem 23901!ID 23902!Quantity 23903!/Item 23904*
      ID
      Quantity 24101@unitCode 24102@unitCode~UNECERec20
      LineExtensionAmount 24301@currencyID 24302@currencyID~ISO4217
      PartialDeliveryIndicator 24501~TrueFalse
      AccountingCost
      /Delivery 24701!/RequestedDeliveryPeriod 24702*
        ID 24801@schemeID~ICD
        /DeliveryLocation 25001!/Address 25002*
          Name
          /Address 25201!/Country 25202*
            StreetName
            AdditionalStreetName
            CityName
            PostalZone
            CountrySubentity
            /AddressLine 25801!Line
              Line
            /Country 26001!IdentificationCode 26002*
              IdentificationCode 26101~ISO3166
        /RequestedDeliveryPeriod 26201*
          StartDate
          StartTime
          EndDate
          EndTime
      /OriginatorParty 26701*
        /PartyIdentification 26801!ID
          ID 26901@schemeID~ICD
        /PartyName 27101!Name
          Name
      /AllowanceCharge 27301!ChargeIndicator 27302!Amount 27303*
        ChargeIndicator
        AllowanceChargeReasonCode 27501~UNCL5189|UNCL7161
        AllowanceChargeReason
        MultiplierFactorNumeric
        Amount 27801@currencyID 27802@currencyID~ISO4217
        BaseAmount 28001@currencyID 28002@currencyID~ISO4217
      /Price 28201!PriceAmount 28202*
        PriceAmount 28301@currencyID 28302@currencyID~ISO4217
        BaseQuantity 28501@unitCode~UNECERec20
        /AllowanceCharge 28701!ChargeIndicator 28702!Amount 28703*
          ChargeIndicator 28801=false
          Amount 28901@currencyID 28902@currencyID~ISO4217
          BaseAmount 29101@currencyID 29102@currencyID~ISO4217
      /Item 29301!Name 29302*
        Description
        Name
        /BuyersItemIdentification 29601!ID 29602*
          ID
        /SellersItemIdentification 29801!ID 29802*
          ID
        /ManufacturersItemIdentification 30001!ID 30002*
          ID
        /StandardItemIdentification 30201!ID 30202*
          ID 30301@schemeID 30302@schemeID~ICD
        /ItemSpecificationDocumentReference 30501!ID 30502*
          ID
        /CommodityClassification 30701*
          ItemClassificationCode 30801@listID 30802@listID~UNCL7143
        /ClassifiedTaxCategory 31201!ID 31202!/TaxScheme 31203*
          ID
          Percent
          /TaxScheme 31501!ID 31502*
            ID
        /AdditionalItemProperty 31701!Name 31702!Value 31703*
          ID
          Name
          NameCode 32301@listID
          Value
          ValueQuantity 32601@unitCode 32602@unitCode~UNECERec20
          ValueQualifier
        /ItemInstance 32901*
          SerialID
          /LotIdentification 33101*
            LotNumberID
    /QuotationLineReference 33301!LineID 33302*
      LineID
`;
