// Made by tools/bis3Tables.ts from the structure table and the rule index of Peppol BIS 3 T77, release 2026.5. Do not edit.

/**
 * Elements of the data model and the rules of each place: ! child that must be there, @ attribute that must be there, ~ code list (of the
 * attribute before it, else of the text), = fixed text, ^ no schemaLocation, * no other child.
 */
export const table = `
Catalogue 00101!CustomizationID 00102!ProfileID 00103!ID 00104!IssueDate 00105!IssueTime 00106!/ProviderParty 00107!/ReceiverParty 00108!/CatalogueLine 00109^ 00110*
  CustomizationID
  ProfileID 00301=urn:fdc:peppol.eu:poacc:bis:punch_out:3
  ID
  ActionCode 00501~TrueFalse
  IssueDate
  IssueTime
  /ValidityPeriod 00801!EndDate 00802*
    EndDate
    EndTime
  /ReferencedContract 01101*
    ID
  /ProviderParty 01301!/PartyLegalEntity 01302*
    EndpointID 01401@schemeID 01402@schemeID~eas
    /PartyIdentification 01601!ID
      ID 01701@schemeID~ICD
    /PartyLegalEntity 01901!RegistrationName 01902*
      RegistrationName
  /ReceiverParty 02101!/PartyLegalEntity 02102*
    EndpointID 02201@schemeID 02202@schemeID~eas
    /PartyIdentification 02401!ID
      ID 02501@schemeID~ICD
    /PartyLegalEntity 02701!RegistrationName 02702*
      RegistrationName
    /Contact 02901*
      ID
  /CatalogueLine 03101!ID 03102!/RequiredItemLocationQuantity 03103!/Item 03104*
    ID
    ContractSubdivision
    /LineValidityPeriod 03401*
      StartDate
      EndDate
      EndTime
    /RequiredItemLocationQuantity 03801!/Price 03802!/DeliveryUnit 03803*
      LeadTimeMeasure 03901@unitCode 03902@unitCode~UNECERec20
      /ApplicableTerritoryAddress 04101*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 04901!IdentificationCode 04902*
          IdentificationCode 05001~ISO3166
      /Price 05101!PriceAmount 05102*
        PriceAmount 05201@currencyID 05202@currencyID~ISO4217
        BaseQuantity 05401@unitCode 05402@unitCode~UNECERec20
        PriceType
      /DeliveryUnit 05701!BatchQuantity 05702*
        BatchQuantity 05801@unitCode 05802@unitCode~UNECERec20
    /Item 06001!Name 06002!/ClassifiedTaxCategory 06003*
      Description
      Name
      /BuyersItemIdentification 06301!ID 06302*
        ID
      /SellersItemIdentification 06501!ID 06502*
        ID
      /ManufacturersItemIdentification 06701!ID 06702*
        ID
      /StandardItemIdentification 06901!ID 06902*
        ID 07001@schemeID 07002@schemeID~ICD
      /ItemSpecificationDocumentReference 07201!ID 07202*
        ID
        DocumentTypeCode 07401~UNCL1001|Image
        DocumentDescription
        /Attachment 07601*
          EmbeddedDocumentBinaryObject 07701@mimeCode 07702@mimeCode~MimeCode 07703@filename
          /ExternalReference 08001!URI 08002*
            URI
      /OriginCountry 08201*
        IdentificationCode 08301~ISO3166
      /CommodityClassification 08401!ItemClassificationCode 08402*
        ItemClassificationCode 08501@listID 08502@listID~UNCL7143
      /TransactionConditions 08901!ActionCode 08902*
        ActionCode
      /ClassifiedTaxCategory 09101!ID 09102!Percent 09103!/TaxScheme 09104*
        ID
        Percent
        /TaxScheme 09401!ID 09402*
          ID
      /AdditionalItemProperty 09601!Name 09602!Value 09603*
        ID
        Name
        NameCode 10201@listID
        Value
        ValueQuantity 10501@unitCode 10502@unitCode~UNECERec20
        ValueQualifier
      /ManufacturerParty 10801!/PartyName 10802*
        /PartyName 10901!Name
          Name
      /Certificate 11101!ID 11102!CertificateTypeCode 11103!CertificateType 11104!/IssuerParty 11105*
        ID
        CertificateTypeCode 11301=NA
        CertificateType
        Remarks
        /IssuerParty 11601!/PartyName 11602*
          /PartyName 11701!Name
            Name
        /DocumentReference 11901!ID 11902*
          ID
`;
