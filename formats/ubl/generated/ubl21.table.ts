// Made by tools/ublTables.ts from the XSD files of UBL 2.1 (OASIS Standard, 4 November 2013). Do not edit.

/** Type: child elements in order; ! one, ? at most one, * any number, + at least one. */
export const sequences = `
Address: ID? AddressTypeCode? AddressFormatCode? Postbox? Floor? Room? StreetName? AdditionalStreetName? BlockName? BuildingName? BuildingNumber? InhouseMail? Department? MarkAttention? MarkCare? PlotIdentification? CitySubdivisionName? CityName? PostalZone? CountrySubentity? CountrySubentityCode? Region? District? TimezoneOffset? /AddressLine* /Country? /LocationCoordinate*
AddressLine: Line!
AirTransport: AircraftID!
AllowanceCharge: ID? ChargeIndicator! AllowanceChargeReasonCode? AllowanceChargeReason* MultiplierFactorNumeric? PrepaidIndicator? SequenceNumeric? Amount! BaseAmount? AccountingCostCode? AccountingCost? PerUnitAmount? /TaxCategory* /TaxTotal? /PaymentMeans*
ApplicationResponse: ext:UBLExtensions? UBLVersionID? CustomizationID? ProfileID? ProfileExecutionID? ID! UUID? IssueDate! IssueTime? ResponseDate? ResponseTime? Note* VersionID? /Signature* /SenderParty! /ReceiverParty! /DocumentResponse*
Attachment: EmbeddedDocumentBinaryObject? /ExternalReference?
BillingReference: /InvoiceDocumentReference? /SelfBilledInvoiceDocumentReference? /CreditNoteDocumentReference? /SelfBilledCreditNoteDocumentReference? /DebitNoteDocumentReference? /ReminderDocumentReference? /AdditionalDocumentReference? /BillingReferenceLine*
BillingReferenceLine: ID! Amount? /AllowanceCharge*
Branch: ID? Name? /FinancialInstitution? /Address?
CardAccount: PrimaryAccountNumberID! NetworkID! CardTypeCode? ValidityStartDate? ExpiryDate? IssuerID? IssueNumberID? CV2ID? CardChipCode? ChipApplicationID? HolderName?
Catalogue: ext:UBLExtensions? UBLVersionID? CustomizationID? ProfileID? ProfileExecutionID? ID! UUID? ActionCode? Name? IssueDate! IssueTime? RevisionDate? RevisionTime? Note* Description* VersionID? PreviousVersionID? LineCountNumeric? /ValidityPeriod* /ReferencedContract* /SourceCatalogueReference? /DocumentReference* /Signature* /ProviderParty! /ReceiverParty! /SellerSupplierParty? /ContractorCustomerParty? /TradingTerms* /CatalogueLine+
CatalogueLine: ID! ActionCode? LifeCycleStatusCode? ContractSubdivision? Note* OrderableIndicator? OrderableUnit? ContentUnitQuantity? OrderQuantityIncrementNumeric? MinimumOrderQuantity? MaximumOrderQuantity? WarrantyInformation* PackLevelCode? /ContractorCustomerParty? /SellerSupplierParty? /WarrantyParty? /WarrantyValidityPeriod? /LineValidityPeriod? /ItemComparison* /ComponentRelatedItem* /AccessoryRelatedItem* /RequiredRelatedItem* /ReplacementRelatedItem* /ComplementaryRelatedItem* /ReplacedRelatedItem* /RequiredItemLocationQuantity* /DocumentReference* /Item! /KeywordItemProperty* /CallForTendersLineReference? /CallForTendersDocumentReference?
CatalogueReference: ID! UUID? IssueDate? IssueTime? RevisionDate? RevisionTime? Note* Description* VersionID? PreviousVersionID?
Certificate: ID! CertificateTypeCode! CertificateType! Remarks* /IssuerParty! /DocumentReference* /Signature*
Clause: ID? Content*
CommodityClassification: NatureCode? CargoTypeCode? CommodityCode? ItemClassificationCode?
Communication: ChannelCode? Channel? Value?
Condition: AttributeID! Measure? Description* MinimumMeasure? MaximumMeasure?
Consignment: ID! CarrierAssignedID? ConsigneeAssignedID? ConsignorAssignedID? FreightForwarderAssignedID? BrokerAssignedID? ContractedCarrierAssignedID? PerformingCarrierAssignedID? SummaryDescription* TotalInvoiceAmount? DeclaredCustomsValueAmount? TariffDescription* TariffCode? InsurancePremiumAmount? GrossWeightMeasure? NetWeightMeasure? NetNetWeightMeasure? ChargeableWeightMeasure? GrossVolumeMeasure? NetVolumeMeasure? LoadingLengthMeasure? Remarks* HazardousRiskIndicator? AnimalFoodIndicator? HumanFoodIndicator? LivestockIndicator? BulkCargoIndicator? ContainerizedIndicator? GeneralCargoIndicator? SpecialSecurityIndicator? ThirdPartyPayerIndicator? CarrierServiceInstructions* CustomsClearanceServiceInstructions* ForwarderServiceInstructions* SpecialServiceInstructions* SequenceID? ShippingPriorityLevelCode? HandlingCode? HandlingInstructions* Information* TotalGoodsItemQuantity? TotalTransportHandlingUnitQuantity? InsuranceValueAmount? DeclaredForCarriageValueAmount? DeclaredStatisticsValueAmount? FreeOnBoardValueAmount? SpecialInstructions* SplitConsignmentIndicator? DeliveryInstructions* ConsignmentQuantity? ConsolidatableIndicator? HaulageInstructions* LoadingSequenceID? ChildConsignmentQuantity? TotalPackagesQuantity? /ConsolidatedShipment* /CustomsDeclaration* /RequestedPickupTransportEvent? /RequestedDeliveryTransportEvent? /PlannedPickupTransportEvent? /PlannedDeliveryTransportEvent? /Status* /ChildConsignment* /ConsigneeParty? /ExporterParty? /ConsignorParty? /ImporterParty? /CarrierParty? /FreightForwarderParty? /NotifyParty? /OriginalDespatchParty? /FinalDeliveryParty? /PerformingCarrierParty? /SubstituteCarrierParty? /LogisticsOperatorParty? /TransportAdvisorParty? /HazardousItemNotificationParty? /InsuranceParty? /MortgageHolderParty? /BillOfLadingHolderParty? /OriginalDepartureCountry? /FinalDestinationCountry? /TransitCountry* /TransportContract? /TransportEvent* /OriginalDespatchTransportationService? /FinalDeliveryTransportationService? /DeliveryTerms? /PaymentTerms? /CollectPaymentTerms? /DisbursementPaymentTerms? /PrepaidPaymentTerms? /FreightAllowanceCharge* /ExtraAllowanceCharge* /MainCarriageShipmentStage* /PreCarriageShipmentStage* /OnCarriageShipmentStage* /TransportHandlingUnit* /FirstArrivalPortLocation? /LastExitPortLocation?
Contact: ID? Name? Telephone? Telefax? ElectronicMail? Note* /OtherCommunication*
Contract: ID? IssueDate? IssueTime? NominationDate? NominationTime? ContractTypeCode? ContractType? Note* VersionID? Description* /ValidityPeriod? /ContractDocumentReference* /NominationPeriod? /ContractualDelivery?
CorporateRegistrationScheme: ID? Name? CorporateRegistrationTypeCode? /JurisdictionRegionAddress*
Country: IdentificationCode? Name?
CreditAccount: AccountID!
CustomerParty: CustomerAssignedAccountID? SupplierAssignedAccountID? AdditionalAccountID* /Party? /DeliveryContact? /AccountingContact? /BuyerContact?
CustomsDeclaration: ID! /IssuerParty?
Delivery: ID? Quantity? MinimumQuantity? MaximumQuantity? ActualDeliveryDate? ActualDeliveryTime? LatestDeliveryDate? LatestDeliveryTime? ReleaseID? TrackingID? /DeliveryAddress? /DeliveryLocation? /AlternativeDeliveryLocation? /RequestedDeliveryPeriod? /PromisedDeliveryPeriod? /EstimatedDeliveryPeriod? /CarrierParty? /DeliveryParty? /NotifyParty* /Despatch? /DeliveryTerms* /MinimumDeliveryUnit? /MaximumDeliveryUnit? /Shipment?
DeliveryTerms: ID? SpecialTerms* LossRiskResponsibilityCode? LossRisk* Amount? /DeliveryLocation? /AllowanceCharge?
DeliveryUnit: BatchQuantity! ConsumerUnitQuantity? HazardousRiskIndicator?
DependentPriceReference: Percent? /LocationAddress? /DependentLineReference?
Despatch: ID? RequestedDespatchDate? RequestedDespatchTime? EstimatedDespatchDate? EstimatedDespatchTime? ActualDespatchDate? ActualDespatchTime? GuaranteedDespatchDate? GuaranteedDespatchTime? ReleaseID? Instructions* /DespatchAddress? /DespatchLocation? /DespatchParty? /CarrierParty? /NotifyParty* /Contact? /EstimatedDespatchPeriod? /RequestedDespatchPeriod?
DespatchAdvice: ext:UBLExtensions? UBLVersionID? CustomizationID? ProfileID? ProfileExecutionID? ID! CopyIndicator? UUID? IssueDate! IssueTime? DocumentStatusCode? DespatchAdviceTypeCode? Note* LineCountNumeric? /OrderReference* /AdditionalDocumentReference* /Signature* /DespatchSupplierParty! /DeliveryCustomerParty! /BuyerCustomerParty? /SellerSupplierParty? /OriginatorCustomerParty? /Shipment? /DespatchLine+
DespatchLine: ID! UUID? Note* LineStatusCode? DeliveredQuantity? BackorderQuantity? BackorderReason* OutstandingQuantity? OutstandingReason* OversupplyQuantity? /OrderLineReference+ /DocumentReference* /Item! /Shipment*
Dimension: AttributeID! Measure? Description* MinimumMeasure? MaximumMeasure?
DocumentReference: ID! CopyIndicator? UUID? IssueDate? IssueTime? DocumentTypeCode? DocumentType? XPath* LanguageID? LocaleCode? VersionID? DocumentStatusCode? DocumentDescription* /Attachment? /ValidityPeriod? /IssuerParty? /ResultOfVerification?
DocumentResponse: /Response! /DocumentReference+ /IssuerParty? /RecipientParty? /LineResponse*
EmissionCalculationMethod: CalculationMethodCode? FullnessIndicationCode? /MeasurementFromLocation? /MeasurementToLocation?
EnvironmentalEmission: EnvironmentalEmissionTypeCode! ValueMeasure! Description* /EmissionCalculationMethod*
ExchangeRate: SourceCurrencyCode! SourceCurrencyBaseRate? TargetCurrencyCode! TargetCurrencyBaseRate? ExchangeMarketID? CalculationRate? MathematicOperatorCode? Date? /ForeignExchangeContract?
ExternalReference: URI? DocumentHash? HashAlgorithmMethod? ExpiryDate? ExpiryTime? MimeCode? FormatCode? EncodingCode? CharacterSetCode? FileName? Description*
FinancialAccount: ID? Name? AliasName? AccountTypeCode? AccountFormatCode? CurrencyCode? PaymentNote* /FinancialInstitutionBranch? /Country?
FinancialInstitution: ID? Name? /Address?
GoodsItem: ID? SequenceNumberID? Description* HazardousRiskIndicator? DeclaredCustomsValueAmount? DeclaredForCarriageValueAmount? DeclaredStatisticsValueAmount? FreeOnBoardValueAmount? InsuranceValueAmount? ValueAmount? GrossWeightMeasure? NetWeightMeasure? NetNetWeightMeasure? ChargeableWeightMeasure? GrossVolumeMeasure? NetVolumeMeasure? Quantity? PreferenceCriterionCode? RequiredCustomsID? CustomsStatusCode? CustomsTariffQuantity? CustomsImportClassifiedIndicator? ChargeableQuantity? ReturnableQuantity? TraceID? /Item* /GoodsItemContainer* /FreightAllowanceCharge* /InvoiceLine* /Temperature* /ContainedGoodsItem* /OriginAddress? /Delivery? /Pickup? /Despatch? /MeasurementDimension* /ContainingPackage* /ShipmentDocumentReference? /MinimumTemperature? /MaximumTemperature?
GoodsItemContainer: ID! Quantity? /TransportEquipment*
HazardousGoodsTransit: TransportEmergencyCardCode? PackingCriteriaCode? HazardousRegulationCode? InhalationToxicityZoneCode? TransportAuthorizationCode? /MaximumTemperature? /MinimumTemperature?
HazardousItem: ID? PlacardNotation? PlacardEndorsement? AdditionalInformation* UNDGCode? EmergencyProceduresCode? MedicalFirstAidGuideCode? TechnicalName? CategoryName? HazardousCategoryCode? UpperOrangeHazardPlacardID? LowerOrangeHazardPlacardID? MarkingID? HazardClassID? NetWeightMeasure? NetVolumeMeasure? Quantity? /ContactParty? /SecondaryHazard* /HazardousGoodsTransit* /EmergencyTemperature? /FlashpointTemperature? /AdditionalTemperature*
InvoiceLine: ID! UUID? Note* InvoicedQuantity? LineExtensionAmount! TaxPointDate? AccountingCostCode? AccountingCost? PaymentPurposeCode? FreeOfChargeIndicator? /InvoicePeriod* /OrderLineReference* /DespatchLineReference* /ReceiptLineReference* /BillingReference* /DocumentReference* /PricingReference? /OriginatorParty? /Delivery* /PaymentTerms* /AllowanceCharge* /TaxTotal* /WithholdingTaxTotal* /Item! /Price? /DeliveryTerms? /SubInvoiceLine* /ItemPriceExtension?
Item: Description* PackQuantity? PackSizeNumeric? CatalogueIndicator? Name? HazardousRiskIndicator? AdditionalInformation* Keyword* BrandName* ModelName* /BuyersItemIdentification? /SellersItemIdentification? /ManufacturersItemIdentification* /StandardItemIdentification? /CatalogueItemIdentification? /AdditionalItemIdentification* /CatalogueDocumentReference? /ItemSpecificationDocumentReference* /OriginCountry? /CommodityClassification* /TransactionConditions* /HazardousItem* /ClassifiedTaxCategory* /AdditionalItemProperty* /ManufacturerParty* /InformationContentProviderParty? /OriginAddress* /ItemInstance* /Certificate* /Dimension*
ItemComparison: PriceAmount? Quantity?
ItemIdentification: ID! ExtendedID? BarcodeSymbologyID? /PhysicalAttribute* /MeasurementDimension* /IssuerParty?
ItemInstance: ProductTraceID? ManufactureDate? ManufactureTime? BestBeforeDate? RegistrationID? SerialID? /AdditionalItemProperty* /LotIdentification?
ItemLocationQuantity: LeadTimeMeasure? MinimumQuantity? MaximumQuantity? HazardousRiskIndicator? TradingRestrictions* /ApplicableTerritoryAddress* /Price? /DeliveryUnit* /ApplicableTaxCategory* /Package? /AllowanceCharge* /DependentPriceReference?
ItemProperty: ID? Name! NameCode? TestMethod? Value? ValueQuantity? ValueQualifier* ImportanceCode? ListValue* /UsabilityPeriod? /ItemPropertyGroup* /RangeDimension? /ItemPropertyRange?
ItemPropertyGroup: ID! Name? ImportanceCode?
ItemPropertyRange: MinimumValue? MaximumValue?
Language: ID? Name? LocaleCode?
LineItem: ID! SalesOrderID? UUID? Note* LineStatusCode? Quantity? LineExtensionAmount? TotalTaxAmount? MinimumQuantity? MaximumQuantity? MinimumBackorderQuantity? MaximumBackorderQuantity? InspectionMethodCode? PartialDeliveryIndicator? BackOrderAllowedIndicator? AccountingCostCode? AccountingCost? WarrantyInformation* /Delivery* /DeliveryTerms? /OriginatorParty? /OrderedShipment* /PricingReference? /AllowanceCharge* /Price? /Item! /SubLineItem* /WarrantyValidityPeriod? /WarrantyParty? /TaxTotal* /ItemPriceExtension? /LineReference*
LineReference: LineID! UUID? LineStatusCode? /DocumentReference?
LineResponse: /LineReference! /Response+
Location: ID? Description* Conditions* CountrySubentity? CountrySubentityCode? LocationTypeCode? InformationURI? Name? /ValidityPeriod* /Address? /SubsidiaryLocation* /LocationCoordinate*
LocationCoordinate: CoordinateSystemCode? LatitudeDegreesMeasure? LatitudeMinutesMeasure? LatitudeDirectionCode? LongitudeDegreesMeasure? LongitudeMinutesMeasure? LongitudeDirectionCode? AltitudeMeasure?
LotIdentification: LotNumberID? ExpiryDate? /AdditionalItemProperty*
MaritimeTransport: VesselID? VesselName? RadioCallSignID? ShipsRequirements* GrossTonnageMeasure? NetTonnageMeasure? /RegistryCertificateDocumentReference? /RegistryPortLocation?
MonetaryTotal: LineExtensionAmount? TaxExclusiveAmount? TaxInclusiveAmount? AllowanceTotalAmount? ChargeTotalAmount? PrepaidAmount? PayableRoundingAmount? PayableAmount! PayableAlternativeAmount?
Order: ext:UBLExtensions? UBLVersionID? CustomizationID? ProfileID? ProfileExecutionID? ID! SalesOrderID? CopyIndicator? UUID? IssueDate! IssueTime? OrderTypeCode? Note* RequestedInvoiceCurrencyCode? DocumentCurrencyCode? PricingCurrencyCode? TaxCurrencyCode? CustomerReference? AccountingCostCode? AccountingCost? LineCountNumeric? /ValidityPeriod* /QuotationDocumentReference? /OrderDocumentReference* /OriginatorDocumentReference? /CatalogueReference? /AdditionalDocumentReference* /Contract* /ProjectReference* /Signature* /BuyerCustomerParty! /SellerSupplierParty! /OriginatorCustomerParty? /FreightForwarderParty? /AccountingCustomerParty? /Delivery* /DeliveryTerms* /PaymentMeans* /PaymentTerms* /TransactionConditions? /AllowanceCharge* /TaxExchangeRate? /PricingExchangeRate? /PaymentExchangeRate? /DestinationCountry? /TaxTotal* /AnticipatedMonetaryTotal? /OrderLine+
OrderLine: SubstitutionStatusCode? Note* /LineItem! /SellerProposedSubstituteLineItem* /SellerSubstitutedLineItem* /BuyerProposedSubstituteLineItem* /CatalogueLineReference? /QuotationLineReference? /OrderLineReference* /DocumentReference*
OrderLineReference: LineID! SalesOrderLineID? UUID? LineStatusCode? /OrderReference?
OrderReference: ID! SalesOrderID? CopyIndicator? UUID? IssueDate? IssueTime? CustomerReference? OrderTypeCode? /DocumentReference?
OrderResponse: ext:UBLExtensions? UBLVersionID? CustomizationID? ProfileID? ProfileExecutionID? ID! SalesOrderID? CopyIndicator? UUID? IssueDate! IssueTime? OrderResponseCode? Note* DocumentCurrencyCode? PricingCurrencyCode? TaxCurrencyCode? TotalPackagesQuantity? GrossWeightMeasure? NetWeightMeasure? NetNetWeightMeasure? GrossVolumeMeasure? NetVolumeMeasure? CustomerReference? AccountingCostCode? AccountingCost? LineCountNumeric? /ValidityPeriod* /OrderReference+ /OrderDocumentReference* /OriginatorDocumentReference? /AdditionalDocumentReference* /Contract* /Signature* /SellerSupplierParty! /BuyerCustomerParty! /OriginatorCustomerParty? /FreightForwarderParty? /AccountingSupplierParty? /AccountingCustomerParty? /Delivery* /DeliveryTerms? /PaymentMeans* /PaymentTerms* /AllowanceCharge* /TransactionConditions? /TaxExchangeRate? /PricingExchangeRate? /PaymentExchangeRate? /DestinationCountry? /TaxTotal* /LegalMonetaryTotal? /OrderLine*
OrderedShipment: /Shipment! /Package*
Package: ID? Quantity? ReturnableMaterialIndicator? PackageLevelCode? PackagingTypeCode? PackingMaterial* TraceID? /ContainedPackage* /ContainingTransportEquipment? /GoodsItem* /MeasurementDimension* /DeliveryUnit* /Delivery? /Pickup? /Despatch?
Party: MarkCareIndicator? MarkAttentionIndicator? WebsiteURI? LogoReferenceID? EndpointID? IndustryClassificationCode? /PartyIdentification* /PartyName* /Language? /PostalAddress? /PhysicalLocation? /PartyTaxScheme* /PartyLegalEntity* /Contact? /Person* /AgentParty? /ServiceProviderParty* /PowerOfAttorney* /FinancialAccount?
PartyIdentification: ID!
PartyLegalEntity: RegistrationName? CompanyID? RegistrationDate? RegistrationExpirationDate? CompanyLegalFormCode? CompanyLegalForm? SoleProprietorshipIndicator? CompanyLiquidationStatusCode? CorporateStockAmount? FullyPaidSharesIndicator? /RegistrationAddress? /CorporateRegistrationScheme? /HeadOfficeParty? /ShareholderParty*
PartyName: Name!
PartyTaxScheme: RegistrationName? CompanyID? TaxLevelCode? ExemptionReasonCode? ExemptionReason* /RegistrationAddress? /TaxScheme!
PaymentMandate: ID? MandateTypeCode? MaximumPaymentInstructionsNumeric? MaximumPaidAmount? SignatureID? /PayerParty? /PayerFinancialAccount? /ValidityPeriod? /PaymentReversalPeriod? /Clause*
PaymentMeans: ID? PaymentMeansCode! PaymentDueDate? PaymentChannelCode? InstructionID? InstructionNote* PaymentID* /CardAccount? /PayerFinancialAccount? /PayeeFinancialAccount? /CreditAccount? /PaymentMandate? /TradeFinancing?
PaymentTerms: ID? PaymentMeansID* PrepaidPaymentReferenceID? Note* ReferenceEventCode? SettlementDiscountPercent? PenaltySurchargePercent? PaymentPercent? Amount? SettlementDiscountAmount? PenaltyAmount? PaymentTermsDetailsURI? PaymentDueDate? InstallmentDueDate? InvoicingPartyReference? /SettlementPeriod? /PenaltyPeriod? /ExchangeRate? /ValidityPeriod?
Period: StartDate? StartTime? EndDate? EndTime? DurationMeasure? DescriptionCode* Description*
Person: ID? FirstName? FamilyName? Title? MiddleName? OtherName? NameSuffix? JobTitle? NationalityID? GenderCode? BirthDate? BirthplaceName? OrganizationDepartment? /Contact? /FinancialAccount? /IdentityDocumentReference* /ResidenceAddress?
PhysicalAttribute: AttributeID! PositionCode? DescriptionCode? Description*
Pickup: ID? ActualPickupDate? ActualPickupTime? EarliestPickupDate? EarliestPickupTime? LatestPickupDate? LatestPickupTime? /PickupLocation? /PickupParty?
PowerOfAttorney: ID? IssueDate? IssueTime? Description* /NotaryParty? /AgentParty! /WitnessParty* /MandateDocumentReference*
Price: PriceAmount! BaseQuantity? PriceChangeReason* PriceTypeCode? PriceType? OrderableUnitFactorRate? /ValidityPeriod* /PriceList? /AllowanceCharge* /PricingExchangeRate?
PriceExtension: Amount! /TaxTotal*
PriceList: ID? StatusCode? /ValidityPeriod* /PreviousPriceList?
PricingReference: /OriginalItemLocationQuantity? /AlternativeConditionPrice*
ProjectReference: ID! UUID? IssueDate? /WorkPhaseReference*
RailTransport: TrainID! RailCarID?
ReceiptLine: ID! UUID? Note* ReceivedQuantity? ShortQuantity? ShortageActionCode? RejectedQuantity? RejectReasonCode? RejectReason* RejectActionCode? QuantityDiscrepancyCode? OversupplyQuantity? ReceivedDate? TimingComplaintCode? TimingComplaint? /OrderLineReference? /DespatchLineReference* /DocumentReference* /Item* /Shipment*
RelatedItem: ID? Quantity? Description*
Response: ReferenceID? ResponseCode? Description* EffectiveDate? EffectiveTime? /Status*
ResultOfVerification: ValidatorID? ValidationResultCode? ValidationDate? ValidationTime? ValidateProcess? ValidateTool? ValidateToolVersion? /SignatoryParty?
RoadTransport: LicensePlateID!
SecondaryHazard: ID? PlacardNotation? PlacardEndorsement? EmergencyProceduresCode? Extension*
ServiceFrequency: WeekDayCode!
ServiceProviderParty: ID? ServiceTypeCode? ServiceType* /Party! /SellerContact?
ShareholderParty: PartecipationPercent? /Party?
Shipment: ID! ShippingPriorityLevelCode? HandlingCode? HandlingInstructions* Information* GrossWeightMeasure? NetWeightMeasure? NetNetWeightMeasure? GrossVolumeMeasure? NetVolumeMeasure? TotalGoodsItemQuantity? TotalTransportHandlingUnitQuantity? InsuranceValueAmount? DeclaredCustomsValueAmount? DeclaredForCarriageValueAmount? DeclaredStatisticsValueAmount? FreeOnBoardValueAmount? SpecialInstructions* DeliveryInstructions* SplitConsignmentIndicator? ConsignmentQuantity? /Consignment* /GoodsItem* /ShipmentStage* /Delivery? /TransportHandlingUnit* /ReturnAddress? /OriginAddress? /FirstArrivalPortLocation? /LastExitPortLocation? /ExportCountry? /FreightAllowanceCharge*
ShipmentStage: ID? TransportModeCode? TransportMeansTypeCode? TransitDirectionCode? PreCarriageIndicator? OnCarriageIndicator? EstimatedDeliveryDate? EstimatedDeliveryTime? RequiredDeliveryDate? RequiredDeliveryTime? LoadingSequenceID? SuccessiveSequenceID? Instructions* DemurrageInstructions* CrewQuantity? PassengerQuantity? /TransitPeriod? /CarrierParty* /TransportMeans? /LoadingPortLocation? /UnloadingPortLocation? /TransshipPortLocation? /LoadingTransportEvent? /ExaminationTransportEvent? /AvailabilityTransportEvent? /ExportationTransportEvent? /DischargeTransportEvent? /WarehousingTransportEvent? /TakeoverTransportEvent? /OptionalTakeoverTransportEvent? /DropoffTransportEvent? /ActualPickupTransportEvent? /DeliveryTransportEvent? /ReceiptTransportEvent? /StorageTransportEvent? /AcceptanceTransportEvent? /TerminalOperatorParty? /CustomsAgentParty? /EstimatedTransitPeriod? /FreightAllowanceCharge* /FreightChargeLocation? /DetentionTransportEvent* /RequestedDepartureTransportEvent? /RequestedArrivalTransportEvent? /RequestedWaypointTransportEvent* /PlannedDepartureTransportEvent? /PlannedArrivalTransportEvent? /PlannedWaypointTransportEvent* /ActualDepartureTransportEvent? /ActualWaypointTransportEvent? /ActualArrivalTransportEvent? /TransportEvent* /EstimatedDepartureTransportEvent? /EstimatedArrivalTransportEvent? /PassengerPerson* /DriverPerson* /ReportingPerson? /CrewMemberPerson* /SecurityOfficerPerson? /MasterPerson? /ShipsSurgeonPerson?
Signature: ID! Note* ValidationDate? ValidationTime? ValidatorID? CanonicalizationMethod? SignatureMethod? /SignatoryParty? /DigitalSignatureAttachment? /OriginalDocumentReference?
Status: ConditionCode? ReferenceDate? ReferenceTime? Description* StatusReasonCode? StatusReason* SequenceID? Text* IndicationIndicator? Percent? ReliabilityPercent? /Condition*
Stowage: LocationID? Location* /MeasurementDimension*
SupplierParty: CustomerAssignedAccountID? AdditionalAccountID* DataSendingCapability? /Party? /DespatchContact? /AccountingContact? /SellerContact?
TaxCategory: ID? Name? Percent? BaseUnitMeasure? PerUnitAmount? TaxExemptionReasonCode? TaxExemptionReason* TierRange? TierRatePercent? /TaxScheme!
TaxScheme: ID? Name? TaxTypeCode? CurrencyCode? /JurisdictionRegionAddress*
TaxSubtotal: TaxableAmount? TaxAmount! CalculationSequenceNumeric? TransactionCurrencyTaxAmount? Percent? BaseUnitMeasure? PerUnitAmount? TierRange? TierRatePercent? /TaxCategory!
TaxTotal: TaxAmount! RoundingAmount? TaxEvidenceIndicator? TaxIncludedIndicator? /TaxSubtotal*
Temperature: AttributeID! Measure! Description*
TradeFinancing: ID? FinancingInstrumentCode? /ContractDocumentReference? /DocumentReference* /FinancingParty! /FinancingFinancialAccount? /Clause*
TradingTerms: Information* Reference? /ApplicableAddress?
TransactionConditions: ID? ActionCode? Description* /DocumentReference*
TransportEquipment: ID? ReferencedConsignmentID* TransportEquipmentTypeCode? ProviderTypeCode? OwnerTypeCode? SizeTypeCode? DispositionCode? FullnessIndicationCode? RefrigerationOnIndicator? Information* ReturnabilityIndicator? LegalStatusIndicator? AirFlowPercent? HumidityPercent? AnimalFoodApprovedIndicator? HumanFoodApprovedIndicator? DangerousGoodsApprovedIndicator? RefrigeratedIndicator? Characteristics? DamageRemarks* Description* SpecialTransportRequirements* GrossWeightMeasure? GrossVolumeMeasure? TareWeightMeasure? TrackingDeviceCode? PowerIndicator? TraceID? /MeasurementDimension* /TransportEquipmentSeal* /MinimumTemperature? /MaximumTemperature? /ProviderParty? /LoadingProofParty? /SupplierParty? /OwnerParty? /OperatingParty? /LoadingLocation? /UnloadingLocation? /StorageLocation? /PositioningTransportEvent* /QuarantineTransportEvent* /DeliveryTransportEvent* /PickupTransportEvent* /HandlingTransportEvent* /LoadingTransportEvent* /TransportEvent* /ApplicableTransportMeans? /HaulageTradingTerms* /HazardousGoodsTransit* /PackagedTransportHandlingUnit* /ServiceAllowanceCharge* /FreightAllowanceCharge* /AttachedTransportEquipment* /Delivery? /Pickup? /Despatch? /ShipmentDocumentReference* /ContainedInTransportEquipment* /Package* /GoodsItem*
TransportEquipmentSeal: ID! SealIssuerTypeCode? Condition? SealStatusCode? SealingPartyType?
TransportEvent: IdentificationID? OccurrenceDate? OccurrenceTime? TransportEventTypeCode? Description* CompletionIndicator? /ReportedShipment? /CurrentStatus* /Contact* /Location? /Signature? /Period*
TransportHandlingUnit: ID? TransportHandlingUnitTypeCode? HandlingCode? HandlingInstructions* HazardousRiskIndicator? TotalGoodsItemQuantity? TotalPackageQuantity? DamageRemarks* ShippingMarks* TraceID? /HandlingUnitDespatchLine* /ActualPackage* /ReceivedHandlingUnitReceiptLine* /TransportEquipment* /TransportMeans* /HazardousGoodsTransit* /MeasurementDimension* /MinimumTemperature? /MaximumTemperature? /GoodsItem* /FloorSpaceMeasurementDimension? /PalletSpaceMeasurementDimension? /ShipmentDocumentReference* /Status* /CustomsDeclaration* /ReferencedShipment* /Package*
TransportMeans: JourneyID? RegistrationNationalityID? RegistrationNationality* DirectionCode? TransportMeansTypeCode? TradeServiceCode? /Stowage? /AirTransport? /RoadTransport? /RailTransport? /MaritimeTransport? /OwnerParty? /MeasurementDimension*
TransportationService: TransportServiceCode! TariffClassCode? Priority? FreightRateClassCode? TransportationServiceDescription* TransportationServiceDetailsURI? NominationDate? NominationTime? Name? SequenceNumeric? /TransportEquipment* /SupportedTransportEquipment* /UnsupportedTransportEquipment* /CommodityClassification* /SupportedCommodityClassification* /UnsupportedCommodityClassification* /TotalCapacityDimension? /ShipmentStage* /TransportEvent* /ResponsibleTransportServiceProviderParty? /EnvironmentalEmission* /EstimatedDurationPeriod? /ScheduledServiceFrequency*
UBLExtension: ID? Name? ext:ExtensionAgencyID? ext:ExtensionAgencyName? ext:ExtensionVersionID? ext:ExtensionAgencyURI? ext:ExtensionURI? ext:ExtensionReasonCode? ext:ExtensionReason? ext:ExtensionContent!
UBLExtensions: ext:UBLExtension+
WorkPhaseReference: ID? WorkPhaseCode? WorkPhase* ProgressPercent? StartDate? EndDate? /WorkOrderDocumentReference*
`;

