// Made by tools/ublTables.ts from the structure table of Peppol BIS 1A-T58. Do not edit.

/** Elements of the core with their cardinality: ! one, ? at most one, * any number, + at least one. */
export const tree = `
UBLVersionID?
CustomizationID?
ProfileID?
ID!
IssueDate!
IssueTime?
Note*
/SenderParty!
  EndpointID?
  /PartyIdentification*
    ID!
  /PartyName*
    Name!
/ReceiverParty!
  EndpointID?
  /PartyIdentification*
    ID!
  /PartyName*
    Name!
/DocumentResponse*
  /Response!
    ResponseCode?
  /DocumentReference+
    ID!
    VersionID?
`;
