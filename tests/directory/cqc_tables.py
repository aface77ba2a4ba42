"""Small made-up copies of CQC's three files, for tests."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from kiosk.directory.service import Service
from kiosk.directory.sources import read

MANOR, HELP = "1-1000000001", "1-1000000002"

DIRECTORY = (
    "CQC locations,,\nThis data was produced on 29 July 2026,,\n\n\n"
    "Name,Also known as,Address,Postcode,Phone number,Service's website (if available),Service types,"
    "Date of latest check,Specialisms/services,Provider name,Local authority,Region,Location URL,"
    "CQC Location ID (for office use only),CQC Provider ID (for office use only)\n"
    'Larkmere Manor,The Manor,"1 Mill Lane,Larkmere",ZX1 1AA,1632960123,www.manor.test,Residential homes,'
    "01/Jan/2024 - 00:00,Accommodation for persons who require nursing or personal care|"
    f"Caring for adults over 65 yrs|Dementia,Vale Care Ltd,Larkshire,North,https://x.test,{MANOR},1-2000000000\n"
    f"Café Care,,2 Mill Lane,ZX1 1AB,01632 960124,,Homecare agencies|Supported living,,Physical disabilities,Vale Care"
    f" Ltd,Larkshire,North,,{HELP},1-2000000000\n"
    "Vale Dental,,3 Mill Lane,ZX1 1AC,01632 960125,,Dentist,,,Teeth Ltd,Larkshire,North,,1-1000000003,1-2000000003\n"
)

LOCATIONS = [
    "Location ID", "Dormant (Y/N)", "Care home?", "Location Name", "Location Telephone Number", "Registered manager",
    "Location Web Address", "Care homes beds", "Location Type/Sector", "Location Inspection Directorate",
    "Location Latest Overall Rating", "Publication Date", "Inherited Rating (Y/N)", "Location Local Authority",
    "Location Street Address", "Location City", "Location Postal Code", "Location Latitude", "Location Longitude",
    "Provider ID", "Provider Name", "Provider Nominated Individual Name", "Provider Main Partner Name",
    "Service type - Care home service with nursing", "Service type - Domiciliary care service",
    "Service user band - Dementia", "Service user band - Older People", "Location Dual Registered",
    "Primary ID (Dual registration locations)",
]  # fmt: skip
SOCIAL = {"Location Type/Sector": "Social Care Org", "Location Inspection Directorate": "Adult social care"}
HOME = SOCIAL | {
    "Location ID": MANOR, "Dormant (Y/N)": "N", "Care home?": "Y", "Location Name": "LARKMERE MANOR CARE HOME",
    "Location Telephone Number": 1632960123, "Registered manager": "A Person", "Care homes beds": 24,
    "Location Latest Overall Rating": "Requires Improvement", "Publication Date": "03/02/2026",
    "Inherited Rating (Y/N)": "Y", "Location Local Authority": "Larkshire", "Location Street Address": "1 Mill Lane",
    "Location City": "Larkmere", "Location Postal Code": "ZX1 1AA", "Location Latitude": 54.09,
    "Location Longitude": -2.47, "Provider ID": "1-2000000000", "Provider Name": "Vale Care Ltd",
    "Provider Nominated Individual Name": "B Person", "Provider Main Partner Name": "C Person",
    "Service type - Care home service with nursing": "Y", "Service user band - Dementia": "Y",
}  # fmt: skip
AGENCY = SOCIAL | {
    "Location ID": HELP, "Care home?": "N", "Location Name": "Vale Care at Home",
    "Service type - Domiciliary care service": "Y", "Location Latest Overall Rating": "Not Rated",
}  # fmt: skip
RATINGS = [
    "Location ID", "Location Name", "Care Home?", "Service / Population Group", "Domain", "Latest Rating",
    "Publication Date", "Inherited Rating (Y/N)", "URL",
]  # fmt: skip


def table(header, *bodies):
    """The rows of a sheet from what stands under each header."""
    return [header, *([body.get(name) for name in header] for body in bodies)]


def as_csv(path: Path, rows) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([["" if cell is None else cell for cell in row] for row in rows])
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


def rated(domain, rating, day="04/03/2026", identity=MANOR, group="Overall"):
    return [identity, "Larkmere Manor", "Y", group, domain, rating, day, "N", "https://x.test"]


def written(into: Path) -> dict[str, Service]:
    """The services in a source folder by name."""
    found = [Service.from_record(record.body) for record in read(into) if record.kind == "service"]
    return {service.name: service for service in found}
