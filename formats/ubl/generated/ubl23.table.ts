// Made by tools/ublTables.ts from the XSD files of UBL 2.3 (OASIS Standard, 15 June 2021). Do not edit.

/** Type: child elements in order; ! one, ? at most one, * any number, + at least one. */
export const sequences = `
Address: ext:UBLExtensions? ID? AddressTypeCode? AddressFormatCode? Postbox? Floor? Room? StreetName? AdditionalStreetName? BlockName? BuildingName? BuildingNumber? Description* InhouseMail? Department? MarkAttention? MarkCare? PlotIdentification? CitySubdivisionName? CityName? PostalZone? CountrySubentity? CountrySubentityCode? Region? District? TimezoneOffset? /AddressLine* /Country? /LocationCoordinate*
AddressLine: ext:UBLExtensions? Line!
AirTransport: ext:UBLExtensions? AircraftID!
AllowanceCharge: ext:UBLExtensions? ID? ChargeIndicator! AllowanceChargeReasonCode? AllowanceChargeReason* MultiplierFactorNumeric? PrepaidIndicator? SequenceNumeric? Amount! BaseAmount? AccountingCostCode? AccountingCost? PerUnitAmount? /TaxCategory* /TaxTotal? /PaymentMeans*
Attachment: ext:UBLExtensions? EmbeddedDocumentBinaryObject? EmbeddedDocument? /ExternalReference?
Authorization: ext:UBLExtensions? PurposeCode? Purpose* /ValidityPeriod? /Certificate*
BallastWaterSummary: ext:UBLExtensions? ID? ManagementPlanOnBoardIndicator? ManagementPlanImplementedIndicator? IMOGuidelinesOnBoardIndicator? TotalBallastTanksOnBoardQuantity? TanksInBallastQuantity? TanksExchangedQuantity? TanksNotExchangedQuantity? TotalBallastWaterOnBoardMeasure? TotalBallastWaterCapacityMeasure? OtherControlActions* NoControlActionsReason* /UptakeBallastWaterTransaction* /ExchangeBallastWaterTransaction* /DischargeBallastWaterTransaction* /ResponsibleOfficerPerson?
BallastWaterTransaction: ext:UBLExtensions? TankID? TankTypeCode? ExchangeMethodCode? ExchangedPercent? VolumeMeasure? SeaHeightMeasure? SalinityMeasure? TransactionDate? /Location? /BallastWaterTemperature?
BillingReference: ext:UBLExtensions? /InvoiceDocumentReference? /SelfBilledInvoiceDocumentReference? /CreditNoteDocumentReference? /SelfBilledCreditNoteDocumentReference? /DebitNoteDocumentReference? /ReminderDocumentReference? /AdditionalDocumentReference? /BillingReferenceLine*
BillingReferenceLine: ext:UBLExtensions? ID! Amount? /AllowanceCharge*
Branch: ext:UBLExtensions? ID? Name? /FinancialInstitution? /Address?
CardAccount: ext:UBLExtensions? PrimaryAccountNumberID! NetworkID! CardTypeCode? ValidityStartDate? ExpiryDate? IssuerID? IssueNumberID? CV2ID? CardChipCode? ChipApplicationID? HolderName? RoleCode?
Certificate: ext:UBLExtensions? ID! CertificateTypeCode? CertificateType* Remarks* /IssuerParty? /DocumentReference* /Signature*
Clause: ext:UBLExtensions? ID? Content*
CommodityClassification: ext:UBLExtensions? NatureCode? CargoTypeCode? CommodityCode? ItemClassificationCode?
Communication: ext:UBLExtensions? ChannelCode? Channel? Value?
Condition: ext:UBLExtensions? AttributeID! Measure? Description* MinimumMeasure? MaximumMeasure?
Consignment: ext:UBLExtensions? ID! CarrierAssignedID? ConsigneeAssignedID? ConsignorAssignedID? FreightForwarderAssignedID? BrokerAssignedID? ContractedCarrierAssignedID? PerformingCarrierAssignedID? SummaryDescription* TotalInvoiceAmount? DeclaredCustomsValueAmount? TariffDescription* TariffCode? InsurancePremiumAmount? GrossWeightMeasure? NetWeightMeasure? NetNetWeightMeasure? ChargeableWeightMeasure? GrossVolumeMeasure? NetVolumeMeasure? LoadingLengthMeasure? Remarks* HazardousRiskIndicator? AnimalFoodIndicator? HumanFoodIndicator? LivestockIndicator? BulkCargoIndicator? ContainerizedIndicator? GeneralCargoIndicator? SpecialSecurityIndicator? ThirdPartyPayerIndicator? CarrierServiceInstructions* CustomsClearanceServiceInstructions* ForwarderServiceInstructions* SpecialServiceInstructions* SequenceID? ShippingPriorityLevelCode? HandlingCode? HandlingInstructions* Information* TotalGoodsItemQuantity? TotalTransportHandlingUnitQuantity? InsuranceValueAmount? DeclaredForCarriageValueAmount? DeclaredStatisticsValueAmount? FreeOnBoardValueAmount? SpecialInstructions* SplitConsignmentIndicator? DeliveryInstructions* ConsignmentQuantity? ConsolidatableIndicator? HaulageInstructions* LoadingSequenceID? ChildConsignmentQuantity? TotalPackagesQuantity? /ConsolidatedShipment* /CustomsDeclaration* /RequestedPickupTransportEvent? /RequestedDeliveryTransportEvent? /PlannedPickupTransportEvent? /PlannedDeliveryTransportEvent? /ActualPickupTransportEvent? /ActualDeliveryTransportEvent? /Status* /ChildConsignment* /ConsigneeParty? /ExporterParty? /ConsignorParty? /ImporterParty? /CarrierParty? /FreightForwarderParty? /NotifyParty? /OriginalDespatchParty? /FinalDeliveryParty? /PerformingCarrierParty? /SubstituteCarrierParty? /LogisticsOperatorParty? /TransportAdvisorParty? /HazardousItemNotificationParty? /InsuranceParty? /MortgageHolderParty? /BillOfLadingHolderParty? /OriginalDepartureCountry? /FinalDestinationCountry? /TransitCountry* /TransportContract? /TransportEvent* /OriginalDespatchTransportationService? /FinalDeliveryTransportationService? /DeliveryTerms? /PaymentTerms? /CollectPaymentTerms? /DisbursementPaymentTerms? /PrepaidPaymentTerms? /FreightAllowanceCharge* /ExtraAllowanceCharge* /MainCarriageShipmentStage* /PreCarriageShipmentStage* /OnCarriageShipmentStage* /TransportHandlingUnit* /FirstArrivalPortLocation? /LastExitPortLocation? /OfficeOfEntryLocation? /OfficeOfSubSequentiallyEntryLocation? /OfficeOfExitLocation? /OfficeOfDepartureLocation? /OfficeOfDestinationLocation? /OfficeOfImportLocation? /OfficeOfExportLocation? /DocumentReference*
Contact: ext:UBLExtensions? ID? Name? JobTitle? Department? Telephone? Telefax? ElectronicMail? Note* /OtherCommunication*
Contract: ext:UBLExtensions? ID? IssueDate? IssueTime? NominationDate? NominationTime? ContractTypeCode? ContractType? Note* VersionID? ModificationReasonCode? ModificationReasonDescription* Description* /ValidityPeriod? /ContractDocumentReference* /NominationPeriod? /ContractualDelivery?
CorporateRegistrationScheme: ext:UBLExtensions? ID? Name? CorporateRegistrationTypeCode? /JurisdictionRegionAddress*
Country: ext:UBLExtensions? IdentificationCode? Name?
CreditAccount: ext:UBLExtensions? AccountID!
CrewPersonEffect: ext:UBLExtensions? EffectDescription+ /CrewPerson?
CustomerParty: ext:UBLExtensions? CustomerAssignedAccountID? SupplierAssignedAccountID? AdditionalAccountID* /Party? /DeliveryContact? /AccountingContact? /BuyerContact?
CustomsDeclaration: ext:UBLExtensions? ID! /ValidityPeriod? /ApplicableTerritoryAddress? /Shipment? /CustomsExitOfficeLocation? /IssuerParty? /ConsignorParty? /ConsigneeParty? /FreightForwarderParty? /CustomsParty? /PreviousCustomsDeclaration? /AdditionalDocumentReference*
Delivery: ext:UBLExtensions? ID? Quantity? MinimumQuantity? MaximumQuantity? ActualDeliveryDate? ActualDeliveryTime? LatestDeliveryDate? LatestDeliveryTime? ReleaseID? TrackingID? /DeliveryAddress? /DeliveryLocation? /AlternativeDeliveryLocation? /RequestedDeliveryPeriod? /PromisedDeliveryPeriod? /EstimatedDeliveryPeriod? /CarrierParty? /DeliveryParty? /NotifyParty* /Despatch? /DeliveryTerms* /MinimumDeliveryUnit? /MaximumDeliveryUnit? /Shipment?
DeliveryTerms: ext:UBLExtensions? ID? SpecialTerms* LossRiskResponsibilityCode? LossRisk* Amount? /DeliveryLocation? /AllowanceCharge?
DeliveryUnit: ext:UBLExtensions? BatchQuantity! ConsumerUnitQuantity? HazardousRiskIndicator?
DependentPriceReference: ext:UBLExtensions? Percent? /LocationAddress? /DependentLineReference?
Despatch: ext:UBLExtensions? ID? RequestedDespatchDate? RequestedDespatchTime? EstimatedDespatchDate? EstimatedDespatchTime? ActualDespatchDate? ActualDespatchTime? GuaranteedDespatchDate? GuaranteedDespatchTime? ReleaseID? Instructions* /DespatchAddress? /DespatchLocation? /DespatchParty? /CarrierParty? /NotifyParty* /Contact? /EstimatedDespatchPeriod? /RequestedDespatchPeriod?
DespatchLine: ext:UBLExtensions? ID! UUID? Note* LineStatusCode? DeliveredQuantity? BackorderQuantity? BackorderReason* OutstandingQuantity? OutstandingReason* OversupplyQuantity? /OrderLineReference+ /DocumentReference* /Item! /Shipment* /SubDespatchLine*
Dimension: ext:UBLExtensions? AttributeID! Measure? Description* MinimumMeasure? MaximumMeasure?
DocumentDistribution: ext:UBLExtensions? ID? DocumentTypeCode? DistributionTypeCode? DistributionType* PrintQualifier? CopyIndicator? MaximumCopiesNumeric? MaximumOriginalsNumeric? /Communication? /Party!
DocumentReference: ext:UBLExtensions? ID! CopyIndicator? UUID? IssueDate? IssueTime? DocumentTypeCode? DocumentType* XPath* ReferencedDocumentInternalAddress? LanguageID? LocaleCode? VersionID? DocumentStatusCode? DocumentDescription* /Attachment? /ValidityPeriod? /IssuerParty? /ResultOfVerification?
EmissionCalculationMethod: ext:UBLExtensions? CalculationMethodCode? FullnessIndicationCode? /MeasurementFromLocation? /MeasurementToLocation?
EnvironmentalEmission: ext:UBLExtensions? EnvironmentalEmissionTypeCode! ValueMeasure! Description* /EmissionCalculationMethod*
Event: ext:UBLExtensions? IdentificationID? OccurrenceDate? OccurrenceTime? TypeCode? Description* CompletionIndicator? /CurrentStatus* /Contact* /OccurenceLocation?
ExchangeRate: ext:UBLExtensions? SourceCurrencyCode! SourceCurrencyBaseRate? TargetCurrencyCode! TargetCurrencyBaseRate? ExchangeMarketID? CalculationRate? MathematicOperatorCode? Date? /ForeignExchangeContract?
ExternalReference: ext:UBLExtensions? URI? DocumentHash? HashAlgorithmMethod? ExpiryDate? ExpiryTime? MimeCode? FormatCode? EncodingCode? CharacterSetCode? FileName? Description*
FinancialAccount: ext:UBLExtensions? ID? Name? AliasName? AccountTypeCode? AccountFormatCode? CurrencyCode? PaymentNote* /FinancialInstitutionBranch? /Country?
FinancialInstitution: ext:UBLExtensions? ID? Name? /Address?
GoodsItem: ext:UBLExtensions? ID? SequenceNumberID? Description* HazardousRiskIndicator? DeclaredCustomsValueAmount? DeclaredForCarriageValueAmount? DeclaredStatisticsValueAmount? FreeOnBoardValueAmount? InsuranceValueAmount? ValueAmount? GrossWeightMeasure? NetWeightMeasure? NetNetWeightMeasure? ChargeableWeightMeasure? GrossVolumeMeasure? NetVolumeMeasure? Quantity? PreferenceCriterionCode? RequiredCustomsID? CustomsStatusCode? CustomsProcedureCode? CustomsTariffQuantity? CustomsImportClassifiedIndicator? ChargeableQuantity? ReturnableQuantity? TraceID? /Item* /GoodsItemContainer* /FreightAllowanceCharge* /InvoiceLine* /OrderLineReference* /Temperature* /ContainedGoodsItem* /OriginAddress? /Delivery? /Pickup? /Despatch? /MeasurementDimension* /ContainingPackage* /ShipmentDocumentReference? /MinimumTemperature? /MaximumTemperature?
GoodsItemContainer: ext:UBLExtensions? ID! Quantity? /TransportEquipment*
HazardousGoodsTransit: ext:UBLExtensions? TransportEmergencyCardCode? PackingCriteriaCode? HazardousRegulationCode? InhalationToxicityZoneCode? TransportAuthorizationCode? TransitDescription* /MaximumTemperature? /MinimumTemperature?
HazardousItem: ext:UBLExtensions? ID? PlacardNotation? PlacardEndorsement? AdditionalInformation* UNDGCode? UNPackingGroupCode? UNPackingGroup* EmergencyProceduresCode? MedicalFirstAidGuideCode? TunnelRestrictionCode? MaritimePollutantCode? TechnicalName? CategoryName? HazardousCategoryCode? UpperOrangeHazardPlacardID? LowerOrangeHazardPlacardID? MarkingID? HazardClassID? NetWeightMeasure? NetVolumeMeasure? Quantity? /ContactParty? /SecondaryHazard* /HazardousGoodsTransit* /EmergencyTemperature? /FlashpointTemperature? /AdditionalTemperature* /PositionOnBoardStowage?
ISPSRequirements: ext:UBLExtensions? ID! ValidISSCIndicator? ISSCAbsenceReason* ISSCExpiryDate? SSPOnBoardIndicator? SSPSecurityMeasuresAppliedIndicator? CurrentOperatingSecurityLevelCode? AdditionalMattersDescription* /AdditionalSecurityMeasure* /PortCallRecord* /ShipToShipActivityRecord* /ReportLocation? /ISSCIssuerParty? /SecurityOfficerPerson?
InvoiceLine: ext:UBLExtensions? ID! UUID? Note* InvoicedQuantity? LineExtensionAmount! TaxInclusiveLineExtensionAmount? TaxPointDate? AccountingCostCode? AccountingCost? PaymentPurposeCode? FreeOfChargeIndicator? /InvoicePeriod* /OrderLineReference* /DespatchLineReference* /ReceiptLineReference* /BillingReference* /DocumentReference* /PricingReference? /OriginatorParty? /Delivery* /PaymentTerms* /AllowanceCharge* /TaxTotal* /WithholdingTaxTotal* /Item! /Price? /DeliveryTerms? /SubInvoiceLine* /ItemPriceExtension?
Item: ext:UBLExtensions? Description* PackQuantity? PackSizeNumeric? CatalogueIndicator? Name? HazardousRiskIndicator? AdditionalInformation* Keyword* BrandName* ModelName* /BuyersItemIdentification? /SellersItemIdentification? /ManufacturersItemIdentification* /StandardItemIdentification? /CatalogueItemIdentification? /AdditionalItemIdentification* /CatalogueDocumentReference? /ItemSpecificationDocumentReference* /OriginCountry? /CommodityClassification* /TransactionConditions* /HazardousItem* /ClassifiedTaxCategory* /AdditionalItemProperty* /ManufacturerParty* /InformationContentProviderParty? /OriginAddress* /ItemInstance* /Certificate* /Dimension*
ItemIdentification: ext:UBLExtensions? ID! ExtendedID? BarcodeSymbologyID? IssuerScopeID? /PhysicalAttribute* /MeasurementDimension* /IssuerParty?
ItemInstance: ext:UBLExtensions? ProductTraceID? ManufactureDate? ManufactureTime? BestBeforeDate? RegistrationID? SerialID? /AdditionalItemProperty* /LotIdentification?
ItemLocationQuantity: ext:UBLExtensions? LeadTimeMeasure? MinimumQuantity? MaximumQuantity? HazardousRiskIndicator? TradingRestrictions* /ApplicableTerritoryAddress* /Price? /DeliveryUnit* /ApplicableTaxCategory* /Package? /AllowanceCharge* /DependentPriceReference?
ItemProperty: ext:UBLExtensions? ID? Name! NameCode? TestMethod? Value? ValueQuantity? ValueQualifier* ImportanceCode? ListValue* /UsabilityPeriod? /ItemPropertyGroup* /RangeDimension? /ItemPropertyRange? /StandardPropertyIdentification? /SubItemProperty*
ItemPropertyGroup: ext:UBLExtensions? ID! Name? ImportanceCode?
ItemPropertyRange: ext:UBLExtensions? MinimumValue? MaximumValue?
Language: ext:UBLExtensions? ID? Name? LocaleCode?
LineItem: ext:UBLExtensions? ID! SalesOrderID? UUID? Note* LineStatusCode? Quantity? LineExtensionAmount? TaxInclusiveLineExtensionAmount? TotalTaxAmount? MinimumQuantity? MaximumQuantity? MinimumBackorderQuantity? MaximumBackorderQuantity? InspectionMethodCode? PartialDeliveryIndicator? BackOrderAllowedIndicator? AccountingCostCode? AccountingCost? WarrantyInformation* /Delivery* /DeliveryTerms? /OriginatorParty? /OrderedShipment* /PricingReference? /AllowanceCharge* /Price? /Item! /SubLineItem* /WarrantyValidityPeriod? /WarrantyParty? /TaxTotal* /ItemPriceExtension? /LineReference*
LineReference: ext:UBLExtensions? LineID! UUID? LineStatusCode? /DocumentReference?
Location: ext:UBLExtensions? ID? Description* Conditions* CountrySubentity? CountrySubentityCode? LocationTypeCode? InformationURI? Name? /ValidityPeriod* /Address? /Storage? /SubsidiaryLocation* /LocationCoordinate*
LocationCoordinate: ext:UBLExtensions? CoordinateSystemCode? LatitudeDegreesMeasure? LatitudeMinutesMeasure? LatitudeDirectionCode? LongitudeDegreesMeasure? LongitudeMinutesMeasure? LongitudeDirectionCode? AltitudeMeasure?
LotIdentification: ext:UBLExtensions? LotNumberID? ExpiryDate? /AdditionalItemProperty*
MaritimeHealthDeclaration: ext:UBLExtensions? ID? InfectiousDiseaseCaseOnBoardIndicator? MoreIllThanExpectedIndicator? MedicalPractitionerConsultedIndicator? StowawaysFoundOnBoardIndicator? SickAnimalOnBoardIndicator? FumigatedCargoTransportIndicator? SanitaryMeasuresAppliedIndicator? ValidSanitationCertificateOnBoardIndicator? ReinspectionRequiredIndicator? TotalDeadPersonQuantity? TotalIllPersonQuantity? SickAnimalDescription* StowawayDescription* LastDrinkingWaterAnalysisDate? /WHOAffectedAreaVisit* /PersonnelHealthIncident* /SanitaryMeasure* /PlaceOfReportLocation? /MedicalCertificate? /ShipSanitationControlCertificate? /ShipSanitationControlExemptionDocumentReference*
MaritimeTransport: ext:UBLExtensions? VesselID? VesselName? RadioCallSignID? MMSIRegistrationID? ShipsRequirements* GrossTonnageMeasure? NetTonnageMeasure? SegregatedBallastMeasure? ShipConfigurationCode? INFShipClassCode? AntennaLocus? /RegistryCertificateDocumentReference? /RegistryPortLocation? /VesselDynamics?
MaritimeWaste: ext:UBLExtensions? ID? Description* WasteTypeCode? ToBeDeliveredMeasure? RetainedOnBoardMeasure? MaxDedicatedStorageCapacityMeasure? EstimatedGeneratedUntilNextPortMeasure? /RemainingWasteDeliveryPortLocation*
MonetaryTotal: ext:UBLExtensions? LineExtensionAmount? TaxExclusiveAmount? TaxInclusiveAmount? AllowanceTotalAmount? ChargeTotalAmount? WithholdingTaxTotalAmount? PrepaidAmount? PayableRoundingAmount? PayableAmount! PayableAlternativeAmount?
OrderCancellation: ext:UBLExtensions? UBLVersionID? CustomizationID? ProfileID? ProfileExecutionID? ID! CopyIndicator? UUID? IssueDate! IssueTime? Note* CancellationNote+ /OrderReference+ /OriginatorDocumentReference? /AdditionalDocumentReference* /Contract* /Signature* /BuyerCustomerParty! /SellerSupplierParty! /OriginatorCustomerParty?
OrderChange: ext:UBLExtensions? UBLVersionID? CustomizationID? ProfileID? ProfileExecutionID? ID? SalesOrderID? CopyIndicator? UUID? IssueDate! IssueTime? SequenceNumberID! Note* RequestedInvoiceCurrencyCode? DocumentCurrencyCode? PricingCurrencyCode? TaxCurrencyCode? CustomerReference? AccountingCostCode? AccountingCost? LineCountNumeric? /ValidityPeriod* /OrderReference! /QuotationDocumentReference? /OriginatorDocumentReference? /AdditionalDocumentReference* /Contract* /Signature* /BuyerCustomerParty! /SellerSupplierParty! /OriginatorCustomerParty? /FreightForwarderParty? /AccountingCustomerParty? /AccountingSupplierParty? /Delivery* /DeliveryTerms? /PaymentMeans* /PaymentTerms* /TransactionConditions? /AllowanceCharge* /TaxExchangeRate? /PricingExchangeRate? /PaymentExchangeRate? /DestinationCountry? /TaxTotal* /AnticipatedMonetaryTotal? /OrderLine+
OrderLine: ext:UBLExtensions? SubstitutionStatusCode? Note* /LineItem! /SellerProposedSubstituteLineItem* /SellerSubstitutedLineItem* /BuyerProposedSubstituteLineItem* /CatalogueLineReference? /QuotationLineReference? /OrderLineReference* /DocumentReference*
OrderLineReference: ext:UBLExtensions? LineID! SalesOrderLineID? UUID? LineStatusCode? /OrderReference?
OrderReference: ext:UBLExtensions? ID! SalesOrderID? CopyIndicator? UUID? IssueDate? IssueTime? CustomerReference? OrderTypeCode? /DocumentReference?
OrderResponse: ext:UBLExtensions? UBLVersionID? CustomizationID? ProfileID? ProfileExecutionID? ID! SalesOrderID? CopyIndicator? UUID? IssueDate! IssueTime? OrderResponseCode? Note* DocumentCurrencyCode? PricingCurrencyCode? TaxCurrencyCode? TotalPackagesQuantity? GrossWeightMeasure? NetWeightMeasure? NetNetWeightMeasure? GrossVolumeMeasure? NetVolumeMeasure? CustomerReference? AccountingCostCode? AccountingCost? LineCountNumeric? /ValidityPeriod* /OrderReference+ /OrderDocumentReference* /OrderChangeDocumentReference* /OriginatorDocumentReference? /AdditionalDocumentReference* /Contract* /Signature* /SellerSupplierParty! /BuyerCustomerParty! /OriginatorCustomerParty? /FreightForwarderParty? /AccountingSupplierParty? /AccountingCustomerParty? /Delivery* /DeliveryTerms? /PaymentMeans* /PaymentTerms* /AllowanceCharge* /TransactionConditions? /TaxExchangeRate? /PricingExchangeRate? /PaymentExchangeRate? /DestinationCountry? /TaxTotal* /LegalMonetaryTotal? /OrderLine*
OrderedShipment: ext:UBLExtensions? /Shipment! /Package*
Package: ext:UBLExtensions? ID? Quantity? ReturnableMaterialIndicator? PackageLevelCode? PackagingTypeCode? PackagingType* PackingMaterial* TraceID? /ContainedPackage* /ContainingTransportEquipment? /GoodsItem* /MeasurementDimension* /DeliveryUnit* /Delivery? /Pickup? /Despatch?
Party: ext:UBLExtensions? MarkCareIndicator? MarkAttentionIndicator? WebsiteURI? LogoReferenceID? EndpointID? IndustryClassificationCode? /PartyIdentification* /PartyName* /Language? /PostalAddress? /PhysicalLocation? /PartyTaxScheme* /PartyLegalEntity* /Contact? /Person* /AgentParty? /ServiceProviderParty* /PowerOfAttorney* /PartyAuthorization* /FinancialAccount? /AdditionalWebSite* /SocialMediaProfile*
PartyIdentification: ext:UBLExtensions? ID!
PartyLegalEntity: ext:UBLExtensions? RegistrationName? CompanyID? RegistrationDate? RegistrationExpirationDate? CompanyLegalFormCode? CompanyLegalForm* SoleProprietorshipIndicator? CompanyLiquidationStatusCode? CorporateStockAmount? FullyPaidSharesIndicator? /RegistrationAddress? /CorporateRegistrationScheme? /HeadOfficeParty? /ShareholderParty*
PartyName: ext:UBLExtensions? Name!
PartyTaxScheme: ext:UBLExtensions? RegistrationName? CompanyID? TaxLevelCode? ExemptionReasonCode? ExemptionReason* /RegistrationAddress? /TaxScheme!
PaymentMandate: ext:UBLExtensions? ID? MandateTypeCode? MaximumPaymentInstructionsNumeric? MaximumPaidAmount? SignatureID? /PayerParty? /PayerFinancialAccount? /ValidityPeriod? /PaymentReversalPeriod? /Clause*
PaymentMeans: ext:UBLExtensions? ID? PaymentMeansCode! PaymentDueDate? PaymentChannelCode? InstructionID? InstructionNote* PaymentID* ChargeBearerCode? ServiceLevelCode? /CardAccount* /PayerFinancialAccount? /PayeeFinancialAccount? /CreditAccount? /PaymentMandate? /TradeFinancing? /RemittanceDocumentDistribution*
PaymentTerms: ext:UBLExtensions? ID? PaymentMeansID* PrepaidPaymentReferenceID? Note* ReferenceEventCode? SettlementDiscountPercent? PenaltySurchargePercent? PaymentPercent? Amount? SettlementDiscountAmount? PenaltyAmount? PaymentTermsDetailsURI? PaymentDueDate? InstallmentDueDate? InvoicingPartyReference? /SettlementPeriod? /PenaltyPeriod? /ExchangeRate? /ValidityPeriod?
Period: ext:UBLExtensions? StartDate? StartTime? EndDate? EndTime? DurationMeasure? DescriptionCode* Description*
Person: ext:UBLExtensions? ID? FirstName? FamilyName? Title? MiddleName? OtherName? NameSuffix? JobTitle? NationalityID? GenderCode? BirthDate? BirthplaceName? OrganizationDepartment? RoleCode? /BirthplaceLocation? /CitizenshipCountry? /Contact? /FinancialAccount? /IdentityDocumentReference* /ResidenceAddress?
PersonnelHealthIncident: ext:UBLExtensions? ID! JoinedShipDate? NatureOfIllnessDescription+ OnsetDate? ReportedToMedicalOfficerIndicator? GivenTreatmentDescription* StillIllIndicator? DiedIndicator? StillOnBoardIndicator? EvacuatedIndicator? BuriedAtSeaIndicator? Note* /Person?
PhysicalAttribute: ext:UBLExtensions? AttributeID! PositionCode? DescriptionCode? Description*
Pickup: ext:UBLExtensions? ID? ActualPickupDate? ActualPickupTime? EarliestPickupDate? EarliestPickupTime? LatestPickupDate? LatestPickupTime? /PickupLocation? /PickupParty?
PortCall: ext:UBLExtensions? ID? PlannedOperationsDescription* PlannedWorksDescription* PlannedInspectionsDescription* ExpectedAnchorageIndicator? PositionInPortID? CargoAndBallastTankConditionDescription* /ShipRequirement* /PrimaryPortCallPurpose? /AdditionalPortCallPurpose* /RequestedArrivalEvent?
PortCallPurpose: ext:UBLExtensions? PurposeTypeCode? PurposeType* Description*
PortCallRecord: ext:UBLExtensions? ID? SecurityLevelCode? /SecurityMeasure* /PortFacilityLocation? /Period?
PowerOfAttorney: ext:UBLExtensions? ID? IssueDate? IssueTime? Description* /NotaryParty? /AgentParty! /WitnessParty* /MandateDocumentReference*
Price: ext:UBLExtensions? PriceAmount! BaseQuantity? PriceChangeReason* PriceTypeCode? PriceType? OrderableUnitFactorRate? /ValidityPeriod* /PriceList? /AllowanceCharge* /PricingExchangeRate? /AlternativeCurrencyPrice*
PriceExtension: ext:UBLExtensions? Amount! /TaxTotal*
PriceList: ext:UBLExtensions? ID? StatusCode? /ValidityPeriod* /PreviousPriceList?
PricingReference: ext:UBLExtensions? /OriginalItemLocationQuantity? /AlternativeConditionPrice*
PropertyIdentification: ext:UBLExtensions? ID! IssuerScopeID? /IssuerParty?
RailTransport: ext:UBLExtensions? TrainID! RailCarID?
ReceiptLine: ext:UBLExtensions? ID! UUID? Note* ReceivedQuantity? ShortQuantity? ShortageActionCode? RejectedQuantity? RejectReasonCode? RejectReason* RejectActionCode? QuantityDiscrepancyCode? OversupplyQuantity? ReceivedDate? TimingComplaintCode? TimingComplaint? /OrderLineReference? /DespatchLineReference* /DocumentReference* /Item* /Shipment*
ResultOfVerification: ext:UBLExtensions? ValidatorID? ValidationResultCode? ValidationDate? ValidationTime? ValidateProcess? ValidateTool? ValidateToolVersion? /SignatoryParty?
RoadTransport: ext:UBLExtensions? LicensePlateID!
SanitaryMeasure: ext:UBLExtensions? SanitaryMeasureTypeCode! ApplicationDate?
SecondaryHazard: ext:UBLExtensions? ID? PlacardNotation? PlacardEndorsement? EmergencyProceduresCode? Extension*
SecurityMeasure: ext:UBLExtensions? ID? Description+
ServiceFrequency: ext:UBLExtensions? WeekDayCode!
ServiceProviderParty: ext:UBLExtensions? ID? ServiceTypeCode? ServiceType* /Party! /SellerContact?
ShareholderParty: ext:UBLExtensions? PartecipationPercent? /Party?
ShipRequirement: ext:UBLExtensions? ID? Description+
ShipStoreArticle: ext:UBLExtensions? ID! Name? Quantity? OfficialUse* /Stowage?
ShipToShipActivityRecord: ext:UBLExtensions? ID? Description+ /AppliedSecurityMeasure* /Period? /Location?
Shipment: ext:UBLExtensions? ID? ShippingPriorityLevelCode? HandlingCode? HandlingInstructions* Information* GrossWeightMeasure? NetWeightMeasure? NetNetWeightMeasure? GrossVolumeMeasure? NetVolumeMeasure? TotalGoodsItemQuantity? TotalTransportHandlingUnitQuantity? InsuranceValueAmount? DeclaredCustomsValueAmount? DeclaredForCarriageValueAmount? DeclaredStatisticsValueAmount? FreeOnBoardValueAmount? SpecialInstructions* DeliveryInstructions* SplitConsignmentIndicator? ConsignmentQuantity? /Consignment* /GoodsItem* /ShipmentStage* /Delivery? /TransportHandlingUnit* /ReturnAddress? /OriginAddress? /FirstArrivalPortLocation? /LastExitPortLocation? /ExportCountry? /FreightAllowanceCharge*
ShipmentStage: ext:UBLExtensions? ID? ShipmentStageTypeCode? ShipmentStageType* TransportModeCode? TransportMeansTypeCode? TransitDirectionCode? PreCarriageIndicator? OnCarriageIndicator? CabotageIndicator? HazardousRiskIndicator? EstimatedDeliveryDate? EstimatedDeliveryTime? RequiredDeliveryDate? RequiredDeliveryTime? LoadingSequenceID? SuccessiveSequenceID? Instructions* DemurrageInstructions* CrewQuantity? PassengerQuantity? /TransitPeriod? /CarrierParty* /TransportMeans? /LoadingPortLocation? /UnloadingPortLocation? /TransshipPortLocation? /LoadingTransportEvent? /ExaminationTransportEvent? /AvailabilityTransportEvent? /ExportationTransportEvent? /DischargeTransportEvent? /WarehousingTransportEvent? /TakeoverTransportEvent? /OptionalTakeoverTransportEvent? /DropoffTransportEvent? /ActualPickupTransportEvent? /DeliveryTransportEvent? /ReceiptTransportEvent? /StorageTransportEvent? /AcceptanceTransportEvent? /TerminalOperatorParty? /CustomsAgentParty? /EstimatedTransitPeriod? /FreightAllowanceCharge* /FreightChargeLocation? /DetentionTransportEvent* /RequestedDepartureTransportEvent? /RequestedArrivalTransportEvent? /RequestedWaypointTransportEvent* /PlannedDepartureTransportEvent? /PlannedArrivalTransportEvent? /PlannedWaypointTransportEvent* /ActualDepartureTransportEvent? /ActualWaypointTransportEvent? /ActualArrivalTransportEvent? /TransportEvent* /EstimatedDepartureTransportEvent? /EstimatedArrivalTransportEvent? /PassengerPerson* /DriverPerson* /ReportingPerson? /CrewMemberPerson* /SecurityOfficerPerson? /MasterPerson? /ShipsSurgeonPerson? /DestinationPortCall? /ShipStoreArticle* /CrewPersonEffect* /MaritimeWaste* /BallastWaterSummary? /ISPSRequirements? /MaritimeHealthDeclaration?
Signature: ext:UBLExtensions? ID! ReasonCode? Note* ValidationDate? ValidationTime? ValidatorID? CanonicalizationMethod? SignatureMethod? /SignatoryParty? /DigitalSignatureAttachment? /OriginalDocumentReference?
SocialMediaProfile: ext:UBLExtensions? ID? Name? SocialMediaTypeCode? URI!
Status: ext:UBLExtensions? ConditionCode? ReferenceDate? ReferenceTime? Description* StatusReasonCode? StatusReason* SequenceID? Text* IndicationIndicator? Percent? ReliabilityPercent? /SubStatus* /Condition*
Storage: ext:UBLExtensions? ID! Name? GateID? AirFlowPercent? HumidityPercent? AnimalFoodApprovedIndicator? HumanFoodApprovedIndicator? DangerousGoodsApprovedIndicator? RefrigeratedIndicator? PowerIndicator? /MinimumTemperature? /MaximumTemperature? /Certificate*
Stowage: ext:UBLExtensions? LocationID? Location* /MeasurementDimension*
SupplierParty: ext:UBLExtensions? CustomerAssignedAccountID? AdditionalAccountID* DataSendingCapability? /Party? /DespatchContact? /AccountingContact? /SellerContact?
TaxCategory: ext:UBLExtensions? ID? Name? Percent? BaseUnitMeasure? PerUnitAmount? TaxExemptionReasonCode? TaxExemptionReason* TierRange? TierRatePercent? /TaxScheme!
TaxScheme: ext:UBLExtensions? ID? Name? TaxTypeCode? CurrencyCode? /JurisdictionRegionAddress*
TaxSubtotal: ext:UBLExtensions? TaxableAmount? TaxAmount! CalculationSequenceNumeric? TransactionCurrencyTaxAmount? Percent? BaseUnitMeasure? PerUnitAmount? TierRange? TierRatePercent? /TaxCategory!
TaxTotal: ext:UBLExtensions? TaxAmount! CalculationSequenceNumeric? RoundingAmount? TaxEvidenceIndicator? TaxIncludedIndicator? /TaxSubtotal*
Temperature: ext:UBLExtensions? AttributeID? Measure? MeasureCode? Description*
TradeFinancing: ext:UBLExtensions? ID? FinancingInstrumentCode? /ContractDocumentReference? /DocumentReference* /FinancingParty! /FinancingFinancialAccount? /Clause*
TradingTerms: ext:UBLExtensions? Information* Reference? /ApplicableAddress?
TransactionConditions: ext:UBLExtensions? ID? ActionCode? Description* /DocumentReference*
TransportEquipment: ext:UBLExtensions? ID? ReferencedConsignmentID* TransportEquipmentTypeCode? ProviderTypeCode? OwnerTypeCode? SizeTypeCode? DispositionCode? FullnessIndicationCode? RefrigerationOnIndicator? Information* ReturnabilityIndicator? LegalStatusIndicator? AirFlowPercent? HumidityPercent? AnimalFoodApprovedIndicator? HumanFoodApprovedIndicator? DangerousGoodsApprovedIndicator? RefrigeratedIndicator? Characteristics? DamageRemarks* Description* SpecialTransportRequirements* GrossWeightMeasure? GrossVolumeMeasure? TareWeightMeasure? TrackingDeviceCode? PowerIndicator? TraceID? /MeasurementDimension* /TransportEquipmentSeal* /MinimumTemperature? /MaximumTemperature? /ProviderParty? /LoadingProofParty? /SupplierParty? /OwnerParty? /OperatingParty? /LoadingLocation? /UnloadingLocation? /StorageLocation? /PositioningTransportEvent* /QuarantineTransportEvent* /DeliveryTransportEvent* /PickupTransportEvent* /HandlingTransportEvent* /LoadingTransportEvent* /TransportEvent* /ApplicableTransportMeans? /HaulageTradingTerms* /HazardousGoodsTransit* /PackagedTransportHandlingUnit* /ServiceAllowanceCharge* /FreightAllowanceCharge* /AttachedTransportEquipment* /Delivery? /Pickup? /Despatch? /ShipmentDocumentReference* /ContainedInTransportEquipment* /Package* /GoodsItem* /VerifiedGrossMass?
TransportEquipmentSeal: ext:UBLExtensions? ID! SealIssuerTypeCode? Condition? SealStatusCode? SealingPartyType?
TransportEvent: ext:UBLExtensions? IdentificationID? OccurrenceDate? OccurrenceTime? TransportEventTypeCode? Description* CompletionIndicator? /ReportedShipment? /CurrentStatus* /Contact* /Location? /Signature? /Period*
TransportHandlingUnit: ext:UBLExtensions? ID? TransportHandlingUnitTypeCode? HandlingCode? HandlingInstructions* HazardousRiskIndicator? TotalGoodsItemQuantity? TotalPackageQuantity? DamageRemarks* ShippingMarks* TraceID? /HandlingUnitDespatchLine* /ActualPackage* /ReceivedHandlingUnitReceiptLine* /TransportEquipment* /TransportMeans* /HazardousGoodsTransit* /MeasurementDimension* /MinimumTemperature? /MaximumTemperature? /GoodsItem* /FloorSpaceMeasurementDimension? /PalletSpaceMeasurementDimension? /ShipmentDocumentReference* /Status* /CustomsDeclaration* /ReferencedShipment* /Package*
TransportMeans: ext:UBLExtensions? JourneyID? RegistrationNationalityID? RegistrationNationality* DirectionCode? TransportMeansTypeCode? TradeServiceCode? /Stowage? /AirTransport? /RoadTransport? /RailTransport? /MaritimeTransport? /OwnerParty? /MeasurementDimension*
TransportationService: ext:UBLExtensions? TransportServiceCode! TariffClassCode? Priority? FreightRateClassCode? TransportationServiceDescription* TransportationServiceDetailsURI? NominationDate? NominationTime? Name? SequenceNumeric? /TransportEquipment* /SupportedTransportEquipment* /UnsupportedTransportEquipment* /CommodityClassification* /SupportedCommodityClassification* /UnsupportedCommodityClassification* /TotalCapacityDimension? /ShipmentStage* /TransportEvent* /ResponsibleTransportServiceProviderParty? /EnvironmentalEmission* /EstimatedDurationPeriod? /ScheduledServiceFrequency*
UBLExtension: ID? Name? ext:ExtensionAgencyID? ext:ExtensionAgencyName? ext:ExtensionVersionID? ext:ExtensionAgencyURI? ext:ExtensionURI? ext:ExtensionReasonCode? ext:ExtensionReason? ext:ExtensionContent!
UBLExtensions: ext:UBLExtension+
VerifiedGrossMass: ext:UBLExtensions? ID? WeighingDate? WeighingTime? WeighingMethodCode! WeighingDeviceID? WeighingDeviceType? GrossMassMeasure! /WeighingParty? /ShipperParty? /ResponsibleParty? /DocumentReference+
VesselDynamics: ext:UBLExtensions? NavigationStatusCode? AtAnchorageIndicator? CourseOverGroundDirection? SpeedOverGroundMeasure? RateOfTurnMeasure?
WHOAffectedAreaVisit: ext:UBLExtensions? VisitDate! /WHOAffectedAreaPortLocation!
WebSite: ext:UBLExtensions? ID? Name? Description* WebSiteTypeCode? URI! /WebSiteAccess*
WebSiteAccess: ext:UBLExtensions? URI? Password! Login!
`;

