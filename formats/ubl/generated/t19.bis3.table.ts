// Made by tools/bis3Tables.ts from the structure table and the rule index of Peppol BIS 3 T19, release 2026.5. Do not edit.

/**
 * Elements of the data model and the rules of each place: ! child that must be there, @ attribute that must be there, ~ code list (of the
 * attribute before it, else of the text), = fixed text, ^ no schemaLocation, * no other child.
 */
export const table = `
Catalogue 00101!CustomizationID 00102!ProfileID 00103!ID 00104!IssueDate 00105!/ValidityPeriod 00106!/ProviderParty 00107!/ReceiverParty 00108!/CatalogueLine 00109^ 00110*
  CustomizationID
  ProfileID
  ID
  ActionCode 00501~ActionCode_header
  Name
  IssueDate
  VersionID
  /ValidityPeriod 00901*
    StartDate
    EndDate
  /ReferencedContract 01201!ID 01202*
    ID
  /SourceCatalogueReference 01401!ID 01402*
    ID
  /ProviderParty 01601!EndpointID 01602!/PartyLegalEntity 01603*
    EndpointID 01701@schemeID 01702@schemeID~eas
    /PartyIdentification 01901!ID
      ID 02001@schemeID~ICD
    /PostalAddress 02201!/Country 02202*
      StreetName
      AdditionalStreetName
      CityName
      PostalZone
      CountrySubentity
      /AddressLine
        Line
      /Country 03001!IdentificationCode 03002*
        IdentificationCode 03101~ISO3166
    /PartyLegalEntity 03201!RegistrationName 03202*
      RegistrationName
      CompanyID 03401@schemeID~ICD
      /RegistrationAddress 03601*
        CityName
        /Country 03801!IdentificationCode 03802*
          IdentificationCode 03901~ISO3166
  /ReceiverParty 04001!EndpointID 04002!/PartyLegalEntity 04003*
    EndpointID 04101@schemeID 04102@schemeID~eas
    /PartyIdentification 04301!ID
      ID 04401@schemeID~ICD
    /PostalAddress 04601!/Country 04602*
      StreetName
      AdditionalStreetName
      CityName
      PostalZone
      CountrySubentity
      /AddressLine
        Line
      /Country 05401!IdentificationCode 05402*
        IdentificationCode 05501~ISO3166
    /PartyLegalEntity 05601!RegistrationName 05602*
      RegistrationName
      CompanyID 05801@schemeID~ICD
      /RegistrationAddress 06001*
        CityName
        /Country 06201*
          IdentificationCode 06301~ISO3166
  /SellerSupplierParty 06401!/Party 06402*
    /Party 06501*
      EndpointID 06601@schemeID 06602@schemeID~eas
      /PartyIdentification 06801!ID
        ID 06901@schemeID~ICD
      /PartyName 07101!Name
        Name
      /PostalAddress 07301!/Country 07302*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 08101!IdentificationCode 08102*
          IdentificationCode 08201~ISO3166
      /Contact 08301*
        Name
        Telephone
        ElectronicMail
  /ContractorCustomerParty 08701*
    /Party 08801*
      EndpointID 08901@schemeID 08902@schemeID~eas
      /PartyIdentification 09101!ID
        ID 09201@schemeID~ICD
      /PartyName 09401!Name
        Name
      /PostalAddress 09601!/Country 09602*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 10401!IdentificationCode 10402*
          IdentificationCode 10501~ISO3166
      /Contact 10601*
        Name
        Telephone
        ElectronicMail
  /TradingTerms 11001*
    Information
  /CatalogueLine 11201!ID 11202!/Item 11203*
    ID
    ActionCode 11401~ActionCode_line
    OrderableIndicator 11501~TrueFalse
    OrderableUnit 11601~UNECERec20
    ContentUnitQuantity 11701@unitCode 11702@unitCode~UNECERec20
    OrderQuantityIncrementNumeric
    MinimumOrderQuantity 12001@unitCode 12002@unitCode~UNECERec20
    MaximumOrderQuantity 12201@unitCode 12202@unitCode~UNECERec20
    WarrantyInformation
    PackLevelCode 12501~GS17009
    /LineValidityPeriod 12601*
      StartDate
      EndDate
    /ItemComparison
      PriceAmount 13001@currencyID 13002@currencyID~ISO4217
      Quantity 13201@unitCode 13202@unitCode~UNECERec20
    /ComponentRelatedItem 13401*
      ID
      Quantity 13601@unitCode 13602@unitCode~UNECERec20
    /AccessoryRelatedItem 13801*
      ID
      Quantity 14001@unitCode 14002@unitCode~UNECERec20
    /RequiredRelatedItem 14201*
      ID
      Quantity 14401@unitCode 14402@unitCode~UNECERec20
    /ReplacedRelatedItem 14601*
      ID
      Quantity 14801@unitCode 14802@unitCode~UNECERec20
    /RequiredItemLocationQuantity 15001*
      LeadTimeMeasure 15101@unitCode 15102@unitCode~UNECERec20
      MinimumQuantity 15301@unitCode 15302@unitCode~UNECERec20
      MaximumQuantity 15501@unitCode 15502@unitCode~UNECERec20
      /ApplicableTerritoryAddress 15701*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 16501!IdentificationCode 16502*
          IdentificationCode 16601~ISO3166
      /Price 16701!PriceAmount 16702*
        PriceAmount 16801@currencyID 16802@currencyID~ISO4217
        BaseQuantity 17001@unitCode 17002@unitCode~UNECERec20
        PriceType 17201~UNCL5387
        OrderableUnitFactorRate
        /ValidityPeriod 17401*
          StartDate
          EndDate
    /Item 17701!Name 17702*
      Description
      PackQuantity 17901@unitCode 17902@unitCode~UNECERec20
      PackSizeNumeric
      Name
      Keyword
      BrandName
      /BuyersItemIdentification 18501!ID 18502*
        ID
      /SellersItemIdentification 18701!ID 18702*
        ID
      /ManufacturersItemIdentification 18901!ID 18902*
        ID
      /StandardItemIdentification 19101!ID 19102*
        ID 19201@schemeID 19202@schemeID~ICD
      /ItemSpecificationDocumentReference 19401!ID 19402*
        ID
        DocumentTypeCode 19601~UNCL1001|Image
        DocumentDescription
        /Attachment 19801*
          EmbeddedDocumentBinaryObject 19901@mimeCode 19902@mimeCode~MimeCode 19903@filename
          /ExternalReference 20201!URI 20202*
            URI
      /OriginCountry 20401!IdentificationCode 20402*
        IdentificationCode 20501~ISO3166
      /CommodityClassification 20601!ItemClassificationCode 20602*
        ItemClassificationCode 20701@listID 20702@listID~UNCL7143
      /TransactionConditions 21101!ActionCode 21102*
        ActionCode 21201~TransactionCondition
      /HazardousItem 21301*
        UNDGCode 21401~UNCL8273
        HazardClassID
      /ClassifiedTaxCategory 21601!ID 21602!/TaxScheme 21603*
        ID
        Percent
        /TaxScheme 21901!ID 21902*
          ID
      /AdditionalItemProperty 22101!Name 22102!Value 22103*
        ID
        Name
        NameCode 22701@listID
        Value
        ValueQuantity 23101@unitCode 23102@unitCode~UNECERec20
        ValueQualifier
      /ManufacturerParty 23401!/PartyName 23402*
        /PartyName 23501!Name
          Name
      /ItemInstance 23701*
        BestBeforeDate
        /LotIdentification 23901*
          LotNumberID
      /Certificate 24101!ID 24102!CertificateTypeCode 24103!CertificateType 24104!/IssuerParty 24105*
        ID
        CertificateTypeCode 24301~NA|PackagingMarkedLabelAccreditationCode
        CertificateType
        Remarks
        /IssuerParty 24601!/PartyName 24602*
          /PartyName 24701!Name
            Name
        /DocumentReference 24901!ID 24902*
          ID
      /Dimension 25101!AttributeID
        AttributeID 25201~UNCL6313
        Measure 25301@unitCode 25302@unitCode~UNECERec20
        Description
        MinimumMeasure 25601@unitCode 25602@unitCode~UNECERec20
        MaximumMeasure 25801@unitCode 25802@unitCode~UNECERec20
`;
