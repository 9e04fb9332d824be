// Made by tools/bis3Tables.ts from the structure table and the rule index of Peppol BIS 3 T110, release 2026.5. Do not edit.

/**
 * Elements of the data model and the rules of each place: ! child that must be there, @ attribute that must be there, ~ code list (of the
 * attribute before it, else of the text), = fixed text, ^ no schemaLocation, * no other child.
 */
export const table = `
OrderResponse 00101!CustomizationID 00102!ProfileID 00103!ID 00104!IssueDate 00105!/OrderReference 00106!/SellerSupplierParty 00107!/BuyerCustomerParty 00108!/OrderLine 00109^ 00110*
  CustomizationID
  ProfileID 00301=urn:fdc:peppol.eu:poacc:bis:order_agreement:3
  ID
  SalesOrderID
  IssueDate
  IssueTime
  Note
  DocumentCurrencyCode 00901~ISO4217
  CustomerReference
  /OrderReference 01101!ID 01102*
    ID
  /OriginatorDocumentReference 01301!ID 01302*
    ID
  /AdditionalDocumentReference 01501!ID 01502*
    ID
    DocumentType
    /Attachment 01801*
      EmbeddedDocumentBinaryObject 01901@mimeCode 01902@mimeCode~MimeCode 01903@filename
      /ExternalReference 02201!URI 02202*
        URI
  /Contract 02401!ID 02402*
    ID
  /SellerSupplierParty 02601!/Party 02602*
    /Party 02701!EndpointID 02702!/PartyLegalEntity 02703*
      EndpointID 02801@schemeID 02802@schemeID~eas
      /PartyIdentification 03001!ID
        ID 03101@schemeID~ICD
      /PostalAddress 03301!/Country 03302*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 04101!IdentificationCode 04102*
          IdentificationCode 04201~ISO3166
      /PartyLegalEntity 04301!RegistrationName 04302*
        RegistrationName
        CompanyID 04501@schemeID~ICD
      /Contact 04701*
        Name
        Telephone
        ElectronicMail
  /BuyerCustomerParty 05101!/Party 05102*
    /Party 05201!EndpointID 05202!/PartyLegalEntity 05203*
      EndpointID 05301@schemeID 05302@schemeID~eas
      /PartyIdentification 05501!ID
        ID 05601@schemeID~ICD
      /PostalAddress 05801!/Country 05802*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 06601!IdentificationCode 06602*
          IdentificationCode 06701~ISO3166
      /PartyLegalEntity 06801!RegistrationName 06802*
        RegistrationName
        CompanyID 07001@schemeID~ICD
    /DeliveryContact 07201*
      Name
      Telephone
      ElectronicMail
  /OriginatorCustomerParty 07601*
    /Party 07701*
      /PartyIdentification 07801!ID
        ID 07901@schemeID~ICD
      /PartyName 08101!Name
        Name
  /AccountingCustomerParty 08301*
    /Party 08401*
      /PartyIdentification 08501!ID
        ID 08601@schemeID~ICD
      /PartyName 08801!Name
        Name
  /Delivery 09001*
    /PromisedDeliveryPeriod 09101!StartDate 09102*
      StartDate
      StartTime
      EndDate
      EndTime
    /DeliveryParty 09601*
      /PartyIdentification 09701!ID
        ID 09801@schemeID~ICD
      /PartyName 10001!Name
        Name
      /PostalAddress 10201*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 11001!IdentificationCode 11002*
          IdentificationCode 11101~ISO3166
  /DeliveryTerms 11201*
    ID
    SpecialTerms
    /DeliveryLocation 11501!ID 11502*
      ID
      /Address 11701*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 12501!IdentificationCode 12502*
          IdentificationCode 12601~ISO3166
  /AllowanceCharge 12701!ChargeIndicator 12702!Amount 12703!/TaxCategory 12704*
    ChargeIndicator 12801~TrueFalse
    AllowanceChargeReasonCode 12901~UNCL5189|UNCL7161
    AllowanceChargeReason
    MultiplierFactorNumeric
    Amount 13201@currencyID 13202@currencyID~ISO4217
    BaseAmount 13401@currencyID 13402@currencyID~ISO4217
    /TaxCategory 13601!ID 13602!/TaxScheme 13603*
      ID
      Percent
      /TaxScheme 13901!ID 13902*
        ID
  /TaxTotal 14101!TaxAmount 14102*
    TaxAmount 14201@currencyID 14202@currencyID~ISO4217
    /TaxSubtotal 14401!TaxableAmount 14402!TaxAmount 14403!/TaxCategory 14404*
      TaxableAmount 14501@currencyID 14502@currencyID~ISO4217
      TaxAmount 14701@currencyID 14702@currencyID~ISO4217
      /TaxCategory 14901!ID 14902!/TaxScheme 14903*
        ID
        Percent
        TaxExemptionReason
        /TaxScheme 15301!ID 15302*
          ID
  /LegalMonetaryTotal 15501!LineExtensionAmount 15502!TaxExclusiveAmount 15503!TaxInclusiveAmount 15504!PayableAmount 15505*
    LineExtensionAmount 15601@currencyID 15602@currencyID~ISO4217
    TaxExclusiveAmount 15801@currencyID 15802@currencyID~ISO4217
    TaxInclusiveAmount 16001@currencyID 16002@currencyID~ISO4217
    AllowanceTotalAmount 16201@currencyID 16202@currencyID~ISO4217
    ChargeTotalAmount 16401@currencyID 16402@currencyID~ISO4217
    PrepaidAmount 16601@currencyID 16602@currencyID~ISO4217
    PayableRoundingAmount 16801@currencyID 16802@currencyID~ISO4217
    PayableAmount 17001@currencyID 17002@currencyID~ISO4217
  /OrderLine 17201!/LineItem 17202*
    /LineItem 17301!ID 17302!Quantity 17303!/Price 17304!/Item 17305*
      ID
      Note
      Quantity 17601@unitCode 17602@unitCode~UNECERec20
      LineExtensionAmount 17801@currencyID 17802@currencyID~ISO4217
      /Delivery 18001*
        Quantity 18101@unitCode 18102@unitCode~UNECERec20
        /PromisedDeliveryPeriod 18301!StartDate 18302*
          StartDate
          StartTime
          EndDate
          EndTime
      /Price 18801!PriceAmount 18802*
        PriceAmount 18901@currencyID 18902@currencyID~ISO4217
        BaseQuantity 19101@unitCode~UNECERec20
        PriceType
        /AllowanceCharge 19401!ChargeIndicator 19402!Amount 19403*
          ChargeIndicator 19501=false
          Amount 19601@currencyID 19602@currencyID~ISO4217
          BaseAmount 19801@currencyID 19802@currencyID~ISO4217
      /Item 20001!Name 20002*
        Description
        Name
        /BuyersItemIdentification 20301!ID 20302*
          ID
        /SellersItemIdentification 20501!ID 20502*
          ID
        /StandardItemIdentification 20701!ID 20702*
          ID 20801@schemeID 20802@schemeID~ICD
        /ItemSpecificationDocumentReference 21001!ID 21002*
          ID
          DocumentTypeCode 21201~UNCL1001|Image
          DocumentType
          /Attachment 21401*
            EmbeddedDocumentBinaryObject 21501@mimeCode 21502@mimeCode~MimeCode 21503@filename
            /ExternalReference 21801*
              URI
        /CommodityClassification 22001*
          ItemClassificationCode 22101@listID 22102@listID~UNCL7143
        /TransactionConditions 22501!ActionCode 22502*
          ActionCode 22601=CT
        /ClassifiedTaxCategory 22701!ID 22702!/TaxScheme 22703*
          ID
          Percent
          /TaxScheme 23001!ID 23002*
            ID
        /AdditionalItemProperty 23201!Name 23202!Value 23203*
          ID
          Name
          NameCode 23801@listID
          Value
          ValueQuantity 24101@unitCode 24102@unitCode~UNECERec20
          ValueQualifier
        /Certificate 24401!ID 24402!CertificateTypeCode 24403!CertificateType 24404!/IssuerParty 24405*
          ID
          CertificateTypeCode 24601=NA
          CertificateType
          Remarks
          /IssuerParty 24901!/PartyName 24902*
            /PartyName 25001!Name
              Name
          /DocumentReference 25201!ID 25202*
            ID
`;