/** Type: the elements that have it. */
export const aggregateElements = `
Address: /Address /ApplicableAddress /ApplicableTerritoryAddress /DeliveryAddress /DespatchAddress /JurisdictionRegionAddress /LocationAddress /OriginAddress /PostalAddress /RegistrationAddress /ResidenceAddress /ReturnAddress
AddressLine: /AddressLine
AirTransport: /AirTransport
AllowanceCharge: /AllowanceCharge /ExtraAllowanceCharge /FreightAllowanceCharge /ServiceAllowanceCharge
Attachment: /Attachment /DigitalSignatureAttachment
Authorization: /PartyAuthorization
BallastWaterSummary: /BallastWaterSummary
BallastWaterTransaction: /DischargeBallastWaterTransaction /ExchangeBallastWaterTransaction /UptakeBallastWaterTransaction
BillingReference: /BillingReference
BillingReferenceLine: /BillingReferenceLine
Branch: /FinancialInstitutionBranch
CardAccount: /CardAccount
Certificate: /Certificate /MedicalCertificate /ShipSanitationControlCertificate
Clause: /Clause
CommodityClassification: /CommodityClassification /SupportedCommodityClassification /UnsupportedCommodityClassification
Communication: /Communication /OtherCommunication
Condition: /Condition
Consignment: /ChildConsignment /Consignment
Contact: /AccountingContact /BuyerContact /Contact /DeliveryContact /DespatchContact /SellerContact
Contract: /Contract /ForeignExchangeContract /TransportContract
CorporateRegistrationScheme: /CorporateRegistrationScheme
Country: /CitizenshipCountry /Country /DestinationCountry /ExportCountry /FinalDestinationCountry /OriginCountry /OriginalDepartureCountry /TransitCountry
CreditAccount: /CreditAccount
CrewPersonEffect: /CrewPersonEffect
CustomerParty: /AccountingCustomerParty /BuyerCustomerParty /OriginatorCustomerParty
CustomsDeclaration: /CustomsDeclaration /PreviousCustomsDeclaration
Delivery: /ContractualDelivery /Delivery
DeliveryTerms: /DeliveryTerms
DeliveryUnit: /DeliveryUnit /MaximumDeliveryUnit /MinimumDeliveryUnit
DependentPriceReference: /DependentPriceReference
Despatch: /Despatch
DespatchLine: /HandlingUnitDespatchLine /SubDespatchLine
Dimension: /Dimension /FloorSpaceMeasurementDimension /MeasurementDimension /PalletSpaceMeasurementDimension /RangeDimension /TotalCapacityDimension
DocumentDistribution: /RemittanceDocumentDistribution
DocumentReference: /AdditionalDocumentReference /CatalogueDocumentReference /ContractDocumentReference /CreditNoteDocumentReference /DebitNoteDocumentReference /DocumentReference /IdentityDocumentReference /InvoiceDocumentReference /ItemSpecificationDocumentReference /MandateDocumentReference /OrderChangeDocumentReference /OrderDocumentReference /OriginalDocumentReference /OriginatorDocumentReference /QuotationDocumentReference /RegistryCertificateDocumentReference /ReminderDocumentReference /SelfBilledCreditNoteDocumentReference /SelfBilledInvoiceDocumentReference /ShipSanitationControlExemptionDocumentReference /ShipmentDocumentReference
EmissionCalculationMethod: /EmissionCalculationMethod
EnvironmentalEmission: /EnvironmentalEmission
Event: /RequestedArrivalEvent
ExchangeRate: /ExchangeRate /PaymentExchangeRate /PricingExchangeRate /TaxExchangeRate
ExternalReference: /ExternalReference
FinancialAccount: /FinancialAccount /FinancingFinancialAccount /PayeeFinancialAccount /PayerFinancialAccount
FinancialInstitution: /FinancialInstitution
GoodsItem: /ContainedGoodsItem /GoodsItem
GoodsItemContainer: /GoodsItemContainer
HazardousGoodsTransit: /HazardousGoodsTransit
HazardousItem: /HazardousItem
ISPSRequirements: /ISPSRequirements
InvoiceLine: /InvoiceLine /SubInvoiceLine
Item: /Item
ItemIdentification: /AdditionalItemIdentification /BuyersItemIdentification /CatalogueItemIdentification /ManufacturersItemIdentification /SellersItemIdentification /StandardItemIdentification
ItemInstance: /ItemInstance
ItemLocationQuantity: /OriginalItemLocationQuantity
ItemProperty: /AdditionalItemProperty /SubItemProperty
ItemPropertyGroup: /ItemPropertyGroup
ItemPropertyRange: /ItemPropertyRange
Language: /Language
LineItem: /BuyerProposedSubstituteLineItem /LineItem /SellerProposedSubstituteLineItem /SellerSubstitutedLineItem /SubLineItem
LineReference: /CatalogueLineReference /DependentLineReference /DespatchLineReference /LineReference /QuotationLineReference /ReceiptLineReference
Location: /AlternativeDeliveryLocation /BirthplaceLocation /CustomsExitOfficeLocation /DeliveryLocation /DespatchLocation /FirstArrivalPortLocation /FreightChargeLocation /LastExitPortLocation /LoadingLocation /LoadingPortLocation /Location /MeasurementFromLocation /MeasurementToLocation /OccurenceLocation /OfficeOfDepartureLocation /OfficeOfDestinationLocation /OfficeOfEntryLocation /OfficeOfExitLocation /OfficeOfExportLocation /OfficeOfImportLocation /OfficeOfSubSequentiallyEntryLocation /PhysicalLocation /PickupLocation /PlaceOfReportLocation /PortFacilityLocation /RegistryPortLocation /RemainingWasteDeliveryPortLocation /ReportLocation /StorageLocation /SubsidiaryLocation /TransshipPortLocation /UnloadingLocation /UnloadingPortLocation /WHOAffectedAreaPortLocation
LocationCoordinate: /LocationCoordinate
LotIdentification: /LotIdentification
MaritimeHealthDeclaration: /MaritimeHealthDeclaration
MaritimeTransport: /MaritimeTransport
MaritimeWaste: /MaritimeWaste
MonetaryTotal: /AnticipatedMonetaryTotal /LegalMonetaryTotal
OrderCancellation: OrderCancellation:OrderCancellation
OrderChange: OrderChange:OrderChange
OrderLine: /OrderLine
OrderLineReference: /OrderLineReference
OrderReference: /OrderReference
OrderResponse: OrderResponse:OrderResponse
OrderedShipment: /OrderedShipment
Package: /ActualPackage /ContainedPackage /ContainingPackage /Package
Party: /AgentParty /BillOfLadingHolderParty /CarrierParty /ConsigneeParty /ConsignorParty /ContactParty /CustomsAgentParty /CustomsParty /DeliveryParty /DespatchParty /ExporterParty /FinalDeliveryParty /FinancingParty /FreightForwarderParty /HazardousItemNotificationParty /HeadOfficeParty /ISSCIssuerParty /ImporterParty /InformationContentProviderParty /InsuranceParty /IssuerParty /LoadingProofParty /LogisticsOperatorParty /ManufacturerParty /MortgageHolderParty /NotaryParty /NotifyParty /OperatingParty /OriginalDespatchParty /OriginatorParty /OwnerParty /Party /PayerParty /PerformingCarrierParty /PickupParty /ProviderParty /ResponsibleParty /ResponsibleTransportServiceProviderParty /ShipperParty /SignatoryParty /SubstituteCarrierParty /TerminalOperatorParty /TransportAdvisorParty /WarrantyParty /WeighingParty /WitnessParty
PartyIdentification: /PartyIdentification
PartyLegalEntity: /PartyLegalEntity
PartyName: /PartyName
PartyTaxScheme: /PartyTaxScheme
PaymentMandate: /PaymentMandate
PaymentMeans: /PaymentMeans
PaymentTerms: /CollectPaymentTerms /DisbursementPaymentTerms /PaymentTerms /PrepaidPaymentTerms
Period: /EstimatedDeliveryPeriod /EstimatedDespatchPeriod /EstimatedDurationPeriod /EstimatedTransitPeriod /InvoicePeriod /NominationPeriod /PaymentReversalPeriod /PenaltyPeriod /Period /PromisedDeliveryPeriod /RequestedDeliveryPeriod /RequestedDespatchPeriod /SettlementPeriod /TransitPeriod /UsabilityPeriod /ValidityPeriod /WarrantyValidityPeriod
Person: /CrewMemberPerson /CrewPerson /DriverPerson /MasterPerson /PassengerPerson /Person /ReportingPerson /ResponsibleOfficerPerson /SecurityOfficerPerson /ShipsSurgeonPerson
PersonnelHealthIncident: /PersonnelHealthIncident
PhysicalAttribute: /PhysicalAttribute
Pickup: /Pickup
PortCall: /DestinationPortCall
PortCallPurpose: /AdditionalPortCallPurpose /PrimaryPortCallPurpose
PortCallRecord: /PortCallRecord
PowerOfAttorney: /PowerOfAttorney
Price: /AlternativeConditionPrice /AlternativeCurrencyPrice /Price
PriceExtension: /ItemPriceExtension
PriceList: /PreviousPriceList /PriceList
PricingReference: /PricingReference
PropertyIdentification: /StandardPropertyIdentification
RailTransport: /RailTransport
ReceiptLine: /ReceivedHandlingUnitReceiptLine
ResultOfVerification: /ResultOfVerification
RoadTransport: /RoadTransport
SanitaryMeasure: /SanitaryMeasure
SecondaryHazard: /SecondaryHazard
SecurityMeasure: /AdditionalSecurityMeasure /AppliedSecurityMeasure /SecurityMeasure
ServiceFrequency: /ScheduledServiceFrequency
ServiceProviderParty: /ServiceProviderParty
ShareholderParty: /ShareholderParty
ShipRequirement: /ShipRequirement
ShipStoreArticle: /ShipStoreArticle
ShipToShipActivityRecord: /ShipToShipActivityRecord
Shipment: /ConsolidatedShipment /ReferencedShipment /ReportedShipment /Shipment
ShipmentStage: /MainCarriageShipmentStage /OnCarriageShipmentStage /PreCarriageShipmentStage /ShipmentStage
Signature: /Signature
SocialMediaProfile: /SocialMediaProfile
Status: /CurrentStatus /Status /SubStatus
Storage: /Storage
Stowage: /PositionOnBoardStowage /Stowage
SupplierParty: /AccountingSupplierParty /SellerSupplierParty /SupplierParty
TaxCategory: /ApplicableTaxCategory /ClassifiedTaxCategory /TaxCategory
TaxScheme: /TaxScheme
TaxSubtotal: /TaxSubtotal
TaxTotal: /TaxTotal /WithholdingTaxTotal
Temperature: /AdditionalTemperature /BallastWaterTemperature /EmergencyTemperature /FlashpointTemperature /MaximumTemperature /MinimumTemperature /Temperature
TradeFinancing: /TradeFinancing
TradingTerms: /HaulageTradingTerms
TransactionConditions: /TransactionConditions
TransportEquipment: /AttachedTransportEquipment /ContainedInTransportEquipment /ContainingTransportEquipment /SupportedTransportEquipment /TransportEquipment /UnsupportedTransportEquipment
TransportEquipmentSeal: /TransportEquipmentSeal
TransportEvent: /AcceptanceTransportEvent /ActualArrivalTransportEvent /ActualDeliveryTransportEvent /ActualDepartureTransportEvent /ActualPickupTransportEvent /ActualWaypointTransportEvent /AvailabilityTransportEvent /DeliveryTransportEvent /DetentionTransportEvent /DischargeTransportEvent /DropoffTransportEvent /EstimatedArrivalTransportEvent /EstimatedDepartureTransportEvent /ExaminationTransportEvent /ExportationTransportEvent /HandlingTransportEvent /LoadingTransportEvent /OptionalTakeoverTransportEvent /PickupTransportEvent /PlannedArrivalTransportEvent /PlannedDeliveryTransportEvent /PlannedDepartureTransportEvent /PlannedPickupTransportEvent /PlannedWaypointTransportEvent /PositioningTransportEvent /QuarantineTransportEvent /ReceiptTransportEvent /RequestedArrivalTransportEvent /RequestedDeliveryTransportEvent /RequestedDepartureTransportEvent /RequestedPickupTransportEvent /RequestedWaypointTransportEvent /StorageTransportEvent /TakeoverTransportEvent /TransportEvent /WarehousingTransportEvent
TransportHandlingUnit: /PackagedTransportHandlingUnit /TransportHandlingUnit
TransportMeans: /ApplicableTransportMeans /TransportMeans
TransportationService: /FinalDeliveryTransportationService /OriginalDespatchTransportationService
UBLExtension: ext:UBLExtension
UBLExtensions: ext:UBLExtensions
VerifiedGrossMass: /VerifiedGrossMass
VesselDynamics: /VesselDynamics
WHOAffectedAreaVisit: /WHOAffectedAreaVisit
WebSite: /AdditionalWebSite
WebSiteAccess: /WebSiteAccess
`;

