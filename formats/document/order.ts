/**
 * The neutral purchase order: what every order format is read into.
 * Names follow UBL's; amounts, prices and quantities are decimal strings as sent (validated as XSD decimals), dates are `YYYY-MM-DD`.
 */

/** Which document format and version a document is in. What of it is accepted as an order, an agreement says. */
export const formatIds = [
  'peppol-28a-order',
  'peppol-3a-order',
  'peppol-28a-order-response',
  'peppol-3-order',
  'peppol-3-order-response',
  'peppol-3-order-change',
  'peppol-3-order-cancellation',
  'peppol-3-order-response-advanced',
  'peppol-3-order-agreement',
  'peppol-3-despatch-advice',
  'peppol-3-mlr',
  'peppol-3-catalogue',
  'peppol-3-catalogue-response',
  'peppol-1a-catalogue',
  'peppol-1a-catalogue-response',
  'peppol-30a-despatch-advice',
  'peppol-36a-mlr',
  'peppol-mls',
  'sveorder-2-order',
  'peppol-18a-cart',
  'peppol-3-cart',
  'cxml-order-request',
  'cxml-confirmation-request',
  'cxml-ship-notice-request',
  'cxml-status-update-request',
  'catalogue-cxml-index',
  'catalogue-cif',
  'catalogue-csv',
  'catalogue-xlsx',
] as const;
export type FormatId = (typeof formatIds)[number];
/** The formats in UBL. */
export type UblFormatId = Exclude<FormatId, `cxml-${string}` | `catalogue-${string}`>;

export interface Identifier {
  readonly id: string;
  /** Scheme as sent, for example `SE:ORGNR`, `GLN`, `0088`. */
  readonly scheme?: string;
}

