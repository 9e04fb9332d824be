// Made by tools/bis3Tables.ts from the structure table and the rule index of Peppol BIS 3 T115, release 2026.5. Do not edit.

/**
 * Elements of the data model and the rules of each place: ! child that must be there, @ attribute that must be there, ~ code list (of the
 * attribute before it, else of the text), = fixed text, ^ no schemaLocation, * no other child.
 */
export const table = `
OrderCancellation 00101!CustomizationID 00102!ProfileID 00103!ID 00104!IssueDate 00105!CancellationNote 00106!/OrderReference 00107!/BuyerCustomerParty 00108!/SellerSupplierParty 00109^ 00110*
  CustomizationID 00201=urn:fdc:peppol.eu:poacc:trns:order_cancellation:3
  ProfileID 00301=urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3
  ID
  IssueDate
  IssueTime
  Note
  CancellationNote
  /OrderReference 00901!ID 00902*
    ID
  /OriginatorDocumentReference 01101!ID 01102*
    ID
  /AdditionalDocumentReference 01301!ID 01302*
    ID
    DocumentType
    /Attachment 01601*
      EmbeddedDocumentBinaryObject 01701@mimeCode 01702@mimeCode~MimeCode 01703@filename
      /ExternalReference 02001!URI 02002*
        URI
  /Contract 02201!ID 02202*
    ID
  /BuyerCustomerParty 02401!/Party 02402*
    /Party 02501!EndpointID 02502!/PartyLegalEntity 02503*
      EndpointID 02601@schemeID 02602@schemeID~eas
      /PartyIdentification 02801!ID
        ID 02901@schemeID~ICD
      /PartyName 03101!Name
        Name
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
      /PartyTaxScheme 04301!CompanyID 04302!/TaxScheme 04303*
        CompanyID
        /TaxScheme 04501!ID 04502*
          ID
      /PartyLegalEntity 04701!RegistrationName 04702*
        RegistrationName
        CompanyID 04901@schemeID~ICD
        /RegistrationAddress 05101!/Country 05102*
          CityName
          /Country 05301!IdentificationCode 05302*
            IdentificationCode 05401~ISO3166
      /Contact 05501*
        Name
        Telephone
        ElectronicMail
  /SellerSupplierParty 05901!/Party 05902*
    /Party 06001!EndpointID 06002!/PostalAddress 06003!/PartyLegalEntity 06004*
      EndpointID 06101@schemeID
      /PartyIdentification 06301!ID
        ID 06401@schemeID~ICD
      /PartyName 06601!Name
        Name
      /PostalAddress 06801!/Country 06802*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 07601!IdentificationCode 07602*
          IdentificationCode 07701~ISO3166
      /PartyLegalEntity 07801!RegistrationName 07802*
        RegistrationName
        CompanyID 08001@schemeID~ICD
        /RegistrationAddress 08201!/Country 08202*
          CityName
          /Country 08401!IdentificationCode 08402*
            IdentificationCode 08501~ISO3166
      /Contact 08601*
        Name
        Telephone
        ElectronicMail
  /OriginatorCustomerParty 09001!/Party 09002*
    /Party 09101*
      /PartyIdentification 09201!ID
        ID 09301@schemeID~ICD
      /PartyName 09501!Name
        Name
      /Contact 09701*
        Name
        Telephone
        ElectronicMail
`;
