// Made by tools/bis3Tables.ts from the structure table and the rule index of Peppol BIS 3 T58, release 2026.5. Do not edit.

/**
 * Elements of the data model and the rules of each place: ! child that must be there, @ attribute that must be there, ~ code list (of the
 * attribute before it, else of the text), = fixed text, ^ no schemaLocation, * no other child.
 */
export const table = `
ApplicationResponse 00101!CustomizationID 00102!ProfileID 00103!ID 00104!IssueDate 00105!/SenderParty 00106!/ReceiverParty 00107^ 00108*
  CustomizationID
  ProfileID 00301=urn:fdc:peppol.eu:poacc:bis:catalogue_only:3
  ID
  IssueDate
  IssueTime
  Note
  /SenderParty 00801!EndpointID 00802*
    EndpointID 00901@schemeID 00902@schemeID~eas
    /PartyIdentification 01101!ID
      ID 01201@schemeID~ICD
    /PartyLegalEntity 01401!RegistrationName 01402*
      RegistrationName
  /ReceiverParty 01601!EndpointID 01602*
    EndpointID 01701@schemeID 01702@schemeID~eas
    /PartyIdentification 01901!ID
      ID 02001@schemeID~ICD
    /PartyLegalEntity 02201!RegistrationName 02202*
      RegistrationName
  /DocumentResponse 02401!/Response 02402!/DocumentReference 02403*
    /Response 02501!ResponseCode 02502*
      ResponseCode 02601~UNCL4343
    /DocumentReference 02701!ID 02702*
      ID
      VersionID
`;
