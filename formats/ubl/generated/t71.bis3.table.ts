// Made by tools/bis3Tables.ts from the structure table and the rule index of Peppol BIS 3 T71, release 2026.5. Do not edit.

/**
 * Elements of the data model and the rules of each place: ! child that must be there, @ attribute that must be there, ~ code list (of the
 * attribute before it, else of the text), = fixed text, ^ no schemaLocation, * no other child.
 */
export const table = `
ApplicationResponse 00101!CustomizationID 00102!ProfileID 00103!ID 00104!IssueDate 00105!/SenderParty 00106!/ReceiverParty 00107!/DocumentResponse 00108^ 00109*
  CustomizationID
  ProfileID 00301=urn:fdc:peppol.eu:poacc:bis:mlr:3
  ID
  IssueDate
  IssueTime
  /SenderParty 00701!EndpointID 00702*
    EndpointID 00801@schemeID 00802@schemeID~eas
  /ReceiverParty 01001!EndpointID 01002*
    EndpointID 01101@schemeID 01102@schemeID~eas
  /DocumentResponse 01301!/Response 01302!/DocumentReference 01303*
    /Response 01401!ResponseCode 01402*
      ResponseCode 01501~UNCL4343
      Description
    /DocumentReference 01701!ID 01702*
      ID
      DocumentTypeCode 01901~UNCL1001
      VersionID
    /LineResponse 02101!/LineReference 02102!/Response
      /LineReference 02201!LineID 02202*
        LineID
      /Response 02401!Description 02402!/Status 02403*
        ResponseCode 02501~UNCL4343
        Description
        /Status 02701!StatusReasonCode 02702*
          StatusReasonCode 02801~StatusReason
`;