/** Type: the elements that have it. */
export const aggregateElements = `
Address: /Address /ApplicableAddress /ApplicableTerritoryAddress /DeliveryAddress /DespatchAddress /JurisdictionRegionAddress /LocationAddress /OriginAddress /PostalAddress /RegistrationAddress /ResidenceAddress /ReturnAddress
AddressLine: /AddressLine
AirTransport: /AirTransport
AllowanceCharge: /AllowanceCharge /ExtraAllowanceCharge /FreightAllowanceCharge /ServiceAllowanceCharge
ApplicationResponse: ApplicationResponse:ApplicationResponse
Attachment: /Attachment /DigitalSignatureAttachment
BillingReference: /BillingReference
BillingReferenceLine: /BillingReferenceLine
Branch: /FinancialInstitutionBranch
CardAccount: /CardAccount
Catalogue: Catalogue:Catalogue
CatalogueLine: /CatalogueLine
CatalogueReference: /CatalogueReference /SourceCatalogueReference
Certificate: /Certificate
Clause: /Clause
CommodityClassification: /CommodityClassification /SupportedCommodityClassification /UnsupportedCommodityClassification
Communication: /OtherCommunication
Condition: /Condition
Consignment: /ChildConsignment /Consignment
Contact: /AccountingContact /BuyerContact /Contact /DeliveryContact /DespatchContact /SellerContact
Contract: /Contract /ForeignExchangeContract /ReferencedContract /TransportContract
CorporateRegistrationScheme: /CorporateRegistrationScheme
Country: /Country /DestinationCountry /ExportCountry /FinalDestinationCountry /OriginCountry /OriginalDepartureCountry /TransitCountry
CreditAccount: /CreditAccount
CustomerParty: /AccountingCustomerParty /BuyerCustomerParty /ContractorCustomerParty /DeliveryCustomerParty /OriginatorCustomerParty
CustomsDeclaration: /CustomsDeclaration
Delivery: /ContractualDelivery /Delivery
DeliveryTerms: /DeliveryTerms
DeliveryUnit: /DeliveryUnit /MaximumDeliveryUnit /MinimumDeliveryUnit
DependentPriceReference: /DependentPriceReference
Despatch: /Despatch
DespatchAdvice: DespatchAdvice:DespatchAdvice
DespatchLine: /DespatchLine /HandlingUnitDespatchLine
Dimension: /Dimension /FloorSpaceMeasurementDimension /MeasurementDimension /PalletSpaceMeasurementDimension /RangeDimension /TotalCapacityDimension
DocumentReference: /AdditionalDocumentReference /CallForTendersDocumentReference /CatalogueDocumentReference /ContractDocumentReference /CreditNoteDocumentReference /DebitNoteDocumentReference /DocumentReference /IdentityDocumentReference /InvoiceDocumentReference /ItemSpecificationDocumentReference /MandateDocumentReference /OrderDocumentReference /OriginalDocumentReference /OriginatorDocumentReference /QuotationDocumentReference /RegistryCertificateDocumentReference /ReminderDocumentReference /SelfBilledCreditNoteDocumentReference /SelfBilledInvoiceDocumentReference /ShipmentDocumentReference /WorkOrderDocumentReference
DocumentResponse: /DocumentResponse
EmissionCalculationMethod: /EmissionCalculationMethod
EnvironmentalEmission: /EnvironmentalEmission
ExchangeRate: /ExchangeRate /PaymentExchangeRate /PricingExchangeRate /TaxExchangeRate
ExternalReference: /ExternalReference
FinancialAccount: /FinancialAccount /FinancingFinancialAccount /PayeeFinancialAccount /PayerFinancialAccount
FinancialInstitution: /FinancialInstitution
GoodsItem: /ContainedGoodsItem /GoodsItem
GoodsItemContainer: /GoodsItemContainer
HazardousGoodsTransit: /HazardousGoodsTransit
HazardousItem: /HazardousItem
InvoiceLine: /InvoiceLine /SubInvoiceLine
Item: /Item
ItemComparison: /ItemComparison
ItemIdentification: /AdditionalItemIdentification /BuyersItemIdentification /CatalogueItemIdentification /ManufacturersItemIdentification /SellersItemIdentification /StandardItemIdentification
ItemInstance: /ItemInstance
ItemLocationQuantity: /OriginalItemLocationQuantity /RequiredItemLocationQuantity
ItemProperty: /AdditionalItemProperty /KeywordItemProperty
ItemPropertyGroup: /ItemPropertyGroup
ItemPropertyRange: /ItemPropertyRange
Language: /Language
LineItem: /BuyerProposedSubstituteLineItem /LineItem /SellerProposedSubstituteLineItem /SellerSubstitutedLineItem /SubLineItem
LineReference: /CallForTendersLineReference /CatalogueLineReference /DependentLineReference /DespatchLineReference /LineReference /QuotationLineReference /ReceiptLineReference
LineResponse: /LineResponse
Location: /AlternativeDeliveryLocation /DeliveryLocation /DespatchLocation /FirstArrivalPortLocation /FreightChargeLocation /LastExitPortLocation /LoadingLocation /LoadingPortLocation /Location /MeasurementFromLocation /MeasurementToLocation /PhysicalLocation /PickupLocation /RegistryPortLocation /StorageLocation /SubsidiaryLocation /TransshipPortLocation /UnloadingLocation /UnloadingPortLocation
LocationCoordinate: /LocationCoordinate
LotIdentification: /LotIdentification
MaritimeTransport: /MaritimeTransport
MonetaryTotal: /AnticipatedMonetaryTotal /LegalMonetaryTotal
Order: Order:Order
OrderLine: /OrderLine
OrderLineReference: /OrderLineReference
OrderReference: /OrderReference
OrderResponse: OrderResponse:OrderResponse
OrderedShipment: /OrderedShipment
Package: /ActualPackage /ContainedPackage /ContainingPackage /Package
Party: /AgentParty /BillOfLadingHolderParty /CarrierParty /ConsigneeParty /ConsignorParty /ContactParty /CustomsAgentParty /DeliveryParty /DespatchParty /ExporterParty /FinalDeliveryParty /FinancingParty /FreightForwarderParty /HazardousItemNotificationParty /HeadOfficeParty /ImporterParty /InformationContentProviderParty /InsuranceParty /IssuerParty /LoadingProofParty /LogisticsOperatorParty /ManufacturerParty /MortgageHolderParty /NotaryParty /NotifyParty /OperatingParty /OriginalDespatchParty /OriginatorParty /OwnerParty /Party /PayerParty /PerformingCarrierParty /PickupParty /ProviderParty /ReceiverParty /RecipientParty /ResponsibleTransportServiceProviderParty /SenderParty /SignatoryParty /SubstituteCarrierParty /TerminalOperatorParty /TransportAdvisorParty /WarrantyParty /WitnessParty
PartyIdentification: /PartyIdentification
PartyLegalEntity: /PartyLegalEntity
PartyName: /PartyName
PartyTaxScheme: /PartyTaxScheme
PaymentMandate: /PaymentMandate
PaymentMeans: /PaymentMeans
PaymentTerms: /CollectPaymentTerms /DisbursementPaymentTerms /PaymentTerms /PrepaidPaymentTerms
Period: /EstimatedDeliveryPeriod /EstimatedDespatchPeriod /EstimatedDurationPeriod /EstimatedTransitPeriod /InvoicePeriod /LineValidityPeriod /NominationPeriod /PaymentReversalPeriod /PenaltyPeriod /Period /PromisedDeliveryPeriod /RequestedDeliveryPeriod /RequestedDespatchPeriod /SettlementPeriod /TransitPeriod /UsabilityPeriod /ValidityPeriod /WarrantyValidityPeriod
Person: /CrewMemberPerson /DriverPerson /MasterPerson /PassengerPerson /Person /ReportingPerson /SecurityOfficerPerson /ShipsSurgeonPerson
PhysicalAttribute: /PhysicalAttribute
Pickup: /Pickup
PowerOfAttorney: /PowerOfAttorney
Price: /AlternativeConditionPrice /Price
PriceExtension: /ItemPriceExtension
PriceList: /PreviousPriceList /PriceList
PricingReference: /PricingReference
ProjectReference: /ProjectReference
RailTransport: /RailTransport
ReceiptLine: /ReceivedHandlingUnitReceiptLine
RelatedItem: /AccessoryRelatedItem /ComplementaryRelatedItem /ComponentRelatedItem /ReplacedRelatedItem /ReplacementRelatedItem /RequiredRelatedItem
Response: /Response
ResultOfVerification: /ResultOfVerification
RoadTransport: /RoadTransport
SecondaryHazard: /SecondaryHazard
ServiceFrequency: /ScheduledServiceFrequency
ServiceProviderParty: /ServiceProviderParty
ShareholderParty: /ShareholderParty
Shipment: /ConsolidatedShipment /ReferencedShipment /ReportedShipment /Shipment
ShipmentStage: /MainCarriageShipmentStage /OnCarriageShipmentStage /PreCarriageShipmentStage /ShipmentStage
Signature: /Signature
Status: /CurrentStatus /Status
Stowage: /Stowage
SupplierParty: /AccountingSupplierParty /DespatchSupplierParty /SellerSupplierParty /SupplierParty
TaxCategory: /ApplicableTaxCategory /ClassifiedTaxCategory /TaxCategory
TaxScheme: /TaxScheme
TaxSubtotal: /TaxSubtotal
TaxTotal: /TaxTotal /WithholdingTaxTotal
Temperature: /AdditionalTemperature /EmergencyTemperature /FlashpointTemperature /MaximumTemperature /MinimumTemperature /Temperature
TradeFinancing: /TradeFinancing
TradingTerms: /HaulageTradingTerms /TradingTerms
TransactionConditions: /TransactionConditions
TransportEquipment: /AttachedTransportEquipment /ContainedInTransportEquipment /ContainingTransportEquipment /SupportedTransportEquipment /TransportEquipment /UnsupportedTransportEquipment
TransportEquipmentSeal: /TransportEquipmentSeal
TransportEvent: /AcceptanceTransportEvent /ActualArrivalTransportEvent /ActualDepartureTransportEvent /ActualPickupTransportEvent /ActualWaypointTransportEvent /AvailabilityTransportEvent /DeliveryTransportEvent /DetentionTransportEvent /DischargeTransportEvent /DropoffTransportEvent /EstimatedArrivalTransportEvent /EstimatedDepartureTransportEvent /ExaminationTransportEvent /ExportationTransportEvent /HandlingTransportEvent /LoadingTransportEvent /OptionalTakeoverTransportEvent /PickupTransportEvent /PlannedArrivalTransportEvent /PlannedDeliveryTransportEvent /PlannedDepartureTransportEvent /PlannedPickupTransportEvent /PlannedWaypointTransportEvent /PositioningTransportEvent /QuarantineTransportEvent /ReceiptTransportEvent /RequestedArrivalTransportEvent /RequestedDeliveryTransportEvent /RequestedDepartureTransportEvent /RequestedPickupTransportEvent /RequestedWaypointTransportEvent /StorageTransportEvent /TakeoverTransportEvent /TransportEvent /WarehousingTransportEvent
TransportHandlingUnit: /PackagedTransportHandlingUnit /TransportHandlingUnit
TransportMeans: /ApplicableTransportMeans /TransportMeans
TransportationService: /FinalDeliveryTransportationService /OriginalDespatchTransportationService
UBLExtension: ext:UBLExtension
UBLExtensions: ext:UBLExtensions
WorkPhaseReference: /WorkPhaseReference
`;

