// Made by tools/cxmlTables.ts from the DTDs of cXML 1.2.071. Do not edit.

/**
 * Content model and attributes of the elements that are the same in every DTD: ! required, = one of, : type other than CDATA. Elements of
 * signatures are not in it.
 */
export const common = `
ASNInstruction: (Lower?,Upper?) value!=allowed|notAllowed
Accounting: ((Segment+|AccountingSegment+)) name!
AccountingSegment: (Name,Description) id!
AdditionalAmounts: (TotalRetailAmount?,InformationalAmount?,GrossProgressPaymentAmount?,TotalReturnableItemsDepositAmount?,GoodsAndServiceAmount?,ExactAmount?)
AdditionalCost: (Money|Percentage)
AdditionalDeduction: (DeductionAmount|DeductionPercent|DeductedPrice) type
AdditionalPrices: (UnitGrossPrice?,InformationalPrice?,InformationalPriceExclTax?,UnitNetPriceCorrection?)
Address: (Name,PostalAddress?,Email?,Phone?,Fax?,URL?) isoCountryCode addressID addressIDDomain
AerospaceAndDefense: (AuthorizationLabels?,DPAS?) acknowledgementRequired=yes|no
AgreementItemOut: (MaxAmount?,MinAmount?,MaxReleaseAmount?,MinReleaseAmount?,ItemOut) maxQuantity minQuantity maxReleaseQuantity minReleaseQuantity
AirDetail: (TripType,AirLeg+,AvailablePrice*,Penalty?)
AirLeg: (Vendor,AirLegOrigin,AirLegDestination,BookingClassCode?,Rate?,Meal*) travelSegment! departureTime! arrivalTime! flightNumber! seatNumber seatType=window|aisle|middle upgrade=yes stops equipment
AirLegDestination: (Airport)
AirLegOrigin: (Airport)
Airport: (Address?) airportCode!
Alternative: EMPTY alternativeType!=noAlternative|basicLine|alternativeLine basicLineNumber
Amenities: (Description)
AreaOrCityCode: (#PCDATA)
AssetInfo: (Extrinsic*) isReferencedAsset=no tagNumber serialNumber location equipmentId
Attachment: (URL) visibility=internal
AttachmentReference: (Name,Description,InternalID,URL?) length version
AuthorizationLabels: (IdReference+)
AvailablePrice: (Money,Description?) type!=lowest|lowestCompliant|highestCompliant|highest|other
Batch: (BuyerBatchID?,SupplierBatchID?,PropertyValuation*) productionDate expirationDate inspectionDate shelfLife originCountryCode batchQuantity
BatchInfo: EMPTY requiresBatch=yes
BestBeforeDate: EMPTY date!
BillTo: (Address,IdReference*)
BlanketItemDetail: (Description+,OverallLimit?,ExpectedLimit?,MaxAmount?,MinAmount?,MaxContractAmount?,MaxAdhocAmount?,MaxQuantity?,MinQuantity?,UnitPrice?,UnitOfMeasure?,PriceBasisQuantity?,Classification*,Extrinsic*)
BookingClassCode: (Description?) domain! code!
BrowserFormPost: (URL)
BusinessPartner: (Address,IdReference*) type!=organization role!=soldTo|shipFrom|orderingAddress|logistics
BuyerBatchID: (#PCDATA)
BuyerCookie: ANY
BuyerPartID: (#PCDATA)
CarRentalDetail: (Vendor,CarRentalPickup,CarRentalDropoff,BookingClassCode?,CarRentalFee+,LimitedMileage?,AvailablePrice*) travelSegment! pickupTime! dropoffTime!
CarRentalDropoff: (Airport|Address)
CarRentalFee: (Total,Rate*) type=baseRate|additionalDriver|airportAccessFee|dropOffCharge|vehicleLicensingFee|touristTax|prepaidGasoline|navigationSystem|childSeat|luggageRack|collisionDamageInsurance|liabilityInsurance|mobilePhone|other
CarRentalPickup: (Airport|Address)
CarrierIdentifier: (#PCDATA) domain!
CertificateInfo: (IdReference) isRequired=yes
Characteristic: EMPTY domain! value! code
Charge: (Money)
City: (#PCDATA) cityCode
Classification: (#PCDATA) domain! code
Comments: (#PCDATA|Attachment)* xml:lang type
ComponentID: (#PCDATA)
ConditionType: (CostTermValue?,Scales?) name!
ConditionTypes: (ConditionType+)
Contact: (Name,PostalAddress*,Email*,Phone*,Fax*,URL*,IdReference*,Extrinsic*) role:NMTOKEN addressID addressIDDomain
Contractor: (ContractorIdentifier,Contact)
ContractorIdentifier: (#PCDATA) domain!=supplierReferenceID|buyerReferenceID
ControlKeys: (OCInstruction?,ASNInstruction?,InvoiceInstruction?,SESInstruction?)
CopyRequest: (cXMLAttachment|cXML) processingMode=info|process|copy
Correspondent: (Contact+,Routing?,Extrinsic*) preferredLanguage
CostTermValue: (Money|Percentage)
Country: (#PCDATA) isoCountryCode!
CountryCode: (#PCDATA) isoCountryCode!
Creator: (#PCDATA) xml:lang!
Credential: (Identity,(SharedSecret|DigitalSignature|CredentialMac)?) domain! type=marketplace
CredentialMac: (#PCDATA) type! algorithm! creationDate! expirationDate!
DPAS: EMPTY rating! contract quantity
DateInfo: (Extrinsic*) type!=expectedShipmentDate|productionStartDate|productionFinishDate|requestedPickUpDate|expectedPickUpDate|actualPickUpDate|requestedDeliveryDate|expectedDeliveryDate|actualDeliveryDate|confirmedShipmentDate|confirmedDeliveryDate date!
DeductedPrice: (Money)
DeductionAmount: (Money)
DeductionPercent: EMPTY percent!
DeliverTo: (#PCDATA)
DeliveryPeriod: (Period)
DepositAmount: (Money)
Description: (#PCDATA|ShortName)* xml:lang! type
DigitalSignature: ANY type encoding
Dimension: (UnitOfMeasure) quantity! type!=length|width|height|weight|volume|stackHeight|grossWeight|grossVolume|unitGrossWeight|unitNetWeight
Discount: (DiscountPercent|DiscountAmount)
DiscountAmount: (Money)
DiscountBasis: (Money)
DiscountPercent: EMPTY percent!
DispatchQuantity: (UnitOfMeasure?) quantity
Distribution: (Accounting,Charge)
DocumentInfo: EMPTY documentID! documentType! documentDate
DocumentReference: EMPTY payloadID!
DocumentStatus: (DocumentInfo?,ItemStatus*,Comments*) type!
DueAmount: (Money)
EANID: (#PCDATA)
Email: (#PCDATA) name preferredLang
EquipmentIdentificationCode: (#PCDATA)
EuropeanWasteCatalogID: (#PCDATA)
ExactAmount: (Money)
ExemptReason: (#PCDATA) xml:lang!
ExpectedLimit: (Money)
ExpiryDate: EMPTY date!
Extension: (#PCDATA)
ExternalDocumentType: (Description?) documentType!
Extrinsic: ANY name!
Fax: (TelephoneNumber|URL|Email) name
Fee: (Money) type
FeeAmount: (Money,Fee*)
FeeDetail: (UnitRate+,Period?) isRecurring=yes
FixedAmount: (Money)
FollowUpDocument: EMPTY type category
Followup: (URL)
FreeGoodsQuantity: (UnitOfMeasure?) quantity
From: (Credential+,Correspondent?)
GlobalIndividualAssetID: (#PCDATA)
GoodsAndServiceAmount: (Money)
GrossAmount: (Money)
GrossProgressPaymentAmount: (Money)
HTSCode: (#PCDATA)
Hazard: ((Description+,Classification*)|Classification+)
Header: (From,To,Sender,(Path,OriginalDocument)?)
HotelDetail: (Vendor,Address,RoomType,BookingClassCode?,Meal*,Rate*,AvailablePrice*) travelSegment! arrivalTime! departureTime! checkinTime! checkoutTime! earlyCheckinAllowed=yes lateCheckoutAllowed=yes
IUIDInfo: (IUIDNumber*) requiresIUID=yes
IUIDNumber: (#PCDATA)
IdReference: (Creator?,Description?) identifier! domain!
Identity: ANY lastChangedTimestamp
ImportInfo: (HTSCode?,ImporterOfRecord?)
ImporterOfRecord: (#PCDATA)
Indicator: (#PCDATA) type level=warning|error
InformationalAmount: (Money)
InformationalPrice: (Money,PriceBasisQuantity?)
InformationalPriceExclTax: (Money,PriceBasisQuantity?)
IntegrationMessage: (#PCDATA) isSuccessful!=yes|no type!
IntegrationStatus: (IntegrationMessage?) documentStatus!=deliverySuccessful|deliveryDelayed|deliveryFailed|deliveryReady|customerConfirmed|customerReceived|customerFailed
InternalID: (#PCDATA) domain
InvoiceIDInfo: EMPTY invoiceID! invoiceDate
InvoiceInstruction: (TemporaryPrice?,Lower?,Upper?) value=isERS|isNotERS|allowed|notAllowed verificationType=goodsReceipt unitPriceEditable=yes|no
InvoiceItemIDInfo: (IdReference*) invoiceLineNumber! invoiceID! invoiceDate
InvoiceReference: (DocumentReference) invoiceID invoiceDate
InvoiceStatus: (InvoiceIDInfo?,PartialAmount?,Comments*) type!=processing|canceled|reconciled|rejected|paying|paid paymentNetDueDate
Issuer: (Address)
ItemDetail: (UnitPrice,Description+,OverallLimit?,ExpectedLimit?,UnitOfMeasure,PriceBasisQuantity?,Classification+,ManufacturerPartID?,ManufacturerName?,URL?,LeadTime?,Dimension*,ItemDetailIndustry?,AttachmentReference*,PlannedAcceptanceDays?,Extrinsic*)
ItemDetailIndustry: (ItemDetailRetail?) isConfigurableMaterial=yes
ItemDetailRetail: (EANID?,EuropeanWasteCatalogID?,Characteristic*)
ItemID: (SupplierPartID,SupplierPartAuxiliaryID?,BuyerPartID?,IdReference*)
ItemIn: (ItemID,Path?,ItemDetail,(SupplierID|SupplierList)?,ShipTo?,Shipping?,Tax?,SpendDetail?,Distribution*,Contact*,Comments?,ScheduleLine*,BillTo?,Batch?,Period?,DateInfo*,Extrinsic*) quantity! openQuantity promisedQuantity lineNumber parentLineNumber itemType=composite|item|lean compositeItemType=groupLevel|itemLevel itemClassification=material|service itemCategory=materialUnknown|text|stockTransfer|materialGroup|subcontract|consignment|thirdParty|limit
ItemIndicator: EMPTY domain! value!
ItemInfo: (ItemID?,Description?,Classification*,(ManufacturerPartID,ManufacturerName)?,Country?,SupplierBatchID?,ReferenceDocumentInfo*,UnitOfMeasure,Extrinsic*) quantity!
ItemOut: (ItemID,Path?,(ItemDetail|BlanketItemDetail)?,(SupplierID|SupplierList)?,ShipTo?,Shipping?,Tax?,SpendDetail?,Distribution*,Contact*,TermsOfDelivery?,Comments*,Indicator*,Tolerances?,ControlKeys?,ScheduleLine*,(MasterAgreementReference|MasterAgreementIDInfo)?,ItemOutIndustry?,Packaging*,ReleaseInfo?,Batch?) quantity! lineNumber requisitionID agreementItemNumber requestedDeliveryDate isAdHoc=yes parentLineNumber itemType=composite|item|lean requiresServiceEntry=yes confirmationDueDate compositeItemType=groupLevel|itemLevel itemClassification=material|service itemCategory=materialUnknown|text|stockTransfer|materialGroup|subcontract|consignment|thirdParty|limit subcontractingType=regular|refurbWithoutChange|refurbWithChange|replacement stockTransferType=intra|inter requestedShipmentDate isReturn=yes returnAuthorizationNumber isDeliveryCompleted=yes unlimitedDelivery=yes isItemChanged=yes isKanban=yes stoDelivery=full|partial stoOrderCombination=yes stoFinalDelivery=yes operation=delete|block
ItemOutAerospaceAndDefense: (DPAS*) dpasRating=DO|DX
ItemOutIndustry: (ItemOutRetail?,ReferenceDocumentInfo*,Priority?,QualityInfo?,SerialNumberInfo?,BatchInfo?,AssetInfo*,PackagingDistribution*,ItemOutLifeSciences?,ItemOutAerospaceAndDefense?,IUIDInfo?) planningType=MTO|MTS|ATO|CTO requiresRealTimeConsumption=yes isHUMandatory=yes
ItemOutLifeSciences: (Study?,KitType?,ProtocolID?,PackageControlNumber?,PoolID?,MedicationListInfo*,Extrinsic*) isCFGPooled=yes
ItemOutRetail: (PromotionVariantID?,PromotionDealID?)
ItemStatus: (ReferenceDocumentInfo,Comments*) type! code parentLineNumber
JobDescription: (Description)
KitType: (KitTypeID,Description?)
KitTypeID: (#PCDATA)
LabelID: (#PCDATA)
LaborDetail: (UnitRate+,Period,Contractor?,JobDescription?,Supervisor?,WorkLocation?,Extrinsic*) supplierReferenceCode
LeadTime: (#PCDATA)
LegDestination: (Place)
LegOrigin: (Place)
LegalEntity: (IdReference)
LifeSciences: EMPTY orderCategory=clinicalFinishedGoodsOrder|labelPrintingOrder|reworkOrder|shelfLifeExtensionRelabelOrder|additionalLabelPrintingOrder
LimitedMileage: (UnitOfMeasure) quantity!
Lower: (Tolerances)
ManufacturerName: (#PCDATA) xml:lang
ManufacturerPartID: (#PCDATA)
MasterAgreementIDInfo: (IdReference*) agreementID! agreementDate agreementType=scheduling_agreement
MasterAgreementReference: (DocumentReference) agreementID agreementDate agreementType=scheduling_agreement
MasterAgreementRequest: (MasterAgreementRequestHeader,AgreementItemOut*)
MasterAgreementRequestHeader: (MaxAmount?,MinAmount?,MaxReleaseAmount?,MinReleaseAmount?,Contact*,Comments?,DocumentReference?,Extrinsic*) agreementID! agreementDate! type=value|quantity effectiveDate! expirationDate! parentAgreementPayloadID operation=new|update|delete
MaxAdhocAmount: (Money)
MaxAmount: (Money)
MaxContractAmount: (Money)
MaxQuantity: (#PCDATA)
MaxReleaseAmount: (Money)
MaxReleaseQuantity: (#PCDATA)
Meal: (BookingClassCode?,Description?)
MedicationListInfo: (PropertyValue*) type=range
MinAmount: (Money)
MinQuantity: (#PCDATA)
MinReleaseAmount: (Money)
MinReleaseQuantity: (#PCDATA)
Modification: (OriginalPrice?,(AdditionalDeduction|AdditionalCost),Tax?,ModificationDetail?) level
ModificationDetail: (Description?,IdReference?,ParentID?,Extrinsic*) name! code startDate endDate scope calculationType
Modifications: (Modification+)
Money: (#PCDATA) currency! alternateAmount alternateCurrency
Municipality: (#PCDATA) municipalityCode
Name: (#PCDATA) xml:lang!
NetAmount: (Money)
Node: (Credential+) type!=copy|route itemDetailsRequired=yes
Number: (#PCDATA)
OCInstruction: (Lower?,Upper?) value!=allowed|notAllowed|requiredBeforeASN
OrderIDInfo: (IdReference*) orderID! orderDate
OrderInfo: (OrderReference|OrderIDInfo)
OrderMethod: (OrderTarget,OrderProtocol?)
OrderMethods: (OrderMethod+,Contact?)
OrderProtocol: (#PCDATA)
OrderReference: (DocumentReference) orderID orderDate
OrderRequest: (OrderRequestHeader,ItemOut+)
OrderRequestHeader: (Total,ShipTo?,BillTo,BusinessPartner*,LegalEntity?,OrganizationalUnit*,Shipping?,Tax?,Payment?,PaymentTerm*,Contact*,Comments*,Followup?,ControlKeys?,DocumentReference?,SupplierOrderInfo?,TermsOfDelivery?,DeliveryPeriod?,IdReference*,OrderRequestHeaderIndustry?,Extrinsic*) orderID! orderDate! orderType=release|regular|blanket|stockTransport|stockTransportRelease releaseRequired=yes type=new|update|delete orderVersion isInternalVersion=yes parentAgreementID parentAgreementPayloadID effectiveDate expirationDate agreementID agreementPayloadID requisitionID shipComplete=yes pickUpDate requestedDeliveryDate isSTOOutbound=yes
OrderRequestHeaderIndustry: (ReferenceDocumentInfo*,Priority?,ExternalDocumentType?,QualityInfo?,AssetInfo*,LifeSciences?,DPAS?,AuthorizationLabels?,AerospaceAndDefense?) industryType=lifeSciences|aerospaceAndDefense
OrderStatusRequestIDInfo: EMPTY orderStatusRequestID! orderStatusRequestDate
OrderStatusRequestReference: (DocumentReference) orderStatusRequestID orderStatusRequestDate
OrderTarget: (Phone|Email|Fax|URL|OtherOrderTarget)
OrderedQuantity: (UnitOfMeasure?) quantity
OrganizationalUnit: (IdReference)
OriginalDocument: EMPTY payloadID!
OriginalPrice: (Money) type
OriginatorCookie: (#PCDATA)
OtherOrderTarget: ANY name
OverallLimit: (Money)
PCard: (PostalAddress?) number! expiration! name
PackageControlNumber: (#PCDATA) packageControlNumberExpiryDate! isPackageControlNumberReleased=yes
PackageID: (GlobalIndividualAssetID?,ReturnablePackageID?,PackageTrackingID?)
PackageTrackingID: (#PCDATA)
PackageTypeCodeIdentifierCode: (#PCDATA)
Packaging: (((PackagingCode+,Dimension*)|Dimension+),Description?,PackagingLevelCode?,PackageTypeCodeIdentifierCode?,ShippingContainerSerialCode?,ShippingContainerSerialCodeReference?,PackageID?,ShippingMark*,OrderedQuantity?,DispatchQuantity?,FreeGoodsQuantity?,QuantityVarianceNote?,BestBeforeDate?,AssetInfo*,PackagingIndustry?,StoreCode?,Extrinsic*)
PackagingCode: (#PCDATA) xml:lang!
PackagingDistribution: (StoreCode,UnitOfMeasure) quantity!
PackagingIndustry: (PackagingLifeSciences?)
PackagingLevelCode: (#PCDATA)
PackagingLifeSciences: (MedicationListInfo*)
ParentID: (#PCDATA)
PartialAmount: (Money)
PartnerContact: (Contact,IdReference*)
Path: (Node+)
Payment: (PCard)
PaymentProposalIDInfo: EMPTY paymentProposalID!
PaymentStatus: (PCard,Total,Shipping?,Tax?,Extrinsic*) orderID! transactionTimestamp! type!=Authorization|Settlement|Sale|Credit isFailed=yes transactionID authorizationID
PaymentTerm: (Discount?,Extrinsic*) payInNumberOfDays!
PaymentTerms: (PaymentTerm*,Description?,Extrinsic*) paymentTermCode!
PaymentToken: EMPTY number! expiration! name token!
Penalty: (Money,Description)
Percentage: EMPTY percent!
Period: EMPTY startDate! endDate!
Phone: (TelephoneNumber) name
Place: (Address?) code domain
PlannedAcceptanceDays: (#PCDATA)
PolicyViolation: (Description,PolicyViolationJustification,Comments?) level!=warning|violation
PolicyViolationJustification: (Description)
PoolID: (#PCDATA)
PostalAddress: (DeliverTo*,Street+,City,Municipality?,State?,PostalCode?,Country,Extrinsic*) name
PostalCode: (#PCDATA)
PriceBasisQuantity: (UnitOfMeasure,Description?) quantity! conversionFactor!
PriceTolerance: (Percentage|Money)
PricingConditions: (ValidityPeriods)
Priority: (Description?) level!=1|2|3|4|5 sequence inventory_level
Product: (SupplierPartID?,SupplierPartAuxiliaryID?,BuyerPartID?,IdReference*)
ProductMovementItemIDInfo: (IdReference*) movementLineNumber! movementID! movementDate!
ProductRevisionID: (#PCDATA)
ProductionFacility: (IdReference,ProductionFacilityRole) name!
ProductionFacilityAssociation: (ProductionFacility,OrganizationalUnit,ShipTo?) operation=new|update|delete
ProductionFacilityRole: (IdReference) name!
PromotionDealID: (#PCDATA)
PromotionVariantID: (#PCDATA)
PropertyReference: (IdReference*)
PropertyValuation: (PropertyReference?,ValueGroup*)
PropertyValue: (Characteristic*) name
ProtocolID: (#PCDATA)
PunchOutOrderMessage: (BuyerCookie,PunchOutOrderMessageHeader,ItemIn*)
PunchOutOrderMessageHeader: (SourcingStatus?,Total,ShipTo?,Shipping?,Tax?,SupplierOrderInfo?) operationAllowed!=create|inspect|edit quoteStatus=pending|final
PunchOutSetupRequest: (BuyerCookie,Extrinsic*,BrowserFormPost?,Contact*,SupplierSetup?,ShipTo?,SelectedItem?,ItemOut*) operation!=create|inspect|edit|source
PunchOutSetupResponse: (StartPage)
PurchaseRequisition: (PurchaseRequisitionHeader,ItemIn*)
PurchaseRequisitionHeader: (Shipping?,Tax?,Total?,ShipTo?,BillTo?,Contact*,Comments?,DocumentReference?,Extrinsic*) requisitionID requisitionDate type=new|update|delete requisitionVersion
PurchaseRequisitionRequest: (PurchaseRequisition)
QualityInfo: (IdReference*|CertificateInfo*) requiresQualityProcess=yes
QualityInspectionRequestReference: (DocumentReference?) inspectionID inspectionDate
QualityInspectionResultReference: (DocumentReference?) inspectionID inspectionDate
QuantityTolerance: (Percentage|Value)
QuantityVarianceNote: (#PCDATA)
RailDetail: (TripType,RailLeg+,AvailablePrice*,Penalty?)
RailLeg: (Vendor,RailLegOrigin,RailLegDestination,BookingClassCode?,Rate?,Meal*) travelSegment! departureTime! arrivalTime! trainNumber! seatNumber carType=sleeper|seat
RailLegDestination: (Airport|Address)
RailLegOrigin: (Airport|Address)
Rate: (Total,UnitRate,Description?) quantity!
ReceiptIDInfo: (IdReference*) receiptID! receiptDate
ReceiptReference: (DocumentReference) receiptID receiptDate
ReferenceDocumentInfo: ((DocumentInfo|DocumentReference)?,DateInfo*,Contact*,Extrinsic*) lineNumber scheduleLineNumber status=created|released|open|completed|closed|cancelled
ReleaseInfo: (UnitOfMeasure,ShipNoticeReleaseInfo?,Extrinsic*) releaseType!=forecast|jit cumulativeReceivedQuantity! releaseNumber productionGoAheadEndDate materialGoAheadEndDate
ReturnData: (ReturnValue,Name) name
ReturnQuantity: (UnitOfMeasure) quantity!
ReturnValue: (#PCDATA)
ReturnablePackageID: (#PCDATA)
RoomType: (Description?,Amenities*) smoking!=yes|no numberOfBed bedType=king|queen|full|double|single|other
Route: (#PCDATA|Contact)* method!=air|motor|rail|ship|mail|multimodal|fixedTransport|inlandWater|unknown|custom means:NMTOKEN startDate endDate
Routing: EMPTY destination!=peppol|fieldglass
SESInstruction: (Lower?,Upper?) value!=allowed|notAllowed unitPriceEditable=yes|no
Scale: (CostTermValue+) from to
Scales: (Scale+) scaleType!=From|To|Graduated scaleBasis
ScheduleLine: (UnitOfMeasure,ScheduleLineReleaseInfo?,SubcontractingComponent*,ShipTo?,ScheduleLineIndustry?,Extrinsic*) quantity! requestedDeliveryDate! lineNumber deliveryWindow requestedShipmentDate originalRequestedDeliveryDate type=backlog|immediate|forecast statisticalDeliveryDate
ScheduleLineAerospaceAndDefense: (DPAS*) dpasRating=DO|DX
ScheduleLineIndustry: (ScheduleLineAerospaceAndDefense?)
ScheduleLineReleaseInfo: (UnitOfMeasure) commitmentCode!=firm|tradeoff|forecast cumulativeScheduledQuantity! receivedQuantity
SealID: (#PCDATA)
SealingPartyCode: (#PCDATA)
Segment: EMPTY type! id! description!
SelectedItem: (ItemID)
SelectedService: (#PCDATA)
Sender: (Credential+,UserAgent)
SerialNumber: (#PCDATA)
SerialNumberInfo: (SerialNumber*,PropertyValue*) requiresSerialNumber=yes type=list|profile|range
SharedSecret: ANY
ShipNoticeIDInfo: (IdReference*) shipNoticeID! shipNoticeDate
ShipNoticeLineItemReference: EMPTY shipNoticeLineNumber!
ShipNoticeReference: (DocumentReference) shipNoticeID shipNoticeDate
ShipNoticeReleaseInfo: ((ShipNoticeReference|ShipNoticeIDInfo),UnitOfMeasure) receivedQuantity!
ShipTo: (Address,CarrierIdentifier*,TransportInformation*,IdReference*)
ShipmentIdentifier: (#PCDATA) domain trackingNumberDate trackingURL
Shipping: (Money,Description,Modifications?) trackingDomain trackingId tracking
ShippingAmount: (Money,Distribution*)
ShippingContainerSerialCode: (#PCDATA)
ShippingContainerSerialCodeReference: (#PCDATA)
ShippingContractNumber: (#PCDATA)
ShippingInstructions: (Description?)
ShippingMark: (#PCDATA)
ShippingPaymentMethod: (#PCDATA) value!
ShortName: (#PCDATA)
SourcingStatus: (#PCDATA) action=approve|cancel|deny xml:lang!
SpecialHandlingAmount: (Money,Description?,Distribution*)
SpendDetail: (TravelDetail|FeeDetail|LaborDetail|Extrinsic)
StartPage: (URL)
State: (#PCDATA) isoStateCode
Status: (#PCDATA) code! text! xml:lang
StatusUpdateRequest: (DocumentReference?,Status,((PaymentStatus|SourcingStatus|InvoiceStatus|DocumentStatus|IntegrationStatus))?,Extrinsic*)
StoreCode: (#PCDATA)
Street: (#PCDATA)
Study: (StudyID,Description?)
StudyID: (#PCDATA)
SubcontractingComponent: (ComponentID,UnitOfMeasure,Description?,Product?,ProductRevisionID?,Batch?,SubcontractingComponentIndustry?) quantity! requirementDate materialProvisionIndicator=reworkTo|reworkFrom|regular
SubcontractingComponentIndustry: (SubcontractingComponentLifeSciences?,BatchInfo?)
SubcontractingComponentLifeSciences: (LabelID?,Extrinsic*)
SubtotalAmount: (Money)
Supervisor: (Contact)
Supplier: (Name,Comments?,SupplierID+,SupplierLocation*) corporateURL storeFrontURL
SupplierBatchID: (#PCDATA)
SupplierID: (#PCDATA) domain!
SupplierList: (Supplier+)
SupplierLocation: (Address,OrderMethods)
SupplierOrderInfo: EMPTY orderID! orderDate
SupplierPartAuxiliaryID: ANY
SupplierPartID: (#PCDATA) revisionID
SupplierProductionFacilityRelations: (ProductionFacilityAssociation+)
SupplierSetup: (URL)
Tax: (Money,TaxAdjustmentAmount?,Description,TaxDetail*,Distribution*,Extrinsic*)
TaxAdjustment: (Money,TaxAdjustmentDetail*)
TaxAdjustmentAmount: (Money)
TaxAdjustmentDetail: (Money) category! region
TaxAmount: (Money)
TaxDetail: (TaxableAmount?,TaxAmount,TaxLocation?,TaxAdjustmentAmount?,Description?,TriangularTransactionLawReference?,TaxRegime?,TaxExemption?,Extrinsic*) taxedElement:IDREF purpose category! percentageRate isVatRecoverable=yes taxPointDate paymentDate isTriangularTransaction=yes exemptDetail=zeroRated|exempt isWithholdingTax=yes taxRateType basePercentageRate isIncludedInPrice=yes
TaxExemption: (ExemptReason?) exemptCode!
TaxLocation: (#PCDATA) xml:lang!
TaxRegime: (#PCDATA)
TaxableAmount: (Money)
TelephoneNumber: (CountryCode,AreaOrCityCode,Number,Extension?)
TemporaryPrice: EMPTY value!=yes|no
TermReference: EMPTY termName! term!
TermsAndConditions: (Description+)
TermsOfDelivery: (TermsOfDeliveryCode,ShippingPaymentMethod,TransportTerms?,Address?,Comments*)
TermsOfDeliveryCode: (#PCDATA) value!
TermsOfTransport: (SealID?,SealingPartyCode?,EquipmentIdentificationCode?,TransportTerms?,Dimension*,Extrinsic*)
TimeRange: EMPTY startDate endDate
TimeTolerance: EMPTY limit! type=minutes|hours|days|weeks
To: (Credential+,Correspondent?)
Tolerances: (QuantityTolerance?,PriceTolerance?,TimeTolerance?)
Total: (Money,Modifications?)
TotalAllowances: (Money)
TotalAmountInBillingCurrency: (Money)
TotalAmountInPostedCurrency: (Money)
TotalAmountWithoutTax: (Money)
TotalCharges: (Money)
TotalRetailAmount: (Money)
TotalReturnableItemsDepositAmount: (Money)
TransportIDInfo: (IdReference*) requestID requestDate
TransportInformation: (Route?,ShippingContractNumber?,ShippingInstructions?)
TransportReference: (DocumentReference) requestID requestDate
TransportTerms: (#PCDATA) value!
TravelDetail: ((AirDetail|CarRentalDetail|HotelDetail|RailDetail),PolicyViolation*,Comments?,TermsAndConditions?) confirmationNumber! pnrLocator quoteExpirationTime
TriangularTransactionLawReference: (#PCDATA) xml:lang!
TripType: EMPTY type!=round|oneWay|multiLeg
URL: (#PCDATA) name
UnitGrossPrice: (Money,PriceBasisQuantity?)
UnitNetPriceCorrection: (Money,PriceBasisQuantity?)
UnitOfMeasure: (#PCDATA)
UnitPrice: (Money,Modifications?,PricingConditions?)
UnitRate: (Money,UnitOfMeasure,PriceBasisQuantity?,TermReference?)
Upper: (Tolerances)
UserAgent: (#PCDATA)
ValidityPeriod: (ConditionTypes) from! to!
ValidityPeriods: (ValidityPeriod+)
Value: EMPTY value!
ValueGroup: (IdReference?,ParentID?,PropertyValue*)
Vendor: (Address,SupplierID*) preferred!=yes|no
WorkLocation: (Address)
cXML: (((Header,(Message|Request))|Response),Signature*) version payloadID! timestamp! signatureVersion=1.0 xml:lang
cXMLAttachment: (Attachment)
cXMLSignedInfo: EMPTY signatureVersion!=1.0 payloadID! Id!:ID
`;