export interface Address {
  /** The buyer's own number of the place, for example a GLN. */
  readonly id?: Identifier;
  /** What the place is called; of places of delivery alone. */
  readonly name?: string;
  readonly postbox?: string;
  readonly streetName?: string;
  readonly additionalStreetName?: string;
  readonly buildingNumber?: string;
  readonly department?: string;
  /** What is in no other element (AddressLine); several lines are joined by line feeds. */
  readonly addressLine?: string;
  readonly cityName?: string;
  readonly postalZone?: string;
  readonly countrySubentity?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

export interface Contact {
  readonly id?: string;
  readonly name?: string;
  readonly telephone?: string;
  readonly telefax?: string;
  readonly electronicMail?: string;
  readonly jobTitle?: string;
}

export interface Party {
  readonly endpoint?: Identifier;
  readonly identifications: readonly Identifier[];
  readonly name?: string;
  readonly address?: Address;
  /** VAT number (PartyTaxScheme/CompanyID). */
  readonly vat?: Identifier;
  /** Organisation number (PartyLegalEntity/CompanyID). */
  readonly legal?: Identifier;
  readonly legalName?: string;
  /** Seat of the legal entity (city and country). */
  readonly legalAddress?: Address;
  readonly contact?: Contact;
}

export interface Period {
  readonly startDate?: string;
  /** `hh:mm:ss` as sent, perhaps with a time zone. */
  readonly startTime?: string;
  readonly endDate?: string;
  readonly endTime?: string;
}

export interface TaxCategory {
  readonly id: string;
  readonly percent?: string;
}

export interface AllowanceCharge {
  /** True for a charge, false for an allowance. */
  readonly charge: boolean;
  /** UNCL5189 of an allowance, UNCL7161 of a charge. */
  readonly reasonCode?: string;
  readonly reason?: string;
  /** Percent of the base amount that the amount is. */
  readonly multiplierFactor?: string;
  readonly amount: string;
  readonly currency?: string;
  readonly baseAmount?: string;
  readonly taxCategory?: TaxCategory;
}

export interface DocumentReference {
  readonly id: string;
  readonly documentType?: string;
  /** An embedded object: its bytes stay in the stored document; size is of the base64 text. */
  readonly embedded?: { readonly mimeCode: string; readonly filename?: string; readonly base64Length: number };
  readonly uri?: string;
}

export interface Totals {
  readonly lineExtensionAmount?: string;
  readonly taxExclusiveAmount?: string;
  readonly taxInclusiveAmount?: string;
  readonly allowanceTotalAmount?: string;
  readonly chargeTotalAmount?: string;
  readonly prepaidAmount?: string;
  readonly payableRoundingAmount?: string;
  readonly payableAmount?: string;
}

export const orderOperations = ['update', 'change', 'delete'] as const;
export type OrderOperation = (typeof orderOperations)[number];

/** Everything of an order but its lines. Small: it may travel as one JSON column, never in a workflow. */
export interface OrderHeader {
  readonly format: FormatId;
  readonly customizationId: string;
  readonly profileId: string;
  /** The buyer's order number: our *external order number*. */
  readonly number: string;
  readonly issueDate: string;
  readonly issueTime?: string;
  readonly orderTypeCode?: string;
  /** The seller's own number of the order, where the buyer knows it already. */
  readonly salesOrderId?: string;
  readonly note?: string;
  /** Language of the note as sent, for example `sv`. */
  readonly noteLanguage?: string;
  readonly currency: string;
  /** The buyer's reference, which its invoice repeats; 28A has it in the buyer's contact. */
  readonly customerReference?: string;
  /** The buyer's booking string (cost centre). */
  readonly accountingCost?: string;
  /** Last day for our answer. */
  readonly validUntil?: string;
  readonly quotation?: string;
  /** Number of a rejected order that this one replaces. */
  readonly replacesOrder?: string;
  /** The buyer's internal requisition. */
  readonly requisition?: string;
  readonly requisitionType?: string;
  /** Number of the catalogue that was ordered from. */
  readonly catalogue?: string;
  readonly documents: readonly DocumentReference[];
  readonly contract?: string;
  readonly contractType?: string;
  readonly project?: string;
  readonly buyer: Party;
  readonly seller: Party;
  readonly originator?: Party;
  readonly invoicee?: Party;
  readonly deliveryAddress?: Address;
  readonly requestedDelivery?: Period;
  readonly requestedDespatch?: { readonly date?: string; readonly time?: string };
  readonly deliveryParty?: Party;
  /** Whom the buyer wants to be called about the delivery (BuyerCustomerParty/DeliveryContact). */
  readonly deliveryContact?: Contact;
  readonly shipment?: {
    readonly id?: string;
    /** UNCL4219. */
    readonly priority?: string;
    /** What is to stand on the label of the goods. */
    readonly marks?: string;
  };
  readonly deliveryTerms?: { readonly id?: Identifier; readonly specialTerms?: string; readonly place?: string };
  readonly paymentTerms?: string;
  readonly allowanceCharges: readonly AllowanceCharge[];
  readonly taxAmount?: string;
  readonly totals?: Totals;
  /**
   * What the document does to an order that was sent before; absent: it is a new one. `update` has the whole new state (cXML,
   * OrderRequestHeader/@type), `change` the lines that change (UBL OrderChange), `delete` takes the order back (cXML, and UBL
   * OrderCancellation).
   */
  readonly operation?: OrderOperation;
  /** Number of the order that the document changes, where that is another than its own (UBL, OrderReference/ID). */
  readonly orderReference?: string;
  /**
   * Which version of the order this is; only a higher one counts (cXML, OrderRequestHeader/@orderVersion). Of a `change`: which one of
   * the order's changes, counted from 1 (UBL, SequenceNumberID).
   */
  readonly sequenceNumber?: string;
  /** Number of the message that carries the order, unique for ever; answers refer to it (cXML, payloadID). */
  readonly messageId?: string;
  /** Number of the message with the version before this one. */
  readonly previousMessageId?: string;
  /** Must have no real effect. */
  readonly test?: true;
  /** From when to when a blanket order or a release is good. */
  readonly effectivePeriod?: Period;
  /** Which answers the buyer takes, as sent (cXML, ControlKeys): `allowed`, `notAllowed`, `requiredBeforeASN`. */
  readonly controlKeys?: { readonly confirmation?: string; readonly shipNotice?: string; readonly invoice?: string };
  /** What the buyer says by names of its own (cXML, Extrinsic). */
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

export interface LinePrice {
  /** Net price without VAT per base quantity. */
  readonly amount: string;
  readonly currency?: string;
  /** Absent means 1. */
  readonly baseQuantity?: string;
  readonly baseQuantityUnit?: string;
  /** How many units of the base quantity one ordered unit is, by the buyer's word (cXML, PriceBasisQuantity/@conversionFactor); absent means 1 where the units are the same. */
  readonly orderableUnitFactorRate?: string;
  /** How the net price came about; informative. */
  readonly allowanceCharge?: {
    readonly charge: boolean;
    readonly amount: string;
    readonly currency?: string;
    /** Gross price. */
    readonly baseAmount?: string;
  };
}

export interface ItemProperty {
  readonly id?: Identifier;
  readonly name: string;
  /** Code of the property in the list `listId`. */
  readonly nameCode?: { readonly code: string; readonly listId?: string };
  readonly value: string;
  readonly quantity?: string;
  readonly quantityUnit?: string;
  readonly qualifier?: string;
}

export interface OrderItem {
  readonly name?: string;
  readonly description?: string;
  readonly sellersId?: string;
  readonly buyersId?: string;
  readonly manufacturersId?: string;
  readonly manufacturerName?: string;
  /** The seller's key beside its number, for example of the cart that the line comes from (cXML, SupplierPartAuxiliaryID). */
  readonly sellersExtendedId?: string;
  readonly standardId?: Identifier;
  readonly specifications: readonly string[];
  readonly classifications: readonly {
    readonly code: string;
    readonly listId?: string;
    readonly listVersion?: string;
    readonly name?: string;
  }[];
  readonly taxCategory?: TaxCategory;
  readonly properties: readonly ItemProperty[];
  /** Single pieces or batches that are wanted. */
  readonly instances?: readonly { readonly serialId?: string; readonly lotNumber?: string }[];
}

export interface OrderLine {
  /** 1-based position in the document. */
  readonly position: number;
  /** 1-based line of the text where the line starts. */
  readonly sourceLine: number;
  /** The buyer's line number. */
  readonly id: string;
  /** What a `change` does to the line (UNCL1229): 1 added, 2 deleted, 3 changed, 4 not affected, 74 reopened. */
  readonly statusCode?: string;
  readonly note?: string;
  readonly noteLanguage?: string;
  readonly quantity: string;
  /** UN/ECE Recommendation 20 code as sent. */
  readonly unit: string;
  readonly lineExtensionAmount?: string;
  readonly taxAmount?: string;
  readonly partialDelivery?: boolean;
  readonly accountingCost?: string;
  /** The buyer's number of this delivery. */
  readonly deliveryId?: Identifier;
  readonly requestedDelivery?: Period;
  /** Place and receiver of this line, where they differ from the order's. */
  readonly deliveryAddress?: Address;
  readonly deliveryParty?: Party;
  readonly originator?: Party;
  readonly price?: LinePrice;
  /** What the line's amount has beyond price and quantity; absent where there is none. */
  readonly allowanceCharges?: readonly AllowanceCharge[];
  /** Line of the quotation that the order's header names. */
  readonly quotationLine?: string;
  /** The buyer's internal requisition, where it is the line's. */
  readonly requisition?: string;
  /** Contract that the line is released from. */
  readonly contract?: string;
  /** Number of the line that this one is a part of. */
  readonly parentLineId?: string;
  /** The item is in no catalogue: the buyer wrote it by hand (cXML, ItemOut/@isAdHoc). */
  readonly adHoc?: true;
  readonly item: OrderItem;
}