/** Data type: the elements that have it. */
export const basicElements = `
Amount: AllowanceTotalAmount Amount BaseAmount ChargeTotalAmount CorporateStockAmount DeclaredCustomsValueAmount DeclaredForCarriageValueAmount DeclaredStatisticsValueAmount FreeOnBoardValueAmount InsurancePremiumAmount InsuranceValueAmount LineExtensionAmount MaximumPaidAmount PayableAlternativeAmount PayableAmount PayableRoundingAmount PenaltyAmount PerUnitAmount PrepaidAmount PriceAmount RoundingAmount SettlementDiscountAmount TaxAmount TaxExclusiveAmount TaxInclusiveAmount TaxableAmount TotalInvoiceAmount TotalTaxAmount TransactionCurrencyTaxAmount ValueAmount
BinaryObject: EmbeddedDocumentBinaryObject
Code: AccountFormatCode AccountTypeCode AccountingCostCode ActionCode AddressFormatCode AddressTypeCode AllowanceChargeReasonCode CalculationMethodCode CardChipCode CardTypeCode CargoTypeCode CertificateTypeCode ChannelCode CharacterSetCode CommodityCode CompanyLegalFormCode CompanyLiquidationStatusCode ConditionCode ContractTypeCode CoordinateSystemCode CorporateRegistrationTypeCode CountrySubentityCode CurrencyCode CustomsStatusCode DescriptionCode DespatchAdviceTypeCode DirectionCode DispositionCode DocumentCurrencyCode DocumentStatusCode DocumentTypeCode EmergencyProceduresCode EncodingCode EnvironmentalEmissionTypeCode ExemptionReasonCode FinancingInstrumentCode FormatCode FreightRateClassCode FullnessIndicationCode GenderCode HandlingCode HazardousCategoryCode HazardousRegulationCode IdentificationCode ImportanceCode IndustryClassificationCode InhalationToxicityZoneCode InspectionMethodCode ItemClassificationCode LatitudeDirectionCode LifeCycleStatusCode LineStatusCode LocaleCode LocationTypeCode LongitudeDirectionCode LossRiskResponsibilityCode MandateTypeCode MathematicOperatorCode MedicalFirstAidGuideCode MimeCode NameCode NatureCode OrderResponseCode OrderTypeCode OwnerTypeCode PackLevelCode PackageLevelCode PackagingTypeCode PackingCriteriaCode PaymentChannelCode PaymentMeansCode PaymentPurposeCode PositionCode PreferenceCriterionCode PriceTypeCode PricingCurrencyCode ProviderTypeCode QuantityDiscrepancyCode ReferenceEventCode RejectActionCode RejectReasonCode RequestedInvoiceCurrencyCode ResponseCode SealIssuerTypeCode SealStatusCode ServiceTypeCode ShippingPriorityLevelCode ShortageActionCode SizeTypeCode SourceCurrencyCode StatusCode StatusReasonCode SubstitutionStatusCode TargetCurrencyCode TariffClassCode TariffCode TaxCurrencyCode TaxExemptionReasonCode TaxLevelCode TaxTypeCode TimingComplaintCode TrackingDeviceCode TradeServiceCode TransitDirectionCode TransportAuthorizationCode TransportEmergencyCardCode TransportEquipmentTypeCode TransportEventTypeCode TransportHandlingUnitTypeCode TransportMeansTypeCode TransportModeCode TransportServiceCode UNDGCode ValidationResultCode WeekDayCode WorkPhaseCode ext:ExtensionReasonCode
Date: ActualDeliveryDate ActualDespatchDate ActualPickupDate BestBeforeDate BirthDate Date EarliestPickupDate EffectiveDate EndDate EstimatedDeliveryDate EstimatedDespatchDate ExpiryDate GuaranteedDespatchDate InstallmentDueDate IssueDate LatestDeliveryDate LatestPickupDate ManufactureDate NominationDate OccurrenceDate PaymentDueDate ReceivedDate ReferenceDate RegistrationDate RegistrationExpirationDate RequestedDespatchDate RequiredDeliveryDate ResponseDate RevisionDate StartDate TaxPointDate ValidationDate ValidityStartDate
Identifier: AccountID AdditionalAccountID AircraftID AttributeID BarcodeSymbologyID BrokerAssignedID CV2ID CarrierAssignedID ChipApplicationID CompanyID ConsigneeAssignedID ConsignorAssignedID ContractedCarrierAssignedID CustomerAssignedAccountID CustomizationID EndpointID ExchangeMarketID ExtendedID FreightForwarderAssignedID HazardClassID ID IdentificationID InformationURI InstructionID IssueNumberID IssuerID JourneyID LanguageID LicensePlateID LineID LoadingSequenceID LocationID LogoReferenceID LotNumberID LowerOrangeHazardPlacardID MarkingID NationalityID NetworkID PaymentID PaymentMeansID PaymentTermsDetailsURI PerformingCarrierAssignedID PrepaidPaymentReferenceID PreviousVersionID PrimaryAccountNumberID ProductTraceID ProfileExecutionID ProfileID RadioCallSignID RailCarID ReferenceID ReferencedConsignmentID RegistrationID RegistrationNationalityID ReleaseID RequiredCustomsID SalesOrderID SalesOrderLineID SequenceID SequenceNumberID SerialID SignatureID SuccessiveSequenceID SupplierAssignedAccountID TraceID TrackingID TrainID TransportationServiceDetailsURI UBLVersionID URI UUID UpperOrangeHazardPlacardID ValidatorID VersionID VesselID WebsiteURI ext:ExtensionAgencyID ext:ExtensionAgencyURI ext:ExtensionURI ext:ExtensionVersionID
Indicator: AnimalFoodApprovedIndicator AnimalFoodIndicator BackOrderAllowedIndicator BulkCargoIndicator CatalogueIndicator ChargeIndicator CompletionIndicator ConsolidatableIndicator ContainerizedIndicator CopyIndicator CustomsImportClassifiedIndicator DangerousGoodsApprovedIndicator FreeOfChargeIndicator FullyPaidSharesIndicator GeneralCargoIndicator HazardousRiskIndicator HumanFoodApprovedIndicator HumanFoodIndicator IndicationIndicator LegalStatusIndicator LivestockIndicator MarkAttentionIndicator MarkCareIndicator OnCarriageIndicator OrderableIndicator PartialDeliveryIndicator PowerIndicator PreCarriageIndicator PrepaidIndicator RefrigeratedIndicator RefrigerationOnIndicator ReturnabilityIndicator ReturnableMaterialIndicator SoleProprietorshipIndicator SpecialSecurityIndicator SplitConsignmentIndicator TaxEvidenceIndicator TaxIncludedIndicator ThirdPartyPayerIndicator
Measure: AltitudeMeasure BaseUnitMeasure ChargeableWeightMeasure DurationMeasure GrossTonnageMeasure GrossVolumeMeasure GrossWeightMeasure LatitudeDegreesMeasure LatitudeMinutesMeasure LeadTimeMeasure LoadingLengthMeasure LongitudeDegreesMeasure LongitudeMinutesMeasure MaximumMeasure Measure MinimumMeasure NetNetWeightMeasure NetTonnageMeasure NetVolumeMeasure NetWeightMeasure TareWeightMeasure ValueMeasure
Name: AdditionalStreetName AliasName BlockName BrandName BuildingName CategoryName CityName CitySubdivisionName FamilyName FileName FirstName HolderName MiddleName ModelName Name OtherName RegistrationName StreetName TechnicalName VesselName
Numeric: CalculationSequenceNumeric LineCountNumeric MaximumPaymentInstructionsNumeric MultiplierFactorNumeric OrderQuantityIncrementNumeric PackSizeNumeric SequenceNumeric
Percent: AirFlowPercent HumidityPercent PartecipationPercent PaymentPercent PenaltySurchargePercent Percent ProgressPercent ReliabilityPercent SettlementDiscountPercent TierRatePercent
Quantity: BackorderQuantity BaseQuantity BatchQuantity ChargeableQuantity ChildConsignmentQuantity ConsignmentQuantity ConsumerUnitQuantity ContentUnitQuantity CrewQuantity CustomsTariffQuantity DeliveredQuantity InvoicedQuantity MaximumBackorderQuantity MaximumOrderQuantity MaximumQuantity MinimumBackorderQuantity MinimumOrderQuantity MinimumQuantity OutstandingQuantity OversupplyQuantity PackQuantity PassengerQuantity Quantity ReceivedQuantity RejectedQuantity ReturnableQuantity ShortQuantity TotalGoodsItemQuantity TotalPackageQuantity TotalPackagesQuantity TotalTransportHandlingUnitQuantity ValueQuantity
Rate: CalculationRate OrderableUnitFactorRate SourceCurrencyBaseRate TargetCurrencyBaseRate
Text: AccountingCost AdditionalInformation AllowanceChargeReason BackorderReason BirthplaceName BuildingNumber CanonicalizationMethod CarrierServiceInstructions CertificateType Channel Characteristics CompanyLegalForm Condition Conditions Content ContractSubdivision ContractType CountrySubentity CustomerReference CustomsClearanceServiceInstructions DamageRemarks DataSendingCapability DeliveryInstructions DemurrageInstructions Department Description District DocumentDescription DocumentHash DocumentType ElectronicMail ExemptionReason Extension Floor ForwarderServiceInstructions HandlingInstructions HashAlgorithmMethod HaulageInstructions Information InhouseMail InstructionNote Instructions InvoicingPartyReference JobTitle Keyword Line ListValue Location LossRisk MarkAttention MarkCare MaximumValue MinimumValue NameSuffix Note OrderableUnit OrganizationDepartment OutstandingReason PackingMaterial PaymentNote PlacardEndorsement PlacardNotation PlotIdentification PostalZone Postbox PriceChangeReason PriceType Priority Reference Region RegistrationNationality RejectReason Remarks Room SealingPartyType ServiceType ShippingMarks ShipsRequirements SignatureMethod SpecialInstructions SpecialServiceInstructions SpecialTerms SpecialTransportRequirements StatusReason SummaryDescription TariffDescription TaxExemptionReason Telefax Telephone TestMethod Text TierRange TimezoneOffset TimingComplaint Title TradingRestrictions TransportationServiceDescription ValidateProcess ValidateTool ValidateToolVersion Value ValueQualifier WarrantyInformation WorkPhase XPath ext:ExtensionAgencyName ext:ExtensionReason
Time: ActualDeliveryTime ActualDespatchTime ActualPickupTime EarliestPickupTime EffectiveTime EndTime EstimatedDeliveryTime EstimatedDespatchTime ExpiryTime GuaranteedDespatchTime IssueTime LatestDeliveryTime LatestPickupTime ManufactureTime NominationTime OccurrenceTime ReferenceTime RequestedDespatchTime RequiredDeliveryTime ResponseTime RevisionTime StartTime ValidationTime
`;

/** Data type: XSD type of the text, attributes (! required, ? optional, XSD type if no string). */
export const dataTypes = `
Amount: decimal currencyID! currencyCodeListVersionID?
BinaryObject: base64Binary mimeCode! format? encodingCode? characterSetCode? uri?anyURI filename?
Code: normalizedString listID? listAgencyID? listAgencyName? listName? listVersionID? name? languageID?language listURI?anyURI listSchemeURI?anyURI
Date: date
Identifier: normalizedString schemeID? schemeName? schemeAgencyID? schemeAgencyName? schemeVersionID? schemeDataURI?anyURI schemeURI?anyURI
Indicator: boolean
Measure: decimal unitCode! unitCodeListVersionID?
Name: string languageID?language languageLocaleID?
Numeric: decimal format?
Percent: decimal format?
Quantity: decimal unitCode? unitCodeListID? unitCodeListAgencyID? unitCodeListAgencyName?
Rate: decimal format?
Text: string languageID?language languageLocaleID?
Time: time
`;