/** Data type: the elements that have it. */
export const basicElements = `
Amount: AllowanceTotalAmount Amount BaseAmount ChargeTotalAmount CorporateStockAmount DeclaredCustomsValueAmount DeclaredForCarriageValueAmount DeclaredStatisticsValueAmount FreeOnBoardValueAmount InsurancePremiumAmount InsuranceValueAmount LineExtensionAmount MaximumPaidAmount PayableAlternativeAmount PayableAmount PayableRoundingAmount PenaltyAmount PerUnitAmount PrepaidAmount PriceAmount RoundingAmount SettlementDiscountAmount TaxAmount TaxExclusiveAmount TaxInclusiveAmount TaxInclusiveLineExtensionAmount TaxableAmount TotalInvoiceAmount TotalTaxAmount TransactionCurrencyTaxAmount ValueAmount WithholdingTaxTotalAmount
BinaryObject: EmbeddedDocumentBinaryObject
Code: AccountFormatCode AccountTypeCode AccountingCostCode ActionCode AddressFormatCode AddressTypeCode AllowanceChargeReasonCode CalculationMethodCode CardChipCode CardTypeCode CargoTypeCode CertificateTypeCode ChannelCode CharacterSetCode ChargeBearerCode CommodityCode CompanyLegalFormCode CompanyLiquidationStatusCode ConditionCode ContractTypeCode CoordinateSystemCode CorporateRegistrationTypeCode CountrySubentityCode CurrencyCode CurrentOperatingSecurityLevelCode CustomsProcedureCode CustomsStatusCode DescriptionCode DirectionCode DispositionCode DistributionTypeCode DocumentCurrencyCode DocumentStatusCode DocumentTypeCode EmergencyProceduresCode EncodingCode EnvironmentalEmissionTypeCode ExchangeMethodCode ExemptionReasonCode FinancingInstrumentCode FormatCode FreightRateClassCode FullnessIndicationCode GenderCode HandlingCode HazardousCategoryCode HazardousRegulationCode INFShipClassCode IdentificationCode ImportanceCode IndustryClassificationCode InhalationToxicityZoneCode InspectionMethodCode ItemClassificationCode LatitudeDirectionCode LineStatusCode LocaleCode LocationTypeCode LongitudeDirectionCode LossRiskResponsibilityCode MandateTypeCode MaritimePollutantCode MathematicOperatorCode MeasureCode MedicalFirstAidGuideCode MimeCode ModificationReasonCode NameCode NatureCode NavigationStatusCode OrderResponseCode OrderTypeCode OwnerTypeCode PackageLevelCode PackagingTypeCode PackingCriteriaCode PaymentChannelCode PaymentMeansCode PaymentPurposeCode PositionCode PreferenceCriterionCode PriceTypeCode PricingCurrencyCode ProviderTypeCode PurposeCode PurposeTypeCode QuantityDiscrepancyCode ReasonCode ReferenceEventCode RejectActionCode RejectReasonCode RequestedInvoiceCurrencyCode RoleCode SanitaryMeasureTypeCode SealIssuerTypeCode SealStatusCode SecurityLevelCode ServiceLevelCode ServiceTypeCode ShipConfigurationCode ShipmentStageTypeCode ShippingPriorityLevelCode ShortageActionCode SizeTypeCode SocialMediaTypeCode SourceCurrencyCode StatusCode StatusReasonCode SubstitutionStatusCode TankTypeCode TargetCurrencyCode TariffClassCode TariffCode TaxCurrencyCode TaxExemptionReasonCode TaxLevelCode TaxTypeCode TimingComplaintCode TrackingDeviceCode TradeServiceCode TransitDirectionCode TransportAuthorizationCode TransportEmergencyCardCode TransportEquipmentTypeCode TransportEventTypeCode TransportHandlingUnitTypeCode TransportMeansTypeCode TransportModeCode TransportServiceCode TunnelRestrictionCode TypeCode UNDGCode UNPackingGroupCode ValidationResultCode WasteTypeCode WebSiteTypeCode WeekDayCode WeighingMethodCode ext:ExtensionReasonCode
Date: ActualDeliveryDate ActualDespatchDate ActualPickupDate ApplicationDate BestBeforeDate BirthDate Date EarliestPickupDate EndDate EstimatedDeliveryDate EstimatedDespatchDate ExpiryDate GuaranteedDespatchDate ISSCExpiryDate InstallmentDueDate IssueDate JoinedShipDate LastDrinkingWaterAnalysisDate LatestDeliveryDate LatestPickupDate ManufactureDate NominationDate OccurrenceDate OnsetDate PaymentDueDate ReceivedDate ReferenceDate RegistrationDate RegistrationExpirationDate RequestedDespatchDate RequiredDeliveryDate StartDate TaxPointDate TransactionDate ValidationDate ValidityStartDate VisitDate WeighingDate
Identifier: AccountID AdditionalAccountID AircraftID AttributeID BarcodeSymbologyID BrokerAssignedID CV2ID CarrierAssignedID ChipApplicationID CompanyID ConsigneeAssignedID ConsignorAssignedID ContractedCarrierAssignedID CustomerAssignedAccountID CustomizationID EndpointID ExchangeMarketID ExtendedID FreightForwarderAssignedID GateID HazardClassID ID IdentificationID InformationURI InstructionID IssueNumberID IssuerID IssuerScopeID JourneyID LanguageID LicensePlateID LineID LoadingSequenceID LocationID LogoReferenceID LotNumberID LowerOrangeHazardPlacardID MMSIRegistrationID MarkingID NationalityID NetworkID PaymentID PaymentMeansID PaymentTermsDetailsURI PerformingCarrierAssignedID PositionInPortID PrepaidPaymentReferenceID PrimaryAccountNumberID ProductTraceID ProfileExecutionID ProfileID RadioCallSignID RailCarID ReferencedConsignmentID RegistrationID RegistrationNationalityID ReleaseID RequiredCustomsID SalesOrderID SalesOrderLineID SequenceID SequenceNumberID SerialID SignatureID SuccessiveSequenceID SupplierAssignedAccountID TankID TraceID TrackingID TrainID TransportationServiceDetailsURI UBLVersionID URI UUID UpperOrangeHazardPlacardID ValidatorID VersionID VesselID WebsiteURI WeighingDeviceID ext:ExtensionAgencyID ext:ExtensionAgencyURI ext:ExtensionURI ext:ExtensionVersionID
Indicator: AnimalFoodApprovedIndicator AnimalFoodIndicator AtAnchorageIndicator BackOrderAllowedIndicator BulkCargoIndicator BuriedAtSeaIndicator CabotageIndicator CatalogueIndicator ChargeIndicator CompletionIndicator ConsolidatableIndicator ContainerizedIndicator CopyIndicator CustomsImportClassifiedIndicator DangerousGoodsApprovedIndicator DiedIndicator EvacuatedIndicator ExpectedAnchorageIndicator FreeOfChargeIndicator FullyPaidSharesIndicator FumigatedCargoTransportIndicator GeneralCargoIndicator HazardousRiskIndicator HumanFoodApprovedIndicator HumanFoodIndicator IMOGuidelinesOnBoardIndicator IndicationIndicator InfectiousDiseaseCaseOnBoardIndicator LegalStatusIndicator LivestockIndicator ManagementPlanImplementedIndicator ManagementPlanOnBoardIndicator MarkAttentionIndicator MarkCareIndicator MedicalPractitionerConsultedIndicator MoreIllThanExpectedIndicator OnCarriageIndicator PartialDeliveryIndicator PowerIndicator PreCarriageIndicator PrepaidIndicator RefrigeratedIndicator RefrigerationOnIndicator ReinspectionRequiredIndicator ReportedToMedicalOfficerIndicator ReturnabilityIndicator ReturnableMaterialIndicator SSPOnBoardIndicator SSPSecurityMeasuresAppliedIndicator SanitaryMeasuresAppliedIndicator SickAnimalOnBoardIndicator SoleProprietorshipIndicator SpecialSecurityIndicator SplitConsignmentIndicator StillIllIndicator StillOnBoardIndicator StowawaysFoundOnBoardIndicator TaxEvidenceIndicator TaxIncludedIndicator ThirdPartyPayerIndicator ValidISSCIndicator ValidSanitationCertificateOnBoardIndicator
Measure: AltitudeMeasure BaseUnitMeasure ChargeableWeightMeasure DurationMeasure EstimatedGeneratedUntilNextPortMeasure GrossMassMeasure GrossTonnageMeasure GrossVolumeMeasure GrossWeightMeasure LatitudeDegreesMeasure LatitudeMinutesMeasure LeadTimeMeasure LoadingLengthMeasure LongitudeDegreesMeasure LongitudeMinutesMeasure MaxDedicatedStorageCapacityMeasure MaximumMeasure Measure MinimumMeasure NetNetWeightMeasure NetTonnageMeasure NetVolumeMeasure NetWeightMeasure RateOfTurnMeasure RetainedOnBoardMeasure SalinityMeasure SeaHeightMeasure SegregatedBallastMeasure SpeedOverGroundMeasure TareWeightMeasure ToBeDeliveredMeasure TotalBallastWaterCapacityMeasure TotalBallastWaterOnBoardMeasure ValueMeasure VolumeMeasure
Name: AdditionalStreetName AliasName BirthplaceName BlockName BrandName BuildingName CategoryName CityName CitySubdivisionName FamilyName FileName FirstName HolderName MiddleName ModelName Name OtherName RegistrationName StreetName TechnicalName VesselName ext:ExtensionAgencyName
Numeric: CalculationSequenceNumeric LineCountNumeric MaximumCopiesNumeric MaximumOriginalsNumeric MaximumPaymentInstructionsNumeric MultiplierFactorNumeric PackSizeNumeric SequenceNumeric
Percent: AirFlowPercent ExchangedPercent HumidityPercent PartecipationPercent PaymentPercent PenaltySurchargePercent Percent ReliabilityPercent SettlementDiscountPercent TierRatePercent
Quantity: BackorderQuantity BaseQuantity BatchQuantity ChargeableQuantity ChildConsignmentQuantity ConsignmentQuantity ConsumerUnitQuantity CrewQuantity CustomsTariffQuantity DeliveredQuantity InvoicedQuantity MaximumBackorderQuantity MaximumQuantity MinimumBackorderQuantity MinimumQuantity OutstandingQuantity OversupplyQuantity PackQuantity PassengerQuantity Quantity ReceivedQuantity RejectedQuantity ReturnableQuantity ShortQuantity TanksExchangedQuantity TanksInBallastQuantity TanksNotExchangedQuantity TotalBallastTanksOnBoardQuantity TotalDeadPersonQuantity TotalGoodsItemQuantity TotalIllPersonQuantity TotalPackageQuantity TotalPackagesQuantity TotalTransportHandlingUnitQuantity ValueQuantity
Rate: CalculationRate OrderableUnitFactorRate SourceCurrencyBaseRate TargetCurrencyBaseRate
Text: AccountingCost AdditionalInformation AdditionalMattersDescription AllowanceChargeReason AntennaLocus BackorderReason BuildingNumber CancellationNote CanonicalizationMethod CargoAndBallastTankConditionDescription CarrierServiceInstructions CertificateType Channel Characteristics CompanyLegalForm Condition Conditions Content ContractType CountrySubentity CourseOverGroundDirection CustomerReference CustomsClearanceServiceInstructions DamageRemarks DataSendingCapability DeliveryInstructions DemurrageInstructions Department Description DistributionType District DocumentDescription DocumentHash DocumentType EffectDescription ElectronicMail EmbeddedDocument ExemptionReason Extension Floor ForwarderServiceInstructions GivenTreatmentDescription HandlingInstructions HashAlgorithmMethod HaulageInstructions ISSCAbsenceReason Information InhouseMail InstructionNote Instructions InvoicingPartyReference JobTitle Keyword Line ListValue Location Login LossRisk MarkAttention MarkCare MaximumValue MinimumValue ModificationReasonDescription NameSuffix NatureOfIllnessDescription NoControlActionsReason Note OfficialUse OrganizationDepartment OtherControlActions OutstandingReason PackagingType PackingMaterial Password PaymentNote PlacardEndorsement PlacardNotation PlannedInspectionsDescription PlannedOperationsDescription PlannedWorksDescription PlotIdentification PostalZone Postbox PriceChangeReason PriceType PrintQualifier Priority Purpose PurposeType Reference ReferencedDocumentInternalAddress Region RegistrationNationality RejectReason Remarks Room SealingPartyType ServiceType ShipmentStageType ShippingMarks ShipsRequirements SickAnimalDescription SignatureMethod SpecialInstructions SpecialServiceInstructions SpecialTerms SpecialTransportRequirements StatusReason StowawayDescription SummaryDescription TariffDescription TaxExemptionReason Telefax Telephone TestMethod Text TierRange TimezoneOffset TimingComplaint Title TradingRestrictions TransitDescription TransportationServiceDescription UNPackingGroup ValidateProcess ValidateTool ValidateToolVersion Value ValueQualifier WarrantyInformation WeighingDeviceType XPath ext:ExtensionReason
Time: ActualDeliveryTime ActualDespatchTime ActualPickupTime EarliestPickupTime EndTime EstimatedDeliveryTime EstimatedDespatchTime ExpiryTime GuaranteedDespatchTime IssueTime LatestDeliveryTime LatestPickupTime ManufactureTime NominationTime OccurrenceTime ReferenceTime RequestedDespatchTime RequiredDeliveryTime StartTime ValidationTime WeighingTime
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
