"""The tables of the directory: HSDS 3.0 names and columns, and beside them what lists and searches need."""

from __future__ import annotations

HSDS = """
CREATE TABLE source (id TEXT PRIMARY KEY, kind TEXT, name TEXT, url TEXT, licence TEXT, attribution TEXT,
    publisher TEXT, synced_at TEXT);
CREATE TABLE organization (id TEXT PRIMARY KEY, source_id TEXT NOT NULL, external_id TEXT, name TEXT NOT NULL,
    description TEXT, website TEXT, email TEXT);
CREATE TABLE service (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source_id TEXT NOT NULL,
    external_id TEXT NOT NULL, organization_id TEXT, name TEXT NOT NULL, alternate_name TEXT, description TEXT,
    url TEXT, email TEXT, status TEXT, is_free INTEGER, referral_required INTEGER, application_process TEXT,
    eligibility_description TEXT, minimum_age INTEGER, maximum_age INTEGER, alert TEXT, attending_type TEXT,
    assured_date TEXT, last_modified TEXT, UNIQUE (source_id, external_id));
CREATE TABLE location (id INTEGER PRIMARY KEY, service INTEGER NOT NULL REFERENCES service (n), external_id TEXT,
    name TEXT, location_type TEXT, latitude REAL, longitude REAL, geo_precision TEXT NOT NULL,
    mask_exact_address INTEGER NOT NULL, place TEXT NOT NULL, postal_code TEXT NOT NULL);
CREATE TABLE address (location_id INTEGER NOT NULL REFERENCES location (id), address_1 TEXT, address_2 TEXT,
    city TEXT, postal_code TEXT, outcode TEXT, sector TEXT);
CREATE TABLE service_at_location (service INTEGER NOT NULL, location_id INTEGER NOT NULL, description TEXT);
CREATE TABLE phone (service INTEGER NOT NULL, location_id INTEGER, number TEXT NOT NULL, type TEXT, description TEXT,
    extension TEXT);
CREATE TABLE schedule (service INTEGER NOT NULL, location_id INTEGER, freq TEXT, interval INTEGER, byday TEXT,
    bymonthday TEXT, dtstart TEXT, valid_from TEXT, valid_to TEXT, opens_at TEXT, closes_at TEXT, description TEXT,
    notes TEXT);
CREATE TABLE schedule_exception (service INTEGER NOT NULL, location_id INTEGER, start_date TEXT NOT NULL,
    end_date TEXT NOT NULL, closed INTEGER, opens_at TEXT, closes_at TEXT, note TEXT);
CREATE TABLE cost_option (service INTEGER NOT NULL, "option" TEXT, amount REAL, currency TEXT,
    amount_description TEXT);
CREATE TABLE accessibility (location_id INTEGER NOT NULL, description TEXT, details TEXT);
CREATE TABLE language (service INTEGER NOT NULL, name TEXT NOT NULL);
CREATE TABLE service_area (service INTEGER NOT NULL, name TEXT NOT NULL);
CREATE TABLE registration (service INTEGER NOT NULL, scheme TEXT NOT NULL, external_id TEXT, rating TEXT,
    rating_date TEXT, beds INTEGER, url TEXT);
CREATE TABLE facet (id TEXT NOT NULL, kind TEXT NOT NULL, sort INTEGER NOT NULL, PRIMARY KEY (kind, id));
CREATE TABLE service_facet (service INTEGER NOT NULL, kind TEXT NOT NULL, facet_id TEXT NOT NULL,
    origin TEXT NOT NULL, PRIMARY KEY (service, kind, facet_id)) WITHOUT ROWID;
CREATE INDEX location_service ON location (service);
CREATE INDEX location_box ON location (latitude, longitude);
CREATE INDEX schedule_service ON schedule (service);
CREATE INDEX schedule_exception_service ON schedule_exception (service);
"""
"""`service` in a part's table is the service's number `n`; numbers follow the alphabet of names."""

SEARCH = """
CREATE TABLE listing (n INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, organization TEXT NOT NULL,
    summary TEXT NOT NULL, place TEXT NOT NULL, postcode TEXT NOT NULL, phone TEXT NOT NULL, is_free INTEGER,
    facets INTEGER NOT NULL, features INTEGER NOT NULL, tags TEXT NOT NULL, place_words TEXT NOT NULL);
CREATE TABLE activity (service INTEGER PRIMARY KEY, days INTEGER NOT NULL, most_days INTEGER NOT NULL);
CREATE VIEW service_text AS SELECT service.n AS n, service.name || ' ' || service.alternate_name AS name,
    listing.organization AS organization, listing.tags AS tags,
    service.description || ' ' || service.eligibility_description AS description, listing.place_words AS place
    FROM service JOIN listing USING (n);
CREATE VIRTUAL TABLE service_fts USING fts5 (name, organization, tags, description, place, content='service_text',
    content_rowid='n', tokenize='porter unicode61 remove_diacritics 2', prefix='2 3');
CREATE VIRTUAL TABLE exact_fts USING fts5 (name, words, content='', detail=column,
    tokenize='unicode61 remove_diacritics 2');
CREATE TABLE vocab (lang TEXT NOT NULL, term TEXT NOT NULL, freq INTEGER NOT NULL, PRIMARY KEY (lang, term))
    WITHOUT ROWID;
CREATE TABLE postcode (id TEXT PRIMARY KEY, latitude REAL NOT NULL, longitude REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE sector (id TEXT PRIMARY KEY, latitude REAL NOT NULL, longitude REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE outcode (id TEXT PRIMARY KEY, latitude REAL NOT NULL, longitude REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE place (id TEXT PRIMARY KEY, name TEXT NOT NULL, latitude REAL NOT NULL, longitude REAL NOT NULL)
    WITHOUT ROWID;
CREATE TABLE outline (id TEXT PRIMARY KEY, name TEXT NOT NULL, west REAL NOT NULL, south REAL NOT NULL,
    east REAL NOT NULL, north REAL NOT NULL, rings TEXT NOT NULL);
"""

"""`activity` holds what counts as "what's on": the weekdays on which it can be on as bits (1 = Monday), and whether it
is open most days; see `kiosk.directory.activities`. `rings` of an outline are lists of (longitude,
latitude) as JSON."""

EXACT = """
INSERT INTO exact_fts (rowid, name, words)
    SELECT n, name, organization || ' ' || tags || ' ' || description || ' ' || place FROM service_text
"""
"""`service_fts` knows only stems; `exact_fts` tells which services hold a word letter for letter."""

WHOLE_TEXT = "SELECT n, name || ' ' || organization || ' ' || tags || ' ' || description FROM service_text"
"""The number and every word of each service but those of its places."""

RANKING = (10.0, 4.0, 6.0, 2.0, 3.0)
"""bm25 weights of name, organization, tags, description and place."""