/** Those that a DTD has beside them, or has otherwise. */
export const own = {
  cXML: `
AcceptanceItem: (DeviationReason*,Comments?,AcceptanceItemDetail*,Extrinsic*) lineNumber! acceptanceStatus!=approved|awaitingApproval|rejected|approvedAndUpdatePO
AcceptanceItemDetail: (AcceptanceScheduleDetail+,UnitPrice?,Extrinsic*) approvedAction=update|replace
AcceptanceScheduleDetail: (Extrinsic*) quantity! deliveryDate approvedAction=new|update|delete lineNumber
AccountCurrency: EMPTY code!
AdditionalQNInfo: (ItemID?,Batch?,Extrinsic*) lineNumber!
AllowedValues: (PropertyValue?) type=numeric|decision|choice
AnnualRevenue: (MinAmount,MaxAmount?)
ApprovalItem: (UnitOfMeasure,Comments?) lineNumber! quantity! approvalStatus!=approved|awaitingApproval|reject|approvedAndUpdatePO reason=quantityDeviation|dateDeviation|quantityAndDateDeviation startDate endDate deviatedDate
ApprovalRequest: (ApprovalRequestHeader,(AcceptanceItem*|ApprovalItem*))
ApprovalRequestHeader: (DocumentReference,cXMLAttachment,Contact?,Comments?,Extrinsic*) approvalStatus=approved|awaitingApproval|reject|approvedAndUpdatePO type!=orderConfirmation creationDate! approvalStartDate approvalEndDate
AttributeDomain: (IdReference*) name!=ORDER_COLLABORATION|PLANNING_COLLABORATION|QUALITY_COLLABORATION|GENERAL
AuthRequest: (Credential+,X509Data?)
AuthResponse: (Credential)+ expirationDate
AuthorizationProfile: (AttributeDomain*) name! owningOrg!
AuthorizationProfiles: (AuthorizationProfile*)
AutoPublish: EMPTY enabled!
BlockedQuantity: (UnitOfMeasure?) quantity
CIFContent: (#PCDATA)
CatalogInfo: (Commodities?) filename! size! totalItems!
CatalogName: (#PCDATA) xml:lang!
CatalogUploadRequest: (CatalogName,Description,Attachment,Commodities?,AutoPublish?,Notification) operation!=new|update
Changetime: (#PCDATA)
Commodities: (CommodityCode+)
Commodity: (Classification)
CommodityCode: (#PCDATA)
ComparatorInfo: EMPTY comparatorType!=greater|less|greaterOrEqual|lessOrEqual comparatorValue!
ComplainQuantity: (UnitOfMeasure) quantity!
ConsignmentInventory: (SubcontractingStockInTransferQuantity?,UnrestrictedUseQuantity?,BlockedQuantity?,QualityInspectionQuantity?,PromotionQuantity?,StockInTransferQuantity?,IncrementQuantity?,RequiredMinimumQuantity?,RequiredMaximumQuantity?)
ConsignmentMovement: (ProductMovementItemIDInfo,InvoiceItemIDInfo?,ReferenceDocumentInfo?,MovementQuantity,SubtotalAmount,UnitPrice?,Extrinsic*)
Contract: (SupplierID+,Comments?,ItemSegment+) effectiveDate! expirationDate!
ContractIDInfo: (IdReference*) contractID! contractDate contractType=scheduling_agreement
ContractItem: (ItemID,UnitPrice?,Extrinsic*)
ContractItemIn: (MaxAmount?,MinAmount?,MaxReleaseAmount?,MinReleaseAmount?,MaxQuantity?,MinQuantity?,MaxReleaseQuantity?,MinReleaseQuantity?,TermsOfDelivery?,ItemIn,ReferenceDocumentInfo*,Alternative?,SupplierProductionFacilityRelations?,Extrinsic*) operation=new|update|delete itemType=composite|item|lean serviceLineType=standard|blanket|contingency|openquantity|information
ContractItemStatus: (ItemStatus,IdReference?,Comments*)
ContractRequest: (ContractRequestHeader,ContractItemIn+)
ContractRequestHeader: (LegalEntity,OrganizationID,OrganizationalUnit*,PaymentTerm*,QuoteRequestReference?,MaxAmount?,MinAmount?,MaxReleaseAmount?,MinReleaseAmount?,Contact*,Comments?,DocumentInfo?,ParentContractInfo?,FollowUpDocument?,TermsOfDelivery?,SupplierProductionFacilityRelations?,Extrinsic*,ContractRequestHeaderIndustry?) contractID! type=value|quantity createDate agreementDate effectiveDate! expirationDate xml:lang! operation=new|update|delete
ContractRequestHeaderIndustry: (AerospaceAndDefense?)
ContractStatus: (ContractIDInfo,ContractItemStatus*,Comments*) type!
ContractStatusUpdateRequest: (Status,ContractStatus?,Extrinsic*)
CorporateInformation: (AnnualRevenue?,StateOfIncorporation?,OwnershipType*) yearFounded numberOfEmployees organizationType:NMTOKEN
DataAvailableMessage: (InternalID)
DataRequest: (InternalID)
DataResponse: (Attachment+)
DaysOfSupply: EMPTY minimum maximum
DeviationReason: (Comments?) value!=dateDeviation|quantityDeviation|priceDeviation
EffectiveDate: (#PCDATA)
ExpectedResult: (MinimumLimit?,MaximumLimit?,PropertyValue?) targetValue valuePrecision qualitativeValue
ExpirationDate: (#PCDATA)
Forecast: (Period,ForecastQuantity,UnitPrice?,Extrinsic*)
ForecastDetails: EMPTY cumulativeStartDate cumulativeEndDate
ForecastQuantity: (UnitOfMeasure?) quantity
Format: (#PCDATA) version!
GetPendingRequest: (MessageType+) maxMessages lastReceivedTimestamp
GetPendingResponse: (cXML+)
IncorporationType: (#PCDATA)
IncrementQuantity: (UnitOfMeasure?) quantity
Index: (SupplierID+,Comments?,SearchGroup*,IndexItem+) loadmode=Full|Incremental
IndexItem: (IndexItemAdd+|IndexItemDelete+|IndexItemPunchout+)
IndexItemAdd: (ItemID,ItemDetail,IndexItemDetail)
IndexItemDelete: (ItemID)
IndexItemDetail: (LeadTime,ExpirationDate?,EffectiveDate?,SearchGroupData*,TerritoryAvailable*)
IndexItemPunchout: (ItemID,PunchoutDetail)
Industry: (Classification)
InputItemID: (ItemID*)
IntransitQuantity: (UnitOfMeasure?) quantity!
Inventory: (SubcontractingStockInTransferQuantity?,UnrestrictedUseQuantity?,BlockedQuantity?,QualityInspectionQuantity?,PromotionQuantity?,StockInTransferQuantity?,IncrementQuantity?,RequiredMinimumQuantity?,RequiredMaximumQuantity?,StockOnHandQuantity?,WorkInProcessQuantity?,IntransitQuantity?,ScrapQuantity?,OrderQuantity?,DaysOfSupply?)
InventoryTimeSeries: (TimeSeriesDetails+) type!=targetStock|projectedStock|safetyStock|minimumStock|maximumStock
ItemSegment: (ContractItem+) segmentKey
LegalName: (#PCDATA) xml:lang!
MalfunctionPeriod: (Period)
MaximumLimit: (ComparatorInfo)
Message: (Status?,(PunchOutOrderMessage|ProviderDoneMessage|SubscriptionChangeMessage|DataAvailableMessage|SupplierChangeMessage|OrganizationChangeMessage|ProductActivityMessage)) deploymentMode=production|test inReplyTo Id:ID
MessageType: (#PCDATA)
MinimumLimit: (ComparatorInfo)
MovementQuantity: (UnitOfMeasure?) quantity
NatureOfBusiness: (#PCDATA)
NewMaterialQuantity: (UnitOfMeasure?) quantity
Notification: (Email?,URLPost?)
Option: (#PCDATA) name! a-dtype:NMTOKENS
OrderQuantity: (UnitOfMeasure?) minimum maximum
Organization: (Name,Credential+,OrganizationRole*,Address,CorporateInformation?,TaxInformation?,RelationshipInformation?,Description*,Person*,Industry*,Commodity*,Territory*,PaymentInformation*,Extrinsic*)
OrganizationChangeMessage: (Organization+) type!=new|update|delete
OrganizationDataRequest: (OrganizationID+)
OrganizationDataResponse: (Organization+)
OrganizationID: (Credential+)
OrganizationRole: EMPTY name!:NMTOKEN
OutputItemID: (ItemID*)
OwnerInfo: EMPTY owner! role!=customer|supplier
OwnershipType: (Extrinsic*) name!:NMTOKEN
ParentContractInfo: (DocumentInfo)
PayableInfo: (PayableInvoiceInfo|PayableOrderInfo|PayableMasterAgreementInfo)
PayableInvoiceInfo: ((InvoiceReference|InvoiceIDInfo),(PayableOrderInfo|PayableMasterAgreementInfo)?)
PayableMasterAgreementInfo: (MasterAgreementReference|MasterAgreementIDInfo)
PayableOrderInfo: (OrderReference|OrderIDInfo)
PaymentInformation: (PaymentMethodRemittanceInformation+)
PaymentMethod: (Description?) type!=ach|cash|check|creditCard|debitCard|draft|wire|other
PaymentMethodPartner: (PaymentMethod,PaymentPartner+)
PaymentMethodRemittanceInformation: (Contact,PaymentMethod*,PaymentMethodPartner*) isDefault=yes preferredPaymentMethod=ach|cash|check|creditCard|debitCard|draft|wire|other
PaymentPartner: (Contact,IdReference*,(PCard?|PaymentToken?)?,NatureOfBusiness?,IncorporationType?,AccountCurrency?)
PaymentProviderInformation: (Description?,PaymentMethod+,Extrinsic*) paymentProviderID!
PaymentRelationshipInformation: (PaymentProviderInformation+,Extrinsic*)
Person: (Contact,PersonRole+,IdReference*,Extrinsic*,AuthorizationProfiles?)
PersonRole: EMPTY name!:NMTOKEN
PlanningTimeSeries: (TimeSeriesDetails+) type!=supplyPlan|longtermforecast|constrainedforecast|grossdemand|netdemand|capacitydemand|custom customType
ProductActivityDetails: ((ItemID|ResourceID),Description?,Classification*,SerialNumberInfo?,ForecastDetails?,LeadTime?,PlannedAcceptanceDays?,ManufacturerPartID?,ManufacturerName?,ReferenceDocumentInfo*,Characteristic*,Batch?,Contact*,UnitPrice?,Inventory?,ConsignmentInventory?,TimeSeries*,PlanningTimeSeries*,InventoryTimeSeries*,ConsignmentMovement*,SalesReport?,UnitOfMeasure?,Extrinsic*) status=active|inactive|deleted
ProductActivityHeader: (ProductActivityHeaderIndustry?) messageID! creationDate processType=SMI|OEM|VMI|3PL|ManufacturingVisibility|Forecast|Consignment|Sales|POC|Capacity|StockInventory|Other
ProductActivityHeaderIndustry: (AerospaceAndDefense?)
ProductActivityMessage: (ProductActivityHeader,ProductActivityDetails+,Extrinsic*) subcontractingIndicator=yes
ProfileRequest: EMPTY
ProfileResponse: (Option*,Transaction+) effectiveDate! lastRefresh a-dtype:NMTOKENS
PromotionQuantity: (UnitOfMeasure?) quantity
ProviderDoneMessage: (OriginatorCookie,ReturnData*)
ProviderSetupRequest: (OriginatorCookie,(BrowserFormPost,Followup?)?,SelectedService,Extrinsic*)
ProviderSetupResponse: (StartPage)
PunchoutDetail: (Description+,URL,Classification+,UnitPrice?,UnitOfMeasure?,PriceBasisQuantity?,ManufacturerName?,ManufacturerPartID?,LeadTime?,ExpirationDate?,EffectiveDate?,SearchGroupData*,TerritoryAvailable*,Extrinsic*) punchoutLevel=store|aisle|shelf|product
QNCode: EMPTY domain! codeGroup codeGroupDescription code! codeDescription!
QNNotes: (QNCode?,Description,Attachment*) user! createDate!
QualityInspectionCharacteristic: (Description?,IdReference*,AllowedValues,ExpectedResult?,SampleDefinition?,Comments?,Extrinsic*) characteristicID! operationNumber! workCenter procedure isLocked=yes allowDefectRecording=yes characteristicType=required|optional|afterAccept|afterRejection isQuantitative=yes recordingType=summarizedRecording|singleResult|noCharacteristicRecording|classedRecording expirationDate inspectionPoint version isAdHoc=yes
QualityInspectionDecisionDetail: ((QualityInspectionResultReference|QualityInspectionRequestReference|ShipNoticeReference|ReceiptReference),QualityInspectionLotStock,ValueGroup*,Description?,Extrinsic*) decisionID! decisionDate! status=accepted|rejected qualityScore createdBy
QualityInspectionDecisionRequest: (QualityInspectionDecisionDetail)
QualityInspectionHeaderIndustry: (AerospaceAndDefense?)
QualityInspectionLotStock: (UnrestrictedUseQuantity?,ScrapQuantity?,SampleUsageQuantity?,BlockedQuantity?,NewMaterialQuantity?,ReserveQuantity?,ReturnQuantity?)
QualityInspectionQuantity: (UnitOfMeasure?) quantity
QualityInspectionRequest: (QualityInspectionRequestHeader,QualityInspectionRequestDetail)
QualityInspectionRequestDetail: (QualityInspectionCharacteristic+)
QualityInspectionRequestHeader: (DocumentReference?,IdReference,ShipTo?,BillTo?,Contact*,Period?,Priority?,ReferenceDocumentInfo?,ItemInfo,SampleDefinition?,Batch?,QualityInfo?,AssetInfo*,Comments?,Extrinsic*,QualityInspectionHeaderIndustry?) requestID! requestDate! operation=new|update|delete version createdBy
QualityInspectionResultRequest: (QualityInspectionResultRequestHeader,QualityInspectionResultRequestDetail)
QualityInspectionResultRequestDetail: (QualityInspectionValuation+)
QualityInspectionResultRequestHeader: (QualityInspectionRequestReference,Batch*,Comments*,QualityInspectionQuantity?,AssetInfo*,Extrinsic*) resultID! resultDate! version createdBy
QualityInspectionValuation: (QualitySampleResult*,ValueGroup*,Description?,Extrinsic*) valuationID! characteristicID! operationNumber! workCenter meanValue aboveTolerance belowTolerance inspectedQuantity nonConformance deviation variance numberOfDefects serialNumber inspectionDate isAdHoc=yes
QualityNotificationActivity: (QNCode?,OwnerInfo?,Description?,QNNotes*,Period?,Extrinsic*) activityId! isCompleted=yes
QualityNotificationCause: (QNCode?,OwnerInfo?,Description?,QNNotes*,Extrinsic*) causeId!
QualityNotificationHeaderIndustry: (AerospaceAndDefense?)
QualityNotificationRequest: (QualityNotificationRequestHeader,QualityNotificationRequestItem*)
QualityNotificationRequestHeader: (DocumentReference?,QualityInspectionRequestReference?,QNCode*,ShipTo?,BillTo?,Shipping?,Contact*,QNNotes+,Priority,RequestedProcessingPeriod?,MalfunctionPeriod?,ReferenceDocumentInfo?,ItemInfo,Batch?,ComplainQuantity?,ReturnQuantity?,QualityNotificationTask*,QualityNotificationActivity*,AssetInfo*,Extrinsic*,QualityNotificationHeaderIndustry?) requestID! externalRequestID requestDate! requestVersion operation=new|update status=draft|new|in-process|completed|postponed|canceled|closed discoveryDate serialNumber returnDate returnAuthorizationNumber itemCategory=subcontract minimumRequiredTasks minimumRequiredActivities minimumRequiredCauses
QualityNotificationRequestItem: (QNCode*,OwnerInfo?,Description?,QNNotes*,Period?,AdditionalQNInfo*,QualityNotificationTask*,QualityNotificationActivity*,QualityNotificationCause*,AssetInfo*,Extrinsic*) defectId! defectCount isCompleted=yes completedDate minimumRequiredTasks minimumRequiredActivities minimumRequiredCauses
QualityNotificationTask: (QNCode?,OwnerInfo?,Description?,QNNotes*,Period?,Extrinsic*) taskId! status=new|in-process|complete|close completedDate completedBy processorId processorName processorType=customer|supplier|customerUser
QualitySampleResult: (PropertyValue?) sampleID unitValue physicalSampleNumber
QuoteHeaderInfo: (LegalEntity?,OrganizationalUnit*,PaymentTerms*,FollowUpDocument?,DocumentReference?,Extrinsic*)
QuoteItemIn: (ItemID?,ItemDetail,ShipTo?,Shipping?,Tax?,SpendDetail?,Total?,TermsOfDelivery?,ReferenceDocumentInfo*,Contact*,Comments?,Alternative?,SupplierProductionFacilityRelations?,Extrinsic*) type!=accept|reject|update|final|award quantity! lineNumber parentLineNumber requestedDeliveryDate rank itemClassification=material|service itemType=composite|item|lean serviceLineType=standard|blanket|contingency|openquantity|information
QuoteItemOut: (ItemID?,ItemDetail,ShipTo?,Shipping?,Tax?,SpendDetail?,Total?,TermsOfDelivery?,ReferenceDocumentInfo?,Contact*,Comments?,Alternative?,SupplierSelector?) quantity! lineNumber parentLineNumber requestedDeliveryDate itemClassification=material|service itemType=composite|item|lean serviceLineType=standard|blanket|contingency|openquantity|information
QuoteMessage: (QuoteMessageHeader,QuoteItemIn*)
QuoteMessageHeader: (OrganizationID,Total,ShipTo?,Contact*,QuoteRequestReference?,Comments?,QuoteHeaderInfo?,SupplierProductionFacilityRelations?,Extrinsic*) type!=accept|reject|update|final|award quoteID! quoteDate! currency! xml:lang!
QuoteRequest: (QuoteRequestHeader,QuoteItemOut*)
QuoteRequestHeader: (Name?,SupplierSelector?,Total?,Description?,ShipTo?,Contact*,Comments?,QuoteHeaderInfo?,Extrinsic*,QuoteRequestHeaderIndustry?) requestID! requestDate! type=new|update|delete openDate! closeDate! previewDate templateName currency! xml:lang! quoteReceivingPreference=winningOnly|finalBidsFromAll|all
QuoteRequestHeaderIndustry: (AerospaceAndDefense?)
QuoteRequestReference: (DocumentReference?) requestID! requestDate!
RelationshipInformation: (PaymentRelationshipInformation?)
Request: ((ProfileRequest|OrderRequest|MasterAgreementRequest|PurchaseRequisitionRequest|PunchOutSetupRequest|ProviderSetupRequest|StatusUpdateRequest|GetPendingRequest|SubscriptionListRequest|SubscriptionContentRequest|SupplierListRequest|SupplierDataRequest|SubscriptionStatusUpdateRequest|CopyRequest|CatalogUploadRequest|AuthRequest|DataRequest|OrganizationDataRequest|ApprovalRequest|QualityNotificationRequest|QualityInspectionRequest|QualityInspectionResultRequest|QualityInspectionDecisionRequest)) deploymentMode=production|test Id:ID
RequestedProcessingPeriod: (Period)
RequiredMaximumQuantity: (UnitOfMeasure?) quantity
RequiredMinimumQuantity: (UnitOfMeasure?) quantity
ReserveQuantity: (UnitOfMeasure?) quantity
ResourceID: (SupplierResourceID,ResourceType?,InputItemID?,OutputItemID?,IdReference*)
ResourceType: (#PCDATA)
Response: (Status,(ProfileResponse|PunchOutSetupResponse|ProviderSetupResponse|GetPendingResponse|SubscriptionListResponse|SubscriptionContentResponse|SupplierListResponse|SupplierDataResponse|AuthResponse|DataResponse|OrganizationDataResponse)?) Id:ID
SalesQuantity: (UnitOfMeasure) quantity!
SalesReport: (Period,SalesQuantity,ReturnQuantity?,Total?,PromotionVariantID?,Comments*) salesDate lineNumber!
SampleDefinition: EMPTY sampleSize sampleType=samplingProcedure|additiveSample|destructiveSample|spcCharacteristic
SampleUsageQuantity: (UnitOfMeasure?) quantity
ScrapQuantity: (UnitOfMeasure?) quantity!
SearchAttribute: EMPTY name! type
SearchDataElement: EMPTY name! value!
SearchGroup: (Name,SearchAttribute+)
SearchGroupData: (Name,SearchDataElement*)
StateOfIncorporation: (State)
StockInTransferQuantity: (UnitOfMeasure?) quantity
StockOnHandQuantity: (UnitOfMeasure?) quantity!
SubcontractingStockInTransferQuantity: (UnitOfMeasure?) quantity
Subscription: (InternalID,SubscriptionVersion?,Name,Changetime,SupplierID+,Format?,Description?,CatalogInfo?)
SubscriptionChangeMessage: (Subscription+) type!=new|update|delete
SubscriptionContent: (CIFContent|Index|Contract) filename
SubscriptionContentRequest: (InternalID,SubscriptionVersion?,SupplierID+)
SubscriptionContentResponse: (Subscription,SubscriptionContent+)
SubscriptionListRequest: EMPTY
SubscriptionListResponse: (Subscription+)
SubscriptionStatus: (Comments?) status!=received|validation_error|validated|approved|rejected|activated|deactivated|deleted|changed
SubscriptionStatusUpdateRequest: (InternalID,SubscriptionVersion?,SubscriptionStatus)
SubscriptionVersion: EMPTY versionNumber!
SupplierChangeMessage: (Supplier+) type!=new|update|delete
SupplierDataRequest: (SupplierID+)
SupplierDataResponse: (Supplier)
SupplierInvitation: (OrganizationID,Correspondent?,MasterAgreementIDInfo?,Extrinsic*) supplierStatus=approved|contracted
SupplierListRequest: EMPTY
SupplierListResponse: (Supplier+)
SupplierResourceID: (#PCDATA)
SupplierSelector: (SupplierInvitation*) matchingType=invitationOnly|approvedVendorOnly|public
TaxID: (#PCDATA) domain!=usSSN|usTIN|stateTIN|regionalTIN|vatID
TaxInformation: (LegalName?,TaxID*) isExemptFromBackupWithholding=yes|no
Territory: (Classification)
TerritoryAvailable: (#PCDATA)
TimeSeries: (Forecast+) type!=orderForecast|demand
TimeSeriesAmount: (Money)
TimeSeriesDetails: (Period,(TimeSeriesQuantity|TimeSeriesValue|TimeSeriesAmount)?,UpsideQuantity?,IdReference*,Extrinsic*)
TimeSeriesQuantity: (UnitOfMeasure?) quantity!
TimeSeriesValue: (Description?) value!
Transaction: (URL,Option*) requestName! a-dtype:NMTOKENS
URLPost: EMPTY enabled!
UnrestrictedUseQuantity: (UnitOfMeasure?) quantity
UpsideQuantity: (UnitOfMeasure?) quantity!
WorkInProcessQuantity: (UnitOfMeasure?) quantity!
X509CRL: (#PCDATA)
X509Certificate: (#PCDATA)
X509Data: ((X509IssuerSerial|X509SKI|X509SubjectName|X509Certificate)+|X509CRL)
X509IssuerName: (#PCDATA)
X509IssuerSerial: (X509IssuerName,X509SerialNumber)
X509SKI: (#PCDATA)
X509SerialNumber: (#PCDATA)
X509SubjectName: (#PCDATA)
`,
  Fulfill: `
AdditionalQNInfo: (ItemID?,Batch?,Extrinsic*) lineNumber!
AllowedValues: (PropertyValue?) type=numeric|decision|choice
ApprovalInfo: (Contact?) approvedDate!
BlockedQuantity: (UnitOfMeasure?) quantity
ComparatorInfo: EMPTY comparatorType!=greater|less|greaterOrEqual|lessOrEqual comparatorValue!
ComplainQuantity: (UnitOfMeasure) quantity!
ComponentConsumptionDetails: (Product,UnitOfMeasure,BuyerBatchID?,SupplierBatchID?,ReferenceDocumentInfo*,AssetInfo*,Dimension*,Extrinsic*) lineNumber quantity! type=blocked|qualityRestricted|scrapped usage=yes|no
ComponentConsumptionHeader: (Comments*,Extrinsic*) consumptionID! operation!=new referenceDocumentID creationDate lastChangeDate
ComponentConsumptionItem: (ItemID,UnitOfMeasure?,Batch?,Contact*,Comments*,ComponentConsumptionDetails*,ScrapQuantity?,AssetInfo*,Extrinsic*) poLineNumber! completedIndicator=yes quantity
ComponentConsumptionPortion: (OrderReference,(MasterAgreementReference|MasterAgreementIDInfo)?,ComponentConsumptionItem*,Extrinsic*)
ComponentConsumptionRequest: (ComponentConsumptionHeader,ComponentConsumptionPortion*)
ConfirmationHeader: (DocumentReference?,Total?,Shipping?,Tax?,Contact*,Hazard*,Comments*,IdReference*,Extrinsic*) confirmID operation=new|update type!=accept|allDetail|detail|backordered|except|reject|requestToPay|replace noticeDate! invoiceID incoTerms=cfr|cif|cip|cpt|daf|dap|ddp|ddu|dpu|deq|des|exw|fas|fca|fob version
ConfirmationItem: (UnitOfMeasure,Contact*,Hazard*,ConfirmationStatus+) quantity! lineNumber! parentLineNumber itemType=composite|item|lean compositeItemType=groupLevel|itemLevel
ConfirmationRequest: (ConfirmationHeader,OrderReference,(OrderStatusRequestReference|OrderStatusRequestIDInfo)*,ConfirmationItem*)
ConfirmationStatus: (UnitOfMeasure,(ItemIn|(UnitPrice?,Tax?,Shipping?)),SupplierBatchID?,ScheduleLineReference?,ComponentConsumptionDetails*,Comments*,Extrinsic*) quantity! type!=accept|allDetail|detail|backordered|reject|unknown|requestToPay shipmentDate deliveryDate
ConsignmentInventory: (SubcontractingStockInTransferQuantity?,UnrestrictedUseQuantity?,BlockedQuantity?,QualityInspectionQuantity?,PromotionQuantity?,StockInTransferQuantity?,IncrementQuantity?,RequiredMinimumQuantity?,RequiredMaximumQuantity?)
DaysOfSupply: EMPTY minimum maximum
DeliveryAddress: (Address)
ExpectedResult: (MinimumLimit?,MaximumLimit?,PropertyValue?) targetValue valuePrecision qualitativeValue
Expense: (ExpenseAmount,Comments*,Extrinsic*) expenseDate! expenseType! isNonBillable=yes
ExpenseAmount: (Money)
Forecast: (Period,ForecastQuantity,UnitPrice?,Extrinsic*)
ForecastQuantity: (UnitOfMeasure?) quantity
IncrementQuantity: (UnitOfMeasure?) quantity
InputItemID: (ItemID*)
IntransitQuantity: (UnitOfMeasure?) quantity!
Inventory: (SubcontractingStockInTransferQuantity?,UnrestrictedUseQuantity?,BlockedQuantity?,QualityInspectionQuantity?,PromotionQuantity?,StockInTransferQuantity?,IncrementQuantity?,RequiredMinimumQuantity?,RequiredMaximumQuantity?,StockOnHandQuantity?,WorkInProcessQuantity?,IntransitQuantity?,ScrapQuantity?,OrderQuantity?,DaysOfSupply?)
ItemReference: (ItemID,IdReference*,Classification*,Description?) lineNumber!
MalfunctionPeriod: (Period)
MaximumLimit: (ComparatorInfo)
Message: (Status?,(ProductReplenishmentMessage)) deploymentMode=production|test inReplyTo Id:ID
MinimumLimit: (ComparatorInfo)
MovementQuantity: (UnitOfMeasure?) quantity
NewMaterialQuantity: (UnitOfMeasure?) quantity
OrderQuantity: (UnitOfMeasure?) minimum maximum
OrderStatusRequest: (OrderStatusRequestHeader,OrderStatusRequestItem*)
OrderStatusRequestHeader: ((OrderReference|OrderIDInfo),Contact+,Comments?,Extrinsic*) orderStatusRequestID! orderStatusRequestDate!
OrderStatusRequestItem: (ItemReference,Comments?,Priority?) rescheduleRequest=in|out|cancel rescheduleDate
OutputItemID: (ItemID*)
OwnerInfo: EMPTY owner! role!=customer|supplier
PackageIdentification: EMPTY rangeBegin! rangeEnd!
ProductReplenishmentDetails: ((ItemID|ResourceID),Description?,LeadTime?,PlannedAcceptanceDays?,ManufacturerPartID?,ManufacturerName?,ReferenceDocumentInfo*,Characteristic*,Batch?,Contact*,UnitPrice?,Inventory?,ConsignmentInventory?,ReplenishmentTimeSeries*,Comments?,UnitOfMeasure?,Extrinsic*)
ProductReplenishmentHeader: EMPTY messageID! creationDate processType=SMI|OEM|VMI|3PL|ManufacturingVisibility|Forecast|Consignment|Sales|POC|Capacity|Other
ProductReplenishmentMessage: (ProductReplenishmentHeader,ProductReplenishmentDetails+,Extrinsic*)
PromotionQuantity: (UnitOfMeasure?) quantity
QNCode: EMPTY domain! codeGroup codeGroupDescription code! codeDescription!
QNNotes: (QNCode?,Description,Attachment*) user! createDate!
QualityInspectionCharacteristic: (Description?,IdReference*,AllowedValues,ExpectedResult?,SampleDefinition?,Comments?,Extrinsic*) characteristicID! operationNumber! workCenter procedure isLocked=yes allowDefectRecording=yes characteristicType=required|optional|afterAccept|afterRejection isQuantitative=yes recordingType=summarizedRecording|singleResult|noCharacteristicRecording|classedRecording expirationDate inspectionPoint version isAdHoc=yes
QualityInspectionDecisionDetail: ((QualityInspectionResultReference|QualityInspectionRequestReference|ShipNoticeReference|ReceiptReference),QualityInspectionLotStock,ValueGroup*,Description?,Extrinsic*) decisionID! decisionDate! status=accepted|rejected qualityScore createdBy
QualityInspectionDecisionRequest: (QualityInspectionDecisionDetail)
QualityInspectionHeaderIndustry: (AerospaceAndDefense?)
QualityInspectionLotStock: (UnrestrictedUseQuantity?,ScrapQuantity?,SampleUsageQuantity?,BlockedQuantity?,NewMaterialQuantity?,ReserveQuantity?,ReturnQuantity?)
QualityInspectionQuantity: (UnitOfMeasure?) quantity
QualityInspectionRequest: (QualityInspectionRequestHeader,QualityInspectionRequestDetail)
QualityInspectionRequestDetail: (QualityInspectionCharacteristic+)
QualityInspectionRequestHeader: (DocumentReference?,IdReference,ShipTo?,BillTo?,Contact*,Period?,Priority?,ReferenceDocumentInfo?,ItemInfo,SampleDefinition?,Batch?,QualityInfo?,AssetInfo*,Comments?,Extrinsic*,QualityInspectionHeaderIndustry?) requestID! requestDate! operation=new|update|delete version createdBy
QualityInspectionResultRequest: (QualityInspectionResultRequestHeader,QualityInspectionResultRequestDetail)
QualityInspectionResultRequestDetail: (QualityInspectionValuation+)
QualityInspectionResultRequestHeader: (QualityInspectionRequestReference,Batch*,Comments*,QualityInspectionQuantity?,AssetInfo*,Extrinsic*) resultID! resultDate! version createdBy
QualityInspectionValuation: (QualitySampleResult*,ValueGroup*,Description?,Extrinsic*) valuationID! characteristicID! operationNumber! workCenter meanValue aboveTolerance belowTolerance inspectedQuantity nonConformance deviation variance numberOfDefects serialNumber inspectionDate isAdHoc=yes
QualityNotificationActivity: (QNCode?,OwnerInfo?,Description?,QNNotes*,Period?,Extrinsic*) activityId! isCompleted=yes
QualityNotificationCause: (QNCode?,OwnerInfo?,Description?,QNNotes*,Extrinsic*) causeId!
QualityNotificationHeaderIndustry: (AerospaceAndDefense?)
QualityNotificationRequest: (QualityNotificationRequestHeader,QualityNotificationRequestItem*)
QualityNotificationRequestHeader: (DocumentReference?,QualityInspectionRequestReference?,QNCode*,ShipTo?,BillTo?,Shipping?,Contact*,QNNotes+,Priority,RequestedProcessingPeriod?,MalfunctionPeriod?,ReferenceDocumentInfo?,ItemInfo,Batch?,ComplainQuantity?,ReturnQuantity?,QualityNotificationTask*,QualityNotificationActivity*,AssetInfo*,Extrinsic*,QualityNotificationHeaderIndustry?) requestID! externalRequestID requestDate! requestVersion operation=new|update status=draft|new|in-process|completed|postponed|canceled|closed discoveryDate serialNumber returnDate returnAuthorizationNumber itemCategory=subcontract minimumRequiredTasks minimumRequiredActivities minimumRequiredCauses
QualityNotificationRequestItem: (QNCode*,OwnerInfo?,Description?,QNNotes*,Period?,AdditionalQNInfo*,QualityNotificationTask*,QualityNotificationActivity*,QualityNotificationCause*,AssetInfo*,Extrinsic*) defectId! defectCount isCompleted=yes completedDate minimumRequiredTasks minimumRequiredActivities minimumRequiredCauses
QualityNotificationTask: (QNCode?,OwnerInfo?,Description?,QNNotes*,Period?,Extrinsic*) taskId! status=new|in-process|complete|close completedDate completedBy processorId processorName processorType=customer|supplier|customerUser
QualitySampleResult: (PropertyValue?) sampleID unitValue physicalSampleNumber
ReceiptItem: (ReceiptItemReference,UnitRate,ReceivedAmount,AssetInfo*,DeliveryAddress?,Comments?,Batch?,Classification*,Extrinsic*) receiptLineNumber! quantity! type=received|returned parentReceiptLineNumber itemType=composite|item|lean compositeItemType=groupLevel|itemLevel completedIndicator=yes
ReceiptItemReference: (ItemID?,Description?,(ManufacturerPartID,ManufacturerName)?,(ShipNoticeReference|ShipNoticeIDInfo)?,ShipNoticeLineItemReference?,ReferenceDocumentInfo*) lineNumber!
ReceiptOrder: (ReceiptOrderInfo,ReceiptItem+) closeForReceiving=yes
ReceiptOrderInfo: ((OrderReference,(MasterAgreementReference|MasterAgreementIDInfo)?)|(MasterAgreementReference,OrderIDInfo?)|(MasterAgreementIDInfo,OrderIDInfo?)|(OrderIDInfo))
ReceiptRequest: (ReceiptRequestHeader,ReceiptOrder+,Total)
ReceiptRequestHeader: (DocumentReference?,ShipNoticeIDInfo?,Comments?,Extrinsic*) receiptID! receiptDate! operation=new|delete activityStepType=stockTransfer
ReceivedAmount: (Money)
ReplenishmentTimeSeries: (TimeSeriesDetails+) type!=manufacturingOrder|purchaseOrder|supplierForecast|shipment|projectedStock|firmReceipt|plannedReceipt|forecastConfirmation|capacityConfirmation|capacityShiftRuns|custom customType
ReportedTime: (Period,TimeCardTimeInterval*,Expense*)
Request: ((ConfirmationRequest|ShipNoticeRequest|ServiceEntryRequest|CopyRequest|SalesOrderRequest|TimeCardInfoRequest|ReceiptRequest|OrderStatusRequest|TimeCardRequest|ComponentConsumptionRequest)) deploymentMode=production|test Id:ID
RequestedProcessingPeriod: (Period)
RequiredMaximumQuantity: (UnitOfMeasure?) quantity
RequiredMinimumQuantity: (UnitOfMeasure?) quantity
ReserveQuantity: (UnitOfMeasure?) quantity
ResourceID: (SupplierResourceID,ResourceType?,InputItemID?,OutputItemID?,IdReference*)
ResourceType: (#PCDATA)
Response: (Status) Id:ID
SalesOrderHeader: (DocumentReference?,Total?,Tax?,Contact+,Comments*,Extrinsic*) salesOrderID! operation=new|update|cancel operationAllowed!=create|inspect|edit noticeDate! orderVersion channelType=buy|sell|visibility
SalesOrderRequest: (SalesOrderHeader,ItemIn*)
SampleDefinition: EMPTY sampleSize sampleType=samplingProcedure|additiveSample|destructiveSample|spcCharacteristic
SampleUsageQuantity: (UnitOfMeasure?) quantity
ScheduleLineReference: (Extrinsic*) quantity! requestedDeliveryDate! lineNumber
ScrapQuantity: (UnitOfMeasure?) quantity!
ServiceEntryDetailDiscount: (Money) percentageRate
ServiceEntryDetailLineIndicator: EMPTY isTaxInLine=yes isSpecialHandlingInLine=yes isShippingInLine=yes isDiscountInLine=yes isAccountingInLine=yes
ServiceEntryDetailLineShipping: (ServiceEntryDetailShipping,Money)
ServiceEntryDetailLineSpecialHandling: (Description?,Money)
ServiceEntryDetailShipping: (Contact,Contact+,(CarrierIdentifier+,ShipmentIdentifier+)?,DocumentReference?)
ServiceEntryHeaderModifications: (Modification+)
ServiceEntryItem: (ItemReference,(MasterAgreementReference|MasterAgreementIDInfo)?,(UnitRate|(UnitOfMeasure,UnitPrice,PriceBasisQuantity?))?,Period?,SubtotalAmount?,Tax?,GrossAmount?,ServiceEntryDetailLineSpecialHandling?,ServiceEntryDetailLineShipping?,ShipNoticeIDInfo?,ServiceEntryDetailDiscount?,ServiceEntryItemModifications?,TotalCharges?,TotalAllowances?,TotalAmountWithoutTax?,NetAmount?,Distribution*,Comments*,Extrinsic*) serviceLineNumber! quantity! referenceDate inspectionDate type=material|service isAdHoc=yes
ServiceEntryItemModifications: (Modification+)
ServiceEntryOrder: (ServiceEntryOrderInfo,ServiceEntryItem+)
ServiceEntryOrderInfo: (OrderReference|OrderIDInfo)
ServiceEntryRequest: (ServiceEntryRequestHeader,ServiceEntryOrder,ServiceEntrySummary)
ServiceEntryRequestHeader: (PartnerContact*,(DocumentReference|DocumentInfo)?,ServiceEntryDetailLineIndicator?,ServiceEntryDetailShipping?,ShipNoticeIDInfo?,PaymentTerm*,Period?,Comments*,IdReference*,Extrinsic*) serviceEntryDate! serviceEntryID! supplierReferenceNumber operation=new|update|delete isFinal=yes
ServiceEntrySummary: (SubtotalAmount,Tax?,SpecialHandlingAmount?,ShippingAmount?,GrossAmount?,ServiceEntryDetailDiscount?,ServiceEntryHeaderModifications?,ServiceEntrySummaryLineItemModifications?,TotalCharges?,TotalAllowances?,TotalAmountWithoutTax?,NetAmount?,DepositAmount?,DueAmount?)
ServiceEntrySummaryLineItemModifications: (Modification+)
ServiceLevel: (#PCDATA) xml:lang!
ShipControl: (CarrierIdentifier+,ShipmentIdentifier+,PackageIdentification?,(Route|TransportInformation)*,Contact*,Comments*,Extrinsic*) startDate
ShipNoticeHeader: (ServiceLevel*,DocumentReference?,Contact*,LegalEntity?,OrganizationalUnit*,Hazard*,Comments*,TermsOfDelivery?,TermsOfTransport*,Packaging?,Extrinsic*,IdReference*,ReferenceDocumentInfo*) shipmentID! operation=new|update|delete noticeDate! shipmentDate deliveryDate shipmentType=actual|planned fulfillmentType=partial|complete requestedDeliveryDate reason=return activityStepType=stockTransfer|stockShippingAdvice
ShipNoticeItem: (ItemID?,ShipNoticeItemDetail?,UnitOfMeasure,Packaging*,Hazard*,(Batch|SupplierBatchID)*,AssetInfo*,TermsOfDelivery?,OrderedQuantity?,ShipNoticeItemIndustry?,ComponentConsumptionDetails*,ReferenceDocumentInfo*,Comments*,Extrinsic*,IUIDInfo?) quantity! lineNumber! parentLineNumber shipNoticeLineNumber itemType=composite|item|lean compositeItemType=groupLevel|itemLevel stockTransferType=intra|inter outboundType=stockTransport
ShipNoticeItemDetail: (UnitPrice?,Description*,UnitOfMeasure?,PriceBasisQuantity?,Classification*,ManufacturerPartID?,ManufacturerName?,Dimension*,ItemDetailIndustry?,Extrinsic*,ImportInfo?)
ShipNoticeItemIndustry: (ShipNoticeItemRetail?,ShipNoticeItemLifeSciences?)
ShipNoticeItemLifeSciences: (Study?,ProtocolID?,PoolID?,MedicationListInfo*,Extrinsic*)
ShipNoticeItemRetail: (BestBeforeDate?,ExpiryDate?,FreeGoodsQuantity?,PromotionDealID?,PromotionVariantID?)
ShipNoticePortion: (OrderReference,(MasterAgreementReference|MasterAgreementIDInfo)?,Contact*,Comments*,Extrinsic*,ShipNoticeItem*,ReferenceDocumentInfo*)
ShipNoticeRequest: (ShipNoticeHeader,ShipControl*,ShipNoticePortion*)
StockInTransferQuantity: (UnitOfMeasure?) quantity
StockOnHandQuantity: (UnitOfMeasure?) quantity!
SubcontractingStockInTransferQuantity: (UnitOfMeasure?) quantity
SubmitterInfo: (Contact?) submittedDate!
SupplierResourceID: (#PCDATA)
TimeCard: (OrderInfo,Contractor,ReportedTime,SubmitterInfo,ApprovalInfo*,Comments?,DocumentReference?) type=new|update|delete status=submitted|approved|denied timeCardID!:NMTOKEN
TimeCardInfoRequest: (TimeCard)
TimeCardRequest: (TimeCard)
TimeCardTimeInterval: (TimeRange,Comments?,Extrinsic*) duration! payCode! isNonBillable=yes
TimeSeriesAmount: (Money)
TimeSeriesDetails: (Period,(TimeSeriesQuantity|TimeSeriesValue|TimeSeriesAmount)?,UpsideQuantity?,IdReference*,Extrinsic*)
TimeSeriesQuantity: (UnitOfMeasure?) quantity!
TimeSeriesValue: (Description?) value!
UnrestrictedUseQuantity: (UnitOfMeasure?) quantity
UpsideQuantity: (UnitOfMeasure?) quantity!
WorkInProcessQuantity: (UnitOfMeasure?) quantity!
`,
  InvoiceDetail: `
CustomsInfo: (Issuer,DocumentInfo)
InvoiceDetailDiscount: (Money,Distribution*) percentageRate
InvoiceDetailHeaderIndicator: EMPTY isHeaderInvoice=yes isVatRecoverable=yes isPriceBasedLineLevelCreditMemo=yes
InvoiceDetailHeaderOrder: (InvoiceDetailOrderInfo,InvoiceDetailOrderSummary)
InvoiceDetailItem: (UnitOfMeasure,UnitPrice,PriceBasisQuantity?,InvoiceDetailItemReference,ReceiptLineItemReference?,ShipNoticeLineItemReference?,(ServiceEntryItemReference|ServiceEntryItemIDInfo)?,ProductMovementItemIDInfo?,SubtotalAmount?,Tax?,InvoiceDetailLineSpecialHandling?,InvoiceDetailLineShipping?,ShipNoticeIDInfo?,GrossAmount?,InvoiceDetailDiscount?,InvoiceItemModifications?,TotalCharges?,TotalAllowances?,TotalAmountWithoutTax?,NetAmount?,Distribution*,Packaging*,InvoiceDetailItemIndustry?,Comments?,CustomsInfo?,Extrinsic*) invoiceLineNumber! quantity! referenceDate inspectionDate parentInvoiceLineNumber itemType=composite|item|lean compositeItemType=groupLevel|itemLevel reason=return isAdHoc=yes
InvoiceDetailItemIndustry: (InvoiceDetailItemRetail?)
InvoiceDetailItemReference: (ItemID?,Description?,Classification*,(ManufacturerPartID,ManufacturerName)?,Country?,SerialNumber*,SupplierBatchID?,InvoiceDetailItemReferenceIndustry?) lineNumber! serialNumber
InvoiceDetailItemReferenceIndustry: (InvoiceDetailItemReferenceRetail?)
InvoiceDetailItemReferenceRetail: (EANID?,EuropeanWasteCatalogID?,Characteristic*)
InvoiceDetailItemRetail: (AdditionalPrices?,TotalRetailAmount?,ItemIndicator*,PromotionDealID?,PromotionVariantID?)
InvoiceDetailLineIndicator: EMPTY isTaxInLine=yes isSpecialHandlingInLine=yes isShippingInLine=yes isDiscountInLine=yes isAccountingInLine=yes isPriceAdjustmentInLine=yes
InvoiceDetailLineShipping: (InvoiceDetailShipping,Money,Distribution*)
InvoiceDetailLineSpecialHandling: (Description?,Money,Distribution*)
InvoiceDetailOrder: (InvoiceDetailOrderInfo,InvoiceDetailReceiptInfo?,InvoiceDetailShipNoticeInfo?,(InvoiceDetailItem|InvoiceDetailServiceItem)+)
InvoiceDetailOrderInfo: ((OrderReference,(MasterAgreementReference|MasterAgreementIDInfo)?,SupplierOrderInfo?)|(MasterAgreementReference,OrderIDInfo?,SupplierOrderInfo?)|(MasterAgreementIDInfo,OrderIDInfo?,SupplierOrderInfo?)|(OrderIDInfo,SupplierOrderInfo?)|SupplierOrderInfo)
InvoiceDetailOrderSummary: (SubtotalAmount,Period?,Tax?,InvoiceDetailLineSpecialHandling?,InvoiceDetailLineShipping?,GrossAmount?,InvoiceDetailDiscount?,NetAmount?,Comments?,Extrinsic*) invoiceLineNumber! inspectionDate
InvoiceDetailPaymentTerm: EMPTY payInNumberOfDays! percentageRate!
InvoiceDetailReceiptInfo: (ReceiptReference|ReceiptIDInfo)
InvoiceDetailRequest: (InvoiceDetailRequestHeader,(InvoiceDetailOrder+|InvoiceDetailHeaderOrder+),InvoiceDetailSummary)
InvoiceDetailRequestHeader: (InvoiceDetailHeaderIndicator,InvoiceDetailLineIndicator,InvoicePartner*,DocumentReference?,InvoiceIDInfo?,PaymentProposalIDInfo?,InvoiceDetailShipping?,ShipNoticeIDInfo?,(InvoiceDetailPaymentTerm*|PaymentTerm*),PaymentInformation?,Period?,Comments?,IdReference*,Extrinsic*) invoiceID! isInformationOnly=yes purpose=standard|creditMemo|debitMemo|lineLevelCreditMemo|lineLevelDebitMemo operation=new|delete invoiceDate! invoiceOrigin=supplier|buyer isERS=yes
InvoiceDetailServiceItem: (InvoiceDetailServiceItemReference,(ServiceEntryItemReference|ServiceEntryItemIDInfo)?,SubtotalAmount,Period?,(UnitRate|(UnitOfMeasure,UnitPrice,PriceBasisQuantity?))?,Tax?,GrossAmount?,InvoiceDetailDiscount?,InvoiceItemModifications?,TotalCharges?,TotalAllowances?,TotalAmountWithoutTax?,NetAmount?,Distribution*,Comments?,(InvoiceLaborDetail)?,Extrinsic*) invoiceLineNumber! quantity referenceDate inspectionDate parentInvoiceLineNumber itemType=composite|item|lean isAdHoc=yes
InvoiceDetailServiceItemReference: (Classification*,ItemID?,Description?) lineNumber
InvoiceDetailShipNoticeInfo: (ShipNoticeReference|ShipNoticeIDInfo)
InvoiceDetailShipping: (Contact,Contact+,(CarrierIdentifier+,ShipmentIdentifier+)?,DocumentReference?) shippingDate
InvoiceDetailSummary: (SubtotalAmount,Tax,SpecialHandlingAmount?,ShippingAmount?,GrossAmount?,InvoiceDetailDiscount?,InvoiceHeaderModifications?,InvoiceDetailSummaryLineItemModifications?,TotalCharges?,TotalAllowances?,TotalAmountWithoutTax?,NetAmount,DepositAmount?,DueAmount?,InvoiceDetailSummaryIndustry?)
InvoiceDetailSummaryIndustry: (InvoiceDetailSummaryRetail?)
InvoiceDetailSummaryLineItemModifications: (Modification+)
InvoiceDetailSummaryRetail: (AdditionalAmounts?)
InvoiceHeaderModifications: (Modification+)
InvoiceItemModifications: (Modification+)
InvoiceLaborDetail: (Contractor?,JobDescription?,Supervisor?,WorkLocation?,InvoiceTimeCardDetail?)
InvoicePartner: (Contact,IdReference*)
InvoiceTimeCardDetail: ((TimeCardReference|TimeCardIDInfo))
Message: (Status?,(ProviderDoneMessage)) deploymentMode=production|test inReplyTo Id:ID
PaymentInformation: EMPTY paymentNetDueDate
ProviderDoneMessage: (OriginatorCookie,ReturnData*)
ProviderSetupRequest: (OriginatorCookie,(BrowserFormPost,Followup?)?,SelectedService,Extrinsic*)
ProviderSetupResponse: (StartPage)
ReceiptLineItemReference: EMPTY receiptLineNumber!
Request: ((InvoiceDetailRequest|ProviderSetupRequest)) deploymentMode=production|test Id:ID
Response: (Status,(ProviderSetupResponse)?) Id:ID
ServiceEntryItemIDInfo: (IdReference*) serviceLineNumber! serviceEntryID! serviceEntryDate
ServiceEntryItemReference: (DocumentReference) serviceLineNumber! serviceEntryID serviceEntryDate
TimeCardIDInfo: EMPTY timeCardID!
TimeCardReference: (DocumentReference) timeCardID
`,
  Quote: `
Contract: (SupplierID+,Comments?,ItemSegment+) effectiveDate! expirationDate!
ContractIDInfo: (IdReference*) contractID! contractDate contractType=scheduling_agreement
ContractItem: (ItemID,UnitPrice?,Extrinsic*)
ContractItemIn: (MaxAmount?,MinAmount?,MaxReleaseAmount?,MinReleaseAmount?,MaxQuantity?,MinQuantity?,MaxReleaseQuantity?,MinReleaseQuantity?,TermsOfDelivery?,ItemIn,ReferenceDocumentInfo*,Alternative?,SupplierProductionFacilityRelations?,Extrinsic*) operation=new|update|delete itemType=composite|item|lean serviceLineType=standard|blanket|contingency|openquantity|information
ContractItemStatus: (ItemStatus,IdReference?,Comments*)
ContractRequest: (ContractRequestHeader,ContractItemIn+)
ContractRequestHeader: (LegalEntity,OrganizationID,OrganizationalUnit*,PaymentTerm*,QuoteRequestReference?,MaxAmount?,MinAmount?,MaxReleaseAmount?,MinReleaseAmount?,Contact*,Comments?,DocumentInfo?,ParentContractInfo?,FollowUpDocument?,TermsOfDelivery?,SupplierProductionFacilityRelations?,Extrinsic*,ContractRequestHeaderIndustry?) contractID! type=value|quantity createDate agreementDate effectiveDate! expirationDate xml:lang! operation=new|update|delete
ContractRequestHeaderIndustry: (AerospaceAndDefense?)
ContractStatus: (ContractIDInfo,ContractItemStatus*,Comments*) type!
ContractStatusUpdateRequest: (Status,ContractStatus?,Extrinsic*)
ItemSegment: (ContractItem+) segmentKey
Message: (Status?,(QuoteMessage)) deploymentMode=production|test inReplyTo Id:ID
OrganizationID: (Credential+)
ParentContractInfo: (DocumentInfo)
QuoteHeaderInfo: (LegalEntity?,OrganizationalUnit*,PaymentTerms*,FollowUpDocument?,DocumentReference?,Extrinsic*)
QuoteItemIn: (ItemID?,ItemDetail,ShipTo?,Shipping?,Tax?,SpendDetail?,Total?,TermsOfDelivery?,ReferenceDocumentInfo*,Contact*,Comments?,Alternative?,SupplierProductionFacilityRelations?,Extrinsic*) type!=accept|reject|update|final|award quantity! lineNumber parentLineNumber requestedDeliveryDate rank itemClassification=material|service itemType=composite|item|lean serviceLineType=standard|blanket|contingency|openquantity|information
QuoteItemOut: (ItemID?,ItemDetail,ShipTo?,Shipping?,Tax?,SpendDetail?,Total?,TermsOfDelivery?,ReferenceDocumentInfo?,Contact*,Comments?,Alternative?,SupplierSelector?) quantity! lineNumber parentLineNumber requestedDeliveryDate itemClassification=material|service itemType=composite|item|lean serviceLineType=standard|blanket|contingency|openquantity|information
QuoteMessage: (QuoteMessageHeader,QuoteItemIn*)
QuoteMessageHeader: (OrganizationID,Total,ShipTo?,Contact*,QuoteRequestReference?,Comments?,QuoteHeaderInfo?,SupplierProductionFacilityRelations?,Extrinsic*) type!=accept|reject|update|final|award quoteID! quoteDate! currency! xml:lang!
QuoteRequest: (QuoteRequestHeader,QuoteItemOut*)
QuoteRequestHeader: (Name?,SupplierSelector?,Total?,Description?,ShipTo?,Contact*,Comments?,QuoteHeaderInfo?,Extrinsic*,QuoteRequestHeaderIndustry?) requestID! requestDate! type=new|update|delete openDate! closeDate! previewDate templateName currency! xml:lang! quoteReceivingPreference=winningOnly|finalBidsFromAll|all
QuoteRequestHeaderIndustry: (AerospaceAndDefense?)
QuoteRequestReference: (DocumentReference?) requestID! requestDate!
Request: ((QuoteRequest)) deploymentMode=production|test Id:ID
Response: (Status) Id:ID
SupplierInvitation: (OrganizationID,Correspondent?,MasterAgreementIDInfo?,Extrinsic*) supplierStatus=approved|contracted
SupplierSelector: (SupplierInvitation*) matchingType=invitationOnly|approvedVendorOnly|public
`,
} as const;
