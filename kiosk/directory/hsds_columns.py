"""The tables of an HSDS data package: names of files and columns of 3.0, and what 1.1 called them."""

from __future__ import annotations

TABLES: dict[str, tuple[str, str]] = {
    "organization": (
        "organizations",
        "id name alternate_name description email website tax_status tax_id year_incorporated legal_status logo uri"
        " parent_organization_id",
    ),
    "program": ("programs", "id organization_id name alternate_name description"),
    "service": (
        "services",
        "id organization_id program_id name alternate_name description url email status interpretation_services"
        " application_process fees_description wait_time fees accreditations eligibility_description minimum_age"
        " maximum_age assured_date assurer_email licenses alert last_modified",
    ),
    "attribute": ("attributes", "id link_id taxonomy_term_id link_type link_entity value"),
    "service_at_location": ("service_at_location", "id service_id location_id description"),
    "location": (
        "locations",
        "id location_type url organization_id name alternate_name description transportation latitude longitude"
        " external_identifier external_identifier_type",
    ),
    "phone": (
        "phones",
        "id location_id service_id organization_id contact_id service_at_location_id number extension type description",
    ),
    "contact": (
        "contacts",
        "id organization_id service_id service_at_location_id location_id name title department email",
    ),
    "address": (
        "addresses",
        "id location_id attention address_1 address_2 city region state_province postal_code country address_type",
    ),
    "schedule": (
        "schedules",
        "id service_id location_id service_at_location_id valid_from valid_to dtstart timezone until count wkst freq"
        " interval byday byweekno bymonthday byyearday description opens_at closes_at schedule_link attending_type"
        " notes",
    ),
    "funding": ("funding", "id organization_id service_id source"),
    "service_area": ("service_areas", "id service_id name description extent extent_type uri"),
    "required_document": ("required_documents", "id service_id document uri"),
    "language": ("languages", "id service_id location_id phone_id name code note"),
    "accessibility": ("accessibility", "id location_id description details url"),
    "taxonomy_term": (
        "taxonomy_terms",
        "id code name description parent_id taxonomy language taxonomy_id term_uri",
    ),
    "metadata": (
        "metadata",
        "id resource_id resource_type last_action_date last_action_type field_name previous_value replacement_value"
        " updated_by",
    ),
    "meta_table_description": ("meta_table_descriptions", "id name language character_set"),
    "cost_option": (
        "cost_options",
        "id service_id valid_from valid_to option currency amount amount_description",
    ),
    "organization_identifier": (
        "organization_identifiers",
        "id organization_id identifier_scheme identifier_type identifier",
    ),
    "taxonomy": ("taxonomies", "id name description uri version"),
}
"""By kind: the file's name without its ending, and its columns, with spaces between."""

OLD_TABLES: dict[str, str] = {
    "regular_schedule": "schedule",
    "holiday_schedule": "holiday_schedule",
    "physical_address": "address",
    "postal_address": "address",
    "service_taxonomy": "service_taxonomy",
    "services_taxonomy": "service_taxonomy",
    "service_attribute": "service_taxonomy",
    "accessibility_for_disability": "accessibility",
    "eligibility": "eligibility",
    "fee": "fee",
    "payment_accepted": "payment_accepted",
    "interpretation_service": "interpretation_service",
    "other_attribute": "other_attribute",
}
"""Tables of HSDS 1.1 and 2.0 (singular) and the kind as which they are read."""

OLD_COLUMNS: dict[str, str] = {
    "organization": "url",
    "service": "eligibility audience location_id taxonomy_ids is_free free mask_exact_address",
    "location": "mask_exact_address",
    "phone": "department language",
    "address": "address_3 address_4",
    "schedule": "weekday original_text",
    "holiday_schedule": (
        "id service_id location_id service_at_location_id closed opens_at closes_at start_date end_date"
    ),
    "service_area": "service_area",
    "language": "language",
    "accessibility": "accessibility",
    "service_taxonomy": "id service_id taxonomy_id taxonomy_term_id taxonomy_detail",
    "eligibility": "id service_id eligibility minimum_age maximum_age",
    "fee": "id service_id fee",
    "payment_accepted": "id service_id payment",
    "interpretation_service": "id service_id language",
    "other_attribute": "id link_id link_type taxonomy_term_id taxonomy_id",
    "taxonomy": "parent_id parent_name vocabulary",
    "taxonomy_term": "vocabulary term",
    "attribute": "label",
}
"""Columns of HSDS 1.1 and 3.1 and of Open Referral UK beside those of 3.0, and of tables that 3.0 has no more."""

_BY_NAME = {name: kind for kind, (plural, _) in TABLES.items() for name in (kind, plural)}


def kind_of(file_stem: str) -> str:
    """The kind of table by the name of its file, singular or plural, in any case; "" when it is none of them."""
    name = "_".join(file_stem.casefold().replace("-", " ").replace("_", " ").split())
    singular = name.removesuffix("s")
    for form in (name, singular, singular.removesuffix("e"), name.removesuffix("es"), name.removesuffix("ies") + "y"):
        if form in _BY_NAME or form in OLD_TABLES:
            return _BY_NAME.get(form) or OLD_TABLES[form]
    return "service_at_location" if name.startswith("services_at_location") else ""


def columns_of(kind: str) -> frozenset[str]:
    """The columns that a table of this kind may have in any version."""
    now = TABLES[kind][1] if kind in TABLES else ""
    return frozenset(f"{now} {OLD_COLUMNS.get(kind, '')}".split())
