// Made by tools/bis3Tables.ts from the structure table and the rule index of Peppol BIS 3 T16, release 2026.5. Do not edit.

/**
 * Elements of the data model and the rules of each place: ! child that must be there, @ attribute that must be there, ~ code list (of the
 * attribute before it, else of the text), = fixed text, ^ no schemaLocation, * no other child.
 */
export const table = `
DespatchAdvice 00101!CustomizationID 00102!ProfileID 00103!ID 00104!IssueDate 00105!/DespatchSupplierParty 00106!/DeliveryCustomerParty 00107!/DespatchLine 00108^ 00109*
  CustomizationID
  ProfileID 00301=urn:fdc:peppol.eu:poacc:bis:despatch_advice:3
  ID
  IssueDate
  IssueTime
  Note
  /OrderReference 00801!ID 00802*
    ID
  /AdditionalDocumentReference 01001!ID 01002*
    ID
    DocumentType
    /Attachment 01301*
      EmbeddedDocumentBinaryObject 01401@mimeCode 01402@mimeCode~MimeCode 01403@filename
      /ExternalReference 01701!URI 01702*
        URI
  /DespatchSupplierParty 01901!/Party 01902*
    /Party 02001!EndpointID 02002!/PartyLegalEntity 02003*
      EndpointID 02101@schemeID 02102@schemeID~eas
      /PartyIdentification 02301!ID
        ID 02401@schemeID~ICD
      /PostalAddress 02601!/Country 02602*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 03401!IdentificationCode 03402*
          IdentificationCode 03501~ISO3166
      /PartyLegalEntity 03601!RegistrationName 03602*
        RegistrationName
      /Contact 03801*
        Name
        Telephone
        ElectronicMail
  /DeliveryCustomerParty 04201!/Party 04202*
    /Party 04301!EndpointID 04302!/PartyLegalEntity 04303*
      EndpointID 04401@schemeID 04402@schemeID~eas
      /PartyIdentification 04601!ID
        ID 04701@schemeID~ICD
      /PostalAddress 04901!/Country 04902*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 05701!IdentificationCode 05702*
          IdentificationCode 05801~ISO3166
      /PartyLegalEntity 05901!RegistrationName 05902*
        RegistrationName
    /DeliveryContact 06101*
      Name
      Telephone
      ElectronicMail
  /BuyerCustomerParty 06501!/Party 06502*
    /Party 06601*
      /PartyIdentification 06701!ID
        ID 06801@schemeID~ICD
      /PartyName 07001!Name
        Name
      /PostalAddress 07201!/Country 07202*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 08001!IdentificationCode 08002*
          IdentificationCode 08101~ISO3166
  /SellerSupplierParty 08201!/Party 08202*
    /Party 08301*
      /PartyIdentification 08401!ID
        ID 08501@schemeID~ICD
      /PartyName 08701!Name
        Name
      /PostalAddress 08901!/Country 08902*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 09701!IdentificationCode 09702*
          IdentificationCode 09801~ISO3166
  /OriginatorCustomerParty 09901!/Party 09902*
    /Party 10001*
      /PartyIdentification 10101!ID
        ID 10201@schemeID~ICD
      /PartyName 10401!Name
        Name
      /PostalAddress 10601!/Country 10602*
        StreetName
        AdditionalStreetName
        CityName
        PostalZone
        CountrySubentity
        /AddressLine
          Line
        /Country 11401!IdentificationCode 11402*
          IdentificationCode 11501~ISO3166
  /Shipment 11601!ID 11602*
    ID
    Information
    GrossWeightMeasure 11901@unitCode 11902@unitCode~UNECERec20
    GrossVolumeMeasure 12101@unitCode 12102@unitCode~UNECERec20
    TotalTransportHandlingUnitQuantity
    /Consignment 12401!ID 12402*
      ID
      Information
      /CarrierParty 12701*
        /PartyIdentification 12801!ID
          ID 12901@schemeID~ICD
        /PartyName 13101!Name
          Name
        /Person 13301!/IdentityDocumentReference 13302*
          /IdentityDocumentReference 13401!ID 13402*
            ID
            DocumentType
    /ShipmentStage 13701!TransportModeCode 13702*
      TransportModeCode 13801~UNECERec19
    /Delivery 13901*
      TrackingID
      /EstimatedDeliveryPeriod 14101*
        StartDate
        StartTime
        EndDate
        EndTime
      /DeliveryParty 14601!/PartyName 14602*
        /PartyIdentification 14701!ID
          ID 14801@schemeID~ICD
        /PartyName 15001!Name
          Name
        /PostalAddress 15201!/Country 15202*
          StreetName
          AdditionalStreetName
          CityName
          PostalZone
          CountrySubentity
          /AddressLine 15801!Line
            Line
          /Country 16001!IdentificationCode 16002*
            IdentificationCode 16101~ISO3166
        /Contact 16201*
          Name
          Telephone
          ElectronicMail
      /Despatch 16601*
        ActualDespatchDate
        ActualDespatchTime
        /DespatchAddress 16901*
          ID
          StreetName
          AdditionalStreetName
          CityName
          PostalZone
          CountrySubentity
          /AddressLine
            Line
          /Country 17801!IdentificationCode 17802*
            IdentificationCode 17901~ISO3166
  /DespatchLine 18001!ID 18002!DeliveredQuantity 18003!/OrderLineReference 18004!/Item 18005*
    ID
    Note
    DeliveredQuantity 18301@unitCode 18302@unitCode~UNECERec20
    OutstandingQuantity 18501@unitCode 18502@unitCode~UNECERec20
    OutstandingReason
    /OrderLineReference 18801!LineID 18802*
      LineID
      SalesOrderLineID
      /OrderReference 19101!ID 19102*
        ID
    /DocumentReference 19301!ID 19302*
      ID
      DocumentType
    /Item 19601!Name 19602*
      Name
      /BuyersItemIdentification 19801!ID 19802*
        ID
      /SellersItemIdentification 20001!ID 20002*
        ID
        ExtendedID
      /StandardItemIdentification 20301!ID 20302*
        ID 20401@schemeID 20402@schemeID~ICD
        ExtendedID
      /CommodityClassification 20701*
        ItemClassificationCode 20801@listID 20802@listID~UNCL7143
      /HazardousItem 21201*
        UNDGCode 21301~UNCL8273
        HazardClassID
      /AdditionalItemProperty 21501!Name 21502!Value 21503*
        ID
        Name
        NameCode 22101@listID
        Value
        ValueQuantity 22401@unitCode 22402@unitCode~UNECERec20
        ValueQualifier
      /ItemInstance 22701*
        ProductTraceID 22801@schemeID~ProductTraceIDschemeIDCode
        ManufactureDate
        BestBeforeDate
        SerialID
        /AdditionalItemProperty 23301!Name 23302!Value 23303*
          Name
          Value
        /LotIdentification 23601*
          LotNumberID
          ExpiryDate
    /Shipment 23901!ID 23902*
      ID 24001=NA
      /TransportHandlingUnit 24101*
        ID 24201@schemeID~TransportHandlingUnitIDschemID
        TransportHandlingUnitTypeCode 24401~UNECERec21
        HazardousRiskIndicator
        ShippingMarks
        /MeasurementDimension 24701!AttributeID 24702*
          AttributeID 24801~UNCL6313-T16
          Measure 24901@unitCode 24902@unitCode~UNECERec20
        /Package 25101!ID 25102*
          ID
          PackagingTypeCode 25301~UNECERec21
`;
